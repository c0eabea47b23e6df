CASE WHEN $text >= 'A' AND $text < '{' AND RIGHT($text, 1) BETWEEN '!' AND '~' THEN '1' || $text
     WHEN TRANSLATE(BTRIM($text, $blanks), '０１２３４５６７８９', '0123456789') ~ '^[0-9]{1,18}$$'
     THEN '0' || LPAD(TRANSLATE(BTRIM($text, $blanks), '０１２３４５６７８９', '0123456789'), 18, '0') || BTRIM($text, $blanks)
     WHEN COALESCE(BTRIM($text, $blanks), '') = '' THEN '2'
     ELSE '1' || BTRIM($text, $blanks)
END
