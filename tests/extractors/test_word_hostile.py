"""Damaged, odd and hostile Word files end as a document or as a reason, never as an error."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import Caveat, Document
from extractors.status import Status, Unreadable
from extractors.word import read_word
from tests.extractors.word_files import (
    NAMESPACES,
    TYPES,
    control,
    para,
    part,
    relations,
    row,
    run,
    table,
    word_file,
    words,
    zipped,
)

MAIN = "word/document.xml"


def package(document: str | bytes | None, **more: str | bytes) -> bytes:
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(officeDocument=MAIN),
    }
    if document is not None:
        parts[MAIN] = document
    return zipped(parts | more)


def status(data: bytes) -> Status | None:
    found = read_word(data)
    return found.status if isinstance(found, Unreadable) else None


BODY = "<w:body>{}</w:body>"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"", Status.DAMAGED, id="nothing"),
        pytest.param(b"PK\x03\x04junk", Status.DAMAGED, id="not a zip"),
        pytest.param(package(None), Status.DAMAGED, id="no main part"),
        pytest.param(package(b""), Status.DAMAGED, id="empty main part"),
        pytest.param(package("<html/>"), Status.UNSUPPORTED, id="another kind of file"),
        pytest.param(package(part("document", "")), Status.DAMAGED, id="no body"),
        pytest.param(package(part("document", "<w:body/>")), Status.NO_READABLE_TEXT, id="empty"),
        pytest.param(
            package("<!DOCTYPE x [<!ENTITY e 'x'>]>" + part("document", BODY.format(para("&e;")))),
            Status.UNSUPPORTED,
            id="entity",
        ),
    ],
)
def test_it_is_refused_in_words(data: bytes, expected: Status) -> None:
    assert status(data) is expected


@pytest.mark.parametrize(
    "body", ["<w:p/>", table(row("")), para(run("hidden", "<w:vanish/>")), "<w:altChunk r:id='x'/>"]
)
def test_a_body_without_words_is_said_to_be_so(body: str) -> None:
    assert status(word_file(body)) is Status.NO_READABLE_TEXT


def test_parts_may_be_missing() -> None:
    found = read_word(package(part("document", BODY.format(para("Sam")))))
    assert isinstance(found, Document)
    assert words(found) == ["Sam"]


def test_the_main_part_may_have_any_name() -> None:
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations(officeDocument="/plan/text.xml"),
        "plan/text.xml": part("document", BODY.format(para("Sam"))),
    }
    found = read_word(zipped(parts))
    assert isinstance(found, Document)


def test_strict_open_xml() -> None:
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    text = part("document", BODY.format(para("Sam", marks="<w:outlineLvl w:val='0'/>")))
    kind = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
    rels = relations(officeDocument=MAIN).replace(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/", kind
    )
    found = read_word(zipped({"_rels/.rels": rels, MAIN: text.replace(usual, strict)}))
    assert isinstance(found, Document)
    assert words(found) == ["Sam"]
    assert found.blocks[0].heading == 1  # type: ignore[union-attr]


def test_sixteen_bit_text() -> None:
    text = "<?xml version='1.0' encoding='UTF-16'?>" + part("document", BODY.format(para("Zoë")))
    found = read_word(package(text.encode("utf-16")))
    assert isinstance(found, Document)
    assert words(found) == ["Zoë"]


def test_broken_xml_is_read_as_far_as_it_goes() -> None:
    text = part("document", BODY.format(para("Sam") + para("Green")))
    found = read_word(package(text.removesuffix("</w:p></w:body></w:document>")))
    assert isinstance(found, Document)
    assert words(found) == ["Sam", "Green"]
    assert Caveat.REPAIRED in found.caveats


def test_a_relationship_to_the_outside_is_not_followed() -> None:
    rels = relations(header1="http://192.0.2.1/x.xml").replace(
        'Target="http', 'TargetMode="External" Target="http'
    )
    section = "<w:sectPr><w:headerReference w:type='default' r:id='header1'/></w:sectPr>"
    text = part("document", BODY.format(para("Sam") + section))
    data = package(text, **{"word/_rels/document.xml.rels": rels})
    found = read_word(data)
    assert isinstance(found, Document)
    assert found.margins == ()


@pytest.mark.parametrize("target", ["../NULL", "../../../etc/passwd", "", "a\\..\\..\\b.xml"])
def test_an_odd_target_is_only_missing(target: str) -> None:
    rels = relations(styles=target, numbering=target)
    data = package(
        part("document", BODY.format(para("Sam"))), **{"word/_rels/document.xml.rels": rels}
    )
    assert status(data) is None


@pytest.mark.parametrize("depth", [100, 300, 5_000])
def test_depth_is_bounded(depth: int) -> None:
    body = "<w:sdt><w:sdtContent>" * depth + para("deep") + "</w:sdtContent></w:sdt>" * depth
    found = read_word(word_file(body + para("after")))
    assert isinstance(found, Document | Unreadable)


def test_a_file_of_too_many_paragraphs_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractors.word_story.MAX_PARAGRAPHS", 5)
    found = read_word(word_file(para("x") * 3 + table(*[row("a")] * 9)))
    assert isinstance(found, Document)
    assert len(words(found)) == 5
    assert Caveat.CUT_AT_LIMIT in found.caveats


def test_text_only_in_content_controls() -> None:
    found = read_word(word_file(control(table(row("a")) + para("b"))))
    assert isinstance(found, Document)
    assert words(found) == ["a", "b"]


def test_nonsense_attributes() -> None:
    marks = (
        "<w:pStyle/><w:outlineLvl w:val='-7'/><w:numPr><w:ilvl w:val='x'/><w:numId/></w:numPr>"
        "<w:shd/><w:rPr><w:vanish w:val='?'/></w:rPr>"
    )
    look = "<w:sz w:val='ten'/><w:color/><w:highlight/><w:rStyle/><w:rFonts/>"
    ends = "<w:r><w:fldChar w:fldCharType='end'/><w:sym/><w:br w:type='?'/></w:r>"
    found = read_word(word_file(para(run("Sam", look) + ends, marks=marks)))
    assert isinstance(found, Document)


SAMPLE = word_file(
    para("Section A", marks="<w:pStyle w:val='H1'/>")
    + table(row("Name", "Sam"), row("DOB", control(para("01/02/2012"))))
    + para(f"<w:ins>{run('new')}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>")
)


@given(cut=st.integers(0, len(SAMPLE)))
@settings(max_examples=60, deadline=None)
def test_a_cut_file(cut: int) -> None:
    assert isinstance(read_word(SAMPLE[:cut]), Document | Unreadable)


@given(seed=st.integers(0, 2**32))
@settings(max_examples=100, deadline=None)
def test_flipped_bytes(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- where to do damage
    data = bytearray(SAMPLE)
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    assert isinstance(read_word(bytes(data)), Document | Unreadable)


XML = part("document", BODY.format(para("Sam") + table(row("a", "b")))).encode()


@given(seed=st.integers(0, 2**32))
@settings(max_examples=150, deadline=None)
def test_flipped_bytes_in_the_text_itself(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- where to do damage
    data = bytearray(XML)
    for _ in range(chance.randint(1, 6)):
        data[chance.randrange(len(NAMESPACES), len(data))] = chance.randrange(256)
    assert isinstance(read_word(package(bytes(data))), Document | Unreadable)
