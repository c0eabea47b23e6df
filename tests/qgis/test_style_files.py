"""The style files for users: they are what the code draws, and QGIS loads them."""

import importlib.util
import re
import sys
from pathlib import Path

import pytest
from qgis.core import QgsReadWriteContext
from qgis.PyQt.QtXml import QDomDocument

ROOT = Path(__file__).resolve().parents[2]
STYLES = ROOT / "resources" / "styles"


@pytest.fixture(scope="module")
def maker():
    sys.path.insert(0, str(ROOT / "scripts"))
    spec = importlib.util.spec_from_file_location("make_styles", ROOT / "scripts" / "make_styles.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    sys.path.remove(str(ROOT / "scripts"))
    return module


@pytest.fixture(scope="module")
def fresh(maker, tmp_path_factory):
    folder = tmp_path_factory.mktemp("styles")
    maker.write_styles(folder)
    return folder


def renderer_of(maker, path):
    """The renderer that a layer has after loading a style file, as text without ids made at random.

    The colour of labels that are not drawn depends on the version.
    """
    kinds = {"clusters": "Point", "belts": "Point", "ellipses": "MultiPolygon", "centres": "Point"}
    layer = maker.layer_of(kinds.get(path.stem.split("_")[0], "MultiLineString"), "class", ())
    said, loaded = layer.loadNamedStyle(str(path))
    assert loaded, said
    document = QDomDocument()
    document.appendChild(layer.renderer().save(document, QgsReadWriteContext()))
    return re.sub(r' (uuid|labelColor)="[^"]*"|\{[0-9a-f-]{36}\}', "", document.toString())


def test_the_style_files_are_what_the_code_draws(maker, fresh):
    names = sorted(path.name for path in STYLES.glob("*.qml"))
    assert names == sorted(path.name for path in fresh.glob("*.qml")) and len(names) == 10
    for name in names:
        assert renderer_of(maker, STYLES / name) == renderer_of(maker, fresh / name), name


def test_the_style_files_name_no_path_and_no_layer():
    for path in STYLES.glob("*.qml"):
        text = path.read_text(encoding="utf-8")
        assert "/home" not in text and "layerId" not in text and '="/' not in text, path.name
