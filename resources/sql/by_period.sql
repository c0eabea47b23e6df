(SELECT s.geom, s.w, CAST(p.period AS text) || COALESCE(',' || CAST(s.g AS text), '') AS g
 FROM (SELECT $geometry AS geom, $weight AS w, $text AS code, $group AS g FROM $relation WHERE ($condition)) AS s
      JOIN (VALUES $periods) AS p(code, period) ON s.code = p.code)
