"""The tab of the texts: what was not understood is given a code, which the next run follows."""

import pytest
from clusterbelt.processing.layers.matching.alias_table import Alias, aliases_of, open_table, write_alias
from clusterbelt.processing.layers.matching.code_lists import city_codes, industry_codes
from clusterbelt.processing.layers.runs import Run, write_run
from dock_scene import layer_of, matches, saved
from making import match, rows_of, table
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt

CHECK = ("text", "code", "kind", "role", "count", "why", "suggest", "example")
ROWS = (
    (
        "高端轴系",
        None,
        "industry",
        "cluster",
        "7",
        "unresolved",
        "EQ.PART Parts; AUTO Automobiles",
        "高端轴系",
    ),
    ("住宅家具", "FURN", "industry", "belt", "3", "keyword", None, "住宅家具"),
    ("朝阳区", None, "city", "cluster", "1", "ambiguous", "北京市 110000, 长春市 220100", "朝阳区"),
)


@pytest.fixture
def file(tmp_path):
    return str(tmp_path / "study.gpkg")


@pytest.fixture
def texts(dock, tmp_path, file):
    """The tab with the texts of a run, shown."""
    return show(dock, tmp_path, file)


def show(dock, tmp_path, file, **parameters):
    run = Run("clusterbelt:matchclusters", {"CLUSTERS": "/a.csv", **parameters})
    layer, check = saved(matches(), tmp_path / "m.gpkg"), layer_of("None", "check", CHECK, ROWS)
    QgsProject.instance().addMapLayers([layer, check])
    write_run(layer, run, "OUTPUT")
    write_run(check, run, "CHECK")
    dock.why_controller.set_file(file)
    dock.show()
    dock.tabs.setCurrentIndex(2)
    return dock.texts


def cells(tab):
    return [
        [tab.model.data(tab.model.index(row, column)) for column in range(4)]
        for row in range(tab.model.rowCount())
    ]


def test_the_texts_of_the_run_are_listed_with_why(texts):
    assert cells(texts) == [
        ["高端轴系", "7", "", "not recognised, industry of clusters"],
        ["住宅家具", "3", "Furniture", "read by a keyword, industry of belts"],
        ["朝阳区", "1", "", "several places of this name, city of clusters"],
    ]
    assert not texts.empty.isVisible()


def test_a_suggestion_is_given_by_one_click_and_the_next_text_comes(texts, dock, file):
    texts.view.selectRow(0)
    buttons = [texts.suggestions.layout().itemAt(place).widget() for place in range(2)]
    assert [button.accessibleName() for button in buttons] == [
        "Let the text mean EQ.PART", "Let the text mean AUTO",
    ]  # fmt: skip
    assert texts.tree.codes == ["EQ.PART"], "the likeliest is marked"
    buttons[1].click()
    (alias,) = aliases_of(file).values()
    assert (alias.text, alias.code, alias.kind) == ("高端轴系", "AUTO", "industry")
    assert alias.reviewer and alias.date
    assert cells(texts)[0][2] == "Automobiles" and texts.chosen.text == "住宅家具"
    assert "from the next run on" in dock.message.text()


def test_the_tree_is_searched_and_enter_gives_what_is_marked(qtbot, texts, file):
    texts.view.selectRow(0)
    texts.tree.search.setText("轴承")
    assert texts.tree.codes == ["EQ.PART.BEAR"]
    qtbot.keyClick(texts.tree.search, Qt.Key.Key_Return)
    assert [alias.code for alias in aliases_of(file).values()] == ["EQ.PART.BEAR"]
    texts.view.selectRow(0)
    assert texts.tree.codes == ["EQ.PART.BEAR"] and texts.tree.search.text() == ""


def test_a_text_can_mean_several_codes_and_nothing_again(qtbot, texts, file):
    texts.view.selectRow(1)
    assert texts.tree.codes == ["FURN"] and not texts.withdraw_button.isEnabled()
    texts.tree.show_codes(["HA", "LIGHT"])
    texts.give_button.click()
    assert [alias.code for alias in aliases_of(file).values()] == ["HA|LIGHT"]
    texts.view.selectRow(1)
    texts.withdraw_button.click()
    assert aliases_of(file) == {} and cells(texts)[1][2] == "Furniture"


def test_a_city_is_chosen_among_cities(qtbot, texts, file):
    texts.view.selectRow(2)
    assert texts.tree.codes == ["110000"]
    qtbot.keyClicks(texts.tree.search, "changchun")
    qtbot.keyClick(texts.tree.search, Qt.Key.Key_Return)
    (alias,) = aliases_of(file).values()
    assert (alias.text, alias.code, alias.kind) == ("朝阳区", "220100", "city")


