"""Make runs at random: every case follows from its number alone, so that a fault can be repeated.

A case is plain data: an algorithm and its parameters, in which a layer is described by its rows. Nothing of QGIS here.
"""

import random

from virtual_cases import VirtualCases

_NUMBERS = (0, 1, 2.5, 7, 1e-320, 1e308, -1, "NaN", "inf", None, "3", "１２", "x", "", 1e30)
_PLAIN = (1, 2, 3.5, 10)
_CITIES = (
    *(
        "深圳市",
        "苏州市",
        "北京市",
        "上海",
        "昆山",
        "朝阳区",
        "440300",
        "440300.0",
        "广州市、佛山市",
        "Shenzhen",
    ),
    *("无此市", "", None, "—", "高新区高新区", "a" * 300, "深圳\ud83d市", "=1+1", "“引号”", "440199"),
)
_INDUSTRIES = (
    *("机器人", "集成电路", "纺织服装", "女装", "汽车及零部件", "软件", "无此行业", "", None, "(" * 50),
    *("机器人、女装", "gbt:3973", "x" * 300, "…", "０１"),
)
_TIMES = (
    2015,
    "2015",
    "2016-05",
    "201512",
    "Q3 2015",
    "31 Dec 2014",
    "03/04/2015",
    "2015年",
    "十三五",
    None,
    "",
    "later",
)
_CLASSES = ("A", "B", "", None, "A ", "<b>", "[% 1 %]", "乙")
_CRS = ("EPSG:4326", "EPSG:32650", "EPSG:3857", "EPSG:4813", "EPSG:4978", "EPSG:2326", "")
_BAD_SHAPES = (
    None,
    "POINT EMPTY",
    "MULTIPOINT ((1 1), (2 2))",
    "LINESTRING (1 1, 1 1)",
    "POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))",
    "POLYGON ((0 0, 1 1, 0 0))",
    "POLYGON EMPTY",
    "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((1 1, 5 1, 5 5, 1 5, 1 1)))",
)
_SUFFIXES = ("gpkg", "shp", "csv", "fgb", "geojson", "sqlite", "kml", "tab", "xlsx", "gml", "txt")
_TEMPORARY = "memory:"


def case_of(number):
    """Return the case of a number."""
    dice = random.Random(number)
    algorithm = dice.choices(list(_MAKERS), [weight for _, weight in _MAKERS.values()])[0]
    case = {"number": number, "algorithm": algorithm, "check": dice.randrange(3)}
    case.update(_MAKERS[algorithm][0](dice))
    return case


def _place(dice, kind, crs):
    if dice.random() < 0.08:
        return dice.choice(_BAD_SHAPES)
    size = 1 if crs in ("EPSG:4326", "EPSG:4813") else 1e5
    x, y = dice.uniform(80, 125) * size, dice.uniform(20, 45) * size
    if dice.random() < 0.02:
        x = dice.choice([1e30, 1e300, -1e9, 181 * size])
    if kind == "Polygon":
        w, h = dice.uniform(0.1, 9) * size, dice.uniform(0.1, 9) * size
        return f"POLYGON (({x} {y}, {x + w} {y}, {x + w} {y + h}, {x} {y + h}, {x} {y}))"
    return f"POINT ({x} {y})"


def _layer(dice, fields, *, kind=None, least=0, doubles=False):
    """Describe a layer: fields are (name, type, values to choose from)."""
    kind = kind or dice.choice(["Point", "Point", "Point", "None", "Polygon"])
    crs = dice.choices(_CRS, [8, 4, 2, 1, 0.3, 1, 1])[0]
    count = dice.choice([least, 1, 2, 3, 5, 8, 13])
    rows = [
        [None if kind == "None" else _place(dice, kind, crs), *(dice.choice(values) for *_, values in fields)]
        for _ in range(max(count, least))
    ]
    if doubles and rows and dice.random() < 0.3:
        rows.append(list(rows[0]))
    store = dice.choices(["memory", "gpkg", "csv", "delimited"], [6, 3, 1, 1])[0]
    if store == "delimited" and kind != "Point":
        store = "csv"
    chosen = dice.random()
    return {
        "layer": {
            "kind": kind,
            "crs": "" if kind == "None" else crs,
            "fields": [[name, type_] for name, type_, _ in fields],
            "rows": rows,
            "store": store,
            "selected": [i for i in range(len(rows)) if dice.random() < 0.7] if chosen < 0.1 else None,
            "limit": dice.randrange(1, 5) if 0.1 <= chosen < 0.15 else -1,
        }
    }


