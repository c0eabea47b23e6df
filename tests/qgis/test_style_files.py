"""The style files for users: they are what the code draws, and QGIS loads them."""

import importlib.util
import re
import sys
from pathlib import Path

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsReadWriteContext,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtXml import QDomDocument

ROOT = Path(__file__).resolve().parents[2]
STYLES = ROOT / "resources" / "styles"


@pytest.fixture(scope="module")
def maker():
    sys.path.insert(0, str(ROOT / "scripts"))
    spec = importlib.util.spec_from_file_location("make_styles", ROOT / "scripts" / "make_styles.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_styles"] = module
    spec.loader.exec_module(module)
    yield module
    sys.path.remove(str(ROOT / "scripts"))
    del sys.modules["make_styles"]


@pytest.fixture(scope="module")
def fresh(maker, tmp_path_factory):
    folder = tmp_path_factory.mktemp("styles")
    maker.write_styles(folder)
    return folder


def renderer_of(maker, path):
    """The renderer that a layer has after loading a style file, as text without ids made at random.

    The colour of labels that are not drawn and the types of categories depend on the version.
    """
    kinds = {
        "ellipses": "MultiPolygon",
        "axes": "MultiLineString",
        "flows": "LineString",
        "ties": "LineString",
    }
    kind = kinds.get(path.stem.split("_")[0], "Point")
    if "candidates" in path.stem or "group_ties" in path.stem:
        kind = "LineString"
    layer = maker.layer_of(kind, "class", ())
    said, loaded = layer.loadNamedStyle(str(path))
    assert loaded, said
    document = QDomDocument()
    document.appendChild(layer.renderer().save(document, QgsReadWriteContext()))
    text = re.sub(r'(<(?:category|val) [^>]*?)type="[A-Za-z]+"', r"\1", document.toString()).replace(
        '"NULL"', '""'
    )
    return re.sub(r' (uuid|labelColor)="[^"]*"|\{[0-9a-f-]{36}\}', "", text)


def test_style_files_are_made_anew_to_the_letter(maker, fresh, tmp_path):
    again = {path.name: path.read_bytes() for path in maker.write_styles(tmp_path)}
    assert again == {path.name: path.read_bytes() for path in fresh.glob("*.qml")}
    rules = (fresh / "flows.qml").read_text(encoding="utf-8")
    assert len(set(re.findall(r' key="([^"]+)"', rules))) == rules.count(" key=")


def test_the_style_files_are_what_the_code_draws(maker, fresh):
    names = sorted(path.name for path in STYLES.glob("*.qml"))
    assert names == sorted(path.name for path in fresh.glob("*.qml")) and len(names) == 30
    for name in names:
        assert renderer_of(maker, STYLES / name) == renderer_of(maker, fresh / name), name


def layer_with(path, kind, fields, rows):
    layer = QgsVectorLayer(
        f"{kind}?crs=EPSG:4326&{'&'.join(f'field={field}' for field in fields)}", "own", "memory"
    )
    for wkt, *values in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(values)
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeature(feature)
    said, loaded = layer.loadNamedStyle(str(STYLES / path))
    assert loaded, said
    return layer


def drawn(layer):
    """How many pixels of a map are not white, by their row."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(200, 200))
    settings.setExtent(QgsRectangle(-1, -1, 11, 11))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    return [sum(image.pixelColor(x, y).name() != "#ffffff" for x in range(200)) for y in range(200)]


def test_the_flows_of_any_layer_are_drawn_by_their_shares():
    fields = ("f_unit:string", "t_unit:string", "flow:double", "rank:integer", "cum:double")
    flows = ((9.0, 1, 0.45), (5.0, 2, 0.7), (6.0, 3, 1.0))
    rows = [(f"LineString(0 {2 + 3 * i}, 10 {2 + 3 * i})", "a", "b", *flow) for i, flow in enumerate(flows)]
    layer = layer_with("flows.qml", "LineString", fields, rows)
    rules = layer.renderer().rootRule().children()
    assert [rule.label() for rule in rules] == [
        "Largest links, half of the flow", "Width: the largest flow", "Width: a quarter of it",
        "Further links, up to 80 % of the flow", "Smaller links, 20 % of the flow, hidden at first",
    ]  # fmt: skip
    assert sum(drawn(layer)[150:]) > sum(drawn(layer)[90:150]) > 0 and not sum(drawn(layer)[:60])


@pytest.mark.parametrize(
    ("file", "fields", "values"),
    [
        ("cities_by_flow.qml", ("name:string", "flow_in:double", "flow_out:double"), ("x", 3.0, 4.0)),
        ("blocks_by_cluster.qml", ("vc_id:integer", "vc_role:string", "vc_kind:string"), (9, "core", "virtual")),
        ("coupling_by_class.qml", ("class:string", "off:double", "on:double"), ("both", 3.0, 2.0)),
        ("coupling_by_tilt.qml", ("tilt:double", "off:double", "on:double"), (0.3, 3.0, 2.0)),
        ("groups_by_mode.qml", ("mode:string", "members:integer", "bridges:integer"), ("park", 7, 1)),
        ("gaps_by_scale.qml", ("needs:integer", "gaps:integer", "by_prov:integer", "by_group:integer",
                               "by_nation:integer", "nobody:integer"), (20, 10, 4, 3, 2, 1)),
    ],
)  # fmt: skip
def test_the_signs_of_any_layer_have_a_size(file, fields, values):
    layer = layer_with(file, "Point", fields, [("Point(5 5)", *values)])
    assert sum(count > 0 for count in drawn(layer)) > 4


def test_no_number_of_a_sample_is_left_in_a_file():
    for path in STYLES.glob("*.qml"):
        assert not re.search(r"987654|493827|98765|990000|250000", path.read_text(encoding="utf-8")), (
            path.name
        )


def test_the_style_files_name_no_path_and_no_layer():
    for path in STYLES.glob("*.qml"):
        text = path.read_text(encoding="utf-8")
        assert "/home" not in text and "layerId" not in text and '="/' not in text, path.name
