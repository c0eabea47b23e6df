"""What the layers of virtual clusters add to the analysis, against plain loops on random worlds.

Rates of matched rows, the rows of members with their cluster, kind and span of blocks, industries of a table.
"""

import random

import pytest
from making import rows_of, run, table

CITIES = {"110000": "北京市", "310000": "上海市", "320500": "苏州市", "440300": "深圳市", "X": "", "Y": ""}
PARENTS = {"A": "", "A1": "A", "A2": "A", "B": "", "AB": "A|B", "C": ""}
STATUSES = ("matched", "adjacent", "unmatched", "unresolved", None)
SEEDS = range(12)


def taxonomy():
    rows = [(code, parent, f"name {code}") for code, parent in PARENTS.items()]
    return table(rows, ["code", "parent", "name_en"])


def point(code):
    return f"Point({sorted(CITIES).index(code)} 1)"


def roots(node):
    above = [one for one in PARENTS[node].split("|") if one]
    return set().union(*map(roots, above)) if above else {node}


def near(value):
    return None if value is None else pytest.approx(value, rel=1e-9)


def percent(statuses):
    """Matched of those that are decided."""
    decided = [status for status in statuses if status in ("matched", "adjacent", "unmatched")]
    return 100 * decided.count("matched") / len(decided) if decided else None


