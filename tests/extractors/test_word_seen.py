"""What the reader of a Word page sees is read; what is deleted, struck or hidden is told apart."""

from __future__ import annotations

import pytest

from extractors.document import Caveat, Document
from tests.extractors.word_files import (
    cell,
    change,
    control,
    first,
    first_table,
    gone,
    para,
    part,
    read,
    row,
    run,
    table,
    words,
)

CHANGED, STRUCK, HIDDEN = Caveat.TRACKED_CHANGES, Caveat.STRUCK_THROUGH, Caveat.HIDDEN_TEXT


def aside(document: Document) -> list[tuple[str, Caveat]]:
    assert {a.why for a in document.set_aside} <= document.caveats
    return [(a.text, a.why) for a in document.set_aside]


@pytest.mark.parametrize(
    ("inside", "read_as", "out"),
    [
        pytest.param(
            change("ins", run("four") + change("del", gone("five"))) + run(" times"),
            "four times",
            "five",
            id="deleted out of an insertion",
        ),
        pytest.param(
            run("a ") + change("del", change("ins", run("b"))) + run("c"),
            "a c",
            "b",
            id="an insertion inside a deletion",
        ),
        pytest.param(
            run("a ") + change("ins", control(run("b"))), "a b", "", id="a control inserted"
        ),
        pytest.param(
            run("a ") + change("del", f"<w:hyperlink>{gone('b')}</w:hyperlink>"),
            "a",
            "b",
            id="a link deleted",
        ),
        pytest.param(
            run("a ", f"<w:b/><w:rPrChange w:id='1'>{'<w:rPr><w:strike/></w:rPr>'}</w:rPrChange>"),
            "a",
            "",
            id="only its look was changed",
        ),
        pytest.param(
            "<w:moveFromRangeStart w:id='1'/>"
            + change("moveFrom", run("a"))
            + "<w:moveFromRangeEnd w:id='1'/>"
            + run("b"),
            "b",
            "a",
            id="moved away",
        ),
        pytest.param(
            "<w:commentRangeStart w:id='1'/>"
            + run("a")
            + "<w:commentRangeEnd w:id='1'/><w:r><w:commentReference w:id='1'/></w:r>",
            "a",
            "",
            id="commented on",
        ),
    ],
)
def test_changes_are_accepted(inside: str, read_as: str, out: str) -> None:
    document = read(para(inside))
    assert words(document) == [read_as]
    assert aside(document) == ([(out, CHANGED)] if out else [])


def test_a_change_of_look_is_no_change_of_words() -> None:
    marked = "<w:pPrChange w:id='1'><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:pPrChange>"
    document = read(para("a", marks=marked))
    assert (document.caveats, first(document).heading) == (frozenset(), 0)


def test_a_paragraph_inserted_is_told() -> None:
    marked = "<w:rPr><w:ins w:id='1'/></w:rPr>"
    assert CHANGED in read(para("a", marks=marked)).caveats


def test_a_paragraph_deleted_whole_leaves_nothing() -> None:
    marked = "<w:rPr><w:del/></w:rPr>"
    document = read(para(change("del", gone("a")), marks=marked) + para("b"))
    assert words(document) == ["b"]
    assert aside(document) == [("a", CHANGED)]


def test_a_paragraph_that_runs_on_stays_before_the_table() -> None:
    document = read(
        para("one", marks="<w:rPr><w:del/></w:rPr>") + table(row("two")) + para("three")
    )
    assert words(document) == ["one", "two", "three"]


def test_a_row_moved_from_one_table_to_another() -> None:
    away = row(cell(para(change("moveFrom", run("x")))), marks="<w:del/>")
    here = row(cell(para(change("moveTo", run("x")))), marks="<w:ins/>")
    document = read(table(row("a"), away) + para("-") + table(row("b"), here))
    assert words(document) == ["a", "-", "b", "x"]


def test_a_hidden_row_is_out_and_reported() -> None:
    document = read(table(row("a"), row("b", marks="<w:hidden/>"), row("c")))
    assert words(document) == ["a", "c"]
    assert first_table(document).rows == 2
    assert aside(document) == [("b", HIDDEN)]


