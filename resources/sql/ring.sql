SELECT i, d, SUM(u)
FROM (SELECT i, u, step, ring, SQRT(p * p + q * q) AS d FROM $framed AS t $fence) AS m
WHERE FLOOR(d / step) = ring
GROUP BY i, d
