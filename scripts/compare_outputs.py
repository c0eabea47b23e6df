"""Say what differs between the outputs of two runs of the demo: by table and field, by line of the report.

    python3 scripts/compare_outputs.py BEFORE AFTER

Exits with 1 where values differ that both have; new tables and fields are named and are no difference.
"""

import argparse
import difflib
import html
import re
import sqlite3
import sys
from pathlib import Path

# What a run writes anew each time: dates, ids, pictures with their time of making.
_UNSTABLE = {".png", ".pdf", ".qgz"}
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{4}年\d{1,2}月\d{1,2}日")
_PICTURE = re.compile(r"data:image/[a-z]+;base64,[A-Za-z0-9+/=]+")
_SHOWN = 3


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    folders = parser.parse_args()
    names = sorted(
        {
            file.name
            for folder in (folders.before, folders.after)
            for file in folder.iterdir()
            if file.is_file()
        }
    )
    same = True
    for name in names:
        files = folders.before / name, folders.after / name
        if not all(file.exists() for file in files):
            print(f"{name}: only {'before' if files[0].exists() else 'after'}")
            same = same and files[1].exists()
        elif name.endswith(".gpkg"):
            same = compare_geopackages(*files) and same
        elif name.endswith((".html", ".csv")):
            same = compare_texts(*files) and same
        elif files[0].suffix not in _UNSTABLE:
            equal = files[0].read_bytes() == files[1].read_bytes()
            print(f"{name}: {'equal' if equal else 'DIFFERENT'}")
            same = same and equal
    sys.exit(0 if same else 1)


def compare_geopackages(before, after):
    """Compare all tables of features and attributes, row by row in their order; return whether none differs."""
    one, other = (tables_of(file) for file in (before, after))
    same = True
    for name in dict.fromkeys((*one, *other)):
        if name not in one or name not in other:
            print(f"{before.name} {name}: only {'before' if name in one else 'after'}")
            same = same and name in other
            continue
        same = compare_tables(f"{before.name} {name}", one[name], other[name]) and same
    return same


def tables_of(file):
    """Return the columns of each table of a GeoPackage: {table: {field: list of values}}."""
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as connection:
        names = [row[0] for row in connection.execute("SELECT table_name FROM gpkg_contents ORDER BY 1")]
        return {name: _columns(connection, name) for name in names}


def _columns(connection, name):
    quoted = name.replace('"', '""')
    cursor = connection.execute(f'SELECT * FROM "{quoted}" ORDER BY rowid')
    fields = [column[0] for column in cursor.description]
    rows = cursor.fetchall()
    return {field: [row[number] for row in rows] for number, field in enumerate(fields)}


def compare_tables(title, before, after):
    """Compare two tables field by field; return whether nothing that both have differs."""
    lengths = [len(next(iter(table.values()), [])) for table in (before, after)]
    if lengths[0] != lengths[1]:
        print(f"{title}: {lengths[0]} rows before, {lengths[1]} after")
        return False
    same = True
    for field in dict.fromkeys((*before, *after)):
        if field not in before or field not in after:
            print(f"{title}.{field}: only {'before' if field in before else 'after'}")
            same = same and field in after
            continue
        rows = [number for number, pair in enumerate(zip(before[field], after[field])) if not _equal(*pair)]
        if rows:
            same = False
            print(f"{title}.{field}: {len(rows)} of {lengths[0]} rows differ")
            for row in rows[:_SHOWN]:
                print(f"    row {row + 1}: {before[field][row]!r} → {after[field][row]!r}")
    if same:
        print(f"{title}: equal ({lengths[0]} rows)")
    return same


def _equal(one, other):
    """Whether two values are the same to the bit, and of one type."""
    return type(one) is type(other) and one == other


def compare_texts(before, after):
    """Compare two files line by line, tags, pictures and dates left out; return whether none differs."""
    one, other = (_lines(file) for file in (before, after))
    changed = [line for line in difflib.unified_diff(one, other, lineterm="", n=0) if not _is_mark(line)]
    print(f"{before.name}: {f'{len(changed)} lines differ' if changed else 'equal'}")
    for line in changed[: 4 * _SHOWN]:
        print(f"    {line[:160]}")
    return not changed


def _is_mark(line):
    return line.startswith(("---", "+++", "@@"))


def _lines(file):
    text = _PICTURE.sub("picture", file.read_text(encoding="utf-8-sig"))
    if file.suffix == ".html":
        text = html.unescape(re.sub(r"<style.*?</style>|<[^>]+>", "\n", text, flags=re.DOTALL))
    return [line.strip() for line in _DATE.sub("date", text).splitlines() if line.strip()]


if __name__ == "__main__":
    main()
