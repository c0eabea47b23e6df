(SELECT g, u, SQRT(GREATEST(0, 1 - sine * sine)) * COS(l) AS v1, SQRT(GREATEST(0, 1 - sine * sine)) * SIN(l) AS v2,
        sine AS v3
 FROM (SELECT g, u, l, $rest / $pole * (s / (1 - $e * s * $e * s)
              - LN((1 - $e * s) / (1 + $e * s)) / (2 * $e)) AS sine
       FROM (SELECT g, u, RADIANS(px - $lon_0) AS l, SIN(RADIANS(py)) AS s
             FROM $points AS degrees $fence) AS angles $fence) AS authalic $fence)
