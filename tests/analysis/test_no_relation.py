"""Nodes that have nothing to do with each other."""

from clusterbelt.processing.analysis.industries import taxonomy
from clusterbelt.processing.analysis.industries.relations import Relation, relations


def test_they_have_no_relation_without_levels_hops_or_edges():
    bundled = taxonomy.read()
    codes = bundled.code_index
    found = relations(bundled).of(codes["tex.app.w"], codes["eq.smart.robot"])
    assert found == Relation("none", 0, 0, 0, ())
