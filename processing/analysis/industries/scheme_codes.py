"""Codes of other classifications, such as ``gbt:3973`` or ``nace:26.11``, made comparable."""

import re

from ..text import normalise

_SCHEME_CODE = re.compile(r"([a-z][a-z0-9_]*):([0-9a-z.\-]+)")
# Their four-digit classes that end in 0 are the only class of a group: 2710 is 271.
_SINGLE_CLASS_SCHEMES = frozenset({"gbt", "isic", "nace"})


def scheme_code(text):
    """Read ``scheme:code`` into the pair by which codes are compared, or return None.

    A section letter before digits is not part of the number (``gbt:C3973``), nor is the point of NACE
    (``nace:26.11``); a trailing 0 of a four-digit class is dropped where the scheme writes a group and
    its only class alike.
    """
    found = _SCHEME_CODE.fullmatch(normalise(text))
    if not found:
        return None
    scheme, code = found.groups()
    code = re.sub(r"^[a-z](?=\d)", "", code)
    code = re.sub(r"^(\d\d)\.(\d{1,2})$", r"\1\2", code)
    if scheme in _SINGLE_CLASS_SCHEMES and re.fullmatch(r"\d{3}0", code):
        code = code[:3]
    return scheme, code
