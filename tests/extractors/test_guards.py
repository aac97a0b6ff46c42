"""What is decided about a file before anything in it is parsed."""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors import guards
from extractors.guards import Content, Package, Raw, package, recognised, take_in
from extractors.kinds import FileKind
from extractors.status import Status, Unreadable
from tests.extractors.pdf_files import drawn, write

NOBODY = 65534  # the user who may do nothing: the administrator may read everything
PDF = drawn(lambda c: write(c, "Section A"))


def word_file() -> bytes:
    file = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Section A")
    document.save(file)
    return file.getvalue()


WORD = word_file()


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def taken(tmp_path: Path, data: bytes, name: str = "plan") -> Content | Unreadable:
    path = tmp_path / name
    path.write_bytes(data)
    return take_in(path)


def refused(found: object) -> Unreadable:
    assert isinstance(found, Unreadable), found
    return found


def opened(data: bytes) -> Package:
    found = package(data)
    assert isinstance(found, Package), found
    return found


@pytest.mark.parametrize("name", ["plan.pdf", "plan.docx", "plan", "plan.PdF", "=1+1.txt"])
@pytest.mark.parametrize(("data", "kind"), [(PDF, FileKind.PDF), (WORD, FileKind.WORD)])
def test_a_file_is_what_it_holds_whatever_its_name(
    tmp_path: Path, name: str, data: bytes, kind: FileKind
) -> None:
    found = taken(tmp_path, data, name)
    assert isinstance(found, Content)
    assert found.kind is kind
    assert found.data == data
    assert found.sha256 == hashlib.sha256(data).hexdigest()


def test_junk_before_a_pdf_and_around_a_word_file_is_no_matter() -> None:
    for data, kind in ((b"junk\n" * 20 + PDF, FileKind.PDF), (WORD + b"junk", FileKind.WORD)):
        found = recognised(Raw(data, ""))
        assert isinstance(found, Content)
        assert found.kind is kind


def test_words_of_a_plan_do_not_appear_in_messages() -> None:
    assert "Section" not in repr(recognised(Raw(PDF, "")))


def ole(*streams: str) -> bytes:
    return bytes.fromhex("d0cf11e0a1b11ae1") + b"".join(s.encode("utf-16-le") for s in streams)


@pytest.mark.parametrize(
    ("data", "status", "words"),
    [
        (b"", Status.DAMAGED, "empty"),
        (b"\0" * 4000, Status.DAMAGED, "empty"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 50, Status.UNSUPPORTED, "picture"),
        (b"\xff\xd8\xff\xe0" + b"0" * 50, Status.UNSUPPORTED, "picture"),
        (b"<!DOCTYPE html><html></html>", Status.UNSUPPORTED, "web page"),
        (b"MIME-Version: 1.0\r\nFrom: a", Status.UNSUPPORTED, "web archive"),
        (b"Section A\nSam likes trains.\n", Status.UNSUPPORTED, "plain text"),
        (bytes(range(256)) * 8, Status.UNSUPPORTED, "not a Word or PDF"),
        (ole("Root Entry", "Workbook"), Status.UNSUPPORTED, "Excel"),
        (zipped({"xl/workbook.xml": b"<x/>"}), Status.UNSUPPORTED, "Excel"),
        (zipped({"ppt/presentation.xml": b"<x/>"}), Status.UNSUPPORTED, "PowerPoint"),
        (zipped({"a.docx": WORD}), Status.UNSUPPORTED, "zip archive"),
        (zipped({"word/styles.xml": b"<x/>"}), Status.DAMAGED, "main part"),
    ],
)
def test_other_files_are_named_with_what_to_do(data: bytes, status: Status, words: str) -> None:
    found = refused(recognised(Raw(data, "")))
    assert found.status is status
    assert words in found.reason


