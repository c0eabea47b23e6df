(SELECT f.i, r.u, (r.px - f.x) * f.a1 + (r.py - f.y) * f.a2 - f.c1 AS p,
        (r.px - f.x) * f.b1 + (r.py - f.y) * f.b2 - f.c2 AS q$names
 FROM $points AS r JOIN $frames AS f(i, k, x, y, a1, a2, b1, b2, c1, c2$names) ON $joined $fence)
