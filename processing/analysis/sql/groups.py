"""Rows of a table in PostgreSQL as groups: how many they are, and which row of them comes first."""

from dataclasses import dataclass

from .dialects import POSTGRESQL
from .texts import query

# What Python strips from the ends of a text.
_BLANKS = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
# Keys below zero, too, are written as texts in the order of their numbers.
_SHIFT = 2**63


@dataclass(frozen=True)
class Groups:
    """Rows that have some columns in common; the columns are expressions.

    Attributes
    ----------
    relation, condition : str
        What stands behind FROM and WHERE; '' for no condition.
    columns : tuple of str
        What the rows of a group have in common.
    identity : str or None
        Text; the row of a group with the first one in natural order stands for the group.
    key : str or None
        Whole number of a row, which decides between equal texts.
    name : str or None
        Text to be had of that row.
    alone : tuple of str
        Texts of the identity, without blanks around them, that make a group of their own; of the key where there is no
        identity.
    """

    relation: str
    condition: str
    columns: tuple
    identity: str = None
    key: str = None
    name: str = None
    alone: tuple = ()

    def query(self, only="TRUE", further=()):
        """Return the query.

        Its rows have the columns, those of `further`, the number of rows, then identity, key and name of the row that
        stands for the group; None where they are not asked for. `number_of_key` reads the key.

        Parameters
        ----------
        only : str
            A condition on the rows.
        further : sequence of str
            More columns that rows have to have in common.
        """
        columns = (*self.columns, *further)
        names = [f"c{number}" for number in range(len(columns))]
        read = [f"{column} AS {name}" for column, name in zip(columns, names)]
        alone = ["a"] if self.alone else []
        if alone:
            read.append(f"{self._alone()} AS a")
        keys = [
            "''" if self.identity is None else natural(self.identity),
            "''" if self.key is None else _padded(self.key),
            *("NULL" if text is None else text for text in (self.identity, self.name)),
        ]
        return query("groups").substitute(
            found=", ".join([*names, "n", "f[3], f[2], f[4]"]),
            columns=", ".join(read),
            groups=", ".join(names + alone),
            keys=", ".join(keys),
            relation=self.relation,
            condition=self.condition or "TRUE",
            only=only,
            fence=POSTGRESQL.fence,
        )

    def _alone(self):
        text = f"CAST({self.key} AS text)" if self.identity is None else self.identity
        stripped = f"BTRIM({text}, {POSTGRESQL.text(_BLANKS)})"
        return f"CASE WHEN {stripped} IN ({', '.join(map(POSTGRESQL.text, self.alone))}) THEN {stripped} END"


def natural(text):
    """Return an expression that sorts as `natural_order` does, for an expression of type text."""
    return query("natural").substitute(text=text, blanks=POSTGRESQL.text(_BLANKS))


def number_of_key(text):
    """Return the key that a query of `Groups` wrote as a text."""
    return int(text) - _SHIFT


def _padded(key):
    return f"LPAD(CAST(CAST({key} AS numeric) + {_SHIFT} AS text), 20, '0')"
