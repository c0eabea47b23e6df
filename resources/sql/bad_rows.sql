SELECT COUNT(*),
       COALESCE(SUM(CASE WHEN placed THEN 0 ELSE 1 END), 0),
       COALESCE(SUM(CASE WHEN placed AND (w IS NULL OR NOT (w > $minus_infinity AND w < $infinity)) THEN 1 ELSE 0 END), 0),
       COALESCE(SUM(CASE WHEN placed AND w = 0 THEN 1 ELSE 0 END), 0),
       COALESCE(SUM(CASE WHEN w < 0 THEN 1 ELSE 0 END), 0)
FROM (SELECT w, COALESCE(px > $minus_infinity AND px < $infinity AND py > $minus_infinity AND py < $infinity, FALSE) AS placed
      FROM (SELECT $weight AS w, $x AS px, $y AS py FROM $relation AS t WHERE ($condition) $fence) AS q $fence) AS s