STYLES = """
<w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Below"><w:basedOn w:val="Gone"/></w:style>
<w:style w:type="paragraph" w:styleId="Note"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Old"><w:rPr><w:strike/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Twice"><w:rPr><w:dstrike/></w:rPr></w:style>
"""


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (para(run("x", "<w:rStyle w:val='Gone'/>")), HIDDEN),
        (para(run("x", "<w:rStyle w:val='Below'/>")), HIDDEN),
        (para("x", marks="<w:pStyle w:val='Note'/>"), HIDDEN),
        (para(run("x", "<w:vanish/><w:specVanish/>")), HIDDEN),
        (para(run("x", "<w:sz w:val='2'/>")), HIDDEN),
        (para(run("x", "<w:color w:val='FEFEFE'/>")), HIDDEN),
        (para(run("x", "<w:color w:val='000000'/><w:highlight w:val='black'/>")), HIDDEN),
        (para(run("x", "<w:color w:val='FF0000'/><w:shd w:fill='FF0000'/>")), HIDDEN),
        (para("x", marks="<w:pStyle w:val='Old'/>"), STRUCK),
        (para(run("x", "<w:rStyle w:val='Twice'/>")), STRUCK),
        # The key of a tribunal's working document: who struck it shows in its look.
        (para(run("x", "<w:b/><w:strike/>")), STRUCK),
        (para(run("x", "<w:i/><w:strike/>")), STRUCK),
        (para(run("x", "<w:u w:val='single'/><w:strike/>")), STRUCK),
        (para(run("x", "<w:color w:val='0070C0'/><w:dstrike/>")), STRUCK),
    ],
)
def test_words_that_are_not_seen_as_part_of_the_plan(body: str, why: Caveat) -> None:
    document = read(body + para("seen"), styles=STYLES)
    assert words(document) == ["seen"]
    assert aside(document) == [("x", why)]


@pytest.mark.parametrize(
    ("marks", "style"),
    [
        ("<w:b/>", ""),
        ("<w:i/>", ""),
        ("<w:u w:val='single'/>", ""),
        ("<w:color w:val='00B050'/>", ""),
        ("<w:color w:val='BFBFBF'/>", ""),
        ("<w:highlight w:val='black'/>", ""),
        ("<w:highlight w:val='yellow'/>", ""),
        ("<w:color w:val='FFFFFF'/><w:highlight w:val='darkBlue'/>", ""),
        ("<w:sz w:val='8'/>", ""),
        ("<w:rStyle w:val='Gone'/><w:vanish w:val='0'/>", ""),
        ("<w:strike w:val='0'/>", "<w:pStyle w:val='Old'/>"),
    ],
)
def test_additions_of_a_working_document_and_odd_looks_are_read(marks: str, style: str) -> None:
    document = read(para(run("x", marks), marks=style), styles=STYLES)
    assert (words(document), aside(document)) == (["x"], [])


def drawing(inside: str, name: str = "", *, marks: str = "") -> str:
    frame = f"<wp:inline><wp:docPr id='1' name='x' {name}/><a:graphic>{inside}</a:graphic>"
    return f"<w:r><w:rPr>{marks}</w:rPr><w:drawing>{frame}</wp:inline></w:drawing></w:r>"


HIDDEN_SHAPE = (
    "<w:r><w:pict><v:shape style='width:9pt; visibility: hidden'><v:textbox><w:txbxContent>{}"
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
BOX = "<wps:wsp><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></wps:wsp>"


@pytest.mark.parametrize(
    "inside",
    [
        drawing(BOX.format(para("old")), "hidden='1'"),
        drawing(BOX.format(para("old")), marks="<w:vanish/>"),
        HIDDEN_SHAPE.format(para("old")),
    ],
)
def test_a_hidden_box_is_out_and_reported(inside: str) -> None:
    document = read(para(run("seen") + inside))
    assert words(document) == ["seen"]
    assert aside(document) == [("old", HIDDEN)]


def test_a_deleted_box_is_out_and_reported() -> None:
    document = read(para(run("seen") + change("del", drawing(BOX.format(para("old"))))))
    assert words(document) == ["seen"]
    assert aside(document) == [("old", CHANGED)]


def test_the_words_of_a_diagram() -> None:
    points = "".join(
        f"<dgm:pt modelId='{n}' type='{kind}'><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p>"
        "</dgm:t></dgm:pt>"
        for n, (kind, text) in enumerate(
            [("doc", ""), ("node", "My family"), ("pres", "x"), ("node", "My school")]
        )
    )
    shown = drawing("<a:graphicData><dgm:relIds r:dm='data1'/></a:graphicData>")
    data = part("x", f"<dgm:ptLst>{points}</dgm:ptLst>")
    document = read(para("Important to me") + para(shown), more={"data1": data})
    assert words(document) == ["Important to me", "My family", "My school"]


@pytest.mark.parametrize(
    ("filled", "read_as"),
    [
        (run("Click or tap here to enter text."), []),
        (run("Outcome in the child's words", "<w:rStyle w:val='PlaceholderText'/>"), []),
        (run("Choose an item."), []),
        (run(" "), []),
        (run("Amira will read a page aloud."), ["Amira will read a page aloud."]),
    ],
)
def test_a_control_that_a_program_filled_in_is_read(filled: str, read_as: list[str]) -> None:
    body = control(para(filled), "<w:showingPlcHdr/>") + para("next")
    assert words(read(body)) == [*read_as, "next"]


HALF = (
    "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den>"
    "</m:f></m:oMath>"
)
READ_ALOUD = (
    "<w:r><w:ruby><w:rt><w:r><w:t>above</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>below</w:t></w:r>"
    "</w:rubyBase></w:ruby></w:r>"
)


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (run("1") + HALF + run(" hours"), "1 1/2 hours"),
        (HALF + run(" an hour"), "1/2 an hour"),
        (READ_ALOUD, "below"),
    ],
)
def test_signs_above_and_below_each_other(inside: str, text: str) -> None:
    assert words(read(para(inside))) == [text]


