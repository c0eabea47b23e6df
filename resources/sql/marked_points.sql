(SELECT g, CASE WHEN $usable THEN u END AS u, px, py FROM $points AS bare)
