"""Read a taxonomy, its chains and the user's aliases from tables, or take the bundled ones."""

from dataclasses import dataclass

import numpy as np

from ...analysis.columns import encode
from ...analysis.industries import forms, taxonomy
from ...analysis.industries.scheme_codes import is_plain_code, with_scheme
from ...analysis.industries.user_aliases import UserAliases, read_aliases, with_aliases
from ...analysis.matching.check_table import ALONE, BELT, CLUSTER  # noqa: F401 - the roles of words
from ...analysis.matching.industry_columns import industry_columns
from ...analysis.matching.industry_sets import read_industries
from ...analysis.typed_columns import Texts
from ...compat import translate
from ..reading.columns import read_table


def read_taxonomy(nodes, chains, feedback, form=forms.PARENT, levels=""):
    """Build the taxonomy of two tables.

    Parameters
    ----------
    nodes, chains : QgsProcessingFeatureSource or None
        None stands for the bundled table; a taxonomy of one's own has no bundled chains.
    feedback : QgsProcessingFeedback
    form, levels : str
        How the codes of `nodes` say what belongs to what; see `analysis.industries.forms`.

    Returns
    -------
    analysis.industries.taxonomy.Taxonomy
    """
    own_nodes = None if nodes is None else _columns(nodes, feedback)
    own_chains = None if chains is None else _columns(chains, feedback)
    if own_nodes is None and own_chains is None:
        return taxonomy.read()
    if own_nodes is None:
        own_nodes = taxonomy.read_table(taxonomy.BUNDLED_NODES)
    else:
        own_nodes = forms.to_parents(own_nodes, form, forms.read_levels(levels))
    return taxonomy.load(own_nodes, own_chains)


def read_user_aliases(source, feedback):
    """Read the table of aliases; without one there are none.

    Returns
    -------
    analysis.industries.user_aliases.UserAliases
    """
    return UserAliases({}, {}) if source is None else read_aliases(_columns(source, feedback))


@dataclass(frozen=True)
class Words:
    """How the texts of industries are read.

    Attributes
    ----------
    taxonomy : analysis.industries.taxonomy.Taxonomy
        That knows the schemes, and the aliases of the user.
    schemes : dict of str to str
        Scheme of plain codes by role, CLUSTER, BELT or ALONE; '' for none.
    cities : dict of str to tuple of str
        The user's aliases of cities.
    keywords : bool
        Whether a label that only ends a text counts.
    """

    taxonomy: taxonomy.Taxonomy
    schemes: dict
    cities: dict
    keywords: bool = True

    @classmethod
    def of(cls, known, schemes, aliases, keywords):
        """Return the words of a taxonomy that gets to know schemes and `UserAliases`."""
        for scheme in schemes.values():
            known = taxonomy.with_own_scheme(known, scheme)
        return cls(with_aliases(known, aliases.industries), schemes, aliases.cities, keywords)

    def read(self, industries, place_names, feedback):
        """Read a column of industries; see `analysis.matching.industry_columns.industry_columns`."""
        found = read_industries([industries], self.taxonomy, place_names, self.keywords, feedback.isCanceled)
        return industry_columns(found, 0, self.taxonomy)

    def in_scheme(self, industries, role, feedback):
        """Return a column of industries in which plain codes carry their scheme, and say which zeros came back.

        Parameters
        ----------
        industries : array, as `analysis.columns.encode` takes it
        role : {CLUSTER, BELT, ALONE}
        feedback : QgsProcessingFeedback

        Returns
        -------
        `Texts`, or the same array where nothing changes
        """
        codes, distinct = encode(industries)
        changed = with_scheme(distinct, self.schemes.get(role, ""), self.taxonomy.code_index)
        longer = [value for value, text in changed.items() if ":0" in text and not str(value).startswith("0")]
        if longer:
            feedback.pushWarning(
                translate(
                    "ClusterBelt",
                    "{parameter}: codes that have lost their leading zero, and are read with it: {count} "
                    "(for example {code}).",
                ).format(parameter=scheme_parameter(role), count=len(longer), code=changed[longer[0]])
            )
        if not changed:
            return industries
        read = Texts.of([changed.get(value, value) for value in distinct])
        return Texts(np.append(read.codes, -1)[codes], read.distinct)


def say_unknown_schemes(known, schemes, feedback):
    """Say which schemes the taxonomy has no codes of, and which it has.

    Parameters
    ----------
    known : analysis.industries.taxonomy.Taxonomy
    schemes : dict of str to str
        By role; '' for none.
    feedback : QgsProcessingFeedback
    """
    listed = taxonomy.schemes_of(known)
    for role, scheme in schemes.items():
        if not scheme or scheme in listed:
            continue
        given = {"parameter": scheme_parameter(role), "scheme": scheme, "known": ", ".join(listed)}
        if any(map(is_plain_code, known.codes)):
            said = translate(
                "ClusterBelt",
                "{parameter}: the taxonomy has no aliases such as {scheme}:26; its own codes are read as those of "
                "“{scheme}”.",
            )
            feedback.pushInfo(said.format(**given))
        elif listed:
            said = translate(
                "ClusterBelt",
                "{parameter}: the taxonomy knows no codes of “{scheme}”, which therefore stay unread. It knows those of: "
                "{known}.",
            )
            feedback.pushWarning(said.format(**given))
        else:
            said = translate(
                "ClusterBelt",
                "{parameter}: the taxonomy knows no codes of “{scheme}”, which therefore stay unread. List them in its "
                "column aliases, such as {scheme}:26.",
            )
            feedback.pushWarning(said.format(**given))


def scheme_parameter(role):
    """Return the parameter that gives the scheme of a role: CLUSTER_SCHEME, BELT_SCHEME, SCHEME."""
    return f"{role.upper()}_SCHEME".lstrip("_")


def _columns(source, feedback):
    return dict(read_table(source, feedback).values)
