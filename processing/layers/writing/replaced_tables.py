"""What forbids that a table of PostgreSQL is replaced, and what of it the new one will not have."""

import time

from ...analysis.sql.dialects import POSTGRESQL
from ...analysis.sql.texts import query
from ...compat import translate


class ReplacedTable:
    """The table that is there under the name of an output.

    Parameters
    ----------
    ask : callable
        Of a text of SQL; returns rows.
    schema : str
        '' for the one in which the server makes tables.
    name : str
    """

    def __init__(self, ask, schema, name):
        self._ask, self._found = ask, {}
        self._texts = {"schema": POSTGRESQL.text(schema), "wanted": POSTGRESQL.text(name)}
        for kind, found in ask(query("replaced_table").substitute(self._texts)):
            self._found.setdefault(kind, []).append(found)

    def bar(self):
        """Return why it must stay, as a part of a sentence; '' where it may go."""
        if "whole" in self._found:
            text = translate("ClusterBelt", "it is a part of the table {whole}, which would lose these rows")
            return text.format(whole=self._found["whole"][0])
        if "part" in self._found:
            text = translate("ClusterBelt", "tables that are parts of it would be lost with it ({parts})")
            return text.format(parts=", ".join(self._found["part"]))
        if "row security" in self._found:
            return translate(
                "ClusterBelt", "row-level security protects it, and would not protect the new one"
            )
        return ""

    def wait(self, seconds, stop_if_cancelled):
        """Wait for other programs to let go of it, as long as there is no cancel: a lock waits on regardless."""
        end = time.monotonic() + seconds
        while self._ask(query("table_in_use").substitute(self._texts))[0][0] and time.monotonic() < end:
            stop_if_cancelled()
            time.sleep(0.1)

    def not_kept(self):
        """Return what goes with it, each as a part of a sentence."""
        words = {
            "index": translate("ClusterBelt", "indexes"),
            "trigger": translate("ClusterBelt", "triggers"),
            "rule": translate("ClusterBelt", "rules"),
            "check": translate("ClusterBelt", "checks"),
            "foreign key": translate("ClusterBelt", "foreign keys"),
            "publication": translate("ClusterBelt", "publications"),
            "owner": translate("ClusterBelt", "the owner"),
        }
        return [
            f"{word} ({', '.join(self._found[kind])})" for kind, word in words.items() if kind in self._found
        ]
