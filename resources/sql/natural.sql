CASE WHEN $text >= ':' AND $text < '０' THEN $text
     WHEN TRANSLATE($text, '０１２３４５６７８９', '0123456789') ~ '^[0-9]{1,18}$$'
     THEN CHR(1) || LPAD(TRANSLATE($text, '０１２３４５６７８９', '0123456789'), 18, '0') || $text
     WHEN COALESCE($text, '') = '' THEN CHR(1114111)
     WHEN $text < ':' THEN CHR(2) || $text
     ELSE '０' || $text
END
