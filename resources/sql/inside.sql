SELECT i, size, COUNT(*), SUM(u)
FROM (SELECT i, u, CASE $cases ELSE $beyond END AS size FROM (SELECT *, p * p + q * q AS d FROM $framed AS t $fence) AS m) AS v
GROUP BY i, size
