"""Runs are told apart: layers of earlier runs bear their time or table, and step aside."""

import pytest
from clusterbelt.processing.cartography.earlier_runs import rename_earlier, show_alone, show_chosen
from clusterbelt.processing.layers.runs import Run, write_run
from making import table
from qgis.core import QgsProject

MATCH, NAME = "clusterbelt:matchclusters", "Matched clusters"


def made(time, output="OUTPUT", name=NAME, algorithm=MATCH, number="r", day="2026-05-01"):
    layer = table([["1"]], ["id"])
    layer.setName(name)
    write_run(layer, Run(algorithm, {}, id=f"{number}{time}", time=f"{day}T{time}.000"), output)
    return QgsProject.instance().addMapLayer(layer)


def names(project):
    return sorted(layer.name() for layer in project.mapLayers().values())


def test_the_same_output_of_an_earlier_run_bears_its_time(project):
    old, new = made("08:00:10"), made("09:00:00")
    rename_earlier(project, new)
    assert (old.name(), new.name()) == (f"{NAME} (08:00)", NAME)
    newer = made("10:00:00")
    rename_earlier(project, newer)
    assert names(project) == [NAME, f"{NAME} (08:00)", f"{NAME} (09:00)"]


def test_an_earlier_day_is_told(project):
    old = made("08:00:00")
    rename_earlier(project, made("07:00:00", day="2026-05-02"))
    assert old.name() == f"{NAME} (2026-05-01 08:00)"


def test_two_runs_of_a_minute_are_told_apart(project):
    for time in ("08:00:10", "08:00:20", "08:00:30"):
        rename_earlier(project, made(time))
    assert names(project) == [NAME, f"{NAME} (08:00)", f"{NAME} (08:00:20)"]


def test_other_names_outputs_and_algorithms_and_newer_layers_stay(project):
    new = made("09:00:00")
    others = [
        made("08:00:00", name="mine"),
        made("08:00:00", output="BELTS_OUT"),
        made("08:00:00", algorithm="clusterbelt:splitshared"),
        made("09:30:00"),
        made("09:00:00"),
    ]
    plain = table([["1"]], ["id"])
    plain.setName(NAME)
    project.addMapLayer(plain)
    before = [layer.name() for layer in (*others, plain)]
    rename_earlier(project, new)
    assert [layer.name() for layer in (*others, plain)] == before


def tree(group):
    return [tree(child) if hasattr(child, "findGroups") else child.name() for child in group.children()]


@pytest.mark.parametrize("times", [1, 2])
def test_all_runs_before_step_aside_hidden(project, times):
    root, layers = project.layerTreeRoot(), []
    base = made("07:00:00", name="base", algorithm="clusterbelt:weightedellipse")
    for hour in range(8, 8 + times):
        layers += [made(f"0{hour}:00:00", output, f"{output}{hour}") for output in ("BELTS_OUT", "OUTPUT")]
    new = made("10:00:00", name="new")
    show_alone(project, new)
    group = root.findGroups()[0]
    assert len(root.findGroups()) == 1 and not group.isExpanded() and not group.isVisible()
    assert {child.name() for child in group.children()} == {layer.name() for layer in layers}
    assert root.findLayer(base).isVisible() and root.findLayer(new).isVisible()
    assert all(project.mapLayer(layer.id()) is layer for layer in layers)
    # One click brings them all back, the next run again hides them.
    group.setItemVisibilityChecked(True)
    assert all(root.findLayer(layer).isVisible() for layer in layers)
    newest = made("11:00:00", name="newest")
    show_alone(project, newest)
    assert seen(project) == {"base", "newest"} and len(root.findGroups()) == 1


def seen(project):
    nodes = project.layerTreeRoot().findLayers()
    return {node.name() for node in nodes if node.isVisible()}


def test_a_new_layer_among_those_of_earlier_runs_leaves_them(project):
    root = project.layerTreeRoot()
    made("08:00:00", name="old")
    show_alone(project, made("09:00:00", name="newer"))
    # As QGIS does where a layer of the group is chosen in the tree.
    again = made("10:00:00", name="again")
    node = root.findLayer(again)
    root.findGroups()[0].insertChildNode(0, node.clone())
    root.removeChildNode(node)
    show_alone(project, again)
    assert seen(project) == {"again"} and root.findLayer(again).parent() is not root.findGroups()[0]
    assert root.children()[0].name() == "again"


