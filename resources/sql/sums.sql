SELECT g, COUNT(u), SUM(u), SUM(u * u), SUM(u * p), SUM(u * q), SUM(u * p * p), SUM(u * p * q), SUM(u * q * q), COUNT(*)
FROM (SELECT g, u, px - $x AS p, py - $y AS q FROM $points AS r $fence) AS s
GROUP BY g
LIMIT $most
