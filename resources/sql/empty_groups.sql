SELECT g
FROM (SELECT g, CASE WHEN NOT placed OR w = 0 OR $weightless THEN 0 ELSE 1 END AS used
      FROM (SELECT $group AS g, $weight AS w, $finite AS placed FROM $relation WHERE TRUE AND ($condition) $fence) AS s $fence) AS m
GROUP BY g
HAVING MAX(used) = 0
ORDER BY g
LIMIT $most
