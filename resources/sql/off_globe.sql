SELECT px, py, COUNT(*) OVER ()
FROM (SELECT px, py FROM $points AS p WHERE ABS(px) > $most_x OR ABS(py) > $most_y $fence) AS s
ORDER BY ABS(py) DESC, ABS(px) DESC
LIMIT 1
