"""Each construct of a Word file is read once, as it stands on the page."""

from __future__ import annotations

import pytest

from extractors.document import Caveat
from tests.extractors.word_files import control, first, para, part, read, row, run, table, words


def field(instruction: str, *, result: str | None, form: str = "") -> str:
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>'
    code = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    shown = "" if result is None else '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    return begin + code + shown + (run(result) if result else "") + end


def alternate(choice: str, fallback: str) -> str:
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def drawn_box(*inside: str, down: int | None = None, fill: str = "") -> str:
    place = (
        ""
        if down is None
        else '<wp:positionV relativeFrom="paragraph">'
        f"<wp:posOffset>{down}</wp:posOffset></wp:positionV>"
    )
    colour = f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>' if fill else ""
    return (
        f"<w:drawing><wp:anchor>{place}<a:graphic><a:graphicData><wps:wsp><wps:spPr>{colour}"
        f"</wps:spPr><wps:txbx><w:txbxContent>{''.join(inside)}</w:txbxContent></wps:txbx>"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def vml_box(*inside: str) -> str:
    content = f"<w:txbxContent>{''.join(inside)}</w:txbxContent>"
    return f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"


CHECKED = '<w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox>'
FORM_BOX = "<w:ffData><w:checkBox><w:default w:val='0'/>{}</w:checkBox></w:ffData>"
FORM_MENU = (
    "<w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='Draft'/>"
    "<w:listEntry w:val='Final'/></w:ddList></w:ffData>"
)


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        pytest.param(run("one ") + run("two"), "one two", id="runs"),
        pytest.param(control(run("Sam")), "Sam", id="inline control"),
        pytest.param(control(control(run("Sam"))), "Sam", id="control in a control"),
        pytest.param(f"<w:smartTag>{run('Leeds')}</w:smartTag>", "Leeds", id="smart tag"),
        pytest.param(f"<w:customXml>{run('Sam')}</w:customXml>", "Sam", id="custom XML"),
        pytest.param(f"<w:hyperlink r:id='x'>{run('page')}</w:hyperlink>", "page", id="hyperlink"),
        pytest.param(
            f"<w:fldSimple w:instr='MERGEFIELD Name'>{run('Sam')}</w:fldSimple>",
            "Sam",
            id="simple field",
        ),
        pytest.param(field("REF name", result="Sam"), "Sam", id="field result"),
        pytest.param(field("REF name", result=None) + run("on"), "on", id="field without result"),
        pytest.param(
            field("IF " + "x", result=None) + run("a") + field("PAGE", result="3"),
            "a3",
            id="two fields",
        ),
        pytest.param(f"<w:ins>{run('new')}</w:ins>", "new", id="insertion"),
        pytest.param(f"<w:moveTo>{run('here')}</w:moveTo>", "here", id="moved here"),
        pytest.param(
            run("low") + "<w:r><w:noBreakHyphen/></w:r>" + run("arousal"),
            "low-arousal",
            id="no-break hyphen",
        ),
        pytest.param(
            run("low") + "<w:r><w:softHyphen/></w:r>" + run("est"), "lowest", id="soft hyphen"
        ),
        pytest.param(run("low\u00adest"), "lowest", id="soft hyphen as a character"),
        pytest.param(
            run("Name:") + "<w:r><w:tab/><w:tab/></w:r>" + run("Sam"), "Name:\tSam", id="tab"
        ),
        pytest.param(run("one ") + "<w:r><w:br/></w:r>" + run(" two"), "one\ntwo", id="break"),
        pytest.param(run("30\u00a0 minutes"), "30 minutes", id="no-break space"),
        pytest.param(
            "<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>" + run(" Final"),
            "☑ Final",
            id="ticked sign",
        ),
        pytest.param(
            "<w:r><w:sym w:font='Wingdings' w:char='F0A8'/></w:r>" + run(" Draft"),
            "☐ Draft",
            id="open sign",
        ),
        pytest.param(
            "<w:r><w:sym w:font='Wingdings 2' w:char='F052'/></w:r>", "☑", id="second sign font"
        ),
        pytest.param(
            run("þ", "<w:rFonts w:ascii='Wingdings' w:hAnsi='Wingdings'/>"),
            "☑",
            id="letter in a sign font",
        ),
        pytest.param(
            "<w:r><w:sym w:font='Arial' w:char='D800'/></w:r>" + run("x"), "x", id="no sign"
        ),
        pytest.param(control(run("☐"), CHECKED.format(1)), "☒", id="ticked control"),
        pytest.param(control(run("x"), CHECKED.format(0)), "☐", id="open control"),
        pytest.param(
            field("FORMCHECKBOX", result=None, form=FORM_BOX.format("<w:checked/>")),
            "☒",
            id="ticked form field",
        ),
        pytest.param(
            field("FORMCHECKBOX", result=None, form=FORM_BOX.format("")), "☐", id="open form field"
        ),
        pytest.param(
            field("FORMDROPDOWN", result=None, form=FORM_MENU), "Final", id="form drop-down"
        ),
        pytest.param(
            field("FORMDROPDOWN", result="Final", form=FORM_MENU),
            "Final",
            id="form drop-down with result",
        ),
        pytest.param(
            field("FORMTEXT", result="Sam", form="<w:ffData><w:textInput/></w:ffData>"),
            "Sam",
            id="form text",
        ),
        pytest.param("<m:oMath><m:r><m:t>2+2</m:t></m:r></m:oMath>", "2+2", id="formula"),
        pytest.param(
            f"<mc:AlternateContent><mc:Choice>{run('new')}</mc:Choice>"
            f"<mc:Fallback>{run('old')}</mc:Fallback></mc:AlternateContent>",
            "new",
            id="alternate runs",
        ),
    ],
)
def test_words_inside_a_paragraph(inside: str, text: str) -> None:
    assert words(read(para(inside))) == [text]


