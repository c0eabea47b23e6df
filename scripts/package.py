"""Write build/clusterbelt.zip: what git archives of the last commit, the pages of the help, and the newest changes.

The same commit gives the same bytes on any machine, in any time zone. With ``--release`` the links that the plugin
site asks for must be filled in (`metadata.txt`).
"""

import argparse
import io
import re
import subprocess
import sys
import tarfile
import zipfile
from configparser import ConfigParser
from datetime import datetime, timezone
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "build" / "clusterbelt.zip"
HELP = ROOT / "build" / "help"
FOLDER = "clusterbelt"
LINKS = ("homepage", "tracker", "repository", "email")
# Written by whoever has not filled in an address of their own.
PLACEHOLDER = re.compile(r"@.*\.example$")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--release", action="store_true", help="refuse a package that the site would refuse")
    release = parser.parse_args().release
    open_links = missing_links(metadata_of((ROOT / "metadata.txt").read_text(encoding="utf-8")))
    if release and open_links:
        sys.exit(f"metadata.txt: fill in {', '.join(open_links)} before a release.")
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(package())
    print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size / 1e6:.1f} MB")


def package():
    """Return the bytes of the zip."""
    archive = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, check=True, capture_output=True).stdout
    files = {}
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            if member.isfile():
                files[member.name] = tar.extractfile(member).read()
    files["metadata.txt"] = with_changes(files["metadata.txt"], files["CHANGELOG.md"])
    for page in sorted(HELP.rglob("*")):
        if page.is_file():
            files[f"help/{page.relative_to(HELP).as_posix()}"] = page.read_bytes()
    files["README.md"] = with_links(files["README.md"].decode("utf-8"), files).encode("utf-8")
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{FOLDER}/{name}", date_of_commit())
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o100644 << 16
            target.writestr(entry, files[name])
    return written.getvalue()


def date_of_commit():
    """Return the time of the last commit in UTC, as zip files hold it."""
    seconds = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    return datetime.fromtimestamp(int(seconds), timezone.utc).timetuple()[:6]


def with_changes(metadata, changelog):
    """Return the metadata with what is new in the last two versions, as the plugin manager shows it."""
    versions = re.split(r"^## ", changelog.decode("utf-8"), flags=re.MULTILINE)[1:3]
    lines = [line for version in versions for line in version.strip().splitlines() if line.strip()]
    text = "\n".join(f"  {line}" for line in lines).replace("%", "%%")
    return metadata.rstrip(b"\n") + f"\nchangelog=\n{text}\n".encode()


def with_links(readme, files):
    """Return the README with links to the help in place of the texts and pictures that are not in the zip."""

    def held(match):
        link = match[1]
        page = "help/" + re.sub(r"\.md$", ".html", link)
        return f"]({page})" if link not in files and page in files else match[0]

    return re.sub(r"\]\((?!https?://|#)([^)#\s]+)\)", held, readme)


def metadata_of(text):
    """Return the general section of a metadata.txt."""
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read_string(text)
    return parser["general"]


def missing_links(metadata):
    """Return the names of the links that are empty or only hold a place."""
    return [name for name in LINKS if not metadata.get(name) or PLACEHOLDER.search(metadata[name])]


if __name__ == "__main__":
    main()
