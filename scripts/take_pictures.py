"""Take the pictures of the tutorial and of the dock in a real window of QGIS, from an empty profile, in docs/."""

import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# What a picture is called in docs/, and in the tour, by language.
PICTURES = {
    "en_US": {
        "tutorial/overview": "1-overview",
        "tutorial/why": "3-why",
        "tutorial/match": "7-again",
        "dock": "3-why",
    },
    "zh-Hans": {"dock-zh": "3-why"},
}


def main():
    sys.path.insert(0, str(ROOT / "tests" / "e2e"))
    from fresh_desktop import run

    for language, pictures in PICTURES.items():
        with tempfile.TemporaryDirectory() as folder:
            run("first_minutes.py", Path(folder), language)
            for name, taken in pictures.items():
                shutil.copyfile(Path(folder) / f"{taken}.png", ROOT / "docs" / f"{name}.png")


if __name__ == "__main__":
    main()