OPEN_TEXT = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"{\\rtf1 text}", FileKind.RICH_TEXT),
        (b"\r\n {\\rtf1 text}", FileKind.RICH_TEXT),
        (ole("Root Entry", "WordDocument"), FileKind.OLDER_WORD),
        (ole("Root Entry", "EncryptedPackage"), FileKind.LOCKED_WORD),
        (zipped(OPEN_TEXT), FileKind.OPEN_TEXT),
    ],
)
def test_older_formats_are_known_by_what_they_hold(data: bytes, kind: FileKind) -> None:
    found = recognised(Raw(data, ""))
    assert isinstance(found, Content)
    assert found.kind is kind


def test_an_older_word_file_with_a_password_is_told_by_its_flag() -> None:
    data = bytearray(ole("WordDocument").ljust(2000, b"\0"))
    data[512:514] = b"\xec\xa5"
    data[523] = 1
    found = recognised(Raw(bytes(data), ""))
    assert isinstance(found, Content)
    assert found.kind is FileKind.LOCKED_WORD


@pytest.mark.parametrize(
    "main", ["document.macroEnabled.main", "template.macroEnabledTemplate.main"]
)
def test_a_word_file_is_known_by_its_list_of_types(main: str) -> None:
    mark = f"<Types>application/vnd.ms-word.{main}+xml</Types>".encode()
    if "template" in main:
        mark = b"<Types>wordprocessingml.template.main+xml</Types>"
    found = recognised(Raw(zipped({"[Content_Types].xml": mark, "renamed.xml": b"<x/>"}), ""))
    assert isinstance(found, Content)
    assert found.kind is FileKind.WORD


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_word_file_cut_short_is_damaged(share: float) -> None:
    assert refused(recognised(Raw(WORD[: int(len(WORD) * share)], ""))).status is Status.DAMAGED


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(PDF)
    link = tmp_path / "link.pdf"
    try:
        link.symlink_to(target)
    except (OSError, NotImplementedError):
        pytest.skip("links cannot be made here")
    assert refused(take_in(link)).status is Status.LINK_NOT_FOLLOWED


def test_folders_pipes_and_devices_are_left_alone(tmp_path: Path) -> None:
    assert refused(take_in(tmp_path)).status is Status.UNSUPPORTED
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.pdf")
        assert refused(take_in(tmp_path / "pipe.pdf")).status is Status.UNSUPPORTED
    if Path("/dev/zero").exists():
        assert refused(take_in(Path("/dev/zero"))).status is Status.UNSUPPORTED


def test_a_file_that_vanished_is_said(tmp_path: Path) -> None:
    assert refused(take_in(tmp_path / "gone.pdf")).status is Status.CHANGED_WHILE_READING


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no rights of this kind on this system")
def test_a_file_that_may_not_be_read_is_said(tmp_path: Path) -> None:
    path = tmp_path / "closed.pdf"
    path.write_bytes(PDF)
    path.chmod(0)
    mighty = os.geteuid() == 0
    if mighty:
        os.seteuid(NOBODY)
    try:
        found = take_in(path)
    finally:
        if mighty:
            os.seteuid(0)
    assert refused(found).status is Status.NO_PERMISSION


def test_a_file_over_the_limit_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guards, "MAX_BYTES", 100)
    assert refused(taken(tmp_path, PDF)).status is Status.TOO_LARGE


def test_a_file_that_grows_while_it_is_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(PDF)
    original = guards.open_regular

    def growing(given: Path) -> int | Unreadable:
        found = original(given)
        real = os.fstat

        def fstat(descriptor: int) -> os.stat_result:
            before = real(descriptor)
            with path.open("ab") as file:
                file.write(b"more")
            return before

        monkeypatch.setattr(os, "fstat", fstat)
        return found

    monkeypatch.setattr(guards, "open_regular", growing)
    assert refused(take_in(path)).status is Status.CHANGED_WHILE_READING


