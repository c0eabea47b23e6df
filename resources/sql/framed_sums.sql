SELECT i, COUNT(*), SUM(u), SUM(u * u), SUM(u * p), SUM(u * q), SUM(u * p * p), SUM(u * p * q), SUM(u * q * q)
FROM $framed AS t
GROUP BY i
