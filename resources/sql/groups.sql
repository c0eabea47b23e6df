SELECT $found
FROM (SELECT *, (ROW_NUMBER() OVER () - 1) / $most AS part
      FROM (SELECT $groups, COUNT(*) AS n, MIN(f) AS f
            FROM (SELECT $groups, $first AS f
                  FROM (SELECT $columns FROM $relation WHERE ($condition) AND ($only) $fence) AS q $fence) AS r
            GROUP BY $groups) AS g) AS p
GROUP BY part
