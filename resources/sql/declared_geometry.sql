SELECT COUNT(*)
FROM pg_attribute
WHERE attrelid = to_regclass($table) AND attname = $column AND format_type(atttypid, atttypmod) ILIKE $declared
