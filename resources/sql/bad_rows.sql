SELECT COUNT(*),
       COALESCE(SUM(CASE WHEN placed THEN 0 ELSE 1 END), 0),
       COALESCE(SUM(CASE WHEN $weightless THEN 1 ELSE 0 END), 0),
       COALESCE(SUM(CASE WHEN placed AND w = 0 THEN 1 ELSE 0 END), 0),
       COALESCE(SUM(CASE WHEN w < 0 AND w > $minus_infinity THEN 1 ELSE 0 END), 0),
       MIN(CASE WHEN placed AND w > 0 AND w < $infinity THEN w END),
       MAX(CASE WHEN placed AND w > 0 AND w < $infinity THEN w END)
FROM (SELECT $weight AS w, $finite AS placed FROM $relation WHERE ($condition) AND ($further) $fence) AS s
