SELECT COUNT(*)
FROM pg_locks JOIN pg_stat_activity AS sessions USING (pid)
WHERE relation = CAST(to_regclass(format('%I.%I', COALESCE(NULLIF($schema, ''), current_schema()), $wanted)) AS oid)
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND granted AND pid <> pg_backend_pid() AND COALESCE(backend_type, '') <> 'autovacuum worker'
