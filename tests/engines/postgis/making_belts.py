"""Belts made at random in PostGIS, and their match by rows and by groups, compared."""

import random

from making import Log, match, rows_of, table

CITIES = [
    *[
        ("杭州", None),
        ("杭州市", "浙江"),
        (" 温州", ""),
        ("朝阳区", None),
        ("朝阳区", "北京"),
        ("鼓楼区", None),
    ],
    *[("某某", None), ("宁波", None), (None, None)],
]
INDUSTRIES = ["女装", "面料", "茶叶", "鬼画符", "女鞋;男鞋", "印染", "集成电路", "", None]
ODD = ["O'Re\\il", 'a"b; DROP TABLE x --', "100%s", "东\n北"]
IDS = ["7", "10", "007", " 12", "b2", "b10", "", None, "东1", "１１", "-", "b2"]
FIELDS = {"BELT_NAME": "name", "BELT_PROVINCE": "province", "BELT_YEAR": "year"}
KINDS = "id text, name text, city text, province text, product text, year int, n int"
NUMBERS = (
    "ROWS",
    "MATCHED",
    "ADJACENT",
    "UNMATCHED",
    "UNRESOLVED",
    "UNMATCHED_OPEN",
    "RATE_MATCHED",
    "PAIR_COUNT",
)


def literal(value):
    if value is None:
        return "NULL"
    return (
        str(value)
        if isinstance(value, (int, float))
        else "E'" + value.replace("\\", "\\\\").replace("'", "''") + "'"
    )


def belts(server, name, rows, kinds=KINDS, geometry=True):
    """Make a table of belts; the last entry of a row is (lon, lat) or None."""
    names = ", ".join(kind.split()[0] for kind in kinds.split(", "))
    if geometry:
        names, kinds = f"{names}, geom", f"{kinds}, geom geometry(Point, 4326)"
    quoted = '"' + name.replace('"', '""') + '"'
    made = [
        f"DROP TABLE IF EXISTS {quoted} CASCADE; CREATE TABLE {quoted} (row serial PRIMARY KEY, {kinds});"
    ]
    for *values, place in rows:
        values = [literal(value) for value in values]
        if geometry:
            values.append("NULL" if place is None else f"'SRID=4326;POINT({place[0]} {place[1]})'")
        made.append(f"INSERT INTO {quoted} ({names}) VALUES ({', '.join(values)});")
    server.sql("\n".join(made))
    return server.layer(name, geometry="geom" if geometry else None, key="row")


def random_rows(seed, count=120, unique=False):
    draw = random.Random(seed)
    rows = []
    for number in range(count):
        city, province = draw.choice(CITIES)
        place = draw.choice([None, (116.4, 39.9), (120.45, 41.57), (118.78, 32.06), (119.3, 26.08)])
        identity = f"{draw.choice('ab')}{number}" if unique else draw.choice(IDS)
        rows.append(
            (identity, draw.choice(["甲", "乙", None]), city, province, draw.choice(INDUSTRIES + ODD),
             draw.choice([2016, 2017, 2018, 9999, None]), draw.choice([0, 1, 1, 3, None]), place)
        )  # fmt: skip
    return rows


def clusters(seed):
    draw = random.Random(seed)
    rows = [
        (f"c{number}", draw.choice(["杭州", "温州;宁波", "北京", "南京", "福州", "某某", "朝阳市"]),
         draw.choice(["女装", "面料", "纺织服装", "茶叶", "鞋", "O'Re\\il", "不明", "半导体", "印染"]))
        for number in range(25)
    ]  # fmt: skip
    return table(rows, ("id", "city", "industry"))


def outcome(result, *outputs):
    """Everything that a run gives, for a comparison."""
    found = {name: result[name] for name in NUMBERS}
    for name in ("OUTPUT", *outputs):
        found[name] = rows_of(result[name])
    return found


def both_ways(seed, layer, **parameters):
    """Match by rows and by groups, compare, and return the log of the groups."""
    log, by_rows = Log(), Log()
    given = {**FIELDS, "CHECK": "memory:", **parameters}
    rows = match(clusters(seed), layer, by_rows, READ="rows", **given)
    counted = match(clusters(seed), layer, log, READ="database", **given)
    assert outcome(counted, "CHECK") == outcome(rows, "CHECK")
    assert said(log) == said(by_rows)
    return log.text()


def said(log):
    """What is said of the data, without what is said of the reading; ids of rows are those of groups."""
    aside = ("is read", "counted by", "occur", "that of another belt", "Results: ")
    return sorted(line.split(" (")[0] for line in log.lines if not any(word in line for word in aside))
