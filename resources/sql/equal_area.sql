(SELECT g, u, $radius * $stretch * v2 * SQRT(2 / (1 + $cosine_1 * v1 + $sine_1 * v3)) AS px,
        $radius / $stretch * ($cosine_1 * v3 - $sine_1 * v1) * SQRT(2 / (1 + $cosine_1 * v1 + $sine_1 * v3)) AS py
 FROM $vectors AS v $fence)
