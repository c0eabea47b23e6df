SELECT named, w
FROM (SELECT $key AS named, $weight AS w, $finite AS placed FROM $relation AS t WHERE ($condition) $fence) AS s
WHERE $only
ORDER BY named
LIMIT $most
