"""Hold build/clusterbelt.zip to the rules of plugins.qgis.org: metadata, contents, Bandit, detect-secrets.

Links that are not filled in yet are named; with ``--release`` they are an error.
"""

import json
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from package import FOLDER, TARGET, metadata_of, missing_links

MOST_BYTES = 5_000_000
KEYS = (
    *(
        "name",
        "description",
        "version",
        "qgisMinimumVersion",
        "qgisMaximumVersion",
        "author",
        "email",
        "about",
    ),
    *("tracker", "repository", "homepage", "changelog", "hasProcessingProvider", "icon", "license"),
)
NEEDED = ("__init__.py", "metadata.txt", "LICENSE", "README.md", "resources/i18n/clusterbelt_zh_CN.qm")
FORBIDDEN = re.compile(r"(^|/)(\.[^/]+|__MACOSX|__pycache__|tests)(/|$)|\.(pyc|pyo|ui\.bak|ts|so|dll|exe)$")
_TOOLS = Path(sys.executable).parent


def main():
    release = "--release" in sys.argv[1:]
    with zipfile.ZipFile(TARGET) as archive:
        names = archive.namelist()
        inside = {name.partition("/")[2] for name in names}
        metadata = metadata_of(archive.read(f"{FOLDER}/metadata.txt").decode("utf-8"))
        readme = archive.read(f"{FOLDER}/README.md").decode("utf-8")
        faults = [*faults_of_files(names, inside), *faults_of_metadata(metadata, inside)]
        faults += dead_links(readme, inside)
        with tempfile.TemporaryDirectory() as folder:
            archive.extractall(folder)
            faults += bandit(folder) + secrets(folder) + unused(folder)
    links = missing_links(metadata)
    if release:
        faults += [f"metadata.txt: {name} is not filled in" for name in links]
    elif links:
        print(f"Left to do before a release, in metadata.txt: {', '.join(links)}")
    print(
        "\n".join(faults)
        or f"{TARGET.name}: {len(names)} files, {TARGET.stat().st_size / 1e6:.1f} MB, no finding"
    )
    sys.exit(bool(faults))


def faults_of_files(names, inside):
    """Yield what the site refuses of the files, or a user would miss."""
    if {name.partition("/")[0] for name in names} != {FOLDER}:
        yield "there is more than one folder at the top"
    if TARGET.stat().st_size > MOST_BYTES:
        yield f"the zip is larger than {MOST_BYTES / 1e6:.0f} MB"
    yield from (f"{name}: not allowed in a plugin" for name in sorted(inside) if FORBIDDEN.search(name))
    yield from (f"{name} is missing" for name in NEEDED if name not in inside)


def faults_of_metadata(metadata, inside):
    """Yield the keys that are missing, and those that say what is not so."""
    yield from (f"metadata.txt: {key} is missing" for key in KEYS if key not in metadata)
    if not re.fullmatch(r"\d+\.\d+\.\d+", metadata.get("version", "")):
        yield "metadata.txt: version is not of the form 1.2.3"
    if metadata.get("icon") not in inside:
        yield "metadata.txt: the icon is not in the zip"


def dead_links(readme, inside):
    """Return the links of the README that point to nothing in the zip."""
    links = re.findall(r"\]\((?!https?://|#)([^)#\s]+)", readme)
    return [
        f"README.md: {link} is not in the zip" for link in links if link.rstrip("/") not in folders_of(inside)
    ]


def folders_of(inside):
    """Return the files and all folders above them."""
    return inside | {parent.as_posix() for name in inside for parent in Path(name).parents}


def bandit(folder):
    """Return the findings of Bandit with its own settings, whatever their severity."""
    found = json.loads(_output("bandit", "-q", "-r", folder, "-f", "json"))
    return [
        f"Bandit {one['test_id']}: {Path(one['filename']).relative_to(folder)}:{one['line_number']} {one['issue_text']}"
        for one in found["results"]
    ]


def secrets(folder):
    """Return the findings of detect-secrets with its own settings."""
    found = json.loads(_output("detect-secrets", "scan", "--all-files", folder))
    return [
        f"detect-secrets: {name}:{one['line_number']} {one['type']}"
        for name, all_ in found["results"].items()
        for one in all_
    ]


def unused(folder):
    """Return names that are imported or made and never used, as flake8 finds them."""
    return [f"flake8: {line}" for line in _output("flake8", "--select=F,E9", folder).splitlines()]


def _output(tool, *arguments):
    return subprocess.run([_TOOLS / tool, *arguments], capture_output=True, text=True, check=False).stdout


if __name__ == "__main__":
    main()
