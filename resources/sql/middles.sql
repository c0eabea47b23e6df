SELECT g, SUM(u * COS(l) * COS(r)), SUM(u * COS(l) * SIN(r)), SUM(u * SIN(l)), MAX(ABS(px)), MAX(ABS(py))
FROM (SELECT g, u, px, py, RADIANS(px) AS r, RADIANS(py) AS l FROM $points AS p $fence) AS s
GROUP BY g
