"""Write the style files under resources/styles: what the code draws, for layers that users style by hand."""

import qgis_profile
from qgis_profile import ROOT
from style_texts import style_of
from virtual_style_files import virtual_styles

STYLES = ROOT / "resources" / "styles"
CLASSES = ("SEI", "INN", "AM", "belts")


def main():
    application = qgis_profile.start()
    for path in write_styles(STYLES):
        print(path.relative_to(ROOT))
    application.exitQgis()


def write_styles(folder):
    """Write all style files into a folder; needs a running QgsApplication. Returns their paths."""
    from clusterbelt.processing.cartography import palette, styling

    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, look in palette.PALETTES.items():
        ending = "" if name == "colour" else f"_{name}"
        for style, layer in (
            ("clusters_by_status", layer_of("Point", "cb_status", ())),
            ("belts", layer_of("Point", "product", ())),
            ("ellipses_by_class", layer_of("MultiPolygon", "class", CLASSES)),
            ("centres_by_class", layer_of("Point", "class", CLASSES)),
            ("axes_by_class", layer_of("MultiLineString", "class", CLASSES)),
        ):
            if style.startswith("clusters"):
                styling.style_matches(layer, counts={}, language="en", look=look)
            elif style == "belts":
                styling.style_belts(layer, look)
            elif style.startswith("ellipses"):
                styling.style_ellipses(layer, look=look)
            elif style.startswith("centres"):
                styling.style_centers(layer, look=look)
            else:
                styling.style_axes(layer, look=look)
            path = folder / f"{style}{ending}.qml"
            path.write_text(style_of(layer), encoding="utf-8")
            written.append(path)
        for style, text in virtual_styles(palette.VIRTUAL_PALETTES[name]):
            path = folder / f"{style}{ending}.qml"
            path.write_text(text, encoding="utf-8")
            written.append(path)
    return written


def layer_of(kind, field, values):
    """Return a layer without places that has a row per value."""
    from qgis.core import QgsFeature, QgsVectorLayer

    layer = QgsVectorLayer(f"{kind}?crs=EPSG:4326&field={field}:string", field, "memory")
    for value in values:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([value])
        layer.dataProvider().addFeature(feature)
    return layer


if __name__ == "__main__":
    main()
