WITH RECURSIVE behind(oid) AS (
  SELECT CAST(to_regclass($table) AS oid)
  UNION
  SELECT other
  FROM behind,
       LATERAL (SELECT inhrelid AS other FROM pg_inherits WHERE inhparent = behind.oid
                UNION ALL SELECT inhparent FROM pg_inherits WHERE inhrelid = behind.oid
                UNION ALL SELECT refobjid
                          FROM pg_rewrite JOIN pg_depend ON objid = pg_rewrite.oid
                          WHERE ev_class = behind.oid AND classid = CAST('pg_rewrite' AS regclass)
                            AND refclassid = CAST('pg_class' AS regclass)) AS further)
SELECT CAST(pg_postmaster_start_time() AS text) || '/' || current_database(),
       CAST(CAST(to_regclass($table) AS oid) AS text),
       (SELECT STRING_AGG(CAST(oid AS text), ' ') FROM behind WHERE oid IS NOT NULL)