def of_study(time, study, name=NAME):
    layer = made(time, name=name)
    write_run(layer, Run(MATCH, {}, id=time, time=f"2026-05-01T{time}", study=study), "OUTPUT")
    return layer


def test_runs_of_another_study_step_aside_as_well(project):
    of_study("08:00:00", "/a.csv", "other")
    show_alone(project, of_study("10:00:00", "/b.csv", "mine"))
    assert seen(project) == {"mine"}


def test_what_came_of_another_study_goes_and_comes_back_with_it(project):
    def of(study, time, name):
        layer = table([["1"]], ["id"])
        layer.setName(name)
        write_run(layer, Run("clusterbelt:weightedellipse", {}, time=time, study=study), "OUTPUT")
        return QgsProject.instance().addMapLayer(layer)

    sample = of_study("08:00:00", "/a.csv", "sample")
    of("/a.csv", "2026-05-01T08:30:00", "its ellipses")
    of("/c.csv", "2026-05-01T08:40:00", "placed belts")
    mine = of_study("10:00:00", "/b.csv", "mine")
    show_alone(project, mine)
    assert seen(project) == {"mine", "placed belts"}
    of("/b.csv", "2026-05-01T10:30:00", "my ellipses")
    show_chosen(project, sample)
    assert seen(project) == {"sample", "its ellipses", "placed belts"}
    show_chosen(project, mine)
    assert seen(project) == {"mine", "my ellipses", "placed belts"}


def test_runs_of_several_studies_bear_the_names_of_their_tables(project):
    first, tables = of_study("08:00:00", "/x/pandas.csv"), "/x/two.xlsx|layername=Cluster list"
    mine = of_study("08:30:00", "/x/pandas.csv", "mine")
    rename_earlier(project, of_study("09:00:00", "/x/pandas.csv"))
    assert first.name() == f"{NAME} (08:00)"
    other = of_study("10:00:00", tables)
    rename_earlier(project, other)
    assert names(project) == [
        f"{NAME} – Cluster list", f"{NAME} – pandas", f"{NAME} – pandas (08:00)", "mine",
    ]  # fmt: skip
    again = of_study("11:00:00", "/x/pandas.csv")
    rename_earlier(project, again)
    assert again.name() == f"{NAME} – pandas" and mine.name() == "mine"
    assert f"{NAME} – pandas (09:00)" in names(project)
    project.removeMapLayer(other.id())
    last = of_study("12:00:00", "/x/pandas.csv")
    rename_earlier(project, last)
    assert (last.name(), again.name()) == (f"{NAME} – pandas", f"{NAME} – pandas (11:00)")


def test_a_study_is_called_as_its_table_in_the_project(project):
    read = project.addMapLayer(table([["1"]], ["id"]))
    read.setName("Parks 2024")
    of_study("08:00:00", "/x/pandas.csv")
    new = of_study("09:00:00", read.id())
    rename_earlier(project, new)
    assert names(project) == [f"{NAME} – Parks 2024", f"{NAME} – pandas", "Parks 2024"]


def test_what_somebody_has_grouped_stays_in_its_group(project):
    root = project.layerTreeRoot()
    layer = made("08:00:00")
    mine, node = root.addGroup("mine"), root.findLayer(layer)
    mine.addChildNode(node.clone())
    root.removeChildNode(node)
    show_alone(project, made("09:00:00", name="new"))
    assert tree(root) == ["new", [NAME]] and not root.findLayer(layer).isVisible()


def test_nothing_steps_aside_of_a_first_run(project):
    show_alone(project, made("08:00:00"))
    assert tree(project.layerTreeRoot()) == [NAME]


def test_a_run_that_is_chosen_is_seen_alone_with_its_clusters(project):
    root = project.layerTreeRoot()
    old, new = made("08:00:00", name="old"), made("09:00:00", name="new")
    belts = made("08:00:00", "BELTS_OUT", "belts")
    show_alone(project, new)
    root.findLayer(old).setItemVisibilityChecked(False)
    show_chosen(project, old)
    assert seen(project) == {"old", "belts"} and root.findLayer(belts).parent() is root
    show_chosen(project, new)
    assert seen(project) == {"new"} and len(root.findGroups()) == 1
    plain = table([["1"]], ["id"])
    project.addMapLayer(plain)
    root.findLayer(plain).setItemVisibilityChecked(False)
    show_chosen(project, plain)
    assert root.findLayer(plain).isVisible()
