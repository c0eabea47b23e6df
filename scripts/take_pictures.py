"""Take the pictures of the tutorial and of the dock in a real window of QGIS, from an empty profile, in docs/."""

import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# What goes through the window, in which language, and what its pictures are called in docs/.
PICTURES = (
    (
        "first_minutes.py",
        "en_US",
        {"tutorial/overview": "1-overview", "tutorial/why": "3-why", "dock": "3-why"},
    ),
    ("first_minutes.py", "zh-Hans", {"dock-zh": "3-why"}),
    ("tutorial_dialog.py", "en_US", {"tutorial/match": "match"}),
)


def main():
    sys.path.insert(0, str(ROOT / "tests" / "e2e"))
    from fresh_desktop import run

    for script, language, pictures in PICTURES:
        with tempfile.TemporaryDirectory() as folder:
            run(script, Path(folder), language)
            for name, taken in pictures.items():
                shutil.copyfile(Path(folder) / f"{taken}.png", ROOT / "docs" / f"{name}.png")


if __name__ == "__main__":
    main()
