SELECT proname FROM pg_proc WHERE provolatile = 'v' AND proname IN ($names) LIMIT 1
