(SELECT i, u, dx * a1 + dy * a2 - c1 AS p, dx * b1 + dy * b2 - c2 AS q$names
 FROM (SELECT f.i, r.u, r.px - f.x AS dx, r.py - f.y AS dy, f.a1, f.a2, f.b1, f.b2, f.c1, f.c2$further
       FROM $points AS r JOIN (VALUES $frames) AS f(i, k, x, y, a1, a2, b1, b2, c1, c2$names) ON $joined $fence) AS s $fence)
