"""The styles of a Word file without what Word only offers, and without unused table styles.

Some programs put a hundred of them into every file: nine tenths of the part, and slow to parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_BEGINS, _ENDS = b"<w:style ", b"</w:style>"
_IS_TABLE = b'w:type="table"'
_OFFERED = re.compile(
    rb"<w:latentStyles\b[^>]*>(?:\s*<w:lsdException\b[^<>]*/>)*+\s*</w:latentStyles>"
)
_NAME = re.compile(rb"w:styleId=[\"']([^\"'&]*)[\"']")  # one with «&» in it is left alone
_BASE = re.compile(rb"basedOn[^>]*[\"']([^\"']*)[\"']")


def without_unused(styles: bytes, used: Iterable[str]) -> bytes:
    """The part as it would be had nobody added the other table styles."""
    first, *others = styles.split(_BEGINS)
    first = _OFFERED.sub(b"", first, count=1)
    tables = {name: style for style in others if _IS_TABLE in style and (name := _name(style))}
    wanted = [name.encode() for name in used]
    kept: set[bytes] = set()
    while wanted:
        name = wanted.pop()
        if name in tables and name not in kept:
            kept.add(name)
            wanted += _BASE.findall(tables[name])
    dropped = {style for name, style in tables.items() if name not in kept}
    return _BEGINS.join([first, *(style for style in others if style not in dropped)])


def _name(style: bytes) -> bytes:
    """The name of a table style; empty where it is no style, or not one that can be cut out."""
    marks = style.partition(b">")[0]
    found = _NAME.search(marks)
    if found is None or _IS_TABLE not in marks or not style.rstrip().endswith(_ENDS):
        return b""
    return found[1]
