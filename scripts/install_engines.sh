#!/bin/sh
# Install what the tests of engines need of the system, where it is missing: PostGIS, and Java for Spark.
set -eu

missing() {
    ls /usr/lib/postgresql/*/lib/postgis-3.so >/dev/null 2>&1 || echo "PostgreSQL with PostGIS"
    java -version >/dev/null 2>&1 || echo "Java"
}

if [ -z "$(missing)" ]; then
    exit 0
fi
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    as_root="sudo -n"
fi
if ! { $as_root apt-get update -q &&
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
        postgresql "postgresql-*-postgis-3" default-jre-headless; } || [ -n "$(missing)" ]; then
    echo "The tests of engines cannot run; apt-get could not install: $(missing | paste -s -d ',')" >&2
    exit 1
fi
