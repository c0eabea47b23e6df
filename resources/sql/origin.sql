SELECT AVG(px), AVG(py) FROM (SELECT px, py FROM $points AS p LIMIT 1000) AS s
