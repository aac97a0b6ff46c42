"""Older Word files, OpenDocument and rich text: read by ourselves, without LibreOffice."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import Caveat, Document, Paragraph, Table, paragraphs
from extractors.older_word import read_older_word
from extractors.open_text import read_open_text
from extractors.plan import Plan
from extractors.read import read
from extractors.rich_text import read_rich_text
from extractors.status import Status, Unreadable
from tests.extractors.older_samples import SAMPLES, TRUTH, check, sample
from tests.extractors.word_files import zipped


def test_there_is_a_sample_of_each_kind() -> None:
    assert {truth["kind"] for truth in TRUTH.values()} == {"doc", "odt", "rtf"}


@pytest.mark.parametrize("name", TRUTH)
def test_a_plan_is_read_without_libreoffice(name: str) -> None:
    plan = read(SAMPLES / "plans" / TRUTH[name]["file"])
    check(name, plan)
    assert isinstance(plan, Plan)
    assert (Caveat.STRUCTURE_REDUCED in plan.caveats) is (plan.format != "odt")


def rich(inside: str) -> Document:
    head = (
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fcharset2 Wingdings;}}"
        r"{\colortbl;\red200\green220\blue240;\red255\green255\blue255;}"
        r"{\stylesheet{\s0 Normal;}{\s1\b heading 1;}}"
    )
    found = read_rich_text(f"{head}{inside}}}".encode("latin-1"))
    assert isinstance(found, Document)
    return found


def texts(document: Document) -> list[str]:
    return [f"{p.label} {p.text}".strip() for p in paragraphs(document.blocks)]


@pytest.mark.parametrize(
    ("inside", "says"),
    [
        (r"caf\'e9\par", ["café"]),
        (r"\uc1\u8217?s \u-10179?\u-8704?\par", ["’s 😀"]),
        (r"\uc2\u8217''s\par", ["’s"]),
        (r"low\_arousal\tab b\line c\par", ["low-arousal\tb\nc"]),
        (r"{\listtext\f1\'a7\tab}point\par", ["▪ point"]),
        (r"{\listtext 1.2\tab}point\par", ["1.2 point"]),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt shown}}\par", ["shown"]),
        (r"{\*\unknown no}a{\*\bkmkstart no}b\par", ["ab"]),
        (r"{\loch\b0\*\cs7 kept}\par", ["kept"]),
        (r"{\pict\bin5 \}{\}x}seen\par", ["seen"]),
        (r"a{\footnote\pard note}\par b\par", ["a", "b", "note"]),
        (r"a{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt box\par}}}\par", ["a", "box"]),
    ],
)
def test_rich_text_says_what_its_reader_sees(inside: str, says: list[str]) -> None:
    assert texts(rich(inside)) == says


def test_rich_text_sets_aside_what_its_reader_does_not_see() -> None:
    found = rich(r"a {\v hidden }{\strike struck }{\deleted gone }{\header head\par}b\par")
    assert texts(found) == ["a b"]
    assert [(aside.text, aside.why) for aside in found.set_aside] == [
        ("hidden", Caveat.HIDDEN_TEXT),
        ("struck", Caveat.STRUCK_THROUGH),
        ("gone", Caveat.TRACKED_CHANGES),
    ]
    assert [p.text for p in found.margins] == ["head"]


def test_rich_text_of_groups_in_groups_ends() -> None:
    found = read_rich_text(rb"{\rtf1 " + rb"{\b" * 200_000)
    assert isinstance(found, Unreadable)


def test_rich_text_has_headings_and_looks() -> None:
    found = list(rich(r"{\pard\s1\b\fs28 Head\par}{\pard\cbpat1 bar\par}").blocks)
    assert [(p.heading, p.bold, p.size, p.shaded) for p in found if isinstance(p, Paragraph)] == [
        (1, True, 14.0, False),
        (0, False, 12.0, True),
    ]


def test_rich_text_tables_stand_on_their_grid() -> None:
    row = r"\trowd\cellx1000\cellx2000\cellx3000 a\intbl\cell b\par c\intbl\cell d\cell\row"
    wide = r"\trowd\trhdr\clcbpat1\cellx2010\clcbpat2\cellx3000 head\intbl\cell\cell\row"
    down = (
        r"\trowd\clvmrg\cellx1000\cellx2000\cellx3000\intbl\cell e\cell f\cell\row\pard after\par"
    )
    table, after = rich(wide + row + down).blocks
    assert isinstance(after, Paragraph)
    assert isinstance(table, Table)
    cells = [(c.row, c.column, c.row_span, c.column_span, c.text) for c in table.cells]
    assert cells == [
        (0, 0, 1, 2, "head"),
        (0, 2, 1, 1, ""),
        (1, 0, 2, 1, "a"),
        (1, 1, 1, 1, "b\nc"),
        (1, 2, 1, 1, "d"),
        (2, 1, 1, 1, "e"),
        (2, 2, 1, 1, "f"),
    ]
    assert [(c.head, c.shaded) for c in table.cells[:3]] == [
        (True, True),
        (True, False),
        (False, False),
    ]


_NS = {
    "office": "office",
    "text": "text",
    "table": "table",
    "style": "style",
    "draw": "drawing",
    "fo": "xsl-fo-compatible",
}
_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in _NS.items()
)
_STYLES = (
    "<style:style style:name='B' style:family='text'><style:text-properties fo:font-weight='bold'/>"
    "</style:style><style:style style:name='H' style:family='text'>"
    "<style:text-properties text:display='none'/></style:style>"
    "<style:style style:name='S' style:family='text' style:parent-style-name='B'>"
    "<style:text-properties style:text-line-through-style='solid'/></style:style>"
    "<text:list-style style:name='L'>"
    "<text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/>"
    "<text:list-level-style-number text:level='2' style:num-format='a' text:display-levels='2'/>"
    "</text:list-style>"
)


def open_text(inside: str, manifest: str = "<x/>") -> Document | Unreadable:
    content = (
        f"<office:document-content {_SPACES}><office:automatic-styles>{_STYLES}"
        f"</office:automatic-styles><office:body><office:text>{inside}</office:text>"
        "</office:body></office:document-content>"
    )
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content,
        "META-INF/manifest.xml": manifest,
    }
    return read_open_text(zipped(parts))


def opened(inside: str) -> Document:
    found = open_text(inside)
    assert isinstance(found, Document)
    return found


def test_open_text_says_what_its_reader_sees() -> None:
    found = opened(
        "<text:h text:outline-level='2'>Head</text:h>"
        "<text:p>a<text:s/>b<text:tab/>c<text:line-break/>d"
        "<text:span text:style-name='H'>no</text:span>"
        "<text:span text:style-name='S'>old</text:span><office:annotation><text:p>no</text:p>"
        "</office:annotation><text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>note</text:p></text:note-body></text:note></text:p>"
        "<text:p><draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>"
        "</text:p>"
    )
    assert texts(found) == ["Head", "a b\tc\nd", "box", "1 note"]
    assert [(a.text, a.why) for a in found.set_aside] == [
        ("no", Caveat.HIDDEN_TEXT),
        ("old", Caveat.STRUCK_THROUGH),
    ]


def test_open_text_lists_count_as_printed() -> None:
    def item(*inside: str) -> str:
        return f"<text:list-item>{''.join(inside)}</text:list-item>"

    inner = f"<text:list>{item('<text:p>x</text:p>')}{item('<text:p>y</text:p>')}</text:list>"
    found = opened(
        f"<text:list text:style-name='L'>{item('<text:p>a</text:p>')}"
        f"{item('<text:p>b</text:p>', inner)}</text:list><text:p>between</text:p>"
        "<text:list text:style-name='L' text:continue-numbering='true'>"
        f"{item('<text:p>c</text:p><text:p>more</text:p>')}</text:list>"
        f"<text:list text:style-name='L'>{item('<text:p>d</text:p>')}</text:list>"
    )
    assert texts(found) == [
        *("1. a", "2. b", "2.a x", "2.b y", "between", "3. c", "more", "1. d"),
    ]


def test_open_text_deletions_are_set_aside() -> None:
    found = opened(
        "<text:tracked-changes><text:changed-region text:id='c1'><text:deletion><text:p>gone"
        "</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>kept<text:change text:change-id='c1'/></text:p>"
    )
    assert texts(found) == ["kept"]
    assert [(a.text, a.why) for a in found.set_aside] == [("gone", Caveat.TRACKED_CHANGES)]


def test_open_text_tables_have_spans_and_heads() -> None:
    def cell(text: str, marks: str = "") -> str:
        return f"<table:table-cell {marks}><text:p>{text}</text:p></table:table-cell>"

    wide = cell("head", "table:number-columns-spanned='2'")
    tall = cell("a", "table:number-rows-spanned='2'")
    covered = "<table:covered-table-cell/>"
    (table,) = opened(
        f"<table:table><table:table-header-rows><table:table-row>{wide}{covered}</table:table-row>"
        f"</table:table-header-rows><table:table-row>{tall}{cell('b')}</table:table-row>"
        f"<table:table-row>{covered}{cell('c')}</table:table-row></table:table>"
    ).blocks
    assert isinstance(table, Table)
    found = [(c.row, c.column, c.row_span, c.column_span, c.text, c.head) for c in table.cells]
    assert found == [
        (0, 0, 1, 2, "head", True),
        (1, 0, 2, 1, "a", False),
        (1, 1, 1, 1, "b", False),
        (2, 1, 1, 1, "c", False),
    ]


def test_a_locked_open_text_is_said_to_be_locked() -> None:
    found = open_text("<text:p>x</text:p>", "<m><encryption-data/></m>")
    assert isinstance(found, Unreadable)
    assert found.status is Status.PASSWORD


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(512, 50_000), st.binary(min_size=1, max_size=4)), max_size=6))
def test_a_damaged_older_word_file_raises_nothing(changes: list[tuple[int, bytes]]) -> None:
    data = bytearray(sample("doc"))
    for at, new in changes:
        data[at : at + len(new)] = new
    assert isinstance(read_older_word(bytes(data)), Document | Unreadable)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 60_000), st.integers(0, 400), st.text(r"{}\*'abu-0123456789 ", max_size=30))
def test_damaged_rich_text_raises_nothing(at: int, cut: int, new: str) -> None:
    data = sample("rtf")[:60_000]
    changed = data[:at] + new.encode() + data[at + cut :]
    assert isinstance(read_rich_text(changed), Document | Unreadable)


def test_a_word_file_older_than_word_97_says_so() -> None:
    data = bytearray(sample("doc"))
    sign = data.index(b"\xec\xa5")
    data[sign : sign + 2] = b"\xdc\xa5"
    found = read_older_word(bytes(data))
    assert isinstance(found, Unreadable)
    assert "Word 97" in found.reason