def test_keys_give_and_withdraw(qtbot, texts, file):
    texts.view.selectRow(0)
    texts.view.setFocus()
    qtbot.keyClick(texts.view, Qt.Key.Key_G)
    assert [alias.code for alias in aliases_of(file).values()] == ["EQ.PART"]
    texts.view.selectRow(0)
    qtbot.keyClick(texts.view, Qt.Key.Key_W)
    assert aliases_of(file) == {}


def test_those_that_mean_something_can_be_left_out(texts):
    texts.open_box.setChecked(True)
    assert [row[0] for row in cells(texts)] == ["高端轴系", "朝阳区"]


def test_run_again_takes_the_aliases(texts, dock, opened, file):
    texts.view.selectRow(0)
    texts.give_button.click()
    dock.action_bar.buttons["again"].click()
    assert opened[-1][1]["ALIASES"] == open_table(file).source()


def test_the_aliases_that_the_run_was_given_are_kept(dock, tmp_path, file):
    given = layer_of("None", "given", ("text", "code"), [("轴系", "EQ.PART"), ("x", None)])
    QgsProject.instance().addMapLayer(given)
    texts = show(dock, tmp_path, file, ALIASES={"layer": given.id(), "source": "", "provider": "memory"})
    texts.view.selectRow(0)
    texts.give_button.click()
    assert {alias.text: alias.code for alias in aliases_of(file).values()} == {
        "轴系": "EQ.PART", "高端轴系": "EQ.PART",
    }  # fmt: skip


def test_a_text_that_was_given_a_code_before_the_run_is_listed_with_who_gave_it(texts, dock, file):
    write_alias(file, Alias("高端轴系", "AUTO", reviewer="Li", date="2026-05-01T08:00:00"))
    write_alias(file, Alias("智能终端", "EQ.PART", reviewer="Li", date="2026-05-01T08:00:00"))
    dock.tabs.setCurrentIndex(0)
    dock.tabs.setCurrentIndex(2)
    assert [row[:3] for row in cells(texts)[::3]] == [
        ["高端轴系", "7", "Automobiles"],
        ["智能终端", "", "General machine parts"],
    ]
    assert cells(texts)[3][3] == "given by Li, 2026-05-01, industry" and len(cells(texts)) == 4
    texts.view.selectRow(3)
    assert texts.tree.codes == ["EQ.PART"] and texts.withdraw_button.isEnabled()
    texts.tree.show_codes(["HA"])
    texts.give_button.click()
    assert {alias.text: alias.code for alias in aliases_of(file).values()} == {
        "高端轴系": "AUTO",
        "智能终端": "HA",
    }
    texts.open_box.setChecked(True)
    assert [row[0] for row in cells(texts)] == ["朝阳区"]
    texts.open_box.setChecked(False)
    texts.view.selectRow(3)
    texts.withdraw_button.click()
    assert [alias.text for alias in aliases_of(file).values()] == ["高端轴系"]
    assert cells(texts)[3][:3] == ["智能终端", "", ""], "it can be given a code again"
    dock.texts_controller.look()
    assert len(cells(texts)) == 3


def test_a_text_is_withdrawn_after_it_has_counted(dock, tmp_path, file):
    """The whole way: an alias counts in a run, which lists the text no longer; withdrawn, the next run reads as before."""
    clusters = table([("a", "杭州", "高端轴系")], ("id", "city", "industry"))
    belts = table([("x", "杭州", "轴承")], ("id", "city", "product"))
    write_alias(file, Alias("高端轴系", "EQ.PART.BEAR"))
    made = match(clusters, belts, ALIASES=open_table(file), CHECK="TEMPORARY_OUTPUT")
    assert [row["text"] for row in rows_of(made["CHECK"])] == []
    texts = show(dock, tmp_path, file, ALIASES=open_table(file).source())
    QgsProject.instance().removeMapLayer(dock.texts_controller._check().id())
    dock.texts_controller.look()
    assert [row[0] for row in cells(texts)] == ["高端轴系"]
    texts.view.selectRow(0)
    texts.withdraw_button.click()
    assert aliases_of(file) == {}
    again = match(clusters, belts, ALIASES=open_table(file), CHECK="TEMPORARY_OUTPUT")
    assert [row["text"] for row in rows_of(again["CHECK"])] == ["高端轴系"]


def test_codes_of_the_table_that_the_run_was_given_are_listed_and_withdrawn(dock, tmp_path, file):
    given = layer_of("None", "given", ("text", "code"), [("轴系", "EQ.PART"), ("x", None)])
    QgsProject.instance().addMapLayer(given)
    texts = show(dock, tmp_path, file, ALIASES={"layer": given.id(), "source": "", "provider": "memory"})
    assert (
        cells(texts)[3] == ["轴系", "", "General machine parts", "given a code, industry"]
        and len(cells(texts)) == 4
    )
    texts.view.selectRow(3)
    texts.withdraw_button.click()
    assert open_table(file) is not None and aliases_of(file) == {}
    assert given.featureCount() == 2, "the user's own table stays as it is"


