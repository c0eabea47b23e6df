SELECT i, part, many, before
FROM (SELECT i, part, many, wanted, reached, COALESCE(LAG(reached) OVER (PARTITION BY i ORDER BY part), held) AS before,
             LEAD(part) OVER (PARTITION BY i ORDER BY part) AS further
      FROM (SELECT i, part, many, wanted, held, held + SUM(weight) OVER (PARTITION BY i ORDER BY part) AS reached
            FROM (SELECT i, part, COUNT(*) AS many, SUM(u) AS weight, MIN(wanted) AS wanted, MIN(held) AS held
                  FROM (SELECT i, u, wanted, held, ring, FLOOR(d / step) AS outer_part, FLOOR(d / fine) AS part
                        FROM (SELECT i, u, wanted, held, ring, step, fine, SQRT(p * p + q * q) AS d
                              FROM $framed AS t $fence) AS m $fence) AS numbered
                  WHERE ring < 0 OR outer_part = ring
                  GROUP BY i, part $fence) AS rings) AS added) AS ways
WHERE before < wanted AND (reached >= wanted OR further IS NULL)
