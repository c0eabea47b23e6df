"""The match seen from the belts."""

from making import BELT_FIELDS, CLUSTER_FIELDS, match, rows_of, sample, table
from qgis.core import QgsProcessingOutputLayerDefinition

COLUMNS = ("cb_status", "cb_nclus", "cb_clusid", "cb_basis")
READ = ("cb_city", "cb_citycd", "cb_nodes", "cb_resby")


def test_each_belt_says_its_best_status_and_its_closest_cluster():
    clusters = table([("c2", "杭州", "服装"), ("c1", "杭州", "女装"), ("c3", "宁波", "女装")], CLUSTER_FIELDS)
    rows = [
        ("Point (120 30)", "b1", "杭州", "女装", "2018"),
        (None, "b2", "杭州", "面料", "2018"),
        (None, "b3", "杭州", "茶叶", "2018"),
        (None, "b4", "杭州", "某某某", "2018"),
        (None, "b5", "Atlantis", "女装", "2018"),
        (None, "b6", "宁波", "女装", "2015"),
        (None, "b7", "宁波", "女装", "2020"),
    ]
    belts = table(rows, (*BELT_FIELDS, "year"), "Point")
    made = match(clusters, belts, BELT_YEAR="year", AS_OF=2018, BELTS_OUT="memory:")["BELTS_OUT"]
    found = {row["id"]: tuple(row[name] for name in COLUMNS) for row in rows_of(made)}
    assert found == {
        "b1": ("matched", 2, "c1", "current"),
        "b2": ("adjacent", 2, "c2", "current"),
        "b3": ("unmatched", 0, None, "current"),
        "b4": ("unresolved", 0, None, "current"),
        "b5": ("unresolved", 0, None, "current"),
        "b6": ("matched", 1, "c3", "historic"),
        "b7": (None, 0, None, "later"),
    }
    assert next(made.getFeatures()).geometry().asPoint().x() == 120
    assert made.fields().names() == [*BELT_FIELDS, "year", *READ, *COLUMNS, "cb_words", "cb_last"]


def test_each_belt_says_where_it_is_and_what_it_was_read_as():
    clusters = table([("c1", "杭州", "某某某")], CLUSTER_FIELDS)
    rows = [
        ("b1", "Hangzhou", "女装", "2016"),
        ("b2", "杭州", "某某某", "2018"),
        ("b3", "宁波", "鬼画符", None),
        ("b4", "Atlantis", "女装、茶叶", "9999"),
        ("b5", None, None, "2020"),
    ]
    belts = table(rows, (*BELT_FIELDS, "year"))
    made = match(clusters, belts, BELT_YEAR="year", AS_OF=2018, BELTS_OUT="memory:")["BELTS_OUT"]
    found = [tuple(row[name] for name in (*READ, "cb_words", "cb_last")) for row in rows_of(made)]
    assert found == [
        ("杭州市", "330100", "TEX.APP.W", "name", None, 2016),
        ("杭州市", "330100", None, "text", "某某某", 2018),
        ("宁波市", "330200", None, None, "鬼画符", None),
        ("Atlantis", None, "TEX.APP.W|FOOD.TEA", "split", None, None),
        (None, None, None, None, None, None),
    ]


def test_the_pairs_of_clusters_and_belts_are_the_same_from_both_sides():
    result = match(sample("clusters"), sample("belts"), BELTS_OUT="memory:")
    assert sum(row["cb_nclus"] for row in rows_of(result["BELTS_OUT"])) == result["PAIR_COUNT"]
    assert result["BELTS_OUT"].featureCount() == 504


def test_the_belts_are_written_on_request_only():
    assert "BELTS_OUT" not in match(sample("clusters"), sample("belts"))


def test_the_empty_outputs_of_the_batch_dialog_are_no_request():
    empty = QgsProcessingOutputLayerDefinition("")
    made = match(sample("clusters"), sample("belts"), BELTS_OUT=empty, PAIRS=empty, CHECK=empty)
    assert made["ROWS"] == 159 and not {"BELTS_OUT", "PAIRS", "CHECK"} & made.keys()
