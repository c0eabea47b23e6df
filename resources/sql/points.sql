(SELECT $group AS g, $weight AS u, $x AS px, $y AS py
 FROM $relation
 WHERE ($condition) AND ($only) AND $weight > 0 AND $weight < $infinity AND $finite $fence)
