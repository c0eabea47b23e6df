"""Have the database that holds a layer sum the points of each period."""

from dataclasses import replace

import numpy as np

from ...analysis.distribution.bad_rows import bad_rows, first_rows
from ...analysis.distribution.periods import read_periods
from ...analysis.distribution.sql_sums import MOST_GROUPS, NoPoint, in_order
from ...analysis.sql.dialects import POSTGRESQL
from ...analysis.sql.texts import query
from ...compat import kind_of, python_moment, translate
from ..feedback import FIRST_IDS, warn_of_rows
from ..measuring.plane_log import say_where_measured
from ..reading.rows_instead import RowsOnly
from .distributions import asked
from .engines import Engine, refuse_long_texts, say_bad_rows, say_summed, sums_of, usable_rows
from .paths import paths_of, refuse_without_points, say_names
from .period_points import time_of_day_as_text
from .weighted_points import texts_of_weights

_MOST_PERIODS = 10_000
_VALUES = {"string": str, "int": int, "long": int, "bool": "true".__eq__}


def sum_periods(source, request, transform_context, feedback):
    """Fit the ellipses of each period of each group to sums of the database; see `period_ellipses`.

    Raises
    ------
    RowsOnly
        Where it cannot.
    """
    weights = [request.weight, *request.values]
    with asked(source, weights, [request.group], feedback, [request.time]) as run:
        found = _Periods(run, source, request, feedback)
        read = found.of_years if request.values else found.of_times
        table, periods, bad = read()
        engine = replace(found.engine, table=table)
        try:
            sums, planes = sums_of(engine, request.measure_crs, transform_context, feedback, found.order)
        except NoPoint:
            refuse_without_points(engine.name, bad.rows, bad.rows - bad.placeless)
        cells = [found.group_and_period(cell) for cell in sums.groups]
        cells = np.array([group * len(periods[0]) + period for group, period in cells])
        paths = paths_of(source, request, cells, found.groups, periods, feedback)
        say_summed(engine, bad, feedback)
        say_where_measured(planes, feedback)
        return request.fit(sums), planes, paths


class _Periods:
    """The groups and periods of a table in a database; a cell of both is written as ``3,group`` or ``3`` for null."""

    def __init__(self, run, source, request, feedback):
        self._run, self._request, self._feedback = run, request, feedback
        self._database = source.database
        self.engine = Engine(
            run, self._database.table(request.weight, request.group), source.sourceName(), source.sourceCrs()
        )
        self._value = _VALUES[kind_of(self._database.fields.field(request.group))] if request.group else str
        self.groups = self._groups()
        self._number = {value: number for number, value in enumerate(self.groups)}

    def group_and_period(self, cell):
        """Return the numbers of the group and the period of a cell."""
        period, comma, group = cell.partition(",")
        return self._number[self._value(group) if comma else None], int(period)

    def order(self, cells):
        """Return the positions of cells in order of group, then of time."""
        return sorted(range(len(cells)), key=lambda i: self.group_and_period(cells[i]))

    def of_years(self):
        """Return the table of a wide layer, the values and times of its periods, and its bad rows."""
        years, fields = self._request.by_year()
        for number, (year, field) in enumerate(zip(years, fields)):
            engine = replace(self.engine, table=self._database.table(field))
            bad = usable_rows(engine, field)
            once = bad if number == 0 else replace(bad, placeless=0)
            say_bad_rows(engine, once, self._feedback, *texts_of_weights(year))
        columns = [f"w{number}" for number in range(len(fields))]
        named = zip(map(self._database.real, fields), columns)
        relation = self._relation(
            "by_year",
            weights=", ".join(f"{field} AS {column}" for field, column in named),
            periods=", ".join(f"({number}, s.{column})" for number, column in enumerate(columns)),
        )
        return relation, (years, np.array(years, dtype=float)), bad

    def of_times(self):
        """Return the table of a long layer, the values and times of its periods, and its bad rows."""
        request, layer = self._request, self.engine.name
        bad = usable_rows(self.engine, request.weight)
        if not bad.usable:
            refuse_without_points(layer, bad.rows, bad.rows - bad.placeless)
        codes, values, rows = self._distinct_times()
        periods = read_periods(values, rows, request.time, layer)
        say_bad_rows(self.engine, bad, self._feedback)
        say_names(periods, self._feedback)
        known = [(code, period) for code, period in zip(codes, periods.code.tolist()) if period >= 0]
        self._say_without_period([code for code, _ in known])
        if not known:
            refuse_without_points(layer, bad.rows, bad.rows - bad.placeless)
        relation = self._relation(
            "by_period",
            weight=self.engine.table.places()["weight"],
            text=self._text_of_time(),
            periods=", ".join(f"({POSTGRESQL.text(code)}, {period})" for code, period in known),
        )
        return relation, (periods.values, periods.time), bad

    def _groups(self):
        if not self._request.group:
            return [None]
        places = {**self.engine.table.places(), "most": str(MOST_GROUPS + 1)}
        values = [row[0] for row in self._run(query("group_values").substitute(places))]
        if len(values) > MOST_GROUPS:
            raise RowsOnly(
                translate("ClusterBelt", "it has more than {most} groups").format(most=MOST_GROUPS)
            )
        refuse_long_texts(values)
        return [values[i] for i in in_order(values)]

    def _text_of_time(self):
        return f"CAST({self._database.column(self._request.time)} AS text)"

    def _distinct_times(self):
        """Return the distinct times as the database writes them, as values, and a row of each."""
        field = self._request.time
        places = {
            **self.engine.table.named_rows(),
            "text": self._text_of_time(),
            "time": self._database.column(field),
            "most": str(_MOST_PERIODS + 1),
        }
        found = [row for row in self._run(query("period_values").substitute(places)) if row[0] is not None]
        if len(found) > _MOST_PERIODS:
            raise RowsOnly(
                translate("ClusterBelt", "the field “{field}” has more than {most} different values").format(
                    field=field, most=_MOST_PERIODS
                )
            )
        # By the first row of each, as people who read the table meet them.
        found = [found[i] for i in in_order([row[2] for row in found])]
        codes, values, rows = zip(*found) if found else ((), (), ())
        values = [time_of_day_as_text(python_moment(value)) for value in values]
        return codes, np.array(values, dtype=object), np.array(rows, dtype=object)

    def _say_without_period(self, known):
        """Warn of the placed rows without a period."""
        text, table = self._text_of_time(), self.engine.table
        some = f" OR {text} NOT IN ({', '.join(map(POSTGRESQL.text, known))})" if known else " OR TRUE"
        table = replace(table, further=f"({text} IS NULL{some})")
        bad = bad_rows(self._run, table)
        count = bad.rows - bad.placeless
        if count:
            first = [key for key, _ in first_rows(self._run, table, "placed", FIRST_IDS)]
            warn_of_rows(self._feedback, translate("ClusterBelt", "Rows skipped, no period"), first, [count])

    def _relation(self, name, **places):
        """Return the table of points in cells."""
        whole = {
            "geometry": self._database.point,
            "group": "NULL",
            **self.engine.table.places(),
            **places,
        }
        return replace(
            self.engine.table,
            relation=query(name).substitute(whole),
            x="ST_X(geom)",
            y="ST_Y(geom)",
            weight="w",
            group="g",
            has_texts=False,
            condition="",
            key="",
        )
