"""Print how many texts of the lists in tests/data are read, and which are read wrongly or not at all."""

import sys

from clone import ROOT, load_package

KINDS = ("cluster", "farm", "product", "gbt", "list", "trap", "english", "typed")


def main(names):
    load_package()
    sys.path.append(str(ROOT / "tests" / "analysis"))
    import names_judged
    from clusterbelt.processing.analysis.industries import taxonomy

    bundled = taxonomy.read()
    for name in names or sorted(
        path.stem[6:] for path in names_judged.DATA.glob("names_*.csv") if path.stem[-5:] != "_read"
    ):
        show(name, names_judged.judge(names_judged.read_list(name), bundled), names_judged.measures)


def show(name, judged, measures):
    """Print the measures of a list by kinds, then the texts that are not right."""
    print(f"\n{name}: industries\n{'kind':10}{'texts':>6}{'right':>7}{'partly':>7}{'unread':>7}{'wrong':>7}")
    kinds = [kind for kind in KINDS if any(row.kind == kind for row in judged)]
    for kind in [*kinds, "all"]:
        rows = [row for row in judged if kind in (row.kind, "all")]
        precision, recall, counts = measures(rows)
        numbers = "".join(f"{counts[key]:7}" for key in ("right", "partly", "unread", "wrong"))
        print(f"{kind:10}{len(rows):6}{numbers}   precision {precision:.1%}  recall {recall:.1%}")
    for verdict in ("wrong", "partly", "unread"):
        rows = [row for row in judged if row.verdict == verdict]
        if rows:
            print(f"{verdict}: " + "; ".join(f"{r.text} [{'|'.join(r.codes)} {r.by}]" for r in rows))


if __name__ == "__main__":
    main(sys.argv[1:])
