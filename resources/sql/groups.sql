SELECT $found
FROM (SELECT $groups, COUNT(*) AS n, MIN(f) AS f
      FROM (SELECT $columns, ARRAY[$keys] AS f FROM $relation AS t WHERE ($condition) AND ($only) $fence) AS r
      GROUP BY $groups) AS s