def _output(dice):
    return {"file": dice.choice(_SUFFIXES)} if dice.random() < 0.15 else _TEMPORARY


def _maybe(dice, share, **parameters):
    return parameters if dice.random() < share else {}


def _capitals(dice, name):
    return name.upper() if dice.random() < 0.1 else name


def _weighted(dice):
    odd = dice.random() < 0.5
    type_ = dice.choice(["double", "string"]) if odd else "double"
    fields = [("w", type_, _NUMBERS if odd else _PLAIN), ("g", "string", _CLASSES)]
    parameters = {"INPUT": _layer(dice, fields, doubles=True), "OUTPUT": _output(dice)}
    parameters.update(_maybe(dice, 0.6, WEIGHT=_capitals(dice, "w")))
    parameters.update(_maybe(dice, 0.4, UID=_capitals(dice, "g")))
    parameters.update(_maybe(dice, 0.3, SIZE=dice.choice([1, "1,2", [1, 3], [], "x", 0, 3, 1e9])))
    parameters.update(
        _maybe(
            dice,
            0.4,
            SCALING=dice.choice(["standard_distance", "standard_deviation", "confidence", "share_inside"]),
        )
    )
    parameters.update(_maybe(dice, 0.2, PERCENT=dice.choice([68.27, 100, "50,90", 0, "x"])))
    parameters.update(_maybe(dice, 0.3, DIVISOR=dice.choice(["weights", "minus_one", "minus_two"])))
    parameters.update(
        _maybe(dice, 0.2, MEASURE_CRS=dice.choice(["EPSG:32650", "EPSG:3857", "EPSG:4326", "EPSG:4978"]))
    )
    parameters.update(_maybe(dice, 0.3, CENTERS=_TEMPORARY, AXES=_TEMPORARY))
    return {
        "parameters": parameters,
        "twin": dice.choice([None, "shuffled", "doubled", "split", "translated"]),
    }


def _shift(dice):
    fields = [("t", "string", _TIMES), ("w", "double", (*_PLAIN, None, -1)), ("g", "string", _CLASSES)]
    fields += [("y2015", "double", _PLAIN), ("y2016", "double", (*_PLAIN, None))]
    parameters = {"INPUT": _layer(dice, fields), "OUTPUT": _output(dice)}
    parameters.update({"TIME": "t"} if dice.random() < 0.7 else {"VALUES": ["y2015", "y2016"]})
    parameters.update(_maybe(dice, 0.4, WEIGHT="w"))
    parameters.update(_maybe(dice, 0.3, UID="g"))
    parameters.update(_maybe(dice, 0.4, ELLIPSES=_TEMPORARY, TABLE=_output(dice)))
    return {"parameters": parameters}


def _compare(dice):
    fields = [("name", "string", _CLASSES)]
    parameters = {"INPUT": _layer(dice, fields, kind="Polygon"), "OUTPUT": _output(dice)}
    return {"parameters": {**parameters, **_maybe(dice, 0.6, UID="name")}}


def _rows(dice):
    ids = [f"c{number}" for number in range(12)] + [None]
    fields = [("id", "string", ids), ("city", "string", _CITIES), ("industry", "string", _INDUSTRIES)]
    return [
        *fields,
        ("w", "double", (*_PLAIN, None, 0, -1)),
        ("class", "string", _CLASSES),
        ("year", "string", _TIMES),
    ]


def _placing(dice):
    parameters = {
        "INPUT": _layer(dice, _rows(dice)),
        "CITY": _capitals(dice, "city"),
        "OUTPUT": _output(dice),
    }
    parameters.update(_maybe(dice, 0.2, YEAR="year"))
    return {"parameters": parameters, "conserved": "INPUT"}


def _splitting(dice):
    parameters = {"INPUT": _layer(dice, _rows(dice)), "CITY": "city", "OUTPUT": _output(dice)}
    parameters.update(_maybe(dice, 0.5, ID="id"))
    return {"parameters": {**parameters, **_maybe(dice, 0.4, WEIGHT="w")}, "at_least": "INPUT"}


