(SELECT g, u, SQRT(GREATEST(0, 1 - sine * sine)) * COS(l) AS v1, SQRT(GREATEST(0, 1 - sine * sine)) * SIN(l) AS v2,
        sine AS v3
 FROM (SELECT g, u, l, $rest / $pole / $e * (s / (1 - s * s) + LN((1 + s) / (1 - s)) / 2) AS sine
       FROM (SELECT g, u, RADIANS(px - $lon_0) AS l, $e * SIN(RADIANS(py)) AS s
             FROM $points AS degrees $fence) AS angles $fence) AS authalic $fence)
