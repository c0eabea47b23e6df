(SELECT CASE WHEN i = '' THEN '2' WHEN i ~ '^[0-9]{1,18}$$' THEN '0' || LPAD(i, 18, '0') || i ELSE '1' || i END
 FROM (SELECT COALESCE(TRANSLATE(BTRIM($text, $blanks), '０１２３４５６７８９', '0123456789'), '') AS i) AS id) COLLATE "C"
