"""Print how many texts of places in tests/data are read, which are not, and which, as must not be, wrongly.

python scripts/read_places.py [practice|fresh|held …]
"""

import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main(names):
    load_package()
    sys.path.append(str(ROOT / "tests" / "analysis"))
    import places_judged
    from clusterbelt.processing.analysis.places import registry

    for name in names or sorted(path.stem[7:] for path in places_judged.DATA.glob("places_*.csv")):
        show(name, places_judged.judge(name, registry.gazetteer()))


def show(name, judged):
    """Print the counts of a list and each text that is not right."""
    counts = {
        verdict: sum(row.verdict == verdict for row in judged) for verdict in ("right", "unread", "wrong")
    }
    print(f"\n{name}: {len(judged)} places, {counts['right'] / len(judged):.1%} right, {counts}")
    for row in judged:
        if row.verdict != "right":
            said = row.found.code or f"{row.found.by} {row.found.candidate_text}"
            print(f"  {row.verdict}: {row.text} {row.province} → {said}; {row.code or 'refused'}: {row.why}")


def load_package():
    """Load the repository, whatever its directory is called, as `clusterbelt`."""
    spec = importlib.util.spec_from_file_location(
        "clusterbelt", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["clusterbelt"] = package
    spec.loader.exec_module(package)


if __name__ == "__main__":
    main(sys.argv[1:])
