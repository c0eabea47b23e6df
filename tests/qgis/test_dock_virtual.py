"""The tab of the virtual clusters: listed by span, selected on the map with their links, and back."""

import pytest
from clusterbelt.processing.analysis.places.registry import names_in
from clusterbelt.processing.layers.runs import Run, write_run
from clusterbelt.ui.virtual.virtual_model import VirtualModel
from making import run
from members import sample_members
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt


@pytest.fixture(scope="module")
def made():
    links = run("chainlinks", INPUT=sample_members(), LANGUAGE="zh", BLOCKS="memory:")
    found = run(
        "virtualclusters", LINKS=links["OUTPUT"], BLOCKS=links["BLOCKS"], SPOKES="memory:", TABLE="memory:"
    )
    return {"LINKS": links["OUTPUT"], **{name: found[name] for name in ("OUTPUT", "SPOKES", "TABLE")}}


@pytest.fixture
def dock(dock):
    dock.show()
    return dock


@pytest.fixture
def study(dock, made):
    """The layers of a run in the project; those of another run beside them."""
    layers = {name: layer.clone() for name, layer in made.items()}
    QgsProject.instance().addMapLayers(list(layers.values()))
    links = {"layer": layers["LINKS"].id(), "source": "", "provider": "memory"}
    first = Run("clusterbelt:virtualclusters", {"LINKS": links})
    for name in ("OUTPUT", "SPOKES", "TABLE"):
        write_run(layers[name], first, name)
    layers["other"] = made["SPOKES"].clone()
    write_run(layers["other"], Run("clusterbelt:virtualclusters", {}), "SPOKES")
    QgsProject.instance().addMapLayer(layers["other"])
    return layers


def listed(dock):
    model = dock.virtual.model
    return [model.row_at(row) for row in range(model.rowCount())]


def choose(dock, city):
    row = next(row for row, cluster in enumerate(listed(dock)) if city in cluster.cities)
    dock.virtual.view.selectRow(row)
    return listed(dock)[row]


def test_the_clusters_are_listed_as_soon_as_the_blocks_come(dock, study, made):
    assert dock.stack.currentIndex() == 1 and dock.tabs.currentWidget().widget() is dock.virtual
    assert len(listed(dock)) == made["TABLE"].featureCount() > 20
    first, row = listed(dock)[0], next(made["TABLE"].getFeatures())
    model = dock.virtual.model
    texts = [model.data(model.index(0, column)) for column in range(model.columnCount())]
    called = names_in("en")
    city = next(called[code] for code in first.cities if names_in("zh")[code] == row["core_city"])
    assert texts[0] == first.core == f"{city} · {row['core_ind']}" and city.isascii()
    assert texts[1:4] == [str(row["blocks"]), str(row["cities"]), f"{row['max_km']:.0f}"]


def test_a_filter_on_the_span_finds_the_far_ones(dock, study):
    every = len(listed(dock))
    dock.virtual.least.setValue(1500)
    kept = listed(dock)
    assert 0 < len(kept) < every and all(cluster.span_km >= 1500 for cluster in kept)
    assert any("150200" in cluster.cities for cluster in kept)
    assert dock.virtual.shown_label.text() == f"{len(kept)} of {every}"
    dock.virtual.most.setValue(1600)
    assert {cluster.number for cluster in listed(dock)} == {c.number for c in kept if c.span_km <= 1600}


def test_they_are_sorted_by_span(dock, study):
    dock.virtual.view.sortByColumn(VirtualModel.SPAN, Qt.SortOrder.DescendingOrder)
    spans = [cluster.span_km or -1 for cluster in listed(dock)]
    assert spans == sorted(spans, reverse=True)


def test_a_click_selects_blocks_and_links_and_lets_them_flash(dock, study):
    cluster = choose(dock, "150200")
    assert sorted(row["id"] for row in study["OUTPUT"].selectedFeatures()) == sorted(cluster.members)
    assert study["SPOKES"].selectedFeatureCount() == len(cluster.members) - 1
    inside = study["LINKS"].selectedFeatures()
    assert sum(row["flow"] for row in inside) == pytest.approx(cluster.flow)
    assert study["other"].selectedFeatureCount() == 0, "that of another run"
    assert sorted(map(len, dock.canvas.flashed)) == sorted(
        [len(cluster.members), len(cluster.members) - 1, len(inside)]
    )


def test_members_are_told_in_words(dock, study):
    cluster = choose(dock, "150200")
    told, tip = dock.virtual.members.text(), dock.virtual.members.toolTip()
    cities = {names_in("en")[code] for code in cluster.cities}
    industries = {row["industry"] for row in study["OUTPUT"].getFeatures() if row["id"] in cluster.members}
    assert len(cities) > 1 and all(word in tip for word in (*cities, *industries))
    assert not any(member in tip for member in cluster.members)
    assert tip == told or (tip.startswith(told[:-2]) and told.endswith(" …"))


def test_another_click_leaves_nothing_of_the_first_selected(dock, study):
    choose(dock, "150200")
    dock.virtual.view.selectRow(0)
    assert study["OUTPUT"].selectedFeatureCount() == len(listed(dock)[0].members)


def test_a_block_selected_on_the_map_is_found_in_the_list(dock, study):
    block = next(row for row in study["OUTPUT"].getFeatures() if row["citycd"] == "150200" and row["vc_id"])
    study["OUTPUT"].selectByIds([block.id()])
    (index,) = dock.virtual.view.selectionModel().selectedRows()
    assert dock.virtual.model.row_at(index.row()).number == block["vc_id"]
    assert study["OUTPUT"].selectedFeatureIds() == [block.id()], "the selection of the map stays"


def test_blocks_that_are_removed_empty_the_list(dock, study):
    QgsProject.instance().removeMapLayer(study["OUTPUT"].id())
    assert listed(dock) == [] and dock.virtual.empty.isVisibleTo(dock.virtual)
    assert dock.stack.currentIndex() == 0


def test_layers_without_clusters_are_not_offered(dock, study):
    other = QgsVectorLayer("Point?field=vc_id:integer", "other", "memory")
    QgsProject.instance().addMapLayer(other)
    offered = {dock.virtual.layer_box.layer(row) for row in range(dock.virtual.layer_box.count())}
    assert offered == {None, study["OUTPUT"]}