def field(*inside: str) -> str:
    marks = ("begin", *inside, "end")
    return "".join(
        m if m.startswith("<") else f'<w:r><w:fldChar w:fldCharType="{m}"/></w:r>' for m in marks
    )


@pytest.mark.parametrize(
    ("instruction", "sign"),
    [
        (r' SYMBOL 254 \f "Wingdings" \s 11 ', "☑"),
        (r"SYMBOL 0xA8 \f Wingdings", "☐"),
        (r"SYMBOL 176 \f Symbol", "°"),
        ("SYMBOL 99999999", ""),
        ("SYMBOL x", ""),
    ],
)
def test_a_box_ticked_by_a_field(instruction: str, sign: str) -> None:
    code = "".join(f"<w:r><w:instrText>{x}</w:instrText></w:r>" for x in instruction.split("  "))
    document = read(para(field(code) + run(" Final")))
    assert words(document) == [f"{sign} Final".strip()]


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [("Webdings", "F061", "✓"), ("Wingdings 3", "F074", "◀"), ("Wingdings", "F0FC", "✓")],
)
def test_signs_of_more_fonts(font: str, code: str, sign: str) -> None:
    inside = f"<w:r><w:sym w:font='{font}' w:char='{code}'/></w:r>"
    assert words(read(para(inside + run(" x")))) == [f"{sign} x"]


def test_a_large_first_letter_belongs_to_its_word() -> None:
    letter = para("A", marks="<w:framePr w:dropCap='drop' w:lines='3'/>")
    assert words(read(letter + para("mira likes trains."))) == ["Amira likes trains."]


def test_a_text_frame_and_a_turned_cell_keep_their_place() -> None:
    frame = para("framed", marks="<w:framePr w:w='2000' w:x='100' w:y='100'/>")
    turned = cell("Communication", marks="<w:textDirection w:val='btLr'/>")
    document = read(para("a") + frame + table(row(turned, "b")))
    assert words(document) == ["a", "framed", "Communication", "b"]


def test_columns_and_a_sideways_section_change_nothing() -> None:
    columns = "<w:sectPr><w:cols w:num='2'/></w:sectPr>"
    wide = "<w:sectPr><w:pgSz w:w='16838' w:h='11906' w:orient='landscape'/></w:sectPr>"
    document = read(para("a", marks=columns) + para("b", marks=wide) + para("c"))
    assert words(document) == ["a", "b", "c"]


def test_only_notes_that_the_reader_is_sent_to_in_that_order() -> None:
    notes = part(
        "footnotes",
        "".join(f"<w:footnote w:id='{n}'>{para(f'note {n}')}</w:footnote>" for n in (1, 2, 3)),
    )

    def sent(number: int) -> str:
        return f"<w:r><w:footnoteReference w:id='{number}'/></w:r>"

    body = para(run("a") + sent(2) + change("del", sent(3))) + para(run("b") + sent(1))
    document = read(body, more={"footnotes": notes})
    assert words(document) == ["a", "b", "note 2", "note 1"]
    assert [b.label for b in document.blocks[2:]] == ["1", "2"]  # type: ignore[union-attr]


def test_a_picture_of_another_document_is_told() -> None:
    inside = "<w:r><w:object><o:OLEObject ProgID='{}' DrawAspect='{}'/></w:object></w:r>"
    shown = read(para(run("x") + inside.format("Word.Document.12", "Content")))
    icon = read(para(run("x") + inside.format("Word.Document.12", "Icon")))
    assert Caveat.PARTLY_UNREADABLE in shown.caveats
    assert Caveat.PARTLY_UNREADABLE not in icon.caveats
