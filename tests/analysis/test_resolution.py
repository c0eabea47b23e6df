"""The resolution of texts against the same rules written out slowly, on random taxonomies and texts."""

import re

import numpy as np
import pandas as pd
from clusterbelt.processing.analysis.industries import resolution, taxonomy
from clusterbelt.processing.analysis.industries.user_aliases import read_aliases, with_aliases
from clusterbelt.processing.analysis.matching.check_table import BELT, check_table
from clusterbelt.processing.analysis.matching.industry_sets import read_industries
from hypothesis import given, settings
from hypothesis import strategies as st

WORDS = ("甲乙", "乙", "乙丙", "丙", "丙和丁", "甲乙丙", "戊", "己庚", "庚制造")
CODES = ("1", "12", "2")
PIECES = (
    *WORDS,
    "丁",
    "制造",
    "产业",
    "集群",
    "苏州",
    "和",
    "、",
    "A",
    "B",
    "s:1",
    "s:12",
    "s:123",
    "s:2-3",
    "s:9",
)
PLACE = "苏州"
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join)


@st.composite
def worlds(draw):
    """Labels and codes of a scheme as text → node, and the user's aliases; the first three words are names."""
    words = draw(st.permutations(WORDS))
    node = st.sampled_from("ABC")
    labels = dict(zip(words, "ABC"))
    labels.update({word: draw(node) for word in draw(st.lists(st.sampled_from(words[3:]), unique=True))})
    codes = {code: draw(node) for code in draw(st.lists(st.sampled_from(CODES), unique=True))}
    own = draw(
        st.dictionaries(
            TEXTS.filter(lambda text: text[-1] != "、"), st.sampled_from(["A", "C|B"]), max_size=2
        )
    )
    return labels, set(words[:3]), codes, own


def built(labels, names, codes, own):
    rows = []
    for name in sorted(names, key=labels.get):
        aliases = [word for word in labels if labels[word] == labels[name] and word != name]
        aliases += [f"s:{code}" for code in codes if codes[code] == labels[name]]
        rows.append((labels[name], name, "|".join(aliases)))
    made = taxonomy.load(pd.DataFrame(rows, columns=["code", "name_zh", "aliases"]))
    table = pd.DataFrame({"text": list(own), "code": list(own.values())}, dtype=object)
    return with_aliases(made, read_aliases(table).industries)


class Slow:
    """The steps of the resolution, one after the other."""

    def __init__(self, labels, names, codes, own):
        self.labels, self.names, self.codes = labels, names, codes
        self.own = {text.casefold(): nodes.split("|") for text, nodes in own.items()}

    def whole(self, text):
        if text.casefold() in ("a", "b", "c"):
            return [text.upper()], "code"
        if text.casefold() in self.own:
            return self.own[text.casefold()], "alias"
        if self.scheme(text):
            return self.scheme(text), "scheme"
        if text in self.labels:
            return [self.labels[text]], "name" if text in self.names else "alias"
        bare = re.sub("(产业)?(集群|产业)$", "", text)
        for start, full in (("", bare), (PLACE, text), (PLACE, bare)):
            if full.startswith(start) and full[len(start) :] in self.labels:
                return [self.labels[full[len(start) :]]], "suffix"
        return [], ""

    def scheme(self, text):
        read = re.fullmatch(r"s:(\d+[ab]*|2-3)", text.casefold())
        if not read:
            return []
        numbers = ["2", "3"] if read[1] == "2-3" else [read[1]]
        found = [max((c for c in self.codes if n.startswith(c)), key=len, default=None) for n in numbers]
        return list(dict.fromkeys(self.codes[code] for code in found if code))

    def resolve(self, text, keywords):
        # Punctuation at the end says nothing.
        text = text.rstrip("、")
        nodes, step = self.whole(text)
        if nodes:
            return nodes, step
        for piece in filter(None, text.split("、")):
            parts = [piece] if self.whole(piece)[0] else filter(None, piece.split("和"))
            nodes = nodes + [node for part in parts for node in self.whole(part)[0]]
        if nodes:
            return list(dict.fromkeys(nodes)), "split"
        ends = [
            (len(label), len(label) + len(tail), self.labels[label])
            for tail in ("", "制造", "产业")
            for label in self.labels
            if keywords and len(label) > 1 and text.endswith(label + tail)
        ]
        return ([max(ends)[2]], "keyword") if ends else ([], "")


@settings(max_examples=500, deadline=None)
@given(worlds(), TEXTS, st.booleans())
def test_every_text_is_resolved_as_the_rules_say(world, text, keywords):
    made = built(*world)
    found = resolution.resolve(text, made, resolution.place_names([PLACE]), keywords)
    assert ([made.codes[node] for node in found.nodes], found.by) == Slow(*world).resolve(text, keywords)


@settings(max_examples=150, deadline=None)
@given(worlds(), st.lists(TEXTS, min_size=1, max_size=8), st.data())
def test_filled_rows_leave_the_list_and_the_others_stay(world, texts, data):
    made = built(*world)
    texts = np.array(texts, dtype=object)
    first = check_table(read_industries([texts], made), (BELT,), {}, made)
    chosen = data.draw(
        st.lists(st.sampled_from(["A", "B|C", None]), min_size=len(first), max_size=len(first))
    )
    filled = first.assign(code=pd.Series([a or b for a, b in zip(chosen, first["code"])], dtype=object))
    kept = {text: "|".join(made.codes[node] for node in nodes) for text, nodes in made.given.items()}
    table = pd.concat([filled, pd.DataFrame({"text": list(kept), "code": list(kept.values())}, dtype=object)])
    again = with_aliases(made, read_aliases(table).industries)
    second = check_table(read_industries([texts], again), (BELT,), {}, again)
    done = {text for text, code in zip(filled["text"], filled["code"]) if code}
    assert not done & set(second["text"])
    opened = {text for text, why in zip(second["text"], second["why"]) if why == "part"}
    assert set(second["text"]) - opened <= set(first["text"])
