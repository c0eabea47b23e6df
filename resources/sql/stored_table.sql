SELECT CAST(CAST(to_regclass($table) AS oid) AS text), CAST(pg_relation_filenode(to_regclass($table)) AS text)
