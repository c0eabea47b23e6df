"""Which field of a table says how much of something each row has, such as a GDP: told by its name and its numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from .fields import PREFIX
from .guessing import is_called
from .text import is_missing, normalise

# Columns called so say how much of something is in a place, which rates, ranks and areas do not.
_SIZE = re.compile(
    r"(?<![a-z])(gdp|gva|emp|jobs?|pop|population|output|value|revenue|sales|turnover|income|exports?|investment)"
    r"(?![a-z])|employ|workers|workforce|beschäftigt|umsatz|产值|增加值|总值|产量|营收|收入|利润|税收|投资|销售|销量|出口"
    r"|人口|从业|就业|员工|人数|数量|家数|企业数|店铺数|商家数|额(\W|$)"
)
_NO_SIZE = re.compile(
    r"率|比|占|指数|排名|位次|增速|增长|同比|环比|人均|平均|rate|ratio|share|growth|rank|index|per |%|代码|code"
)


def weight_field(
    names: Sequence[str], cells: Mapping[str, Sequence[object]], number: Callable[[str], object]
) -> str:
    """Return which field says how much of something each row has, such as a GDP; '' where none is likely.

    Parameters
    ----------
    names : sequence of str
        Of the fields.
    cells : dict of str to list
        Some cells of each field.
    number : callable
        Tells whether a text is a number.
    """
    for is_so in (_is_weight, _is_size):
        for name in names:
            told = [str(cell) for cell in cells.get(name, ()) if not is_missing(cell)]
            if told and is_so(name) and all(number(text) and not text.startswith("-") for text in told):
                return name
    return ""


def _is_weight(name: str) -> bool:
    return is_called("weight", name)


def _is_size(name: str) -> bool:
    plain = normalise(name).replace("_", " ")
    return (
        not name.casefold().startswith(PREFIX)
        and _SIZE.search(plain) is not None
        and not _NO_SIZE.search(plain)
    )
