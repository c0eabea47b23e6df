#!/bin/sh
# Install QGIS and what the demo and the tests need of the system, where it is missing. Debian and Ubuntu.
set -eu

packages=$(cat "$(dirname "$0")/system_packages.txt")

has_qgis() {
    /usr/bin/python3 -c "import qgis.core" 2>/dev/null &&
        { command -v qgis_process.bin || command -v qgis_process; } >/dev/null 2>&1
}

present() {
    has_qgis && /usr/bin/python3 -c "import pandas, numpy, ensurepip" 2>/dev/null &&
        command -v xvfb-run >/dev/null 2>&1 && command -v pdftotext >/dev/null 2>&1 &&
        fc-list ':lang=zh' 2>/dev/null | grep -q .
}

if present; then
    exit 0
fi
if ! command -v apt-get >/dev/null 2>&1; then
    echo "This system has no apt-get: install QGIS 3.22 or later with its Python, pandas, numpy, a Chinese font, xvfb-run and pdftotext, and run make again." >&2
    exit 1
fi
# A QGIS that is there already, such as that of QGIS's own containers, is not replaced by the distribution's.
if has_qgis; then
    packages=${packages#qgis python3-qgis }
fi
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    as_root="sudo -n"
fi
echo "Installing with apt: $packages"
$as_root apt-get update -q
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $packages
present || {
    echo "QGIS was installed, but /usr/bin/python3 cannot import qgis, pandas and numpy." >&2
    exit 1
}
