DO $$$$
DECLARE
  new CONSTANT oid := CAST(to_regclass(current_setting('clusterbelt.written')) AS oid);
  wanted CONSTANT text := current_setting('clusterbelt.wanted');
  written text;
  home text;
  old oid;
  master name;
  kept text[];
  one record;
  stem text;
BEGIN
  IF new IS NULL THEN
    RAISE EXCEPTION 'the table that was written is gone';
  END IF;
  SELECT relname, nspname INTO written, home
  FROM pg_class JOIN pg_namespace AS spaces ON spaces.oid = relnamespace WHERE pg_class.oid = new;
  old := CAST(to_regclass(format('%I.%I', home, wanted)) AS oid);
  IF old IS NOT NULL THEN
    SELECT pg_get_userbyid(relowner) INTO master FROM pg_class WHERE pg_class.oid = old;
    -- Who could read the old table or a column can read the new one, and what was said of them stays.
    SELECT array_agg(change) INTO kept FROM (
      SELECT format('GRANT %s ON %I.%I TO %s%s', privilege_type, home, wanted,
                    CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END,
                    CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) AS change
      FROM pg_class, LATERAL aclexplode(relacl) WHERE pg_class.oid = old AND grantee <> relowner
      UNION ALL
      SELECT format('GRANT %s (%I) ON %I.%I TO %s%s', privilege_type, was.attname, home, wanted,
                    CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END,
                    CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
      FROM pg_attribute AS was JOIN pg_attribute AS is_now USING (attname), LATERAL aclexplode(was.attacl)
      WHERE was.attrelid = old AND is_now.attrelid = new AND was.attnum > 0 AND NOT was.attisdropped
      UNION ALL
      SELECT format('COMMENT ON TABLE %I.%I IS %L', home, wanted, obj_description(old, 'pg_class'))
      WHERE obj_description(old, 'pg_class') IS NOT NULL
      UNION ALL
      SELECT format('COMMENT ON COLUMN %I.%I.%I IS %L', home, wanted, was.attname, col_description(old, was.attnum))
      FROM pg_attribute AS was JOIN pg_attribute AS is_now USING (attname)
      WHERE was.attrelid = old AND is_now.attrelid = new AND was.attnum > 0 AND NOT was.attisdropped
            AND col_description(old, was.attnum) IS NOT NULL AND col_description(new, is_now.attnum) IS NULL) AS changes;
    EXECUTE format('DROP TABLE %I.%I', home, wanted);
  END IF;
  EXECUTE format('ALTER TABLE %I.%I RENAME TO %I', home, written, wanted);
  -- What was named after the table that was written, is named after the one that is meant, as far as names have room.
  FOR one IN
    SELECT format('ALTER INDEX %I.%I RENAME', home, relname) AS change, relname AS name
    FROM pg_class WHERE oid IN (SELECT indexrelid FROM pg_index WHERE indrelid = new)
    UNION ALL
    SELECT format('ALTER TABLE %I.%I RENAME CONSTRAINT %I', home, wanted, conname), conname
    FROM pg_constraint WHERE conrelid = new AND conindid = 0
    UNION ALL
    SELECT format('ALTER SEQUENCE %I.%I RENAME', home, relname), relname
    FROM pg_class WHERE relkind = 'S' AND oid IN (SELECT objid FROM pg_depend WHERE refobjid = new)
  LOOP
    CONTINUE WHEN left(one.name, length(written)) <> written;
    stem := wanted;
    WHILE octet_length(stem || substr(one.name, length(written) + 1)) > 63 LOOP
      stem := left(stem, -1);
    END LOOP;
    stem := stem || substr(one.name, length(written) + 1);
    CONTINUE WHEN to_regclass(format('%I.%I', home, stem)) IS NOT NULL;
    EXECUTE one.change || format(' TO %I', stem);
  END LOOP;
  IF old IS NOT NULL THEN
    BEGIN
      EXECUTE format('ALTER TABLE %I.%I OWNER TO %I', home, wanted, master);
    EXCEPTION WHEN insufficient_privilege THEN
      NULL;
    END;
    -- Nobody gets by default privileges what the old table did not give.
    FOR one IN
      SELECT DISTINCT format('REVOKE ALL ON %I.%I FROM %s CASCADE', home, wanted,
                             CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END) AS change
      FROM pg_class, LATERAL aclexplode(relacl) WHERE pg_class.oid = new AND grantee <> relowner
    LOOP
      EXECUTE one.change;
    END LOOP;
  END IF;
  FOREACH stem IN ARRAY COALESCE(kept, '{}') LOOP
    EXECUTE stem;
  END LOOP;
END $$$$
