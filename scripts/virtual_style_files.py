"""The style files of virtual clusters: what the code draws for a sample, with the numbers of the sample made expressions."""

from html import escape

from style_texts import style_of

# Values that occur nowhere else: the largest, the least flow up to four fifths, and a small one.
MOST, MIDDLE, SMALL = 987654.0, 493827.0, 98765.0
_CLUSTERS = 300
_FLOW = ("f_unit:string", "t_unit:string", "flow:double", "rank:integer", "cum:double")
_BLOCK = ("vc_id:integer", "vc_role:string", "vc_kind:string", "city:string", "industry:string")
_COUPLING = ("name:string", "class:string", "off:double", "on:double", "tilt:double")
_GROUP = ("grp:string", "mode:string", "members:integer", "bridges:integer")
_MODES = ("platform", "standard", "park", "supply_chain", "alliance", None)
_COUPLED = [("a", key, MOST, 0.0, 0.0) for key in ("both", "real", "virtual", "none")]
_SIZES = {'label="990000"': 'label="largest"', 'label="250000"': 'label="a quarter of it"'}
# Geometry, fields and rows of the sample, and what stands for its numbers.
SAMPLES = {
    "flows": (
        "LineString",
        _FLOW,
        [("a", "b", flow, 1, 0.5) for flow in (MOST, MIDDLE, SMALL)],
        {
            f'"flow" >= {MIDDLE!r} AND "flow" < {MOST!r}': '"cum" > 0.5 AND "cum" <= 0.8 AND "rank" > 1',
            f'"flow" >= {MOST!r}': '("cum" <= 0.5 OR "rank" = 1)',
            f'"flow" < {MIDDLE!r}': '"cum" > 0.8 AND "rank" > 1',
            f"/ {MOST!r}": '/ maximum("flow", filter:="rank" > 0)',
            " (1), 63 % of": ", half of",
            " (1), up to 94 %": ", up to 80 %",
            " (1), 6 %": ", 20 %",
            "flow of 990000": "the largest flow",
            "flow of 250000": "a quarter of it",
        },
    ),
    "cities_by_flow": (
        "Point",
        ("name:string", "flow_in:double", "flow_out:double", "self:double", "cum:double"),
        [("a", MOST, 0.0, 0.0, 1.0)],
        {f"/ {MOST!r}": '/ maximum("flow_in" + "flow_out")', **_SIZES},
    ),
    "blocks_by_cluster": (
        "Point",
        _BLOCK,
        [
            *((number, "member", "virtual", "", "") for number in range(1, _CLUSTERS - 1)),
            (_CLUSTERS - 1, "core", "near", "", ""), (_CLUSTERS, "core", "local", "", ""),
            (None, "single", None, "", ""),
        ],
        {f" ({_CLUSTERS - 8})": ""},
    ),
    "ties_by_cluster": (
        "LineString",
        ("vc_id:integer", "from_id:string", "to_id:string"),
        [(number, "a", "b") for number in range(1, 9)],
        {},
    ),
    "gaps_by_scale": (
        "Point",
        ("name:string", "needs:integer", "gaps:integer", "by_prov:integer", "by_group:integer", "by_nation:integer",
         "nobody:integer"),
        [("a", 50, 10, 4, 3, 2, 1)],
        {},
    ),
    "gap_candidates": (
        "LineString",
        ("region:string", "status:string", "rank:integer", "scope:string", "km:double", "f_city:string"),
        [
            ("a", "gap", rank, scope, 1.0, "b")
            for rank, scope in ((1, "province"), (1, "group"), (1, "nation"), (2, "nation"))
        ],
        {" (1)": ""},
    ),
    "coupling_by_class": (
        "Point", _COUPLING, _COUPLED, {f"/ {MOST!r}": '/ maximum("off" + "on")', **_SIZES},
    ),
    "coupling_by_tilt": (
        "Point", _COUPLING, _COUPLED, {f"/ {MOST!r}": '/ maximum("off" + "on")', **_SIZES},
    ),
    "groups_by_mode": (
        "Point",
        _GROUP,
        [("a", mode, int(MOST), 1) for mode in _MODES],
        {
            f"/ {MOST!r}": '/ maximum("members")', "members: 990000": "members: most", "members: 250000": "members: quarter",
            "Members: 990000": "Members: most", "Members: 250000": "Members: a quarter of them",
        },
    ),
    "group_ties_by_mode": (
        "LineString", ("grp:string", "mode:string", "share:double"), [("a", mode, 1.0) for mode in _MODES], {},
    ),
}  # fmt: skip


def virtual_styles(look):
    """Yield the name and the text of each style file in a palette; needs a running QgsApplication."""
    from clusterbelt.processing.cartography.virtual_styles import style_virtual

    for name, (geometry, fields, rows, words) in SAMPLES.items():
        layer = sample(geometry, fields, rows)
        if not style_virtual(layer, look, "en"):
            raise SystemExit(f"The sample of {name} is none of the outputs.")
        if name.endswith("tilt"):
            layer.styleManager().setCurrentStyle("Tilt")
        text = style_of(layer, diagrams=name.startswith("gaps"))
        for number, expression in words.items():
            text = text.replace(_written(number), _written(expression))
        yield name, text


def sample(geometry, fields, rows):
    """Return a layer of rows that have a shape each."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer(
        f"{geometry}?crs=EPSG:4326&" + "&".join(f"field={field}" for field in fields), "sample", "memory"
    )
    for row in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(row))
        feature.setGeometry(
            QgsGeometry.fromWkt("Point(0 0)" if geometry == "Point" else "LineString(0 0, 1 0)")
        )
        layer.dataProvider().addFeature(feature)
    return layer


def _written(text):
    """A text as an attribute of XML has it; one that holds the attribute as well stays."""
    return text if text.startswith("label=") else escape(text).replace("&gt;", ">")
