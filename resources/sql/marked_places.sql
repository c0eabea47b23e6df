(SELECT g, u, CASE WHEN u IS NOT NULL THEN px END AS px, CASE WHEN u IS NOT NULL THEN py END AS py
 FROM (SELECT g, CASE WHEN $usable THEN u END AS u, px, py FROM $points AS bare $fence) AS marked)
