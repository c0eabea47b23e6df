SELECT i, COUNT(*)$counts
FROM (SELECT i$held FROM $framed AS t $fence) AS m
GROUP BY i
