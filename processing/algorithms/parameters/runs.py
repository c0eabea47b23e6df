"""How often chance is asked."""

from dataclasses import dataclass

from ...compat import translate


@dataclass(frozen=True)
class RandomRuns:
    """Number of random arrangements, and the seed that they begin with."""

    runs: int
    seed: int


class Runs:
    """RUNS and SEED."""

    RUNS = "RUNS"
    SEED = "SEED"

    def add(self, algorithm):
        """Add the parameters."""
        algorithm.add_number(
            self.RUNS,
            translate("ClusterBelt", "Number of runs"),
            translate("ClusterBelt", "Of the test against chance: the smallest p-value is 1/(runs + 1)."),
            default=999,
            least=1,
        )
        algorithm.add_number(
            self.SEED,
            translate("ClusterBelt", "Seed"),
            translate("ClusterBelt", "The same seed gives the same result."),
            default=1,
            least=0,
        )

    def load(self, algorithm, parameters, context, feedback=None):
        """Return the `RandomRuns`."""
        return RandomRuns(
            algorithm.parameterAsInt(parameters, self.RUNS, context),
            algorithm.parameterAsInt(parameters, self.SEED, context),
        )
