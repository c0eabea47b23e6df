"""QGIS Desktop on a screen of its own, from a profile that nothing has touched, driven by a script.

As a program it goes through the first minutes in English and Chinese, light and dark, and leaves the pictures:
``python3 tests/e2e/fresh_desktop.py build/first-minutes``.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCREEN = "1366x768x24"
_SETTINGS = """[PythonPlugins]
clusterbelt=true

[locale]
overrideFlag=true
userLocale={language}

[UI]
UITheme={theme}

[qgis]
checkVersion=false
"""


def run(script, place, language="en_US", theme="default", **environment):
    """Run a script inside QGIS and return what it saw.

    Parameters
    ----------
    script : str
        Name of a file beside this one; it writes ``seen.json``.
    place : Path
        An empty folder for the profile and what is seen.
    language, theme : str
        As QGIS's settings name them.
    environment : str
        More variables, such as QT_SCALE_FACTOR.
    """
    settings = place / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS.format(language=language, theme=theme), encoding="utf-8")
    (place / "plugins").mkdir()
    (place / "plugins" / "clusterbelt").symlink_to(ROOT, target_is_directory=True)
    (place / "home").mkdir(mode=0o700)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QGIS", "XDG", "QT_"))}
    finished = subprocess.run(
        [
            *("xvfb-run", "-a", "-s", f"-screen 0 {SCREEN}", "qgis.bin"),
            *("--profiles-path", str(place), "--nologo", "--noversioncheck"),
            *("--code", str(Path(__file__).with_name(script))),
        ],
        cwd=place,
        env={
            **kept,
            "HOME": str(place / "home"),
            "XDG_RUNTIME_DIR": str(place / "home"),
            "QGIS_PLUGINPATH": str(place / "plugins"),
            "CLUSTERBELT_LOOK": str(place),
            **environment,
        },
        capture_output=True,
        text=True,
        timeout=1300,
    )
    said = finished.stdout + finished.stderr
    (place / "said.txt").write_text(said, encoding="utf-8")
    if not (place / "seen.json").exists() or "Traceback" in said:
        raise RuntimeError(said)
    return json.loads((place / "seen.json").read_text(encoding="utf-8"))


def main():
    target = Path(sys.argv[1]).resolve()
    for language in ("en_US", "zh-Hans"):
        for theme in ("default", "Night Mapping"):
            place = target / f"{language}-{theme.split()[0].lower()}"
            place.mkdir(parents=True)
            print(place, run("first_minutes.py", place, language, theme))


if __name__ == "__main__":
    main()
