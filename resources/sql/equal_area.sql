(SELECT g, u, $radius * $stretch * b * cosine * sin_l AS px,
        $radius / $stretch * b * ($cosine_1 * sine - $sine_1 * cosine * cos_l) AS py
 FROM (SELECT g, u, sine, cosine, SIN(l) AS sin_l, COS(l) AS cos_l,
              SQRT(2 / (1 + $sine_1 * sine + $cosine_1 * cosine * COS(l))) AS b
       FROM (SELECT g, u, l, sine, SQRT(GREATEST(0, 1 - sine * sine)) AS cosine
             FROM (SELECT g, u, l, $rest / $pole * (s / (1 - $e * s * $e * s)
                          - LN((1 - $e * s) / (1 + $e * s)) / (2 * $e)) AS sine
                   FROM (SELECT g, u, RADIANS(px - $lon_0) AS l, SIN(RADIANS(py)) AS s
                         FROM $points AS degrees $fence) AS angles $fence) AS authalic $fence) AS sphere $fence) AS rays $fence)
