"""Table styles that no table has are left out before a part is parsed."""

from __future__ import annotations

import pytest

from extractors.word_unused import without_unused

HEAD = b'<w:styles xmlns:w="w"><w:docDefaults/>'
BODY_TEXT = b'<w:style w:type="paragraph" w:styleId="Body"><w:name w:val="Body"/></w:style>'
GRID = b'<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/></w:style>'
LIGHT = b'<w:style w:type="table" w:styleId="Light"><w:basedOn w:val="Grid"/></w:style>'
DARK = b'<w:style w:type="table" w:styleId="Dark"><w:tblPr/></w:style>\n'
LAST = b'<w:style w:type="character" w:styleId="Strong"><w:rPr/></w:style></w:styles>'


@pytest.mark.parametrize(
    ("used", "left"),
    [
        ((), [BODY_TEXT]),
        (("Dark",), [BODY_TEXT, DARK]),
        (("Light",), [BODY_TEXT, GRID, LIGHT]),
        (("Grid", "Unknown"), [BODY_TEXT, GRID]),
    ],
)
def test_only_the_table_styles_in_use_are_left(used: tuple[str, ...], left: list[bytes]) -> None:
    whole = b"".join([HEAD, BODY_TEXT, GRID, LIGHT, DARK, LAST])
    assert without_unused(whole, used) == b"".join([HEAD, *left, LAST])


@pytest.mark.parametrize(
    "whole",
    [
        b"",
        b"<x:styles/>",
        HEAD + BODY_TEXT + LAST,
        HEAD + DARK.replace(b"Dark", b"D&amp;K") + LAST,
        HEAD + DARK.replace(b"</w:style>", b"") + LAST,
    ],
)
def test_what_cannot_be_judged_is_left_alone(whole: bytes) -> None:
    assert without_unused(whole, ()) == whole


def test_what_word_only_offers_is_left_out() -> None:
    offered = (
        b'<w:latentStyles w:count="376"><w:lsdException w:name="Normal"/>'
        b'<w:lsdException w:name="Title"/></w:latentStyles>'
    )
    whole = HEAD + offered + BODY_TEXT + LAST
    assert without_unused(whole, ()) == HEAD + BODY_TEXT + LAST
    cut = HEAD + offered.removesuffix(b"</w:latentStyles>") + BODY_TEXT + LAST
    assert without_unused(cut, ()) == cut
