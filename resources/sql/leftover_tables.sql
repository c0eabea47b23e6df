SELECT format('%I.%I', nspname, relname)
FROM pg_class JOIN pg_namespace AS spaces ON spaces.oid = relnamespace
WHERE nspname = COALESCE(NULLIF($schema, ''), current_schema()) AND relkind = 'r' AND relname ~ '^clusterbelt_[0-9a-f]{16}$$'
      AND pg_has_role(relowner, 'MEMBER') AND pg_try_advisory_xact_lock(hashtext(relname))
