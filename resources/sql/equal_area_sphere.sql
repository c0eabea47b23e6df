(SELECT g, u, $radius * b * cosine * sin_l AS px, $radius * b * ($cosine_1 * sine - $sine_1 * cosine * cos_l) AS py
 FROM (SELECT g, u, sine, cosine, SIN(l) AS sin_l, COS(l) AS cos_l,
              SQRT(2 / (1 + $sine_1 * sine + $cosine_1 * cosine * COS(l))) AS b
       FROM (SELECT g, u, RADIANS(px - $lon_0) AS l, SIN(RADIANS(py)) AS sine, COS(RADIANS(py)) AS cosine
             FROM $points AS degrees $fence) AS sphere $fence) AS rays $fence)
