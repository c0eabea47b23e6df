WITH old AS (
  SELECT pg_class.oid AS id, relkind, relrowsecurity, relowner, relnamespace
  FROM pg_class
  WHERE pg_class.oid = CAST(to_regclass(format('%I.%I', COALESCE(NULLIF($schema, ''), current_schema()), $wanted)) AS oid))
SELECT 'whole', CAST(CAST(inhparent AS regclass) AS text) FROM old JOIN pg_inherits ON inhrelid = id
UNION ALL
SELECT 'part', CAST(CAST(inhrelid AS regclass) AS text) FROM old JOIN pg_inherits ON inhparent = id
UNION ALL
SELECT 'part', '–' FROM old WHERE relkind = 'p' AND NOT EXISTS (SELECT FROM pg_inherits WHERE inhparent = id)
UNION ALL
SELECT 'row security', '' FROM old WHERE relrowsecurity
UNION ALL
SELECT 'index', CAST(relname AS text)
FROM old JOIN pg_index ON indrelid = id JOIN pg_class ON pg_class.oid = indexrelid WHERE NOT indisprimary
UNION ALL
SELECT 'trigger', CAST(tgname AS text) FROM old JOIN pg_trigger ON tgrelid = id WHERE NOT tgisinternal
UNION ALL
SELECT 'rule', CAST(rulename AS text) FROM old JOIN pg_rewrite ON ev_class = id
UNION ALL
SELECT CASE contype WHEN 'c' THEN 'check' ELSE 'foreign key' END, CAST(conname AS text)
FROM old JOIN pg_constraint ON conrelid = id WHERE contype IN ('c', 'f')
UNION ALL
SELECT 'publication', CAST(pubname AS text)
FROM old JOIN pg_publication_rel ON prrelid = id JOIN pg_publication ON pg_publication.oid = prpubid
UNION ALL
SELECT 'owner', CAST(pg_get_userbyid(relowner) AS text)
FROM old
WHERE pg_get_userbyid(relowner) <> current_user
      AND NOT (pg_has_role(relowner, 'MEMBER') AND has_schema_privilege(relowner, relnamespace, 'CREATE'))
