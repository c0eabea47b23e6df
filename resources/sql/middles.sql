SELECT g, SUM(c * COS(r)), SUM(c * SIN(r)), SUM(u * SIN(l)), MAX(ABS(px)), MAX(ABS(py))
FROM (SELECT g, u, px, py, RADIANS(px) AS r, RADIANS(py) AS l, u * COS(RADIANS(py)) AS c FROM $points AS p $fence) AS s
GROUP BY g
