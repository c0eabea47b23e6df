"""What is left out is what the algorithms take where nothing is entered."""

import csv
import inspect
from pathlib import Path

import pytest
from clusterbelt.processing.analysis.industries import input_output, resolution
from clusterbelt.processing.analysis.matching import industry_sets, pairs, rules
from clusterbelt.processing.analysis.networks import survey
from clusterbelt.processing.analysis.tables import chance
from clusterbelt.processing.analysis.virtual import (
    attraction,
    cluster_table,
    clusters,
    communities,
    gap_search,
    gaps,
    integration,
    needs,
)

CONTRACT = Path(__file__).parents[1] / "contract" / "parameters.csv"


@pytest.mark.parametrize(
    ("algorithm", "parameter", "function", "name"),
    [
        ("chainlinks", "TOP", attraction.Gravity, "top"),
        ("chainlinks", "DECAY", attraction.Gravity, "decay"),
        ("chainlinks", "LOCAL_KM", attraction.Gravity, "local_km"),
        ("chainlinks", "LIFT", needs.find_needs, "lift"),
        ("chaingaps", "TOP", gap_search.Reach, "top"),
        ("chaingaps", "MIN_N", gaps.Rule, "min_n"),
        ("chaingaps", "LIFT", needs.find_outlets, "lift"),
        ("chaingaps", "LIFT", gap_search.search_gaps, "lift"),
        ("chainsfromio", "THRESHOLD", input_output.Cut, "threshold"),
        ("chainsfromio", "TOP", input_output.Cut, "top"),
        ("clusternetworks", "LIFT", survey.Survey, "lift"),
        ("matchchance", "RUNS", chance.ChanceTest, "runs"),
        ("matchchance", "SEED", chance.ChanceTest, "seed"),
        ("matchclusters", "MAX_HOPS", rules.Rules, "max_hops"),
        ("matchclusters", "LIFT", rules.Rules, "lift"),
        ("matchclusters", "KEYWORDS", rules.Rules, "keywords"),
        ("matchclusters", "KEYWORDS", industry_sets.read_industries, "keywords"),
        ("matchclusters", "TOP", pairs.list_pairs, "top"),
        ("matchclusters", "MAX_PAIRS", pairs.list_pairs, "max_pairs"),
        ("readindustries", "KEYWORDS", resolution.resolve, "keywords"),
        ("readindustries", "KEYWORDS", resolution.resolve_all, "keywords"),
        ("readindustries", "KEYWORDS", resolution.Reader, "keywords"),
        ("realvirtual", "THRESHOLD", integration.Scale, "threshold"),
        ("realvirtual", "ALPHA", integration.Scale, "alpha"),
        ("virtualclusters", "RESOLUTION", communities.by_community, "resolution"),
        ("virtualclusters", "RESOLUTION", communities.modularity, "resolution"),
        ("virtualclusters", "MIN_BLOCKS", clusters.form_clusters, "min_blocks"),
        ("virtualclusters", "MIN_CITIES", clusters.form_clusters, "min_cities"),
        ("virtualclusters", "RADIUS_KM", cluster_table.cluster_table, "radius_km"),
    ],
)
def test_defaults_are_those_of_the_parameters(algorithm, parameter, function, name):
    with open(CONTRACT, encoding="utf-8", newline="") as file:
        (row,) = (
            r for r in csv.DictReader(file) if (r["algorithm"], r["parameter"]) == (algorithm, parameter)
        )
    assert str(inspect.signature(function).parameters[name].default) == row["default"]
