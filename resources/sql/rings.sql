SELECT i, FLOOR(d / fine) AS part, COUNT(*), SUM(u)
FROM (SELECT i, u, step, ring, fine, SQRT(p * p + q * q) AS d FROM $framed AS t $fence) AS m
WHERE ring < 0 OR FLOOR(d / step) = ring
GROUP BY i, FLOOR(d / fine)
