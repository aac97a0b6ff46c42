"""Words of a plan made safe to be shown: the one place where that is done."""

from __future__ import annotations

import re

LONGEST_CELL = 32_000  # characters; a workbook silently cuts at 32,767
_MARK = "\N{REPLACEMENT CHARACTER}"
# Control characters, lone surrogates and code points that are no characters: a cell or a JSON line
# that holds one cannot be saved, or is changed by the program that opens it.
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def shown(text: str) -> str:
    """The text with every character that cannot be shown replaced by a visible mark."""
    return _UNFIT.sub(_MARK, text.replace("\r\n", "\n").replace("\r", "\n"))


def for_cell(text: str) -> str:
    """The text as a cell can hold it: shown, escaped, and cut with a mark where it is too long.

    A spreadsheet reads `_x0041_` as a character's code, so such an underscore is escaped.
    """
    safe = _ESCAPE.sub("_x005F_", shown(text).replace("\t", " "))
    if len(safe) <= LONGEST_CELL:
        return safe
    return safe[:LONGEST_CELL] + f" … [cut: {len(safe):,} characters; the whole stands in the plan]"
