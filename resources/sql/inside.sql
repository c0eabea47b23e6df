SELECT i, COUNT(*)$counts
FROM (SELECT *, p * p + q * q AS d FROM $framed AS t) AS m
GROUP BY i
