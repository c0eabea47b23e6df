DO $$$$
DECLARE
  new CONSTANT oid := CAST(to_regclass(current_setting('clusterbelt.written')) AS oid);
  wanted CONSTANT text := current_setting('clusterbelt.wanted');
  written text;
  home text;
  old oid;
  rights text[];
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
    -- Who could read the old table can read the new one, unless the old one hid rows from some.
    SELECT array_agg(format('GRANT %s ON %I.%I TO %s%s', privilege_type, home, wanted,
                            CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END,
                            CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END))
    INTO rights
    FROM pg_class, LATERAL aclexplode(relacl) WHERE pg_class.oid = old AND NOT relrowsecurity;
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
  IF rights IS NOT NULL THEN
    FOREACH stem IN ARRAY rights LOOP
      EXECUTE stem;
    END LOOP;
  END IF;
END $$$$
