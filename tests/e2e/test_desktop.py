"""QGIS Desktop in a real window, with the plugin, the project of the demo and the dock."""

import subprocess


def test_the_dock_shows_the_demo_zooms_filters_and_makes_a_layout(desktop, tmp_path):
    seen = desktop("look_at_desktop.py", tmp_path)
    assert seen["plugin"] and seen["dock_visible"]
    assert len(seen["layers"]) == 14
    assert seen["clusters"] == 159 and seen["summary"] == 4
    # The project opens with the whole country in sight, some 5000 km wide.
    assert 3e6 < seen["extent_before"] < 1.5e7
    assert 0 < seen["extent_after"] < seen["extent_before"] / 2
    assert seen["pairs"] > 0
    assert seen["why"] and 0 < seen["filtered"] < 159
    pages = {"links", "virtual-clusters", "far-clusters", "gaps", "coupling"}
    assert set(seen["layouts"]) == {"Cluster Belt", "Industrial clusters and online belts", *pages}
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
