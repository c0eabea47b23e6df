CASE WHEN $text >= 'A' AND $text < '{' THEN '1' || $text
     WHEN TRANSLATE($text, '０１２３４５６７８９', '0123456789') ~ '^[0-9]{1,18}$$'
     THEN '0' || LPAD(TRANSLATE($text, '０１２３４５６７８９', '0123456789'), 18, '0') || $text
     WHEN COALESCE($text, '') = '' THEN '2'
     ELSE '1' || $text
END