def test_placeholder_of_an_empty_control_is_not_read() -> None:
    empty = control(run("Click or tap here"), "<w:showingPlcHdr/>")
    assert words(read(para(run("Name: ") + empty))) == ["Name:"]
    assert words(read(control(para("Choose an item"), "<w:showingPlcHdr/>") + para("x"))) == ["x"]


def test_blocks_inside_wrappers_stand_in_order() -> None:
    body = (
        para("1")
        + control(para("2") + control(para("3")))
        + f"<w:customXml>{para('4')}</w:customXml>"
        + f"<mc:AlternateContent><mc:Choice>{para('5')}</mc:Choice><mc:Fallback>{para('x')}"
        "</mc:Fallback></mc:AlternateContent>" + para("6")
    )
    assert words(read(body)) == ["1", "2", "3", "4", "5", "6"]


def test_an_instruction_that_never_ends_swallows_only_its_paragraph() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert words(read(para(begin + run("lost")) + para("kept"))) == ["kept"]


def test_a_box_in_two_forms_is_read_once() -> None:
    box = alternate(drawn_box(para("In a box")), vml_box(para("In a box")))
    assert words(read(para("Before") + para(box) + para("After"))) == [
        "Before",
        "In a box",
        "After",
    ]


def test_an_old_box_alone_is_read() -> None:
    assert words(read(para(f"<w:r>{vml_box(para('Old'))}</w:r>"))) == ["Old"]


@pytest.mark.parametrize(("down", "order"), [(0, ["Box", "Text"]), (90000, ["Text", "Box"])])
def test_a_box_stands_above_or_below_its_paragraph(down: int, order: list[str]) -> None:
    box = f"<w:r>{drawn_box(para('Box'), down=down)}</w:r>"
    assert words(read(para(run("Text") + box))) == order


def test_a_table_inside_and_a_box_inside_a_box() -> None:
    inner = f"<w:r>{drawn_box(para('inner'))}</w:r>"
    box = drawn_box(table(row("a", "b")), para(run("outer") + inner))
    assert words(read(para(f"<w:r>{box}</w:r>"))) == ["a", "b", "outer", "inner"]


def test_a_coloured_box_is_a_bar() -> None:
    plain = read(para(f"<w:r>{drawn_box(para('Section E'))}</w:r>"))
    coloured = read(para(f"<w:r>{drawn_box(para('Section E'), fill='1F4E79')}</w:r>"))
    assert not first(plain).shaded
    assert first(coloured).shaded


def aside(body: str) -> list[tuple[str, Caveat]]:
    document = read(body)
    assert {a.why for a in document.set_aside} <= document.caveats
    return [(a.text, a.why) for a in document.set_aside]


def test_a_deletion_is_out_and_reported() -> None:
    body = para(run("four ") + "<w:del><w:r><w:delText>five</w:delText></w:r></w:del>")
    assert words(read(body)) == ["four"]
    assert aside(body) == [("five", Caveat.TRACKED_CHANGES)]


def test_what_was_moved_is_read_where_it_is_now() -> None:
    body = para(run("a") + f"<w:moveFrom>{run('b')}</w:moveFrom>") + para(
        f"<w:moveTo>{run('b')}</w:moveTo>"
    )
    assert words(read(body)) == ["a", "b"]
    assert aside(body) == [("b", Caveat.TRACKED_CHANGES)]


