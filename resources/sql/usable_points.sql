(SELECT g, u, px, py FROM $points AS bare WHERE NULLIF($usable, FALSE) IS NOT NULL)
