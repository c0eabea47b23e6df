"""Take the pictures of the tutorial in a real window of QGIS, from an empty profile: docs/tutorial/."""

import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# What the tour calls a picture, and what it is called in the tutorial.
PICTURES = {"1-overview": "overview", "3-why": "why", "7-again": "match"}


def main():
    sys.path.insert(0, str(ROOT / "tests" / "e2e"))
    from fresh_desktop import run

    target = ROOT / "docs" / "tutorial"
    target.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        run("first_minutes.py", Path(folder))
        for taken, name in PICTURES.items():
            shutil.copyfile(Path(folder) / f"{taken}.png", target / f"{name}.png")


if __name__ == "__main__":
    main()
