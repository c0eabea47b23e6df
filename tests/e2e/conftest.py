"""Clones of the repository under odd names, and real QGIS programs run in them."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(Path(__file__).parent))


@pytest.fixture(scope="session")
def clone(tmp_path_factory):
    """Return a function that copies the files of the repository into a directory of any name."""

    def make(name):
        target = tmp_path_factory.mktemp("clones") / name
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for file in filter(None, listed.split("\0")):
            if (ROOT / file).exists():
                (target / file).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / file, target / file)
        return target

    return make


@pytest.fixture(scope="session")
def home(tmp_path_factory):
    """A home directory that nothing has touched, and the environment to use it."""
    folder = tmp_path_factory.mktemp("home")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QGIS", "XDG", "QT_"))}
    return {**kept, "HOME": str(folder)}


@pytest.fixture(scope="session")
def demo(clone, home):
    """A clone called tmp.x-1 in which `make demo` has run, and what it printed."""
    folder = clone("tmp.x-1")
    finished = subprocess.run(["make", "demo"], cwd=folder, env=home, capture_output=True, text=True)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return folder, finished.stdout


@pytest.fixture(scope="session")
def desktop(demo, home):
    """Return a function that runs a script in QGIS Desktop, in a window, and returns what it saw and what QGIS said."""

    def run(script, place):
        command = [
            "xvfb-run",
            "-a",
            "-s",
            "-screen 0 1500x950x24",
            "/usr/bin/python3",
            "scripts/run_desktop.py",
        ]
        finished = subprocess.run(
            [*command, "--code", str(Path(__file__).parent / script)],
            cwd=demo[0],
            env={**home, "CLUSTERBELT_LOOK": str(place)},
            capture_output=True,
            text=True,
            timeout=1300,
        )
        assert (place / "seen.json").exists(), finished.stdout + finished.stderr
        assert "Traceback" not in finished.stderr
        return json.loads((place / "seen.json").read_text(encoding="utf-8"))

    return run


@pytest.fixture(scope="session")
def qgis_process(clone, home):
    """Return a function that runs the real qgis_process with the plugin of a clone called `processing`."""
    folder = clone("processing")
    script = (
        "import sys; sys.path.insert(0, 'scripts'); import qgis_profile, subprocess; "
        "sys.exit(subprocess.call([qgis_profile.program('qgis_process'), *sys.argv[1:]], "
        "env=qgis_profile.prepare()))"
    )

    def run(*words):
        return subprocess.run(
            ["/usr/bin/python3", "-c", script, *map(str, words)],
            cwd=folder,
            env={**home, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
        )

    run.folder = folder
    return run
