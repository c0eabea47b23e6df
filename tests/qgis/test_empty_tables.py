"""Tables of rules without a row: none, where that means something, and never without the columns that are needed."""

import pytest
from making import BELT_FIELDS, CLUSTER_FIELDS, match, table
from qgis.core import QgsProcessingException

COLUMNS = {
    "TAXONOMY": ("code", "name_zh"),
    "CHAINS": ("upstream", "downstream"),
    "ALIASES": ("text", "code"),
    "OVERRIDES": ("cluster_id", "belt_id", "decision"),
}


def matched(parameter, rows, columns):
    clusters, belts = (table([("1", "杭州", "女装")], fields) for fields in (CLUSTER_FIELDS, BELT_FIELDS))
    return match(clusters, belts, **{parameter: table(rows, columns)})["MATCHED"]


@pytest.mark.parametrize("parameter", COLUMNS)
def test_a_table_of_something_else_is_refused_also_when_it_is_empty(parameter):
    with pytest.raises(QgsProcessingException, match="no column"):
        matched(parameter, [], ("x", "y"))


@pytest.mark.parametrize("rows", [[], [("", "")], [(None, None)]])
def test_a_taxonomy_without_a_node_is_refused(rows):
    with pytest.raises(QgsProcessingException, match="taxonomy table has no row with a code"):
        matched("TAXONOMY", rows, COLUMNS["TAXONOMY"])


@pytest.mark.parametrize("parameter", sorted({*COLUMNS} - {"TAXONOMY"}))
def test_no_chains_aliases_or_judgements_are_none(parameter):
    assert matched(parameter, [], COLUMNS[parameter]) == 1
