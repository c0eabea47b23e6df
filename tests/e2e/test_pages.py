"""What the pages say: their command lines run as they stand there, and the README's table names every algorithm."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
HOW_TO = [*sorted((ROOT / "docs" / "how-to").glob("*.md")), ROOT / "docs" / "another-country.md"]
_FENCED = re.compile(r"(?:^`(\S+)`:\n\n)?^```(\w*)\n(.*?)^```", re.M | re.S)
# Debian's wrapper around the program, as the README has it.
_PROGRAM = README.partition("```\nif command")[2].partition("\n")[0]


@pytest.fixture(scope="module")
def place(clone, home, tmp_path_factory):
    """Return a function that puts the sample's tables into a folder, and returns the environment of a new user of QGIS."""
    folder = clone("clusterbelt")

    def make(target):
        user = tmp_path_factory.mktemp("user")
        plugins = user / ".local/share/QGIS/QGIS3/profiles/default/python/plugins"
        plugins.mkdir(parents=True)
        (plugins / "clusterbelt").symlink_to(folder, target_is_directory=True)
        for name in ("clusters.csv", "belts.csv"):
            shutil.copy(folder / "resources" / "sample" / name, target)
        for table in (folder / "docs" / "data").glob("us_*.csv"):
            shutil.copy(table, target)
        (target / "scripts").symlink_to(folder / "scripts", target_is_directory=True)
        return {**home, "HOME": str(user), "QT_QPA_PLATFORM": "offscreen", "PATH": f"/usr/bin:{home['PATH']}"}

    return make


def run(block, folder, environment):
    """Run lines of a page; every file that they name as an output must be there afterwards."""
    finished = subprocess.run(
        ["bash", "-ec", block], cwd=folder, env=environment, capture_output=True, text=True
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    for name in re.findall(r"--(?:\w*OUT\w*|CHECK|TABLE|ELLIPSES)=([\w.-]+)(?:\s|$)", block):
        assert (folder / name).exists(), name


def test_the_command_lines_of_the_readme(place, tmp_path):
    block = next(text for _, _, text in _FENCED.findall(README) if "qgis_process run" in text)
    run(block, tmp_path, place(tmp_path))


@pytest.mark.parametrize("page", HOW_TO, ids=lambda page: page.stem)
def test_the_command_lines_of_a_page(page, place, tmp_path):
    environment = place(tmp_path)
    lines = [f"if command{_PROGRAM}", "qgis_process plugins enable clusterbelt"]
    for name, language, text in _FENCED.findall(page.read_text(encoding="utf-8")):
        if name:
            (tmp_path / name).write_text(text, encoding="utf-8")
        elif language == "sh":
            lines.append(text)
    assert len(lines) > 2
    run("\n".join(lines), tmp_path, environment)


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
