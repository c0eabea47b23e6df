(SELECT g, u, COS(b) * COS(l) AS v1, COS(b) * SIN(l) AS v2, SIN(b) AS v3
 FROM (SELECT g, u, RADIANS(px - $lon_0) AS l, RADIANS(py) AS b FROM $points AS degrees $fence) AS angles $fence)
