"""Which field of a table holds what: told by its name in English, Chinese or pinyin, and by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from .fields import CB_CITY, CB_CITYCD, CB_WEIGHT, PREFIX
from .text import is_missing, normalise

# What fields are called, the surest first; a name that only begins or ends so counts less.
NAMES = {
    role: tuple(names.split())
    for role, names in {
        "id": "cluster_id belt_id id 编号 编码 序号 代码 bianhao xuhao bianma bid cid code fid nr no nummer 番号 "
        "numéro s/n n°",
        "city": "city 城市 所在城市 地市 市 地级市 所在地 地区 chengshi shi place location 区县 地址 address dizhi "
        "town metro msa cbsa region municipality district county "
        "kreis gemeinde stadt ort standort ville commune ciudad municipio cidade "
        f"行政区划代码 区划代码 行政区划 adcode 都市 都市名 市町村 市区町村 {CB_CITY} {CB_CITYCD}",
        "industry": "industry 产业 行业 所属产业 所属行业 主导产业 chanye hangye product 产品 主营产品 "
        "主营品类 主营类目 经营品类 品类 chanpin sector category 类目 branche wirtschaftszweig "
        "produkt erzeugnis produit producto produto naics industrie secteur sektor "
        "industria setor 産業 業種 製品 cic gb4754 gb/t gbt sic isic nace name 名称 集群名称 产业带 产业集群",
        "province": "province 省份 省 所在省份 省市 shengfen sheng state bundesland 都道府県",
        "year": "year 年份 年 年度 认定年份 批准年份 nianfen nian date 日期",
        "start": "start from begin since founded established launched opened 开始 起始 起始年 成立年份 成立时间 成立日期 "
        "上线年份 上线时间 上线日期 创建时间 注册时间 注册日期 入驻时间 开业时间 设立时间 建成时间 投产时间 开通时间",
        "end": "end until to 结束 终止年",
        "weight": f"{CB_WEIGHT} weight 权重 quanzhong",
        "name": "name 名称 集群名称 产业带名称 全称 mingcheng cluster_name belt_name cluster_organisation title "
        "company_name company organisation organization 企业名称 公司名称 单位名称 机构名称 园区名称 "
        "クラスター名 企業名 会社名 集群名 cluster 集群 产业带 grappe кластер marketplace anbieter händler",
        "class": "class 类别 类型 批次 层级 级别 等级 leibie jibie pici leixing type programme tier level",
    }.items()
}
_WHOLE, _PART = 3.0, 1.0
# The share of cells that must say what the role means, and how much that counts beside the name.
_ENOUGH, _CONTENTS = 0.5, 4.0
# What QGIS and spreadsheets call a column without a name, such as the index that pandas writes: it changes with each export.
_UNNAMED = re.compile(r"field_?\d+|unnamed: ?\d+|column_?\d+|index|level_0")
_YEAR = re.compile(r"(19|20)\d\d(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
# How fields end that name a row; what ends in “name” or “cluster” is often something else.
_NAME_ENDS = tuple(name for name in NAMES["name"] if name not in ("name", "cluster"))
# How they begin in languages in which the name comes first: Nombre del clúster, nom de la grappe.
_NAME_BEGINS = re.compile(r"(nombre|nome|nom|name|denominación|bezeichnung|название|наименование)(_.+)?")
# With the unit behind it, as in 120家 and 3.5亿元, and with the sign of a number that is larger: 10234+, 10万+.
_NUMBER = re.compile(r"[-+]?\d[\d.,'\s]*(?:%|[\u3400-\u9fff]{1,2})?\+?|[-+]?[.,]\d+")
_BLANK_IN_CHINESE = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")
# Columns called so count or measure something, even where their numbers are distinct or follow each other.
_AMOUNT = re.compile(
    r"(数|量|额|值|率|比|人口|面积)(\W|$)|(?<!ac)(?<!dis)counts?(?![a-z])|total|^n$"
    r"|(\b(number|numbers|num|no|nos|nr)\.?|#)[ _]of[ _]"
)
# What a form says behind the name of a column: 名称（不超过50字）.
_REMARK = re.compile(r"\([^()]*\)$")
# What leads to a note beneath a table, at the end of a header: 集群*.
_NOTE = re.compile(r"[\s*†‡§#]+$")
# Codes of a classification: a division, or what is below it, with the letter of its section or without.
_CODE = re.compile(r"[A-Z]?\d{2,6}")
_CHINESE = re.compile("[\u3400-\u9fff]")
_CODE_OF = re.compile(r"(代码|编码|\W?code)$")


@dataclass(frozen=True)
class CellTests:
    """What tells whether a cell holds a city, a province, an industry, a number or a year: functions of a text."""

    city: Callable[[str], object]
    province: Callable[[str], object]
    industry: Callable[[str], object]
    number: Callable[[str], object]
    year: Callable[[str], object]


def guess(
    roles: Sequence[str], names: Sequence[str], cells: Mapping[str, Sequence[object]], tests: CellTests
) -> dict[str, str]:
    """Guess which field holds what.

    Parameters
    ----------
    roles : sequence of str
        Keys of `NAMES`, the most important first; a field serves one of them.
    names : sequence of str
        Of the fields.
    cells : dict of str to list
        Some cells of each field.
    tests : CellTests

    Returns
    -------
    dict of str to str
        The field of each role; '' where none is likely.
    """
    scores = {
        role: {name: _score(role, name, cells.get(name, ()), tests) for name in names} for role in roles
    }
    if {"id", "city"} <= scores.keys():
        city = max(names, key=scores["city"].__getitem__, default="")
        scores["id"].update(_ids_by_city(names, cells, city))
    found = dict.fromkeys(roles, "")
    taken: set[str] = set()
    # The surest pairs first; of equals the earlier role and the earlier field.
    pairs = [
        (-score, roles.index(role), place, role, name)
        for role in roles
        for place, (name, score) in enumerate(scores[role].items())
        if score >= _PART
    ]
    for *_, role, name in sorted(pairs):
        if not found[role] and name not in taken:
            found[role] = name
            taken.add(name)
    if found.get("city") == "":
        # Lists of official clusters have no other column that says where they are.
        found["city"] = _names_with_cities(names, cells, tests)
    if found.get("year"):
        # The year of a list says more than since when its rows are there, and both at once contradict each other.
        found.update({role: "" for role in ("start", "end") if role in found})
    return found


def _names_with_cities(names: Sequence[str], cells: Mapping[str, Sequence[object]], tests: CellTests) -> str:
    """Return the column called like names of which most say their city; '' where there is none."""
    for name in names:
        told = [cell for cell in cells.get(name, ()) if not is_missing(cell)]
        if _by_name("name", name) and told and (_by_contents("city", told, tests) or 0.0) >= _ENOUGH:
            return name
    return ""


def is_called(role: str, name: str) -> bool:
    """Tell whether a field that holds what a role of `NAMES` means may be called so."""
    return _by_name(role, name) >= _PART


def same_meaning(name: str, cell: str) -> bool:
    """Tell whether a cell says what its column is called: the same name, or another one of the same role of `NAMES`."""
    plain, written = (normalise(text).replace(" ", "_") for text in (name, cell))
    return plain == written or any(
        written in names and is_called(role, name) for role, names in NAMES.items()
    )


def naming_field(names: Iterable[str]) -> str:
    """Return which of some fields names the rows of a table; '' where none does."""
    plain = {name: _REMARK.sub("", _plain(name)).strip().replace(" ", "_") for name in names}
    surest = {name: place for place, name in enumerate(NAMES["name"])}
    called = [(surest[one], name) for name, one in plain.items() if one in surest]
    partly = (
        name
        for name, one in plain.items()
        if (one.endswith(_NAME_ENDS) or _NAME_BEGINS.fullmatch(one)) and not _is_of_another(name)
    )
    return min(called)[1] if called else next(partly, "")


def _is_of_another(name: str) -> bool:
    """Whether a column is called the name of something else than the row."""
    return any(is_called(role, name) for role in ("city", "province"))


def _plain(name: str) -> str:
    """Bring the name of a column into the spelling of `NAMES`: headers are spaced out to fill their cells, 产 业."""
    return _BLANK_IN_CHINESE.sub("", normalise(_NOTE.sub("", name)))


def _score(role: str, name: str, cells: Iterable[object], tests: CellTests) -> float:
    if _is_output(name):
        # Columns of outputs say what they are by their names alone: the number of a row is no id of a cluster.
        return _WHOLE + _CONTENTS if normalise(name) in NAMES[role] else 0.0
    told = [cell for cell in cells if not is_missing(cell)]
    if role == "id" and (_is_code_of(name) or _is_index(name, told) or _is_amount(name)):
        return 0.0
    named = _by_name(role, name)
    if role == "weight":
        # Any number could be one: only its name tells.
        return named if all(tests.number(str(cell)) for cell in told) else 0.0
    if not told:
        return named
    share = _by_contents(role, told, tests) if named or _may_be(role, name, told) else 0.0
    if share is None or (role == "industry" and not share and all(map(is_code, told))):
        return named
    own = {"city": _are_foreign_names, "industry": _are_words}.get(role)
    if own and not share and named >= _PART and own(told):
        # No gazetteer needs to know them: names of cities may be compared as they are written, and industries may be
        # those of the user's own taxonomy. The surer name comes first.
        return _PART * (1 + named / _WHOLE / 2)
    if share < _ENOUGH:
        # A name that its cells belie counts for little, and other cells than texts for nothing.
        return named / 3 if share else 0.0
    # Where a column is called otherwise, such as the names of clusters, one that is not comes first.
    otherwise = 0.0 if named else max(_by_name(other, name) for other in NAMES)
    return named + _CONTENTS * share - otherwise / 3


def _ids_by_city(names: Sequence[str], cells: Mapping[str, Sequence[object]], city: str) -> dict[str, float]:
    """Return the scores of columns called like ids that repeat, if at all, in other cities: those of shared clusters."""
    found = {}
    for name in names:
        named = _by_name("id", name)
        if not named or name == city or _is_output(name) or _is_code_of(name) or _is_amount(name):
            continue
        rows = [
            (str(key).strip(), str(place))
            for key, place in zip(cells.get(name, ()), cells.get(city, ()))
            if not is_missing(key)
        ]
        ids = [key for key, _ in rows]
        share = sum(map(_is_short, ids)) / len(ids) if ids and len(set(rows)) == len(rows) else 0.0
        if share >= _ENOUGH:
            found[name] = named + _CONTENTS * share
    return found


def _is_output(name: str) -> bool:
    return name.casefold().startswith(PREFIX)


def _by_name(role: str, name: str) -> float:
    plain, known = _plain(name), NAMES[role]
    sure = {one: 1.0 - place / (4 * len(known)) for place, one in enumerate(known)}
    if plain in sure:
        # The name of a cluster often says its industry, but a column of industries says it better.
        return _PART if role != "name" and plain in NAMES["name"] else _WHOLE * sure[plain]
    if any(plain in names for names in NAMES.values()):
        # What has a meaning as a whole is not told by its parts: a marketplace is no place.
        return 0.0
    # Chinese has no blanks: a word of three characters stands where it stands, shorter ones are parts of others; and so
    # are two letters, which are a word by themselves or end one (note is no number).
    words = _WORD.findall(plain)
    parts = (
        one
        for one in known
        if len(one) > 1
        and (
            plain.endswith(one)
            or one in words
            or ((len(one) > 2 or not one.isascii()) and plain.startswith(one))
            or (len(one) > 2 and not one.isascii() and one in plain)
        )
    )
    return max((_PART * sure[one] + 0.25 + 0.5 * len(one) / len(plain) for one in parts), default=0.0)


def _is_code_of(name: str) -> bool:
    """Whether a column is called the code of an industry or a place, as in 行业代码, and so is no id of a row."""
    of = _CODE_OF.sub("", normalise(name))
    called = [_by_name("city", name), *(_by_name(role, of) for role in ("industry", "city", "province"))]
    return of != normalise(name) and any(called)


def _is_amount(name: str) -> bool:
    """Whether a column is called what counts or measures something, and so is no id of a row."""
    return _AMOUNT.search(normalise(name)) is not None


def _is_index(name: str, cells: Sequence[object]) -> bool:
    """Whether a column without a name counts the rows."""
    texts = [str(cell).strip() for cell in cells]
    return _UNNAMED.fullmatch(normalise(name)) is not None and _are_consecutive(texts)


def _may_be(role: str, name: str, cells: Sequence[object]) -> bool:
    """Whether a column may be what its cells look like though it is not called so."""
    texts = [str(cell).strip() for cell in cells]
    are_numbers = all(map(_NUMBER.fullmatch, texts))
    if role not in ("id", "province"):
        return True
    if _YEAR.match(name) or any(_by_name(other, name) for other in NAMES if other != role):
        return False
    # Amounts may be distinct in the first rows; numbers of rows are so in all.
    return not are_numbers or (role == "id" and _are_consecutive(texts))


def _are_consecutive(texts: Sequence[str]) -> bool:
    numbers = sorted(int(text) for text in texts if text.isdecimal())
    return numbers == list(range(numbers[0], numbers[0] + len(texts))) if numbers else False


def _are_foreign_names(cells: Iterable[object]) -> bool:
    """Tell whether cells begin as names do in Latin and other alphabets."""
    texts = [str(cell).strip() for cell in cells]
    return all(text[:1].isupper() and not _CHINESE.search(text) for text in texts)


def _are_words(cells: Iterable[object]) -> bool:
    return not any(map(is_amount, cells))


def is_amount(cell: object) -> bool:
    """Tell whether a cell looks like a number, also with the marks and units by which a run refuses it: 42,976亿元."""
    return _NUMBER.fullmatch(str(cell).strip()) is not None


def is_code(cell: object) -> bool:
    """Tell whether a cell looks like the code of a class of industries."""
    return _CODE.fullmatch(str(cell).strip()) is not None


def _by_contents(role: str, cells: Sequence[object], tests: CellTests) -> float | None:
    """Return the share of cells that say what the role means; None where that cannot be told."""
    if role in ("city", "province", "industry"):
        test = getattr(tests, role)
        return sum(bool(test(str(cell))) for cell in cells) / len(cells)
    if role in ("year", "start", "end"):
        # A run refuses a column in which one cell tells no year.
        is_read = all(tests.year(str(cell)) for cell in cells)
        return is_read * sum(_YEAR.match(str(cell)) is not None for cell in cells) / len(cells)
    if role == "id":
        texts = [str(cell).strip() for cell in cells]
        return sum(map(_is_short, texts)) / len(texts) if len(set(texts)) == len(texts) else 0.0
    return None


def _is_short(text: str) -> bool:
    """Identifiers are codes rather than words: no blank, and a digit."""
    return len(text) <= 24 and " " not in text and any(map(str.isdigit, text))
