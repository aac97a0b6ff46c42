"""Every file once; nothing that is no file is opened; what is left out is counted."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.status import Status
from flows.inventory import shown, take_inventory

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


def test_files_come_once_in_the_byte_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("b.pdf", "B.pdf", "a/z.docx", "a.docx", "é.pdf", "a b.pdf"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    names = [given.name for given in take_inventory(tmp_path).given]
    assert names == ["B.pdf", "a b.pdf", "a.docx", "a/z.docx", "b.pdf", "é.pdf"]


@POSIX
def test_links_are_named_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.pdf").touch()
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "file.pdf").symlink_to(outside / "secret.pdf")
    (folder / "folder").symlink_to(outside)
    (folder / "loop").symlink_to(folder)
    (folder / "nowhere.docx").symlink_to("missing")
    given = take_inventory(folder).given
    assert [g.name for g in given] == ["file.pdf", "folder", "loop", "nowhere.docx"]
    assert {g.refused.status for g in given if g.refused} == {Status.LINK_NOT_FOLLOWED}


@POSIX
def test_pipes_and_sockets_are_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")  # to open it would wait for ever
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket.docx"))
        given = take_inventory(tmp_path).given
    assert [g.refused.status if g.refused else None for g in given] == [Status.UNSUPPORTED] * 2


def test_what_is_nobodys_document_is_left_out_with_a_reason(tmp_path: Path) -> None:
    junk = {
        "~$plan.docx": "lock file of an open document",
        ".~lock.plan.docx#": "lock file of an open document",
        ".DS_Store": "system file",
        "._plan.docx": "system file",
        "Thumbs.db": "system file",
        "desktop.ini": "system file",
        "__MACOSX/plan.docx": "system file",
        "plan.pdf.crdownload": "unfinished download",
        "~WRL0001.tmp": "temporary file",
        ".hidden/plan.docx": "hidden file",
    }
    for name in [*junk, "plan.docx"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    inventory = take_inventory(tmp_path)
    assert {left.file: left.why for left in inventory.left_out} == junk
    assert [given.name for given in inventory.given] == ["plan.docx"]
    assert inventory.found == len(junk) + 1


def test_a_folder_that_cannot_be_opened_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "open.pdf").touch()
    scan = os.scandir

    def guarded(path: Path) -> Iterator[os.DirEntry[str]]:
        if Path(path).name == "closed":  # the tests may run as an administrator, whom nothing stops
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr("flows.inventory.os.scandir", guarded)
    closed, other = take_inventory(tmp_path).given
    assert closed.refused is not None
    assert closed.refused.status is Status.NO_PERMISSION
    assert "folder" in closed.refused.reason
    assert other.refused is None


@POSIX
def test_names_that_are_no_text_are_shown_with_their_bytes(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"pl\xe4n.pdf")).touch()
    (given,) = take_inventory(tmp_path).given
    assert given.name == r"pl\xe4n.pdf"
    assert given.path.exists()
    assert shown("plän.pdf") == "plän.pdf"


def test_a_folder_named_like_a_document_is_looked_into(tmp_path: Path) -> None:
    (tmp_path / "plan.docx").mkdir()
    (tmp_path / "plan.docx" / "real.docx").touch()
    assert [g.name for g in take_inventory(tmp_path).given] == ["plan.docx/real.docx"]
