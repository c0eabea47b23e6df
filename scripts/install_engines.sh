#!/bin/sh
# Install what the tests of engines need of the system, where it is missing: PostGIS, and Java for Spark.
set -eu

if ls /usr/lib/postgresql/*/lib/postgis-3.so >/dev/null 2>&1 && command -v java >/dev/null 2>&1; then
    exit 0
fi
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    as_root="sudo -n"
fi
$as_root apt-get update -q
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
    postgresql postgis "postgresql-*-postgis-3" default-jre-headless
