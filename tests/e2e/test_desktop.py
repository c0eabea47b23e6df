"""QGIS Desktop in a real window, with the plugin, the project of the demo and the dock."""

import json
import subprocess
from pathlib import Path

SCRIPT = Path(__file__).parent / "look_at_desktop.py"


def test_the_dock_shows_the_demo_zooms_filters_and_makes_a_layout(demo, home, tmp_path):
    folder, _ = demo
    command = ["xvfb-run", "-a", "-s", "-screen 0 1500x950x24", "/usr/bin/python3", "scripts/run_desktop.py"]
    finished = subprocess.run(
        [*command, "--code", str(SCRIPT)],
        cwd=folder,
        env={**home, "CLUSTERBELT_LOOK": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (tmp_path / "seen.json").exists(), finished.stdout + finished.stderr
    seen = json.loads((tmp_path / "seen.json").read_text(encoding="utf-8"))
    assert seen["plugin"] and seen["dock_visible"]
    assert len(seen["layers"]) == 5
    assert seen["clusters"] == 159 and seen["summary"] == 4
    # The project opens with the whole country in sight, some 5000 km wide.
    assert 3e6 < seen["extent_before"] < 1.5e7
    assert 0 < seen["extent_after"] < seen["extent_before"] / 2
    assert seen["pairs"] > 0
    assert seen["why"] and 0 < seen["filtered"] < 159
    assert seen["layouts"] == ["Cluster Belt", "Map"]
    assert "Traceback" not in finished.stderr
    assert (tmp_path / "desktop.png").stat().st_size > 50_000


def test_without_a_screen_it_says_so(demo, home):
    folder, _ = demo
    without = {name: value for name, value in home.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    finished = subprocess.run(
        ["/usr/bin/python3", "scripts/run_desktop.py"],
        cwd=folder,
        env=without,
        capture_output=True,
        text=True,
    )
    assert finished.returncode != 0 and "needs a screen" in finished.stderr
