CASE WHEN $number = 0 OR ABS($number) BETWEEN CAST('2.5e-324' AS numeric) AND CAST('1.7976931348623157e308' AS numeric)
     THEN CAST($number AS $real)
END
