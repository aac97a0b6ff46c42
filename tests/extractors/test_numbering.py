"""Word's automatic numbers come out as a reader sees them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.document import paragraphs
from extractors.numbering import written
from tests.extractors.word_files import para, read


def level(at: int, text: str, form: str = "decimal", *, start: int = 1, more: str = "") -> str:
    return (
        f"<w:lvl w:ilvl='{at}'><w:start w:val='{start}'/><w:numFmt w:val='{form}'/>{more}"
        f"<w:lvlText w:val='{text}'/></w:lvl>"
    )


def definition(*levels: str, number: int = 0) -> str:
    return f"<w:abstractNum w:abstractNumId='{number}'>{''.join(levels)}</w:abstractNum>"


def use(number: int, of: int = 0, overrides: str = "") -> str:
    return f"<w:num w:numId='{number}'><w:abstractNumId w:val='{of}'/>{overrides}</w:num>"


def item(number: int, at: int | None = 0, style: str = "") -> str:
    depth = "" if at is None else f"<w:ilvl w:val='{at}'/>"
    named = f"<w:pStyle w:val='{style}'/>" if style else ""
    return para("x", marks=f"{named}<w:numPr>{depth}<w:numId w:val='{number}'/></w:numPr>")


def labels(body: str, numbering: str, styles: str = "") -> list[str]:
    document = read(body, numbering=numbering, styles=styles)
    return [p.label for p in paragraphs(document.blocks)]


OUTLINE = definition(
    level(0, "%1."),
    level(1, "%1.%2"),
    level(2, "(%3)", "lowerLetter"),
    level(3, "%4)", "lowerRoman"),
) + use(1)


@pytest.mark.parametrize(
    ("levels", "printed"),
    [
        ([0, 0, 0], ["1.", "2.", "3."]),
        ([0, 1, 1, 0, 1], ["1.", "1.1", "1.2", "2.", "2.1"]),
        ([0, 2, 2, 1, 2], ["1.", "(a)", "(b)", "1.1", "(a)"]),
        ([0, 3, 3, 3, 3], ["1.", "i)", "ii)", "iii)", "iv)"]),
        ([1, 1], ["1.1", "1.2"]),
        ([0, 9, 99], ["1.", "", ""]),
    ],
)
def test_levels_count_and_start_again(levels: list[int], printed: list[str]) -> None:
    assert labels("".join(item(1, at) for at in levels), OUTLINE) == printed


@pytest.mark.parametrize(
    ("one", "printed"),
    [
        (level(0, "Section %1:", "upperLetter"), ["Section A:", "Section B:"]),
        (level(0, "E%1", start=3), ["E3", "E4"]),
        (level(0, "%1", "upperRoman"), ["I", "II"]),
        (level(0, "%1", "decimalZero"), ["01", "02"]),
        (level(0, "%1", "ordinal"), ["1st", "2nd"]),
        (level(0, "%1 outcome", "ordinalText"), ["First outcome", "Second outcome"]),
        (level(0, "Outcome %1", "cardinalText"), ["Outcome One", "Outcome Two"]),
        (level(0, "Note", "none"), ["Note", "Note"]),
        (level(0, "%1", "somethingNew"), ["1", "2"]),
        (level(0, "%1", "decimalEnclosedParen"), ["(1)", "(2)"]),
        (level(0, "%1", "numberInDash"), ["- 1 -", "- 2 -"]),
        (level(0, "\uf0b7", "bullet"), ["•", "•"]),
        (level(0, "o", "bullet"), ["◦", "◦"]),
        (level(0, "-", "bullet"), ["-", "-"]),
        (level(0, "", "bullet"), ["•", "•"]),
    ],
)
def test_forms(one: str, printed: list[str]) -> None:
    assert labels(item(1) + item(1), definition(one) + use(1)) == printed


def test_the_bullet_of_a_sign_font() -> None:
    fonts = "<w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr>"
    square = "<w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='\uf0a7'/>"
    assert labels(item(1), definition(f"{square}{fonts}</w:lvl>") + use(1)) == ["▪"]


def test_legal_numbers_are_all_figures() -> None:
    numbering = definition(level(0, "%1", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"))
    assert labels(item(1) + item(1, 1), numbering + use(1)) == ["I", "1.1"]


def test_two_lists_of_one_definition_count_on() -> None:
    body = item(1) + item(2) + item(1)
    assert labels(body, definition(level(0, "%1.")) + use(1) + use(2)) == ["1.", "2.", "3."]


def test_a_list_with_its_own_start_begins_again_once() -> None:
    again = "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>"
    numbering = definition(level(0, "%1.")) + use(1) + use(2, overrides=again)
    assert labels(item(1) + item(1) + item(2) + item(2), numbering) == ["1.", "2.", "1.", "2."]


def test_a_list_with_a_level_of_its_own() -> None:
    own = f"<w:lvlOverride w:ilvl='0'>{level(0, 'F%1')}</w:lvlOverride>"
    numbering = definition(level(0, "%1.")) + use(1) + use(2, overrides=own)
    assert labels(item(1) + item(2), numbering) == ["1.", "F2"]


def test_a_level_of_its_own_with_its_own_start() -> None:
    own = f"<w:lvlOverride w:ilvl='1'>{level(1, '%1.%2', start=5)}</w:lvlOverride>"
    numbering = definition(level(0, "%1."), level(1, "%1-%2")) + use(2, overrides=own)
    assert labels(item(2) + item(2, 1) + item(2, 1), numbering) == ["1.", "1.5", "1.6"]


def test_the_form_of_a_higher_level_of_its_own() -> None:
    own = f"<w:lvlOverride w:ilvl='0'>{level(0, '%1', 'upperLetter')}</w:lvlOverride>"
    numbering = definition(level(0, "%1."), level(1, "%1.%2")) + use(2, overrides=own)
    assert labels(item(2) + item(2, 1), numbering) == ["A", "A.1"]


def test_a_level_that_never_starts_again() -> None:
    numbering = definition(level(0, "%1."), level(1, "E%2", more="<w:lvlRestart w:val='0'/>"))
    body = item(1) + item(1, 1) + item(1) + item(1, 1)
    assert labels(body, numbering + use(1)) == ["1.", "E1", "2.", "E2"]


def test_the_list_of_a_style_and_of_the_style_below_it() -> None:
    styles = (
        "<w:style w:type='paragraph' w:styleId='Base'><w:pPr><w:numPr><w:numId w:val='1'/>"
        "</w:numPr></w:pPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='Below'><w:basedOn w:val='Base'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='Off'><w:basedOn w:val='Base'/></w:style>"
    )
    body = "".join(para("x", marks=f"<w:pStyle w:val='{name}'/>") for name in ("Base", "Below"))
    assert labels(body + item(0, style="Off"), OUTLINE, styles) == ["1.", "2.", ""]


def test_the_level_that_belongs_to_a_style() -> None:
    styles = "".join(
        f"<w:style w:type='paragraph' w:styleId='H{n}'><w:pPr><w:numPr><w:numId w:val='1'/>"
        "</w:numPr></w:pPr></w:style>"
        for n in (1, 2)
    )
    numbering = definition(
        level(0, "%1", more="<w:pStyle w:val='H1'/>"),
        level(1, "%1.%2", more="<w:pStyle w:val='H2'/>"),
    )
    body = "".join(para("x", marks=f"<w:pStyle w:val='{name}'/>") for name in ("H1", "H2", "H2"))
    assert labels(body, numbering + use(1), styles) == ["1", "1.1", "1.2"]


def test_a_list_by_a_numbering_style() -> None:
    styles = (
        "<w:style w:type='numbering' w:styleId='Plan'><w:pPr><w:numPr><w:numId w:val='1'/>"
        "</w:numPr></w:pPr></w:style>"
    )
    linked = definition("<w:numStyleLink w:val='Plan'/>", number=1)
    numbering = definition(level(0, "B%1")) + linked + use(1) + use(2, of=1)
    assert labels(item(1) + item(2), numbering, styles) == ["B1", "B2"]


def test_a_link_in_a_circle_ends() -> None:
    styles = (
        "<w:style w:type='numbering' w:styleId='Plan'><w:pPr><w:numPr><w:numId w:val='1'/>"
        "</w:numPr></w:pPr></w:style>"
    )
    assert labels(item(1), definition("<w:numStyleLink w:val='Plan'/>") + use(1), styles) == [""]


@pytest.mark.parametrize("body", [item(7), item(0), para("x")])
def test_no_list_no_label(body: str) -> None:
    assert labels(body, OUTLINE) == [""]


def test_levels_are_kept() -> None:
    document = read(item(1) + item(1, 2), numbering=OUTLINE)
    assert [p.level for p in paragraphs(document.blocks)] == [0, 2]


def test_words_own_list_styles_tell_how_deep_a_point_is() -> None:
    names = ("List Bullet", "List Bullet 2", "List Number 3", "Listing 4")
    styles = "".join(
        f"<w:style w:type='paragraph' w:styleId='L{n}'><w:name w:val='{name}'/>"
        "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
        for n, name in enumerate(names)
    )
    body = "".join(para("x", marks=f"<w:pStyle w:val='L{n}'/>") for n in range(len(names)))
    document = read(body, numbering=OUTLINE, styles=styles)
    assert [p.level for p in paragraphs(document.blocks)] == [0, 1, 2, 0]


@given(count=st.integers(-5, 10**9), form=st.sampled_from(["upperRoman", "lowerLetter", "ordinal"]))
def test_any_count_is_written_short(count: int, form: str) -> None:
    assert 0 < len(written(count, form)) < 200


@pytest.mark.parametrize(("count", "letters"), [(1, "a"), (26, "z"), (27, "aa"), (53, "aaa")])
def test_letters_repeat(count: int, letters: str) -> None:
    assert written(count, "lowerLetter") == letters
