SELECT code, MIN(value), MIN(named)
FROM (SELECT $text AS code, $time AS value, $key AS named FROM $relation WHERE ($condition)) AS s
GROUP BY code
LIMIT $most
