DO $$$$
DECLARE
  old CONSTANT regclass := to_regclass(
    format('%I.%I', COALESCE(NULLIF(current_setting('clusterbelt.schema'), ''), current_schema()), current_setting('clusterbelt.wanted')));
BEGIN
  IF old IS NOT NULL THEN
    EXECUTE format('DROP TABLE %s', old);
  END IF;
END $$$$
