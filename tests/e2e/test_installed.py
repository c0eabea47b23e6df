"""The zip as a stranger has it: the same bytes in every time zone, installed by QGIS's own installer into a new profile."""

import json
import os
import subprocess

import pytest


@pytest.fixture(scope="module")
def built(clone, home):
    """Return the zips that scripts/package.py makes of one commit in three time zones."""
    folder = clone("tmp.x-1")
    git = ["git", "-c", "user.name=tests", "-c", "user.email=tests@localhost"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "All files"]):
        subprocess.run([*git, *words], cwd=folder, check=True)
    made = []
    for zone in ("UTC", "Asia/Shanghai", "America/New_York"):
        environment = {**home, "TZ": zone}
        subprocess.run(
            ["/usr/bin/python3", "scripts/package.py"],
            cwd=folder,
            env=environment,
            check=True,
            capture_output=True,
        )
        made.append((folder / "build" / "clusterbelt.zip").read_bytes())
    return made


def test_the_same_commit_gives_the_same_bytes_in_every_time_zone(built):
    assert len(built[0]) > 100_000
    assert built[0] == built[1] == built[2]


def test_the_zip_is_installed_and_works_in_a_new_profile(built, home, tmp_path):
    (tmp_path / "clusterbelt.zip").write_bytes(built[0])
    script = os.path.join(os.path.dirname(__file__), "install_zip.py")
    finished = subprocess.run(
        [
            *("xvfb-run", "-a", "-s", "-screen 0 1366x768x24", "qgis", "--nologo", "--noversioncheck"),
            *("--profiles-path", str(tmp_path / "profiles"), "--code", script),
        ],
        cwd=tmp_path,
        env={**home, "CLUSTERBELT_LOOK": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=1300,
    )
    assert (tmp_path / "seen.json").exists(), finished.stdout + finished.stderr
    assert "Traceback" not in finished.stderr
    seen = json.loads((tmp_path / "seen.json").read_text(encoding="utf-8"))
    assert "clusterbelt" not in seen["plugins_before"]
    assert "matchclusters" in seen["algorithms"] and "weightedellipse" in seen["algorithms"]
    assert len(seen["layers"]) >= 3
    assert (tmp_path / "profiles/profiles/default/python/plugins/clusterbelt/LICENSE").exists()
