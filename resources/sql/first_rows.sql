SELECT named, w
FROM (SELECT $key AS named, $weight AS w, $finite AS placed, $further AS asked FROM $relation WHERE TRUE AND ($condition) $fence) AS s
WHERE asked AND $only
ORDER BY named
LIMIT $most
