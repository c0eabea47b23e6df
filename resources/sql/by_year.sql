(SELECT s.geom, p.w, CAST(p.period AS text) || COALESCE(',' || CAST(s.g AS text), '') AS g
 FROM (SELECT $geometry AS geom, $weights, $group AS g FROM $relation WHERE ($condition)) AS s
      CROSS JOIN LATERAL (VALUES $periods) AS p(period, w))
