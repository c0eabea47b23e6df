"""Make resources/gazetteer/cn/places.csv: the units of China with their codes, names and positions.

Source: `cpca` 0.5.5 from PyPI (MIT License), whose `resources/adcodes.csv` lists 3,511 administrative units;
the file is read out of the wheel, the package is never imported.  What the list lacks or has outdated is in
resources/gazetteer/cn/amendments.csv, which people keep by hand.  Pinyin comes from `pypinyin` (MIT), mended
by pinyin.csv:

    pip install pypinyin==0.55.0
    python scripts/make_gazetteer.py
"""

import csv
import io
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from pypinyin import lazy_pinyin

GAZETTEER = Path(__file__).resolve().parent.parent / "resources" / "gazetteer" / "cn"
PACKAGE = "cpca==0.5.5"
COLUMNS = ["code", "name", "aliases", "level", "parent", "lon", "lat", "valid_from", "valid_to"]
OWN_UNIT = ("11", "12", "31", "50", "71", "81", "82")  # municipalities, Taiwan, Hong Kong, Macao
NOT_A_PLACE = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "中沙群岛的岛礁及其海域")
LATIN_UNITS = {"市": "City", "区": "District", "县": "County", "旗": "Banner"}
SUFFIX = re.compile(
    r"(特别行政区|自治区|自治州|自治县|自治旗|地区|新区|特区|(?<=神农架)林区|省|市|盟|县|区|旗)$"
)


def download():
    """The rows of cpca's list and its names of nationalities."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, PACKAGE]
        subprocess.run(command, check=True)
        (wheel,) = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            listed = archive.read("cpca/resources/adcodes.csv").decode("utf-8-sig")
            nations = archive.read("cpca/resources/56_nations.csv").decode("utf-8-sig").split()
    return list(csv.DictReader(io.StringIO(listed))), nations


def stem_of(name, nations):
    """(stem, suffix): the name without its kind of unit and nationalities; ('', '') if nothing is left."""
    found = SUFFIX.search(name)
    if not found or (len(name) > 3 and name.endswith(("开发区", "园区", "管理区", "示范区", "试验区"))):
        return "", ""
    stem, suffix = name[: found.start()], found.group()
    while suffix.startswith("自治") or suffix == "区":
        tail = next((n for n in nations if stem.endswith(n) and len(stem) - len(n) >= 2), None)
        if tail is None:
            break
        stem = stem[: -len(tail)]
    return (stem, suffix) if len(stem) >= 2 else ("", "")


def short_forms(name, nations):
    """Other ways to write the name in characters: 海西 and 海西州, 昆山, 白沙县."""
    stem, suffix = stem_of(name, nations)
    if not stem:
        return []
    extra = {"自治州": [stem + "州"], "自治县": [stem + "县"], "自治旗": [stem + "旗"]}.get(suffix, [])
    return [form for form in [stem, *extra] if form != name]


def pinyin(stem, mended):
    """Taiyuan for 太原; Xi'an for 西安."""
    if stem in mended:
        return mended[stem]
    first, *others = lazy_pinyin(stem, v_to_u=False)
    return (first + "".join("'" + s if s[0] in "aeo" else s for s in others)).capitalize()


def level_of(code):
    return "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"


def parent_of(code, level):
    """The unit of analysis at prefecture level that the unit falls to; '' for a province."""
    if code.startswith(OWN_UNIT):
        return code[:2] + "0000"
    if level == "province":
        return ""
    return code if level == "prefecture" or code[2:4] == "90" else code[:4] + "00"


def read_kept(name):
    """The rows of a file kept by hand."""
    with open(GAZETTEER / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def read_units(rows):
    """{code: unit} of cpca's list, mended by amendments.csv."""
    units = {}
    for row in rows:
        code = row["adcode"][:6]
        if row["name"] in NOT_A_PLACE:
            continue
        level = level_of(code)
        units[code] = {"code": code, "name": row["name"], "level": level, "parent": parent_of(code, level)}
        units[code].update(lon=row["longitude"], lat=row["latitude"], valid_from="", valid_to="")
    for row in read_kept("amendments.csv"):
        if row["level"] == "gone":
            del units[row["code"]]
        else:
            units[row["code"]] = {column: row[column] for column in row if column != "note"}
    for row in read_kept("former.csv"):
        _start_after(row, units)
    for unit in units.values():
        while unit["parent"] and units[unit["parent"]]["parent"] != unit["parent"]:
            unit["parent"] = units[unit["parent"]]["parent"]
    return units


def _start_after(row, units):
    """A county that another prefecture had until some year holds in its own from the next year on."""
    before = units.get(row["code"])
    if row["kind"] != "county" or not row["valid_to"] or not before or before["level"] != "prefecture":
        return
    for unit in units.values():
        same = (
            unit["level"] == "county" and unit["name"] == row["text"] and unit["code"][:2] == row["code"][:2]
        )
        if same and not unit["valid_from"] and unit["parent"] != before["code"]:
            unit["valid_from"] = str(int(row["valid_to"]) + 1)


def add_aliases(units, nations):
    """Fill the column `aliases`: short names, and pinyin, of counties with and without their kind of unit."""
    nations = {form for name in nations for form in (name, name[:-1]) if len(form) >= 2} | {"各族", "族"}
    nations = sorted(nations, key=lambda form: (-len(form), form))
    mended = {row["name"]: row["pinyin"] for row in read_kept("pinyin.csv")}
    provinces = {stem_of(u["name"], nations)[0] for u in units.values() if u["level"] == "province"}
    for code, unit in units.items():
        forms = short_forms(unit["name"], nations)
        if unit["level"] == "county":
            forms = [form for form in forms if form not in provinces]  # 河南 is not the county in Qinghai
        stem = stem_of(unit["name"], nations)[0] or unit["name"]
        # "Hainan" is the province; Jilin and Shanghai are cities of that name, too.
        if unit["level"] == "province" or (
            unit["parent"] == code and (stem not in provinces or "市" in unit["name"])
        ):
            forms.append(pinyin(stem, mended))
        elif unit["level"] == "county" and stem not in provinces:
            forms += latin_county(unit["name"], stem, mended)
        unit["aliases"] = "|".join(forms)


def latin_county(name, stem, mended):
    """Kunshan and Kunshan City for 昆山市; Pei County for 沛县."""
    kind = next((word for ending, word in LATIN_UNITS.items() if name.endswith(ending)), "")
    plain = pinyin(stem if stem != name or not kind else name[:-1], mended)
    return [
        form for form in (plain if len(stem) > 1 and stem != name else "", f"{plain} {kind}".strip()) if form
    ]


def main():
    rows, nations = download()
    units = read_units(rows)
    add_aliases(units, nations)
    with open(GAZETTEER / "places.csv", "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for code in sorted(units):
            writer.writerow(units[code])
    of_analysis = [u for c, u in units.items() if u["parent"] == c]
    print(f"{len(units)} units, {len(of_analysis)} of them units of analysis -> places.csv")


if __name__ == "__main__":
    main()
