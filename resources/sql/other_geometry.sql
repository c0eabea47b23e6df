SELECT 1
FROM (SELECT $geometry AS geom FROM $relation WHERE ($condition)) AS s
WHERE GeometryType(geom) <> $shape OR ST_SRID(geom) <> $srid
LIMIT 1
