SELECT g, SUM(u * COS(l) * COS(r)), SUM(u * COS(l) * SIN(r)), SUM(u * SIN(l))
FROM (SELECT g, u, RADIANS(px) AS r, RADIANS(py) AS l FROM $points AS p $fence) AS s
GROUP BY g
