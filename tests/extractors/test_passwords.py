"""Protected files: opened by the passwords given for them, which are shown nowhere."""

from __future__ import annotations

import contextlib
import io
import random
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msoffcrypto.format.ooxml import OOXMLFile  # type: ignore[import-untyped]

from extractors.document import Document
from extractors.guards import Content, Raw, recognised
from extractors.instructions import Instructions
from extractors.kinds import FileKind
from extractors.locked import opened
from extractors.office import Office
from extractors.passwords import Passwords, PasswordsError, passwords_in
from extractors.read import document_in, plan_in
from extractors.status import Status, Unreadable
from tests.hostile.plans import pdf_plan, word_plan

SECRET = "Beech£Tree 7"  # noqa: S105 -- of an invented file


def locked_pdf(revision: Literal[3, 6]) -> bytes:
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_plan("locked"))) as pdf:
        lock = pikepdf.Encryption(
            user=SECRET, owner="other", R=revision, aes=revision > 3, metadata=revision > 3
        )
        pdf.save(file, encryption=lock)
    return file.getvalue()


def locked_word(spins: int = 100_000) -> bytes:
    plain, file = io.BytesIO(word_plan("locked")), io.BytesIO()
    with zipfile.ZipFile(plain, "a") as parts:  # the library writes files of a few kB wrong
        parts.writestr("word/media/picture.bin", random.Random(1).randbytes(9_000))  # noqa: S311
    OOXMLFile(plain).encrypt(SECRET, file)
    return file.getvalue().replace(b'spinCount="100000"', b'spinCount="%d"' % spins)


WORD = locked_word()


def content(data: bytes) -> Content:
    found = recognised(Raw(data, "id"))
    assert isinstance(found, Content)
    return found


def refused(data: bytes, passwords: Passwords) -> Unreadable:
    found = opened(content(data), "plan", passwords)
    assert isinstance(found, Unreadable)
    return found


@pytest.mark.parametrize("data", [locked_pdf(3), locked_pdf(6), WORD])
def test_a_protected_plan_is_read_by_its_password(data: bytes) -> None:
    found = opened(content(data), "plan", Passwords(("wrong", SECRET)))
    assert isinstance(found, Content)
    assert found.sha256 == "id"  # it stays the file that was given
    assert not isinstance(plan_in(found), Unreadable)


def test_what_a_password_opened_is_written_nowhere(tmp_path: Path) -> None:
    """LibreOffice would need a copy on the disk, so our own reader reads it."""
    (sample,) = (Path(__file__).parents[2] / "sample_plans" / "plans").glob("*.doc")
    unlocked = replace(content(sample.read_bytes()), unlocked=True)
    office = Office(Path(sys.executable), tmp_path / "room")  # would fail, and leave its folder
    found = document_in(unlocked, Instructions(office=office))
    assert isinstance(found, Document)
    assert not list(tmp_path.iterdir())
    locked = opened(content(WORD), "plan", Passwords((SECRET,)))
    assert isinstance(locked, Content)
    assert locked.unlocked


@pytest.mark.parametrize("data", [locked_pdf(6), WORD])
def test_a_wrong_password_is_said(data: bytes) -> None:
    found = refused(data, Passwords(("wrong",)))
    assert found.status is Status.PASSWORD
    assert "None of the given passwords opens it." in found.reason


@pytest.mark.parametrize("data", [locked_pdf(6), WORD])
def test_without_passwords_it_is_named(data: bytes) -> None:
    found = plan_in(content(data))
    assert isinstance(found, Unreadable)
    assert found.status is Status.PASSWORD
    assert "--passwords" in found.status.action


def test_files_without_protection_come_back_as_they_are() -> None:
    for data in (pdf_plan("open"), word_plan("open")):
        plain = content(data)
        assert opened(plain, "plan", Passwords((SECRET,))) is plain


def test_a_password_that_costs_too_much_to_try_is_not_tried() -> None:
    data = locked_word(9_999_999)
    assert "no password opens" in refused(data, Passwords((SECRET,))).reason


def test_a_broken_protected_file_is_no_fault() -> None:
    data = WORD
    for cut in (1_500, 3_000, len(data) // 2):
        if isinstance(found := recognised(Raw(data[:cut], "id")), Content):
            assert isinstance(opened(found, "plan", Passwords((SECRET,))), Unreadable)


def test_a_list_of_passwords_by_file_and_for_any() -> None:
    text = "first\r\n\nsmith*.pdf → of Smith\nJONES.docx\tof Jones\na.pdf => x=>y\nb.pdf -> z\n"
    found = passwords_in(text.encode("utf-8-sig"))
    assert found.for_any == ("first",)
    assert list(found.for_file("Smith J 2026.PDF")) == ["of Smith", "first"]
    assert list(found.for_file("jones.docx")) == ["of Jones", "first"]
    assert list(found.for_file("a.pdf")) == ["x=>y", "first"]
    assert list(found.for_file("b.pdf")) == ["z", "first"]
    assert list(found.for_file("c.pdf")) == ["first"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_list_is_understood_as_the_usual_editors_save_it(encoding: str) -> None:
    assert passwords_in(f"{SECRET}\n".encode(encoding)).for_any == (SECRET,)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no password"),
        ("one\nsecret.pdf → \n", "Line 2"),
        ("→ secret", "Line 1"),
        ("one\nsec\x01ret", "Line 2"),
        ("secret\n" * 10_001, "lines"),
        ("secret" * 200_000, "too large"),
    ],
)
def test_a_bad_list_is_said_by_line_and_never_by_its_words(text: str, says: str) -> None:
    with pytest.raises(PasswordsError, match=says) as raised:
        passwords_in(text.encode())
    assert "secret" not in str(raised.value)


def test_no_password_shows_in_what_is_printed() -> None:
    found = Passwords((SECRET,), (("smith.pdf", SECRET),))
    assert SECRET not in repr(found)
    assert "smith" not in repr(found)


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_list_or_said_to_be_none(data: bytes) -> None:
    with contextlib.suppress(PasswordsError):
        assert passwords_in(data)


def test_a_word_file_under_rights_management_says_so() -> None:
    data = WORD + "DRMEncryptedDataSpace".encode("utf-16-le")
    found = recognised(Raw(data, "id"))
    assert isinstance(found, Unreadable)
    assert found.status is Status.PASSWORD
    assert "rights management" in found.reason


def test_what_is_locked_is_known_by_what_it_holds() -> None:
    assert content(WORD).kind is FileKind.LOCKED_WORD