def test_a_deleted_row_is_out_and_its_numbers_do_not_count() -> None:
    gone = row("old", marks="<w:del/>")
    document = read(table(row("one"), gone, row("two")))
    assert words(document) == ["one", "two"]
    assert document.blocks[0].rows == 2  # type: ignore[union-attr]
    assert [a.text for a in document.set_aside] == ["old"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    body = para("One ", marks="<w:rPr><w:del/></w:rPr>") + para("two") + para("three")
    assert words(read(body)) == ["One two", "three"]


def test_a_deleted_mark_at_the_end_of_a_cell_loses_nothing() -> None:
    cell = f"<w:tc>{para('One', marks='<w:rPr><w:del/></w:rPr>')}</w:tc>"
    assert words(read(table(row(cell)) + para("two"))) == ["One", "two"]


def test_an_insertion_alone_is_told() -> None:
    assert Caveat.TRACKED_CHANGES in read(para(f"<w:ins>{run('x')}</w:ins>")).caveats
    assert Caveat.TRACKED_CHANGES not in read(para("x")).caveats


@pytest.mark.parametrize(
    ("marks", "why"),
    [
        ("<w:strike/>", Caveat.STRUCK_THROUGH),
        ("<w:dstrike/>", Caveat.STRUCK_THROUGH),
        ("<w:vanish/>", Caveat.HIDDEN_TEXT),
        ("<w:color w:val='FFFFFF'/>", Caveat.HIDDEN_TEXT),
        ("<w:sz w:val='2'/>", Caveat.HIDDEN_TEXT),
    ],
)
def test_unseen_words_are_out_and_reported(marks: str, why: Caveat) -> None:
    body = para(run("seen ") + run("not", marks))
    assert words(read(body)) == ["seen"]
    assert aside(body) == [("not", why)]


@pytest.mark.parametrize("marks", ["<w:strike w:val='0'/>", "<w:vanish w:val='false'/>"])
def test_a_mark_switched_off_hides_nothing(marks: str) -> None:
    assert words(read(para(run("seen", marks)))) == ["seen"]


def test_white_letters_on_a_bar_are_seen() -> None:
    white = run("Section E", "<w:color w:val='FFFFFF'/>")
    bar = "<w:shd w:val='clear' w:fill='1F4E79'/>"
    assert words(read(para(white, marks=bar))) == ["Section E"]
    assert words(read(table(row(f"<w:tc><w:tcPr>{bar}</w:tcPr>{para(white)}</w:tc>")))) == [
        "Section E"
    ]
    own = run("Section E", f"<w:color w:val='FFFFFF'/>{bar}")
    assert words(read(para(own))) == ["Section E"]


def test_struck_by_style() -> None:
    style = "<w:style w:type='character' w:styleId='Old'><w:rPr><w:strike/></w:rPr></w:style>"
    body = para(run("now ") + run("then", "<w:rStyle w:val='Old'/>"))
    assert words(read(body, styles=style)) == ["now"]


STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>
  <w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Bar"><w:basedOn w:val="H1"/>
  <w:pPr><w:shd w:val="clear" w:fill="CCCCCC"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Deep"><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Contents"><w:basedOn w:val="H1"/>
  <w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>
<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>
"""


def styled(name: str, *inside: str) -> str:
    return para(*inside, marks=f"<w:pStyle w:val='{name}'/>")


@pytest.mark.parametrize(
    ("style", "heading"),
    [("H1", 1), ("Bar", 1), ("Deep", 3), ("Contents", 0), ("Normal", 0), ("Loop", 0), ("?", 0)],
)
def test_heading_level_by_style(style: str, heading: int) -> None:
    assert first(read(styled(style, "x"), styles=STYLES)).heading == heading


def test_a_style_without_a_name_is_nobodys() -> None:
    """Report writers write one of a point's height; it was everybody's, so all was hidden."""
    nameless = "<w:style><w:name w:val='Empty'/><w:rPr><w:sz w:val='2'/></w:rPr></w:style>"
    assert words(read(para("seen"), styles=STYLES + nameless)) == ["seen"]


def test_heading_level_of_the_paragraph_itself() -> None:
    assert first(read(para("x", marks="<w:outlineLvl w:val='1'/>"))).heading == 2


def test_bold_and_size_through_the_chain() -> None:
    bar = first(read(styled("Bar", "x"), styles=STYLES))
    plain = first(read(para("x"), styles=STYLES))
    assert (bar.bold, bar.size, bar.shaded) == (True, 16.0, True)
    assert (plain.bold, plain.size, plain.shaded) == (False, 11.0, False)


def test_bold_in_part_is_not_bold() -> None:
    assert not first(read(para(run("Name:", "<w:b/>") + run(" Sam")))).bold
    assert first(read(para(run("Name:", "<w:b/>") + run(" ")))).bold


def test_two_styles_that_say_bold_cancel() -> None:
    strong = run("x", "<w:rStyle w:val='Strong'/>")
    assert first(read(para(strong), styles=STYLES)).bold
    assert not first(read(styled("H1", strong), styles=STYLES)).bold


def test_a_direct_mark_wins() -> None:
    assert not first(read(styled("H1", run("x", "<w:b w:val='0'/>")), styles=STYLES)).bold
    assert first(read(para(run("x", "<w:i/>")))).italic


@pytest.mark.parametrize(
    ("typed", "label", "text"),
    [
        ("• Sam reads", "•", "Sam reads"),
        ("- Sam reads", "-", "Sam reads"),
        ("–\u00a0Sam reads", "–", "Sam reads"),
        ("\uf0b7 Sam reads", "•", "Sam reads"),
        ("-", "", "-"),
        ("-5 degrees", "", "-5 degrees"),
        ("1. Sam reads", "", "1. Sam reads"),
        ("☐ Draft", "", "☐ Draft"),
    ],
)
def test_a_typed_bullet_is_a_label(typed: str, label: str, text: str) -> None:
    paragraph = first(read(para(typed)))
    assert (paragraph.label, paragraph.text) == (label, text)


def test_paragraphs_count_from_one() -> None:
    document = read(para("a") + "<w:p/>" + table(row("b", "c")) + para("d"))
    assert [b.place.paragraph for b in document.blocks] == [1, None, 5]


def test_no_page_where_word_never_laid_the_file_out() -> None:
    document = read(para("a"))
    assert document.pages is None
    assert first(document).place.page is None


def test_pages_where_word_did() -> None:
    page = "<w:r><w:lastRenderedPageBreak/></w:r>"
    document = read(para("one") + para(page + run("two")) + para("still two"))
    pages = [b.place.page for b in document.blocks]
    assert (pages, document.pages) == ([1, 2, 2], 2)
    assert first(document).place.approximate


def test_a_row_over_a_page_counts_the_page_once() -> None:
    split = f"<w:tc>{para(run('a') + '<w:r><w:lastRenderedPageBreak/></w:r>' + run('b'))}</w:tc>"
    document = read(table(row(split, split, split)) + para("after"))
    assert document.blocks[-1].place.page == 2


def test_heads_and_feet_once() -> None:
    section = "<w:sectPr><w:headerReference w:type='default' r:id='header1'/>{}</w:sectPr>"
    foot = "<w:footerReference w:type='default' r:id='footer1'/>"
    body = para("x", marks=section.format("")) + section.format(foot)
    head = part("hdr", para("Sam Green") + table(row("DOB", "01/02/2012")))
    document = read(body, more={"header1": head, "footer1": part("ftr", para("Page 1"))})
    assert [p.text for p in document.margins] == ["Sam Green", "DOB", "01/02/2012", "Page 1"]


def test_a_first_page_head_that_is_not_shown() -> None:
    section = "<w:sectPr><w:headerReference w:type='first' r:id='header1'/>{}</w:sectPr>"
    head = {"header1": part("hdr", para("First"))}
    assert read(para("x") + section.format(""), more=head).margins == ()
    shown = read(para("x") + section.format("<w:titlePg/>"), more=head).margins
    assert [p.text for p in shown] == ["First"]


def test_a_watermark() -> None:
    mark = "<w:r><w:pict><v:shape><v:textpath string='DRAFT'/></v:shape></w:pict></w:r>"
    body = para("x") + "<w:sectPr><w:headerReference r:id='header1'/></w:sectPr>"
    document = read(body, more={"header1": part("hdr", para(mark))})
    assert [p.text for p in document.margins] == ["DRAFT"]


def test_foot_notes_follow_the_text() -> None:
    notes = part(
        "footnotes",
        f"<w:footnote w:type='separator' w:id='0'>{para('-')}</w:footnote>"
        f"<w:footnote w:id='1'>{para('A standard score.')}</w:footnote>",
    )
    document = read(
        para(run("x") + "<w:r><w:footnoteReference w:id='1'/></w:r>") + para("y"),
        more={"footnotes": notes},
    )
    assert words(document) == ["x", "y", "A standard score."]
    assert document.blocks[-1].label == "1"  # type: ignore[union-attr]


def test_another_file_inside_is_told() -> None:
    assert Caveat.PARTLY_UNREADABLE in read(para("x") + "<w:altChunk r:id='z'/>").caveats


def test_a_page_as_a_picture_is_told() -> None:
    def picture(wide: int, high: int) -> str:
        size = f"<wp:extent cx='{wide}' cy='{high}'/>"
        return f"<w:r><w:drawing><wp:inline>{size}</wp:inline></w:drawing></w:r>"

    assert Caveat.PARTLY_UNREADABLE in read(para("x", picture(6000000, 9000000))).caveats
    assert Caveat.PARTLY_UNREADABLE not in read(para("x", picture(900000, 900000))).caveats
