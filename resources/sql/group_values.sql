SELECT g
FROM (SELECT $group AS g FROM $relation WHERE ($condition)) AS s
GROUP BY g
LIMIT $most
