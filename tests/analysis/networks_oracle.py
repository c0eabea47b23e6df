"""Networks of membership by plain loops, as the specification says them; slow and simple."""

import itertools
import statistics

from clusterbelt.processing.analysis.industries.relations import relations
from random_worlds import ancestors_of
from virtual_world import km_between, taxonomy_of


class Facts:
    """Groups and members by plain loops."""

    def __init__(self, rows, parents, regions, unit, points):
        self.place, self.nodes, self.groups, self.core, modes = {}, {}, {}, set(), {}
        for group, member, place, nodes, role, mode in rows:
            self.place[member] = min(self.place.get(member, place), place)
            self.nodes.setdefault(member, set()).update(n for n in nodes.split("|") if n)
            self.groups.setdefault(group, set()).add(member)
            if role:
                self.core.add((group, member))
            if mode:
                modes.setdefault(group, []).append(mode)
        self.mode = {g: min(m, key=lambda x: (-m.count(x), x)) for g, m in modes.items()}
        above = ancestors_of(parents)
        self.roots = {
            m: sorted({r for n in nodes for r in {n, *above[n]} if not parents[r]})
            for m, nodes in self.nodes.items()
        }
        self.of = {m: sorted(g for g in self.groups if m in self.groups[g]) for m in self.place}
        self.unit_of = {
            "city": lambda c: c,
            "province": regions["provinces"].get,
            "group": regions["groups"].get,
        }[unit]
        self.name_of = {
            "city": lambda u: f"city {u}",
            "province": lambda u: f"province {u}",
            "group": lambda u: u,
        }[unit]
        self.regions, self.points = regions, points

    def km(self, a, b):
        return km_between(self.points[a], self.points[b])

    def cores(self, group):
        members = self.groups[group]
        leaders = [self.place[m] for m in members if (group, m) in self.core]
        counted = leaders or [self.place[m] for m in members]
        order = sorted(set(counted), key=lambda p: (-counted.count(p), p))
        return (order, "role") if leaders else (order[:1], "largest")

    def nearest(self, group, place):
        return min(self.cores(group)[0], key=lambda c: (round(1000 * self.km(c, place)), c))

    def order(self):
        return sorted(self.groups, key=lambda g: (-len(self.groups[g]), g))


def oracle(rows, points, parents, edges, lift, unit, regions):
    """All tables as lists of dicts."""
    facts = Facts(rows, parents, regions, unit, points)
    taxonomy = taxonomy_of(parents, edges)
    found = relations(taxonomy, lift=lift)
    groups = [group_row(facts, taxonomy, found, g) for g in facts.order()]
    return {
        "groups": groups,
        "spokes": spoke_rows(facts),
        "flows": flow_rows(facts),
        "members": member_rows(facts),
        "links": link_rows(facts),
        "industries": industry_rows(facts),
        "modes": mode_rows(facts, groups),
    }


def kind_of(taxonomy, found, nodes, others):
    taken = {"same": 0, "belt_within": 1, "cluster_within": 1}
    taken |= dict.fromkeys(("belt_upstream", "belt_downstream", "related"), 2)
    ranks = [
        taken.get(found.of(taxonomy.code_index[a.casefold()], taxonomy.code_index[b.casefold()]).name, 3)
        for a in nodes for b in others
    ]  # fmt: skip
    return min(ranks)


def group_row(facts, taxonomy, found, group):
    members = facts.groups[group]
    cores, by = facts.cores(group)
    n = len(members)
    where = {m: facts.place[m] for m in members}
    km = {m: facts.km(facts.nearest(group, where[m]), where[m]) for m in members}
    counts = [list(where.values()).count(p) for p in set(where.values())]
    leaders = [m for m in members if (group, m) in facts.core]
    led = set().union(*(facts.nodes[m] for m in leaders)) if leaders else set()
    others = [m for m in members if (group, m) not in facts.core and facts.nodes[m]]
    kinds = [kind_of(taxonomy, found, facts.nodes[m], led) for m in others] if led else []
    shares = [kinds.count(i) / len(kinds) if kinds else None for i in range(4)]
    ties = crossing(facts, group)
    whole = sum(ties.values())
    mode = facts.mode.get(group)
    hint = None
    if mode is None and kinds:
        if shares[2] >= 0.5 - 1e-9:
            hint = "supply_chain"
        elif shares[0] + shares[1] >= 0.5 - 1e-9:
            hint = "standard"
        elif shares[3] >= 0.5 - 1e-9:
            hint = "cross"

    def outside(region):
        home = {region.get(c) for c in cores} - {None}
        return sum(where[m] not in cores and region.get(where[m]) not in home for m in members) / n

    return {
        "grp": group, "mode": mode, "hint_mode": hint, "members": n, "cities": len(set(where.values())),
        "groups": len({facts.regions["groups"].get(p) for p in where.values()} - {None}), "core": "|".join(cores),
        "core_by": by, "sh_out": sum(where[m] not in cores for m in members) / n,
        "sh_prov": outside(facts.regions["provinces"]), "sh_group": outside(facts.regions["groups"]),
        "mean_km": sum(km.values()) / n, "max_km": max(km.values()), "hhi": sum((c / n) ** 2 for c in counts),
        "eff": 1 / sum((c / n) ** 2 for c in counts), "industries": len(set().union(*(facts.nodes[m] for m in members))),
        "sh_same": shares[0], "sh_kin": shares[1], "sh_chain": shares[2], "sh_other": shares[3],
        "sh_cross": sum(v for (a, b), v in ties.items() if a != b) / whole if whole else None,
        "bridges": sum(len(facts.of[m]) > 1 for m in members), "rate_m": 100 * sum(m[0] == "m" for m in members) / n,
    }  # fmt: skip


