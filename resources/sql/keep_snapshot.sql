SELECT set_config('application_name', $mark || pg_export_snapshot(), TRUE)
