SELECT 1 FROM $relation AS t WHERE ($condition) AND GeometryType($geometry) <> 'POINT' LIMIT 1