def random_members(dice, count):
    """Rows of city, nodes and status."""
    return [
        (
            dice.choice(list(CITIES)),
            "|".join(dice.sample(list(PARENTS), dice.choice((1, 1, 2)))),
            dice.choice(STATUSES),
        )
        for _ in range(count)
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_rates_of_regions(seed):
    dice = random.Random(seed)
    offline = random_members(dice, dice.randint(1, 25))
    online = [(city, nodes) for city, nodes, _ in random_members(dice, dice.randint(1, 10))]
    by, way = dice.choice(("city", "group")), ("none", "root", "node")[seed % 3]
    groups = {code: dice.choice(("g1", "g2")) for code in CITIES if dice.random() < 0.7}
    result = run(
        "realvirtual",
        INPUT=table(
            [(point(c), c, n, s) for c, n, s in offline], ["cb_citycd", "cb_nodes", "cb_status"], "Point"
        ),
        ONLINE=table([(point(c), c, n) for c, n in online], ["cb_citycd", "cb_nodes"], "Point"),
        TAXONOMY=taxonomy(),
        REGION_BY=by,
        REGIONS=table(list(groups.items()) or [("none", "g1")], ["code", "group"]),
        INDUSTRY_BY=way,
    )
    industries = {"none": lambda n: {None}, "root": roots, "node": lambda n: {n}}[way]
    expected = {}
    for city, nodes, status in offline:
        region = city if by == "city" else groups.get(city)
        for industry in set().union(*map(industries, nodes.split("|"))):
            expected.setdefault((region, industry), []).append(status)
    found = {(row["region"], row["industry"]): row["rate_m"] for row in rows_of(result["OUTPUT"])}
    assert set(expected) <= set(found)
    for key, rate in found.items():
        assert rate == near(percent(expected.get(key, []))), key


@pytest.mark.parametrize("seed", SEEDS)
def test_rates_of_groups(seed):
    dice = random.Random(seed)
    names = [f"m{i}" for i in range(dice.randint(2, 9))]
    known = [
        (name, dice.choice(list(CITIES)), dice.choice(STATUSES))
        for name in names
        for _ in range(dice.randint(1, 2))
    ]
    belongs = [(f"g{dice.randint(0, 3)}", dice.choice(names)) for _ in range(dice.randint(2, 20))]
    result = run(
        "clusternetworks",
        INPUT=table(belongs, ["grp", "who"]),
        MEMBER="who",
        GROUP="grp",
        MEMBERS_LAYER=table(
            [(point(c), n, c, s) for n, c, s in known], ["name", "cb_citycd", "cb_status"], "Point"
        ),
        MEMBER_ID="name",
    )
    for row in rows_of(result["OUTPUT"]):
        members = {who for group, who in belongs if group == row["grp"]}
        of_member = []
        for member in members:
            statuses = [status for name, _, status in known if name == member]
            decided = [status for status in statuses if status in ("matched", "adjacent", "unmatched")]
            # A member counts once; one of its rows that is matched is enough.
            of_member.append("matched" if "matched" in decided else decided[0] if decided else None)
        assert row["rate_m"] == near(percent(of_member)), row["grp"]


def random_links(dice):
    """Links (from, to, flow, km) between blocks of a few cities."""
    blocks = [f"{city}:{node}" for city in CITIES for node in ("A", "A1", "B", "C") if dice.random() < 0.6]
    links = []
    for _ in range(dice.randint(1, 4 * len(blocks))):
        a, b = dice.sample(blocks, 2)
        links.append((a, b, dice.choice((1, 1, 2, 3, 0.5, 1.7)), dice.randint(0, 400)))
    return blocks, links


def clusters_of(blocks, links, **parameters):
    rows = [(a, b, str(flow), str(km)) for a, b, flow, km in links]
    fields = ["id", "citycd"]
    layer = table(
        [(point(block.split(":")[0]), block, block.split(":")[0]) for block in blocks], fields, "Point"
    )
    given = {
        "LINKS": table(rows, ["f_id", "t_id", "flow", "km"]),
        "BLOCKS": layer,
        "DISTANCE": "km",
        "RADIUS_KM": 100,
    }
    return run("virtualclusters", **given, **parameters)


def strengths(links):
    found = {}
    for a, b, flow, _ in links:
        for end in (a, b):
            found.setdefault(end, []).append(flow)
    return {block: sum(sorted(flows)) for block, flows in found.items()}


@pytest.mark.parametrize("seed", SEEDS)
def test_kind_and_span_of_blocks_and_ties(seed):
    dice = random.Random(seed)
    blocks, links = random_links(dice)
    result = clusters_of(blocks, links, SPOKES="memory:", METHOD=("dominant", "communities")[seed % 2])
    rows = {row["id"]: row for row in rows_of(result["OUTPUT"])}
    for block, row in rows.items():
        if row["vc_id"] is None:
            assert (row["vc_kind"], row["vc_span"]) == (None, None), block
            continue
        members = [other for other, its in rows.items() if its["vc_id"] == row["vc_id"]]
        inside = [link for link in links if link[0] in members and link[1] in members]
        between = [link for link in inside if link[0].split(":")[0] != link[1].split(":")[0]]
        far = sum(flow for _, _, flow, km in between if km > 100)
        if len({member.split(":")[0] for member in members}) == 1:
            kind = "local"
        else:
            kind = "virtual" if 2 * far >= sum(link[2] for link in inside) - 1e-9 else "near"
        assert row["vc_kind"] == kind, block
        assert row["vc_span"] == max(link[3] for link in inside), block
    for tie in rows_of(result["SPOKES"]):
        assert tie["vc_span"] == rows[tie["from_id"]]["vc_span"] == rows[tie["to_id"]]["vc_span"]


@pytest.mark.parametrize("seed", SEEDS)
def test_rows_of_members_get_the_cluster_of_their_strongest_block(seed):
    dice = random.Random(seed)
    blocks, links = random_links(dice)
    members = random_members(dice, 20)
    members += [("", "A", None), ("X", "", None), ("X", " A | B ", None), ("Z", "A", None)]
    layer = table(
        [(point(c) if c in CITIES else None, c, n) for c, n, _ in members], ["cb_citycd", "cb_nodes"], "Point"
    )
    result = clusters_of(blocks, links, ROWS=layer, ROWS_OUT="memory:")
    columns = {row["id"]: row for row in rows_of(result["OUTPUT"])}
    s = strengths(links)
    for (city, nodes, _), row in zip(members, rows_of(result["ROWS_OUT"])):
        assert (row["cb_citycd"] or "", row["cb_nodes"] or "") == (city, nodes)
        own = [f"{city}:{node.strip()}" for node in nodes.split("|")] if city and nodes else []
        there = sorted(
            (block for block in own if block in columns), key=lambda block: (-s.get(block, 0), block)
        )
        told = [columns[there[0]][name] if there else None for name in ("vc_id", "vc_role", "vc_core")]
        assert [row[name] for name in ("vc_id", "vc_role", "vc_core")] == told, (city, nodes)


NAMED = {
    "S": ("", "steelworks", "ironmaking|nace:24"),
    "S1": ("S", "rolling mills", "nace:24.2"),
    "G": ("", "glasshouses", "naics:3272"),
    "W": ("", "weaving sheds", "looms"),
}


@pytest.mark.parametrize("seed", SEEDS)
def test_industries_of_rows(seed):
    dice = random.Random(seed)
    nodes = table([(code, *rest) for code, rest in NAMED.items()], ["code", "parent", "name_en", "aliases"])
    single = {}
    for code, (_, name, aliases) in NAMED.items():
        single[code] = code, "code"
        single[name] = code, "name"
        for alias in aliases.split("|"):
            single[alias] = code, "scheme" if ":" in alias else "alias"
    unknown = ["qwxyz", "vbnkl"]
    texts = []
    for _ in range(25):
        count = dice.choice((0, 1, 1, 2, 3))
        texts.append(dice.choice("、;|").join(dice.choice([*single, *unknown]) for _ in range(count)))
    rows = [(str(i), text) for i, text in enumerate(texts)]
    result = run(
        "readindustries",
        INPUT=table(rows, ["n", "industry"]),
        INDUSTRY="industry",
        TAXONOMY=nodes,
        LANGUAGE="en",
    )
    read = 0
    for (number, text), row in zip(rows, rows_of(result["OUTPUT"])):
        pieces = [piece for mark in "、;|" if mark in text for piece in text.split(mark)] or [text] * bool(
            text
        )
        known = [single[piece] for piece in pieces if piece in single]
        codes = list(dict.fromkeys(code for code, _ in known))
        by = None
        if codes:
            lost = len(known) < len(pieces)
            by = "split_part" if lost else "split" if len(pieces) > 1 else known[0][1]
            read += 1
        told = (number, "|".join(codes) or None, by, "|".join(NAMED[code][1] for code in codes) or None)
        assert (row["n"], row["cb_nodes"], row["cb_resby"], row["cb_ind"]) == told, text
    assert (result["READ"], result["UNREAD"]) == (read, len(rows) - read)