def crossing(facts, group):
    """Ties by pairs of roots, member by member."""
    found = {}
    members = sorted(facts.groups[group])
    for a, b in itertools.combinations(members, 2):
        for x in facts.roots[a]:
            for y in facts.roots[b]:
                key = min(x, y), max(x, y)
                part = 1 / len(facts.roots[a]) / len(facts.roots[b]) / (len(members) - 1)
                found[key] = found.get(key, 0.0) + part
    return found


def spoke_rows(facts):
    found = []
    for group in facts.order():
        cores, _ = facts.cores(group)
        where = [facts.place[m] for m in facts.groups[group]]
        for place in sorted(set(where) - set(cores)):
            core = facts.nearest(group, place)
            found.append(
                {
                    "grp": group, "mode": facts.mode.get(group), "f_city": f"city {core}", "t_city": f"city {place}",
                    "members": where.count(place), "share": where.count(place) / len(where), "km": facts.km(core, place),
                    "f_citycd": core, "t_citycd": place,
                }
            )  # fmt: skip
    return found


def flow_rows(facts):
    found = {}
    for group, members in facts.groups.items():
        for a, b in itertools.combinations(sorted(members), 2):
            units = sorted(
                (facts.unit_of(facts.place[m]) for m in (a, b)), key=lambda u: (u is None, u or "")
            )
            entry = found.setdefault(tuple(units), [0.0, set(), 0.0])
            entry[0] += 1 / (len(members) - 1)
            entry[1].add(group)
            entry[2] += facts.km(facts.place[a], facts.place[b]) / (len(members) - 1)
    tops = {
        inside: max((v[0] for k, v in found.items() if (k[0] == k[1]) == inside), default=1)
        for inside in (0, 1)
    }
    order = sorted(
        found,
        key=lambda k: (
            k[0] == k[1],
            -round(1e9 * found[k][0] / tops[k[0] == k[1]]),
            *((u is None, u or "") for u in k),
        ),
    )
    total, so_far, rows = sum(v[0] for k, v in found.items() if k[0] != k[1]), 0.0, []
    for rank, key in enumerate(order, 1):
        (a, b), (flow, groups, km) = key, found[key]
        so_far += flow if a != b else 0
        rows.append(
            {
                "f_unit": a, "f_name": None if a is None else facts.name_of(a), "t_unit": b,
                "t_name": None if b is None else facts.name_of(b), "flow": flow, "grps": len(groups), "km": km / flow,
                "rank": rank if a != b else None, "cum": so_far / total if a != b else None,
            }
        )  # fmt: skip
    return rows


def bridge_of(facts, member):
    return sum(
        1 / len(facts.groups[a] & facts.groups[b]) for a, b in itertools.combinations(facts.of[member], 2)
    )


def member_rows(facts):
    order = facts.order()
    modes = {m: sorted({facts.mode[g] for g in facts.of[m] if g in facts.mode}) for m in facts.place}
    found = [
        {
            "member": m, "citycd": place, "city": f"city {place}", "n_groups": len(facts.of[m]),
            "grp_list": "|".join(facts.of[m]), "modes": "|".join(modes[m]) or None,
            "bridge": bridge_of(facts, m), "role": "core" if any((g, m) in facts.core for g in facts.of[m]) else None,
        }
        for m, place in facts.place.items()
    ]  # fmt: skip
    return sorted(
        found, key=lambda r: (min(order.index(g) for g in facts.of[r["member"]]), r["citycd"], r["member"])
    )


def link_rows(facts):
    found = []
    for a, b in itertools.combinations(sorted(facts.groups), 2):
        shared = len(facts.groups[a] & facts.groups[b])
        if shared:
            found.append(
                {
                    "a": a, "b": b, "mode_a": facts.mode.get(a), "mode_b": facts.mode.get(b), "shared": shared,
                    "jaccard": shared / len(facts.groups[a] | facts.groups[b]),
                }
            )  # fmt: skip
    return sorted(found, key=lambda r: -r["shared"])


def industry_rows(facts):
    sums, groups = {}, {}
    for group in facts.groups:
        for key, value in crossing(facts, group).items():
            sums[key] = sums.get(key, 0.0) + value
            groups.setdefault(key, set()).add(group)
    whole = sum(sums.values())
    order = sorted(sums, key=lambda k: (-round(1e9 * sums[k] / max(sums.values())), k))
    return [
        {
            "ind_a": a, "ind_b": b, "name_a": f"industry {a}", "name_b": f"industry {b}", "flow": sums[a, b],
            "grps": len(groups[a, b]), "share": sums[a, b] / whole,
        }
        for a, b in order
    ]  # fmt: skip


def mode_rows(facts, groups):
    found = []
    for mode in sorted({row["mode"] for row in groups}, key=lambda m: (m is None, m or "")):
        own = [row for row in groups if row["mode"] == mode]
        members = set().union(*(facts.groups[row["grp"]] for row in own))
        entry = {"mode": mode, "grps": len(own)}
        for name in ("members", "cities", "mean_km", "sh_out", "sh_group", "eff"):
            entry[name] = float(statistics.median(row[name] for row in own))
        found.append({**entry, "bridges": sum(len(facts.of[m]) > 1 for m in members)})
    return found
