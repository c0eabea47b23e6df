"""The words by which a run would read industries, as they are chosen in its dialog: a taxonomy, aliases, schemes."""

from qgis.core import QgsProcessingFeedback

from ...processing.layers.understanding import read_bundled

NAMES = (
    *("TAXONOMY", "TAXONOMY_FORM", "TAXONOMY_LEVELS", "ALIASES", "KEYWORDS"),
    *("CLUSTER_SCHEME", "BELT_SCHEME", "SCHEME"),
)
_SCHEMES = {"CLUSTERS": "CLUSTER_SCHEME", "BELTS": "BELT_SCHEME"}


def scheme_of(source):
    """Return the parameter that says what the codes of industries in an input are codes of."""
    return _SCHEMES.get(source, "SCHEME")


class GivenWords:
    """Reads texts as the run of a dialog would, each once.

    Parameters
    ----------
    algorithm : QgsProcessingAlgorithm
    value_of : callable
        Takes the name of a parameter, and gives the value that is chosen now.
    context : QgsProcessingContext
    """

    def __init__(self, algorithm, value_of, context):
        self._algorithm, self._value_of, self._context = algorithm, value_of, context
        self._readers, self._seen = {}, ()

    @property
    def given(self):
        """What is chosen, by name of the parameter; what is the default anyway is not among it."""
        definitions = filter(None, map(self._algorithm.parameterDefinition, NAMES))
        values = {one.name(): (self._value_of(one.name()), one.defaultValue()) for one in definitions}
        return {name: value for name, (value, usual) in values.items() if value not in (None, "", usual)}

    def reader(self, source):
        """Return the function that gives the industries of texts in an input: CLUSTERS, BELTS, INPUT.

        Raises
        ------
        AnalysisError, QgsProcessingException
            Where a run would refuse what is chosen.
        """
        given = self.given
        if not given or not hasattr(self._algorithm, "words"):
            return read_bundled
        if self._seen != given:
            self._readers, self._seen = {}, given
        if source not in self._readers:
            self._readers[source] = _reader(self._load(given), source)
        return self._readers[source]

    def _load(self, given):
        algorithm, feedback = self._algorithm.create(), QgsProcessingFeedback(False)
        algorithm.look_behind_sources(given, self._context, feedback)
        run = algorithm, given, self._context, feedback
        return algorithm.words.load(*run, algorithm.taxonomy.load(*run))


def _reader(words, source):
    from ...processing.layers.matching.industries import read_texts_of_industries
    from ...processing.layers.matching.taxonomies import ALONE, BELT, CLUSTER

    role, known = {"CLUSTERS": CLUSTER, "BELTS": BELT}.get(source, ALONE), {}

    def read(texts):
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if new:
            _, found = read_texts_of_industries(new, words, QgsProcessingFeedback(False), role)
            known.update(zip(new, found))
        return [known[text] for text in texts]

    return read