def _reading(dice):
    parameters = {"INPUT": _layer(dice, _rows(dice)), "INDUSTRY": "industry", "FIELD": "industry"}
    return {"parameters": {**parameters, "OUTPUT": _output(dice)}, "conserved": "INPUT"}


def _taxonomy(dice):
    codes = ["a", "b", "c", "d", "", None]
    fields = [("code", "string", codes), ("label", "string", _INDUSTRIES), ("parent", "string", codes)]
    return _layer(dice, fields, kind="None", least=1)


def _matching(dice):
    fields = _rows(dice)
    parameters = {
        **{"CLUSTERS": _layer(dice, fields), "CLUSTER_CITY": "city", "CLUSTER_INDUSTRY": "industry"},
        **{
            "BELTS": _layer(dice, fields),
            "BELT_CITY": "city",
            "BELT_INDUSTRY": "industry",
            "OUTPUT": _output(dice),
        },
    }
    parameters.update(_maybe(dice, 0.5, CLUSTER_ID="id"))
    parameters.update(_maybe(dice, 0.3, CLUSTER_WEIGHT="w"))
    parameters.update(_maybe(dice, 0.3, BELT_ID="id"))
    parameters.update(_maybe(dice, 0.2, BELT_YEAR="year"))
    parameters.update(_maybe(dice, 0.4, PAIRS=_output(dice)))
    parameters.update(_maybe(dice, 0.4, BELTS_OUT=_TEMPORARY))
    parameters.update(_maybe(dice, 0.4, CHECK=_TEMPORARY))
    parameters.update(_maybe(dice, 0.15, TAXONOMY=_taxonomy(dice)))
    parameters.update(_maybe(dice, 0.3, CITY_BY=dice.choice(["name", "code", "text", "distance", "polygon"])))
    parameters.update(_maybe(dice, 0.3, DISTANCE=dice.choice([0, 1000, 1e9])))
    return {"parameters": parameters, "at_least": "CLUSTERS"}


def _matched(dice):
    """Describe a layer that looks as the output of the matching does, with faults."""
    statuses = ["matched", "adjacent", "unmatched", "unresolved", "odd", None]
    texts = {"cb_city": _CITIES, "cb_citycd": ["440300", "110000", "", None], "cb_status": statuses}
    texts.update(cb_whole=statuses, cb_reason=["same", "none_related", "no_belt_in_city", "", None])
    texts.update(
        cb_nodes=["IT.CHIP", "MAT.FUNC.ELEC", "", None],
        cb_row=["1#1", "1#2", "2#1", "3#1"],
        cb_belt=_INDUSTRIES,
    )
    fields = [(name, "string", values) for name, values in texts.items()]
    fields += [
        ("cb_weight", "double", (1, 0.5, 0.25, None)),
        ("cb_shared", "int", (1, 2)),
        ("class", "string", _CLASSES),
    ]
    if dice.random() < 0.1:
        fields.pop(dice.randrange(len(fields) - 1))
    return _layer(dice, fields, kind=dice.choice(["Point", "None"]))


def _table(dice):
    parameters = {"INPUT": _matched(dice), "CLASS": _capitals(dice, "class")}
    return {"parameters": {**parameters, "OUTPUT": _output(dice)}}


def _table_of_belts(dice):
    made = _table(dice)
    made["parameters"].update(BELTS=_layer(dice, _rows(dice)), BELT_CITY="city")
    return made


def _chance(dice):
    made = _table_of_belts(dice)
    made["parameters"].update(BELT_INDUSTRY="industry", RUNS=dice.choice([1, 9, 19]), SEED=dice.randrange(9))
    return made


def _report(dice):
    made = _table(dice)
    made["parameters"].update(OUTPUT={"file": "html"}, RUNS=9)
    return made


_MAKERS = {
    "weightedellipse": (_weighted, 30),
    "centershift": (_shift, 12),
    "compareellipses": (_compare, 8),
    "placecities": (_placing, 10),
    "splitshared": (_splitting, 10),
    "readindustries": (_reading, 5),
    "matchclusters": (_matching, 12),
    "matchsummary": (_table, 5),
    "citycomposition": (_table, 4),
    "clusterrelations": (_table, 4),
    "cityoverlap": (_table_of_belts, 3),
    "matchchance": (_chance, 3),
    "matchreport": (_report, 1),
}
_MAKERS.update(VirtualCases(_layer, _output).makers())
