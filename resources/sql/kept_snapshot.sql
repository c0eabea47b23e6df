SELECT SUBSTRING(application_name FROM LENGTH($mark) + 1) FROM pg_stat_activity WHERE LEFT(application_name, LENGTH($mark)) = $mark
