SELECT COUNT(*) FROM pg_class WHERE oid = $identity AND relname = CAST($wanted AS name)
