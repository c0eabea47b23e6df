"""What the README says: its command lines run as they stand there, and its table names every algorithm."""

import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_command_lines_run_as_written(clone, home, tmp_path):
    block = next(
        text for text in re.findall(r"^```\n(.*?)^```", README, re.M | re.S) if "qgis_process run" in text
    )
    folder = clone("clusterbelt")
    plugins = tmp_path / ".local/share/QGIS/QGIS3/profiles/default/python/plugins"
    plugins.mkdir(parents=True)
    (plugins / "clusterbelt").symlink_to(folder, target_is_directory=True)
    for name in ("clusters.csv", "belts.csv"):
        shutil.copy(folder / "resources" / "sample" / name, tmp_path)
    finished = subprocess.run(
        ["bash", "-ec", block],
        cwd=tmp_path,
        env={**home, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    for name in re.findall(r"--\w*OUT\w*=(\S+)", block):
        assert (tmp_path / name).exists(), name


def test_every_algorithm_and_model_is_in_the_table():
    listed = set(re.findall(r"^\| `clusterbelt:(\w+)`", README, re.M))
    there = {
        name
        for file in (ROOT / "processing" / "algorithms").glob("*.py")
        for name in re.findall(r'def name\(self\):\n        return "(\w+)"', file.read_text(encoding="utf-8"))
    }
    models = set(re.findall(r'"(\w+)"', re.findall(r"^STUDY, .* = (.*)$", _models(), re.M)[0]))
    assert listed == there | models


def _models():
    return (ROOT / "processing" / "models.py").read_text(encoding="utf-8")
