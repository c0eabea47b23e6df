SELECT DISTINCT file_name
FROM parquet_schema([$files])
WHERE LOWER(name) = LOWER($column)
