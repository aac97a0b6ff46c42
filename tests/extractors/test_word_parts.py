"""Whatever the parts of a Word file are called, and whichever is missing, its words are read."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest

from extractors.document import Document
from extractors.guards import take_in
from extractors.kinds import FileKind
from extractors.read import document_in
from extractors.status import Unreadable
from extractors.word import read_word
from tests.extractors.word_files import para, part, read, word_file, words, zipped

MAIN = "word/document.xml"


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    """The parts of a file with a heading, a list, a table and a running head."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Plan of Sam Green"
    document.add_heading("Section A", 1)
    document.add_paragraph("Sam likes trains.", style="List Bullet")
    document.add_table(1, 1).cell(0, 0).text = "Born in 2012."
    file = io.BytesIO()
    document.save(file)
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


SAID = ["Section A", "Sam likes trains.", "Born in 2012."]


def taken(path: Path, data: bytes) -> Document:
    """The document in a file of that name, by way of all that is decided before parsing."""
    path.write_bytes(data)
    content = take_in(path)
    assert not isinstance(content, Unreadable), content
    assert content.kind is FileKind.WORD
    document = document_in(content)
    assert isinstance(document, Document), document
    return document


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("plan.docm", "ms-word.document.macroEnabled.main+xml"),
        ("plan.dotx", "openxmlformats-officedocument.wordprocessingml.template.main+xml"),
        ("plan.dotm", "ms-word.template.macroEnabledTemplate.main+xml"),
    ],
)
def test_templates_and_files_with_macros(
    tmp_path: Path, parts: dict[str, bytes], name: str, kind: str
) -> None:
    types = re.sub(
        rb"openxmlformats-officedocument.wordprocessingml.document.main\+xml",
        kind.encode(),
        parts["[Content_Types].xml"],
    )
    assert kind.encode() in types
    macros = {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0 no macro is ever opened"}
    changed = zipped(parts | {"[Content_Types].xml": types} | macros)
    assert words(taken(tmp_path / name, changed)) == SAID


def test_strict_open_xml(tmp_path: Path, parts: dict[str, bytes]) -> None:
    usual = re.compile(rb"http://schemas.openxmlformats.org/(\w+)/2006/(?!core-|content-|rel\w+\")")
    strict = {
        name: usual.sub(rb"http://purl.oclc.org/ooxml/\1/", data)
        for name, data in parts.items()
        if not name.startswith("[")
    } | {"[Content_Types].xml": parts["[Content_Types].xml"]}
    assert b"purl.oclc.org/ooxml/wordprocessingml/main" in strict[MAIN]
    document = taken(tmp_path / "plan.docx", zipped(strict))
    assert words(document) == SAID
    assert document.blocks[0].heading == 1  # type: ignore[union-attr]
    assert document.blocks[1].label == "•"  # type: ignore[union-attr]
    assert [p.text for p in document.margins] == ["Plan of Sam Green"]


def test_strict_text_boxes_and_formulas() -> None:
    strict = re.compile("http://schemas.openxmlformats.org/([^/]+)/2006/")
    box = (
        "<w:r><w:drawing><wp:anchor><a:graphic><wps:wsp><wps:txbx><w:txbxContent>"
        f"{para('in a box')}</w:txbxContent></wps:txbx></wps:wsp></a:graphic></wp:anchor>"
        "</w:drawing></w:r><m:oMath><m:r><m:t>2+2</m:t></m:r></m:oMath>"
    )
    text = strict.sub(
        r"http://purl.oclc.org/ooxml/\1/", part("document", f"<w:body>{para(box)}</w:body>")
    )
    found = read_word(zipped({MAIN: text}))
    assert isinstance(found, Document)
    assert sorted(words(found)) == ["2+2", "in a box"]


def test_any_one_part_may_be_missing(tmp_path: Path, parts: dict[str, bytes]) -> None:
    assert len(parts) > 8
    for number, missing in enumerate(sorted(set(parts) - {MAIN})):
        left = {name: data for name, data in parts.items() if name != missing}
        document = taken(tmp_path / f"{number}.docx", zipped(left))
        assert words(document) == SAID, missing


def test_any_one_part_may_be_damaged(tmp_path: Path, parts: dict[str, bytes]) -> None:
    for number, broken in enumerate(sorted(set(parts) - {MAIN})):
        left = parts | {broken: b"<w:styles xmlns:w='x'><"}
        document = taken(tmp_path / f"{number}.docx", zipped(left))
        assert words(document) == SAID, broken


def test_heads_are_found_without_the_list_of_relationships(parts: dict[str, bytes]) -> None:
    left = {name: data for name, data in parts.items() if name != "word/_rels/document.xml.rels"}
    found = read_word(zipped(left))
    assert isinstance(found, Document)
    assert [p.text for p in found.margins] == ["Plan of Sam Green"]


SECTION = "<w:sectPr>{}</w:sectPr>"
HEAD = "<w:headerReference w:type='{}' r:id='{}'/>"


def heads(body: str, *, settings: str = "") -> list[str]:
    more = {f"header{n}": part("hdr", para(f"head {n}")) for n in (1, 2)}
    document = read(body, more=more | {"settings": part("settings", settings)})
    return [p.text for p in document.margins]


def test_a_head_of_even_pages_that_no_page_shows() -> None:
    section = SECTION.format(HEAD.format("default", "header1") + HEAD.format("even", "header2"))
    assert heads(para("x") + section) == ["head 1"]
    assert heads(para("x") + section, settings="<w:evenAndOddHeaders/>") == ["head 1", "head 2"]


def test_a_section_goes_on_with_the_first_page_head_of_the_one_before() -> None:
    before = SECTION.format(HEAD.format("first", "header1"))
    after = SECTION.format("<w:titlePg/>")
    assert heads(para("x", marks=before) + after) == ["head 1"]
    assert heads(para("x", marks=before) + SECTION.format("")) == []


def test_a_box_in_a_running_head() -> None:
    box = (
        "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{para('OFFICIAL - SENSITIVE')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    body = para("x") + SECTION.format(HEAD.format("default", "header1"))
    found = read_word(word_file(body, more={"header1": part("hdr", para(box))}))
    assert isinstance(found, Document)
    assert [p.text for p in found.margins] == ["OFFICIAL - SENSITIVE"]
