SELECT i, d
FROM (SELECT i, d, wanted, reached, COALESCE(LAG(reached) OVER (PARTITION BY i ORDER BY d), held) AS before,
             LEAD(d) OVER (PARTITION BY i ORDER BY d) AS further
      FROM (SELECT i, d, wanted, held, held + SUM(weight) OVER (PARTITION BY i ORDER BY d) AS reached
            FROM (SELECT i, d, SUM(u) AS weight, MIN(wanted) AS wanted, MIN(held) AS held
                  FROM (SELECT i, u, wanted, held, ring, step, SQRT(p * p + q * q) AS d FROM $framed AS t $fence) AS m
                  WHERE ring < 0 OR FLOOR(d / step) = ring
                  GROUP BY i, d $fence) AS rows_of_ring) AS added) AS ways
WHERE before < wanted AND (reached >= wanted OR further IS NULL)
