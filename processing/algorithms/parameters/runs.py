"""How often chance is asked."""

from ...compat import translate


class Runs:
    """RUNS and SEED."""

    RUNS = "RUNS"
    SEED = "SEED"

    def add(self, algorithm):
        """Add the parameters."""
        algorithm.add_number(
            self.RUNS,
            translate("ClusterBelt", "Number of permutations"),
            translate(
                "ClusterBelt",
                "Of the permutation test. The smallest possible p-value is 1/(permutations + 1).",
            ),
            default=999,
            least=1,
            most=1_000_000,
            advanced=True,
        )
        algorithm.add_number(
            self.SEED,
            translate("ClusterBelt", "Random seed"),
            translate("ClusterBelt", "The same seed gives the same result."),
            default=1,
            least=0,
            advanced=True,
        )

    def load(self, algorithm, parameters, context, feedback=None, **choices):
        """Return the test, with what else was chosen: `analysis.tables.ChanceTest`."""
        from ...analysis.tables import ChanceTest

        return ChanceTest(
            runs=algorithm.parameterAsInt(parameters, self.RUNS, context),
            seed=algorithm.parameterAsInt(parameters, self.SEED, context),
            **choices,
        )
