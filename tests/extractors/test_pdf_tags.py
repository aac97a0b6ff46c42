"""Tags of a PDF as a second witness: what they add, and that those which lie do no harm."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence

import pikepdf
import pytest

from extractors.document import paragraphs
from tests.extractors.pdf_files import HEIGHT, read, rows_of, tables, texts

Word = tuple[str, float, float]  # what, how far from the left, how far from the top
Tree = tuple[str, Sequence["Tree | int"]]  # a tag, and tags or numbers of words in it

ROWS = [
    ["Need", "Provision", "How often"],
    ["Reading is hard", "A teacher reads with her", "Daily"],
    ["Writing", "", "In each lesson"],
    ["Maths", "Counters", "Weekly"],
]
LEFTS = (60.0, 220.0, 420.0)


def tagged(words: list[Word], tree: list[Tree], artifacts: tuple[int, ...] = ()) -> bytes:
    """One page of words, each a piece of its own, under those tags."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(595, HEIGHT))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=pdf.make_indirect(font)))
    drawn = b""
    for i, (text, x, top) in enumerate(words):
        mark = b"/Artifact BMC" if i in artifacts else b"/P <</MCID %d>> BDC" % i
        place = b"1 0 0 1 %.1f %.1f Tm" % (x, HEIGHT - top)
        drawn += b"%s BT /F1 11 Tf %s (%s) Tj ET EMC\n" % (mark, place, text.encode())
    page.Contents = pdf.make_stream(zlib.compress(drawn), Filter=pikepdf.Name.FlateDecode)
    root = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
    owners: dict[int, pikepdf.Object] = {}

    def element(node: Tree, parent: pikepdf.Object) -> pikepdf.Object:
        kind, inside = node
        made = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.StructElem, S=pikepdf.Name("/" + kind), P=parent, Pg=page.obj
            )
        )
        made.K = pikepdf.Array(
            [kid if isinstance(kid, int) else element(kid, made) for kid in inside]
        )
        owners.update({kid: made for kid in inside if isinstance(kid, int)})
        return made

    root.K = pikepdf.Array([element(node, root) for node in tree])
    listed = pikepdf.Array([owners.get(i, root) for i in range(len(words))])
    root.ParentTree = pdf.make_indirect(pikepdf.Dictionary(Nums=[0, pdf.make_indirect(listed)]))
    page.StructParents = 0
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
    file = io.BytesIO()
    pdf.save(file)
    return file.getvalue()


def table_words(tops: tuple[float, ...] = (200, 230, 260, 290)) -> list[Word]:
    return [
        (text, left, top)
        for row, top in zip(ROWS, tops, strict=True)
        for text, left in zip(row, LEFTS, strict=True)
        if text
    ]


def table_tree() -> list[Tree]:
    """The tags of the table; an empty cell holds nothing."""
    number = iter(range(20))
    rows: list[Tree] = [
        ("TR", [("TD", [("P", [next(number)] if text else [])]) for text in row]) for row in ROWS
    ]
    return [("Table", rows)]


def test_a_table_without_a_line_is_found_by_its_tags() -> None:
    (table,) = tables(tagged(table_words(), table_tree()))
    assert rows_of(table) == ROWS
    assert table.place.page == 1


def test_words_in_a_table_that_its_tags_do_not_know_make_it_doubtful() -> None:
    stranger = ("Not in the table", 65.0, 245.0)
    assert tables(tagged([*table_words(), stranger], [*table_tree(), ("P", [11])])) == []


@pytest.mark.parametrize(
    "tops",
    [(200, 290, 230, 260), (200, 206, 212, 218)],
    ids=["in another order", "over each other"],
)
def test_tags_that_do_not_fit_the_page_make_no_table(tops: tuple[float, ...]) -> None:
    words = table_words(tops)
    assert tables(tagged(words, table_tree())) == []
    found = " ".join(texts(tagged(words, table_tree())))
    assert all(text in found for text, _, _ in words)


def test_paragraphs_tagged_as_a_table_stay_paragraphs() -> None:
    lines: list[Word] = [(f"Sam reads book {i} aloud.", 60, 100 + 30 * i) for i in range(4)]
    tree: list[Tree] = [("Table", [("TR", [("TD", [i])]) for i in range(4)])]
    assert tables(tagged(lines, tree)) == []
    assert len(texts(tagged(lines, tree))) == 4


HEADED: list[Word] = [
    ("Section A", 60, 100),
    ("Sam likes trains and would like to drive one when he has grown up.", 60, 130),
    ("Section B", 60, 160),
    ("Sam cannot read yet, and finds it hard to wait for his turn to speak.", 60, 190),
]


def headings(tree: list[Tree]) -> list[tuple[str, int]]:
    document = read(tagged(HEADED, tree))
    return [(p.text, p.heading) for p in paragraphs(document.blocks)]


def test_headings_that_look_like_all_else_are_known_by_their_tags() -> None:
    found = headings([("H1", [0]), ("P", [1]), ("Sect", [("H2", [("Span", [2])])]), ("P", [3])])
    assert [level for _, level in found] == [1, 0, 2, 0]


def test_a_page_of_nothing_but_headings_has_none() -> None:
    assert {level for _, level in headings([("H1", [0, 1, 2, 3])])} == {0}


def test_a_running_head_is_known_by_its_tag_on_a_single_page() -> None:
    words: list[Word] = [("Plan of Sam Bell", 60, 40), *HEADED]
    tree: list[Tree] = [("P", [1]), ("P", [2]), ("P", [3]), ("P", [4])]
    document = read(tagged(words, tree, artifacts=(0,)))
    assert [margin.text for margin in document.margins] == ["Plan of Sam Bell"]
    assert texts(tagged(words, tree, artifacts=(0,)))[0] == "Section A"


def test_a_page_whose_words_are_mostly_said_to_be_none_is_read() -> None:
    words: list[Word] = [(text, x, top - 70) for text, x, top in HEADED]
    found = texts(tagged(words, [("P", [3])], artifacts=(0, 1, 2)))
    assert " ".join(found).startswith("Section A")


def test_words_far_from_the_margins_stay_whatever_their_tags_say() -> None:
    words: list[Word] = [*HEADED, ("He has a laptop.", 60, 400)]
    tree: list[Tree] = [("P", [i]) for i in range(4)]
    assert "He has a laptop." in texts(tagged(words, tree, artifacts=(4,)))


def test_tags_without_end_are_walked_no_further_than_is_worth_it() -> None:
    deep: Tree = ("P", [0])
    for _ in range(200):
        deep = ("Div", [deep])
    assert texts(tagged(HEADED, [deep])) == [text for text, _, _ in HEADED]