def test_a_part_is_found_however_its_name_is_written() -> None:
    parts = opened(WORD)
    assert "word/document.xml" in parts.names
    assert parts.part("/Word/Document.xml") == parts.part("word/document.xml")
    assert parts.part("word/nothing.xml") is None


def test_media_are_never_inflated() -> None:
    parts = opened(zipped({"word/document.xml": b"<x/>", "word/media/a.png": b"0" * 100}))
    assert parts.part("word/media/a.png") is None


def test_a_bomb_is_refused_by_what_it_inflates_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "MAX_INFLATED_BYTES", 1_000_000)
    bomb = bytearray(zipped({"word/document.xml": b" " * 1_500_000}))
    assert refused(package(bytes(bomb))).status is Status.TOO_LARGE
    # The same with a declared size that lies: it is counted while it inflates.
    directory = bomb.rindex(b"PK\x01\x02")
    bomb[directory + 24 : directory + 28] = (100).to_bytes(4, "little")
    found = package(bytes(bomb))
    assert isinstance(found, Unreadable) or found.damaged == {"word/document.xml"}


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "MAX_ENTRIES", 20)
    many = zipped({f"word/{i}.xml": b"<x/>" for i in range(21)})
    assert refused(package(many)).status is Status.TOO_LARGE
    monkeypatch.setattr(guards, "MAX_DIRECTORY_BYTES", 100)
    assert refused(package(many)).status is Status.TOO_LARGE


def test_a_document_type_where_older_offices_declare_one_is_left_out() -> None:
    manifest = b"<!DOCTYPE manifest:manifest PUBLIC 'x' 'Manifest.dtd'><x/>"
    found = package(zipped(OPEN_TEXT | {"META-INF/manifest.xml": manifest}))
    assert not isinstance(found, Unreadable)
    assert found.part("META-INF/manifest.xml") is None
    assert found.part("content.xml") is not None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_declared_document_type_is_refused(encoding: str) -> None:
    xml = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "b">]><w/>'.encode(encoding)
    found = refused(package(zipped({"word/document.xml": xml})))
    assert found.status is Status.UNSUPPORTED


def test_packing_that_word_does_not_use_is_refused() -> None:
    packed = zipped({"word/document.xml": b"<x/>"}, zipfile.ZIP_LZMA)
    assert refused(package(packed)).status is Status.UNSUPPORTED


def test_an_encrypted_part_is_a_password() -> None:
    data = bytearray(zipped({"word/document.xml": b"<x/>"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refused(package(bytes(data))).status is Status.PASSWORD


def test_two_parts_of_one_name_are_damage() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", b"<a/>")
        archive.writestr("word/Document.xml", b"<b/>")
    assert refused(package(file.getvalue())).status is Status.DAMAGED


def test_a_part_with_a_wrong_checksum_is_named_as_damaged() -> None:
    data = zipped({"word/document.xml": b"<x>words</x>"}, zipfile.ZIP_STORED)
    parts = opened(data.replace(b"words", b"sword"))
    assert parts.damaged == {"word/document.xml"}
    assert parts.part("word/document.xml") is None


def test_names_that_climb_out_of_the_folder_are_only_names() -> None:
    parts = opened(zipped({"../../escape.xml": b"<x/>", "word/document.xml": b"<x/>"}))
    assert parts.part("word/document.xml") == b"<x/>"
    assert not Path("../../escape.xml").exists()


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(WORD) - 1), st.integers(0, 255)), max_size=8),
    st.integers(0, len(WORD)),
)
def test_any_change_or_cut_gives_a_kind_or_a_reason(
    flips: list[tuple[int, int]], length: int
) -> None:
    data = bytearray(WORD)
    for at, byte in flips:
        data[at] = byte
    found = recognised(Raw(bytes(data[: length or None]), ""))
    assert isinstance(found, Content | Unreadable)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=2000))
def test_any_bytes_give_a_kind_or_a_reason(data: bytes) -> None:
    assert isinstance(recognised(Raw(data, "")), Content | Unreadable)
