(SELECT $group AS g, $weight AS u, $x AS px, $y AS py FROM $relation WHERE TRUE AND ($condition) $fence)
