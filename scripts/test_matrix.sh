#!/bin/bash
# Run the tests in QGIS 3.40 and 3.44: Debian trixie, and its backports over it, each in a root folder of its own.
# They are built once, outside the repository, from the package sources of this machine's apt. Needs root, and Debian.
#   scripts/test_matrix.sh [3.40] [3.44]      PARTS="tests/qgis" takes some of the tests only
set -euo pipefail
cd "$(dirname "$0")/.."

cache=${CLUSTERBELT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/clusterbelt}
packages="$(cat scripts/system_packages.txt) git make ca-certificates"
overlays=$(mktemp -d)
red=
trap clean EXIT

clean() {
    local root
    for root in "$overlays"/*/root; do
        if mountpoint -q "$root"; then umount "$root"; fi
    done
    rm -rf "$overlays"
}

main() {
    [ "$(id -u)" -eq 0 ] || { echo "The matrix mounts and changes root: run it as root." >&2; exit 1; }
    mkdir -p "$cache"
    wheels
    for version in "${@:-3.40 3.44}"; do
        for one in $version; do
            "build_${one/./_}"
            run "$one"
        done
    done
    [ -z "$red" ] || { echo "Red in QGIS$red." >&2; exit 1; }
}

# The test tools for the Python of trixie; pip itself has no network in there.
wheels() {
    cmp -s tests/requirements.txt "$cache/wheels/done" && return
    python3 -m pip download --quiet --dest "$cache/wheels" --python-version 3.13 --only-binary=:all: \
        -r tests/requirements.txt
    cp tests/requirements.txt "$cache/wheels/done"
}

mirror() {
    apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(SITE)' 'Created-By: Packages' | sed -n 's/^Debian|Debian|//p' | head -1
}

build_3_40() {
    [ -d "$cache/3.40" ] && return
    command -v mmdebstrap >/dev/null || apt-get install -q -y --no-install-recommends mmdebstrap
    rm -rf "$cache/3.40.part"
    mmdebstrap --variant=minbase --include="${packages// /,}" --aptopt='APT::Install-Recommends "false"' \
        trixie "$cache/3.40.part" "$(mirror)"
    mv "$cache/3.40.part" "$cache/3.40"
}

build_3_44() {
    [ -d "$cache/3.44" ] && return
    build_3_40
    rm -rf "$cache/3.44.part"
    mkdir -p "$cache/3.44.part" "$cache/3.44.work" "$overlays/build/root"
    mount -t overlay overlay -o "lowerdir=$cache/3.40,upperdir=$cache/3.44.part,workdir=$cache/3.44.work" "$overlays/build/root"
    cp -L /etc/resolv.conf "$overlays/build/root/etc/resolv.conf"
    echo "deb $(mirror) trixie-backports main" >"$overlays/build/root/etc/apt/sources.list.d/backports.list"
    chroot "$overlays/build/root" sh -euc 'apt-get update -q && DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends -t trixie-backports qgis python3-qgis && apt-get clean'
    umount "$overlays/build/root"
    rm -rf "$cache/3.44.work"
    mv "$cache/3.44.part" "$cache/3.44"
}

# Run the tests in a copy of the folder that is thrown away, with the last commit in it. A red part stops no other.
run() {
    local place="$overlays/$1" lower="$cache/3.40" parts=${PARTS:-tests/analysis tests/qgis tests/e2e}
    if [ "$1" = 3.44 ]; then
        lower="$cache/3.44:$cache/3.40"
        parts=${PARTS:-tests/qgis tests/e2e}  # the libraries of the analysis are those of 3.40
    fi
    mkdir -p "$place/upper" "$place/work" "$place/root"
    mount -t overlay overlay -o "lowerdir=$lower,upperdir=$place/upper,workdir=$place/work" "$place/root"
    git clone -q . "$place/root/srv/tmp.x-1"
    mkdir -p "$place/root/wheels"
    cp "$cache"/wheels/* "$place/root/wheels/"
    echo "QGIS $1: $parts"
    unshare --mount --pid --fork chroot "$place/root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
        PIP_NO_INDEX=1 PIP_FIND_LINKS=/wheels \
        sh -euc 'mount -t proc proc /proc; cd /srv/tmp.x-1; python3 -c "from qgis.core import Qgis; print(Qgis.QGIS_VERSION)"
            make --keep-going test-parts PARTS="$0"' "$parts" || red="$red $1"
    umount "$place/root"
}

main "$@"
