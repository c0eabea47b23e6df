"""The tables of the report as cells of text: rounded half-up, in words and never in keys."""

from __future__ import annotations

from ..analysis.matching import statuses
from ..analysis.matching.class_order import in_class_order
from ..analysis.tables import ALL, ALL_CLASSES, PARTS
from ..analysis.tables.chance_figures import BOTH
from ..layers.matching.city_names import in_words
from .cells import NUMBER, SHORT, TEXT, Table, count, interval, number, p_value

# Cities in one cell.
_LISTED = 60


class Tables:
    """Makes the printed tables of a `study_tables.StudyTables` in one language.

    Parameters
    ----------
    tables : analysis.tables.study_tables.StudyTables
    words : dict of str to str
    language : {'en', 'zh'}
    cities : dict of str to str
        What readers call cities that the tables call otherwise; see `city_names.city_words_of`.
    """

    def __init__(self, tables, words, language, cities):
        self._tables, self._words, self._language, self._cities = tables, words, language, cities

    def label(self, key):
        """Return the words of a status or reason; '' for nothing."""
        return (
            statuses.label(key, self._language)
            if key in (*statuses.ordered(), *statuses.reasons())
            else str(key or "")
        )

    def class_name(self, name):
        """Return the words of a class."""
        if name == ALL_CLASSES:
            return self._words["all"]
        return self._words["no_class"] if name is None or name != name else self.label(name)

    def part(self, name):
        """Return the words of a part."""
        return self._words[f"part_{name}"]

    def summary(self):
        """Table 1: status by class."""
        w = self._words
        rows = self._rows_of("rows", ALL)
        shown = [[self.class_name(row["class"]), *self._counts(row), *self._rates(row)] for row in rows]
        header = [w["class"], w["total"], *map(self.label, statuses.ordered())]
        for (name,) in statuses.rated().values():
            header += [self._rate_of(self.label(name)), w["bounds"]]
        header += [w["both_rate"], w["bounds"]]
        (x1, f1, p1), (x2, f2, p2) = self._tables.tests
        note = w["n_summary"]
        if f1:
            values = {
                "f1": f1,
                "x1": number(x1, 2),
                "p1": self._p(p1),
                "f2": f2,
                "x2": number(x2, 2),
                "p2": self._p(p2),
            }
            note += " " + w["n_equal"].format(**values)
        return self._table("t_summary", header, shown, 1, {len(shown) - 1}, note)

    def bases(self):
        """The row of all classes by rows, whole clusters and weights."""
        w, found = self._words, []
        for base in ("rows", "whole", "weighted"):
            for row in self._rows_of(base, ALL)[-1:]:
                found.append([w[base], *self._counts(row), *self._rates(row)])
        header = [w["base"], w["total"], *map(self.label, statuses.ordered())]
        for (name,) in statuses.rated().values():
            header += [self._rate_of(self.label(name)), w["bounds"]]
        header += [w["both_rate"], w["bounds"]]
        return self._table("t_bases", header, found, 1, (), w["n_bases"])

    def parts(self):
        """Tables 3 to 5: accompanied and alone."""
        w, found, totals = self._words, [], set()
        columns = ["total", *statuses.ordered()]
        # The unmatched of two kinds stand behind their sum.
        behind = columns.index(statuses.UNMATCHED) + 1
        columns[behind:behind] = ["none_rel", "no_belt"]
        for part in PARTS[1:]:
            rows = self._rows_of("rows", part)
            for row in rows:
                if row["class"] == ALL_CLASSES:
                    totals.add(len(found))
                cells = [*map(count, map(row.get, columns)), number(row["rate_m"]), number(row["rate_ma"])]
                found.append([self.part(part), self.class_name(row["class"]), *cells])
        header = ["", w["class"], *(w.get(name) or self.label(name) for name in columns)]
        header += [self._rate_of(self.label(statuses.MATCHED)), w["both_rate"]]
        return self._table("t_parts", header, found, 2, totals, w["n_parts"])

    def sets(self):
        """Cities by their classes."""
        w, rows, totals = self._words, [], set()
        for row in self._tables.sets.rows():
            k = row["k"]
            name, cities = row["classes"], row["city_list"]
            if name == ALL_CLASSES:
                totals.add(len(rows))
                name = w["all"] if k != k else (w["k1"] if k == 1 else w["k"]).format(k=int(k))
                cities = ""
            shares = [number(100 * row[share]) for share in ("share", "share_wh")]
            counts = [count(row[key]) for key in ("cities", "rows", "whole")]
            rows.append(
                [
                    name,
                    *counts,
                    *shares,
                    row["by_class"],
                    self._cut(map(self._city, cities.split(", ") if cities else [])),
                ]
            )
        header = [w["classes"], w["cities"], w["rows"], w["whole"], w["share_rows"], w["share_whole"]]
        table = self._table("t_sets", [*header, w["by_class"], w["list"]], rows, 1, totals, w["n_sets"])
        table.kinds[-2:] = [SHORT, TEXT]
        return table

    def relations(self):
        """Table 2: pairs of clusters."""
        w, found = self._words, self._tables.relations
        rows = []
        for row in found.pairs.rows():
            a, b = (row[f"name_{one}"] or row[one] for one in "ab")
            classes = [self.class_name(row[f"class_{one}"]) for one in "ab"]
            rows.append(
                [
                    self._city(row["city"]),
                    w[row["rel"]],
                    f"{a} ({classes[0]})",
                    f"{b} ({classes[1]})",
                    count(row["grp"]),
                    row["evid"],
                ]
            )
        counts = found.counts
        note = w["n_relations"].format(
            same=counts["same"],
            within=counts["b_within_a"] + counts["a_within_b"],
            near=counts["near"],
            groups=found.groups,
            without=found.without_doubles,
        )
        header = [w["city"], w["relation"], w["a"], w["b"], w["group"], w["evidence"]]
        more = sum(counts.values()) - len(rows)
        table = self._table("t_relations", header, rows, len(header), (), note, more)
        table.kinds[:] = [SHORT, SHORT, TEXT, TEXT, NUMBER, TEXT]
        return table

    def overlap(self):
        """Cities with clusters and with belts."""
        w, rows = self._words, []
        for row in self._tables.overlap.rows():
            name = row["measure"]
            if row["now"] != row["now"] and row["ever"] != row["ever"]:
                continue
            rows.append([w[name], *(self._measure(name, row[when]) for when in ("now", "ever"))])
        year = self._tables.as_of
        note = "" if year is None else w["n_overlap"].format(year=year)
        table = self._table("t_overlap", [w["measure"], w["now"], w["ever"]], rows, 1, (), note)
        if year is None:
            return Table(table.key, [w["measure"], w["figures"]], [row[:2] for row in rows], table.kinds[:2])
        return table

    def without_belts(self):
        """Cities with clusters and without belts, by their last year with belts and their classes."""
        w, frame = self._words, self._tables.overlap_cities
        frame = frame.take(frame["kind"] == "clusters_only")
        groups = {}
        for row in frame.rows():
            groups.setdefault((number(row["last_year"], 0), row["classes"] or ""), []).append(row)
        rows = [
            [
                year,
                classes,
                count(len(cities)),
                count(sum(row["clusters"] for row in cities)),
                self._names(cities),
            ]
            for (year, classes), cities in sorted(
                groups.items(), key=lambda group: (group[0][0], -len(group[1]))
            )
        ]
        header = [w["last_year"], w["classes"], w["cities"], w["clusters"], w["list"]]
        return self._classless(Table("t_without", header, rows, [SHORT, SHORT, NUMBER, NUMBER, TEXT]), 1)

    def chance(self):
        """Matches compared with chance."""
        w, rows, totals = self._words, [], set()
        for chance in self._tables.chances:
            for row in in_class_order(chance.table.rows()):
                if row["stat"] not in (statuses.MATCHED, BOTH):
                    continue
                if row["class"] == ALL_CLASSES:
                    totals.add(len(rows))
                stat = w["either_status"] if row["stat"] == BOTH else self.label(row["stat"])
                cells = [count(row["observed"]), number(row["expected"]), number(row["ratio"], 2)]
                between = interval(row["low"], row["high"], 0)
                cells += [
                    between,
                    p_value(row["p"]),
                    p_value(row["p_adj"]) if row["class"] != ALL_CLASSES else "",
                ]
                rows.append([w[f"null_{row['null_model']}"], self.class_name(row["class"]), stat, *cells])
        first = self._tables.chances[0]
        note = w["n_chance"].format(runs=int(first.table["runs"][0]), seed=int(first.table["seed"][0]))
        if first.differing:
            note += " " + w["n_differing"].format(count=first.differing)
        header = [w["null_model"], w["class"], w["statistic"], w["observed"], w["expected_rows"], w["ratio"]]
        return self._table("t_chance", [*header, w["envelope"], "p", w["p_adj"]], rows, 3, totals, note)

    def unresolved(self, belt_texts, most):
        """Rows and texts that were not recognised."""
        w, frame = self._words, self._tables.unresolved
        rows = [
            [self.label(row["reason"]), self._evidence(row), count(row["rows"]), str(row["first"])]
            for row in frame.rows()
        ]
        rows += [[w["belt_text"], text, count(rows_of), ""] for text, rows_of in belt_texts.items()]
        header = [w["reason"], w["text"], w["row_count"], w["first"]]
        table = self._table(
            "t_unresolved", header, rows[:most], 2, (), w["n_unresolved"], max(len(rows) - most, 0)
        )
        table.kinds[-1] = SHORT
        return table

    def clusters(self, total):
        """The list of clusters."""
        w = self._words
        rows = [
            [
                *(str(row[name] or "") for name in ("row", "name")),
                self.class_name(row["class"]),
                self._city(row["city"]),
                self.label(row["status"]),
                str(row["belt"] or ""),
                self._evidence(row) or self.label(row["reason"]),
            ]
            for row in self._tables.clusters.rows()
        ]
        header = [w["id"], w["name"], w["class"], w["city"], w["status"], w["belt"], w["evidence"]]
        kinds = [SHORT, TEXT, SHORT, SHORT, SHORT, TEXT, TEXT]
        table = self._classless(Table("t_clusters", header, rows, kinds, more=total - len(rows)), 2)
        return table if any(name for _, name, *_ in rows) else _without(table, 1)

    def _classless(self, table, place):
        """Return a table without its column of classes where there are none."""
        return table if self._tables.by_class else _without(table, place)

    def _rows_of(self, base, part):
        frame = self._tables.summary
        return in_class_order(frame.take((frame["base"] == base) & (frame["part"] == part)).rows())

    def _counts(self, row):
        return [count(row[name]) for name in ("total", *statuses.ordered())]

    def _rates(self, row):
        cells = []
        for name in statuses.rates():
            cells += [
                number(row[f"rate_{name}"]),
                interval(row[f"{name}_low"], row[f"{name}_high"]),
            ]
        return cells

    def _rate_of(self, name):
        return self._words["rate"].format(name=name)

    def _p(self, value):
        text = p_value(value)
        return text if text.startswith("<") else f"=\u00a0{text}"

    def _measure(self, name, value):
        if name in ("share_cl", "share_belt"):
            return number(100 * value)
        if name in ("jaccard", "overlap"):
            return number(value, 3)
        return p_value(value) if name == "p" else number(value, 1) if name == "expected" else count(value)

    def _names(self, cities):
        return self._cut(self._city(row["city"]) for row in cities)

    def _evidence(self, row):
        return in_words(str(row["evid"] or ""), self._cities)

    def _city(self, name):
        return self._cities.get(name, str(name or ""))

    def _cut(self, names):
        """Keep the cell of a long list short: the table of cities has them all."""
        names = list(names)
        text = self._words["and"].join(names[:_LISTED])
        if len(names) > _LISTED:
            text += " " + self._words["n_more"].format(count=len(names) - _LISTED)
        return text

    def _table(self, key, header, rows, texts, totals=(), note="", more=0):
        kinds = [SHORT] * texts + [NUMBER] * (len(header) - texts)
        return Table(key, header, rows, kinds, frozenset(totals), note, more)


def _without(table, place):
    """Return a table without one of its columns."""
    for cells in (table.header, table.kinds, *table.rows):
        del cells[place]
    return table
