SELECT $key, $weight FROM $relation AS t WHERE ($condition) AND $weight < 0 ORDER BY 1 LIMIT 1