def test_a_run_without_the_table_says_how_to_get_it(qtbot, dock, tmp_path):
    layer = saved(matches(), tmp_path / "m.gpkg")
    QgsProject.instance().addMapLayer(layer)
    dock.layer_box.setLayer(layer)
    dock.show()
    dock.tabs.setCurrentIndex(2)
    assert "did not list" in dock.texts.empty.text() and dock.texts.empty.isVisible()
    assert not dock.texts.give_button.isEnabled()


def test_the_written_table_changes_the_next_matching(file):
    clusters = table([("a", "杭州", "高端轴系"), ("b", "朝阳区", "服装")], ("id", "city", "industry"))
    belts = table([("x", "杭州", "轴承"), ("y", "长春", "女装")], ("id", "city", "product"))
    before = {row["cb_row"]: row["cb_status"] for row in rows_of(match(clusters, belts)["OUTPUT"])}
    assert before == {"a#1": "unresolved", "b#1": "unresolved"}
    write_alias(file, Alias("高端轴系", "EQ.PART.BEAR"))
    write_alias(file, Alias("朝阳区", "110000", "city"))
    write_alias(file, Alias(" 朝阳区", "220100", "city"))
    assert open_table(file).featureCount() == 2, "one text, one row"
    after = match(clusters, belts, ALIASES=open_table(file))["OUTPUT"]
    assert {row["cb_row"]: row["cb_status"] for row in rows_of(after)} == {"a#1": "matched", "b#1": "matched"}


def test_the_codes_are_those_of_the_taxonomy_of_the_run():
    own = table([("A", None, "Ships"), ("A1", "A", "Boats")], ("code", "parent", "name_en"))
    QgsProject.instance().addMapLayer(own)
    run = Run(
        "clusterbelt:matchclusters", {"TAXONOMY": {"layer": own.id(), "source": "", "provider": "memory"}}
    )
    assert [(entry.code, entry.name, entry.parent) for entry in industry_codes(run, "en")] == [
        ("A", "Ships", ""), ("A1", "Boats", "A"),
    ]  # fmt: skip
    QgsProject.instance().clear()


def test_every_code_stands_under_one_that_is_listed_before():
    for entries in (industry_codes(None, "en"), city_codes("cn", "en")):
        seen = {""}
        for entry in entries:
            assert entry.parent in seen, entry
            seen.add(entry.code)
        assert len(seen) == len(entries) + 1


def test_the_texts_of_a_new_run_are_there_though_their_table_comes_last(qtbot, dock, tmp_path, file):
    texts = show(dock, tmp_path, file)
    run = Run("clusterbelt:matchclusters", {"CLUSTERS": "/a.csv"}, time="2999-01-01T00:00:00")
    layer, check = saved(matches(), tmp_path / "n.gpkg"), layer_of("None", "check", CHECK, ROWS[:1])
    write_run(layer, run, "OUTPUT")
    write_run(check, run, "CHECK")
    QgsProject.instance().addMapLayer(layer)
    dock.layer_box.setLayer(layer)
    QgsProject.instance().addMapLayer(check)
    qtbot.waitUntil(lambda: [row[0] for row in cells(texts)] == ["高端轴系"])


def test_texts_that_a_run_did_not_list_are_listed_by_a_button(qtbot, dock, opened, tmp_path, file):
    """As after a run from the toolbox, which writes no table that nobody asked for."""
    layer, repeated = saved(matches(), tmp_path / "m.gpkg"), []
    QgsProject.instance().addMapLayer(layer)
    dock.layer_box.setLayer(layer)
    dock.show()
    dock.tabs.setCurrentIndex(2)
    button = dock.texts.list_button
    button.click()
    # It is not known how it was made: the dialog asks, with all that the desk shows.
    assert opened.pop()[1]["CHECK"] == "TEMPORARY_OUTPUT"
    write_run(layer, Run("clusterbelt:matchclusters", {"CLUSTERS": "/a.csv"}), "OUTPUT")
    button.click()
    assert opened.pop() == ("clusterbelt:matchclusters", {"CLUSTERS": "/a.csv", "CHECK": "TEMPORARY_OUTPUT"})
    dock.starts._make_page = dock.starts._repeat_run = lambda *words: repeated.append(words)
    button.click()
    assert repeated[0][1]["CHECK"] == "TEMPORARY_OUTPUT" and repeated[0][2] and not opened
    show(dock, tmp_path, file)
    qtbot.waitUntil(lambda: not button.isVisible())
