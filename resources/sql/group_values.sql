SELECT g
FROM (SELECT $group AS g FROM $relation AS t WHERE ($condition)) AS s
GROUP BY g
LIMIT $most
