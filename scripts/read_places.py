"""Print how many texts of places in tests/data are read, which are not, and which, as must not be, wrongly.

python scripts/read_places.py [practice|fresh|held …]
"""

import sys

from clone import ROOT, load_package


def main(names):
    load_package()
    sys.path.append(str(ROOT / "tests" / "analysis"))
    import places_judged
    from clusterbelt.processing.analysis.places import registry

    for name in names or sorted(
        path.stem[7:] for path in places_judged.DATA.glob("places_*.csv") if path.stem[-5:] != "_read"
    ):
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


if __name__ == "__main__":
    main(sys.argv[1:])
