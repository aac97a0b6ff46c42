"""A folder of hostile files, audited once: one row for each, and nobody else is harmed."""

from __future__ import annotations

import contextlib
import json
import os
import re
import stat
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from extractors.status import Status
from flows.exits import ExitCode
from flows.inventory import shown as shown_name
from reports.text import shown
from tests.flows.small_plans import goldenthread
from tests.hostile import (
    active_cases,
    mislead_cases,
    name_cases,
    older_cases,
    pdf_cases,
    scan_cases,
    text_cases,
    tree,
    type_cases,
    xml_cases,
    zip_cases,
)
from tests.hostile.case import READ, Case
from tests.hostile.plans import CHILD, pdf_plan, word_plan

_GROUPS = {
    "zip": zip_cases.cases,
    "xml": xml_cases.cases,
    "type": type_cases.cases,
    "older": older_cases.cases,
    "scan": scan_cases.cases,
    "pdf": pdf_cases.cases,
    "active": active_cases.cases,
    "mislead": mislead_cases.cases,
    "text": text_cases.cases,
    "names": name_cases.cases,
}
_GOOD = [
    (f"good/{n}.{kind}", make(f"good {n}"))
    for n in range(4)
    for kind, make in (("docx", word_plan), ("pdf", pdf_plan))
]
_LIMITS = ("--max-seconds", "4", "--max-memory", "1024", "--workers", "2")
_SAID_ALOUD = {"doc-hidden-text", "doc-struck-through", "doc-tracked-changes"}
_TROUBLE = re.compile(
    r"Traceback|Error\b|Exception|0x[0-9a-f]{6,}|<class|\.py\b|pdfium|lxml|zlib", re.IGNORECASE
)


@dataclass(frozen=True)
class Audited:
    """The audit of the whole battery."""

    given: dict[str, Case]
    planted: dict[str, frozenset[Status]]
    rows: dict[str, list[dict[str, Any]]]
    out: Path
    elsewhere: list[Path]
    before: dict[str, tuple[int, ...]]
    after: dict[str, tuple[int, ...]]
    code: int
    said: str


def _row_name(name: str) -> str:
    return shown(shown_name(name))


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Audited]:
    base = tmp_path_factory.mktemp("hostile")
    folder, out, home = base / "plans", base / "out", base / "home"
    for path in (folder, home, home / "tmp"):
        path.mkdir()
    given = {f"{group}/{c.name}": c for group, make in _GROUPS.items() for c in make()}
    for name, data in [*((n, c.data) for n, c in given.items()), *_GOOD]:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    planted = {f"tree/{p.name}": p.expected for p in tree.plant(folder / "tree", base / "outside")}
    planted |= dict.fromkeys((name for name, _ in _GOOD), READ)
    if os.name != "nt":
        tree.plant_too_deep(folder / "too deep")
    before = _state(folder)
    no_office = home / "soffice"  # our own readers of older formats are what is tried here
    no_office.write_text("#!/bin/sh\nexit 1\n")
    no_office.chmod(0o700)
    passwords = base / "passwords.txt"
    passwords.write_text("wrong\n", encoding="utf-8")
    passwords.chmod(0o600)
    ran = goldenthread(
        "audit", folder, "--out", out, "--as-of", "2026-07-31", "--no-prefect", *_LIMITS,
        "--passwords", passwords,
        HOME=str(home), TMPDIR=str(home / "tmp"), PATH=f"{home}{os.pathsep}{os.environ['PATH']}",
    )  # fmt: skip
    rows: dict[str, list[dict[str, Any]]] = {}
    for line in (out / "plans.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        rows.setdefault(row["file"], []).append(row)
    elsewhere = [p for p in home.rglob("*") if p not in {home / "tmp", no_office}]
    elsewhere += [
        p
        for p in base.iterdir()
        if p.name not in {"plans", "out", "home", "outside", "passwords.txt"}
    ]
    yield Audited(
        given, planted, rows, out, elsewhere, before, _state(folder), ran.returncode,
        ran.stdout + ran.stderr,
    )  # fmt: skip
    tree.clear(folder)


def _state(folder: Path) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for path, _, names in os.walk(folder):
        for name in names:
            with contextlib.suppress(OSError):
                about = os.lstat(Path(path, name))
                found[str(Path(path, name))] = (about.st_size, about.st_mtime_ns, about.st_mode)
    return found


def test_there_are_enough_files(audited: Audited) -> None:
    groups = Counter(name.split("/")[0] for name in audited.given | audited.planted)
    assert set(groups) == {*_GROUPS, "good", "tree"}
    assert groups.total() >= 250


def test_every_file_has_exactly_one_row(audited: Audited) -> None:
    expected = Counter(map(_row_name, [*audited.given, *audited.planted]))
    rows = {name: len(found) for name, found in audited.rows.items()}
    deep = [name for name in rows if name.startswith("too deep/")]
    assert len(deep) == (os.name != "nt")
    assert {n: k for n, k in rows.items() if n not in deep} == expected
    assert audited.code == ExitCode.SOME_NOT_AUDITED


def test_each_file_ends_as_it_should(audited: Audited) -> None:
    wrong = {}
    for name, expected in {n: c.expected for n, c in audited.given.items()}.items():
        row = audited.rows[_row_name(name)][0]
        if row["status"] not in expected:
            wrong[name] = (row["status"], row["reason"])
    for name, expected in audited.planted.items():
        row = audited.rows[_row_name(name)][0]
        if row["status"] not in expected:
            wrong[name] = (row["status"], row["reason"])
    assert wrong == {}


def test_reasons_are_plain_words(audited: Audited) -> None:
    for rows in audited.rows.values():
        for row in rows:
            reason = row["reason"]
            if row["status"] != Status.DUPLICATE:  # it names the other file
                assert not _TROUBLE.search(reason), reason
                assert CHILD not in reason
            assert reason.endswith("."), reason
            assert row["action"] or row["status"] == Status.AUDITED, row["file"]


def test_a_reason_says_what_the_file_is(audited: Audited) -> None:
    silent = {}
    for name, case in audited.given.items():
        reason = audited.rows[_row_name(name)][0]["reason"]
        if case.says not in reason:
            silent[name] = (case.says, reason)
    assert silent == {}


def test_hidden_words_change_no_finding(audited: Audited) -> None:
    swayed = []
    for name, case in audited.given.items():
        if not case.twin:
            continue
        row, plain = (audited.rows[n][0] for n in (name, f"{name.split('/')[0]}/{case.twin}"))
        parts = ("status", "child", "items", "grades", "verdicts", "findings")
        row["findings"] = [f for f in row["findings"] if f["check"] not in _SAID_ALOUD]
        swayed += [(name, part) for part in parts if row[part] != plain[part]]
    assert swayed == []


def test_nothing_is_written_elsewhere(audited: Audited) -> None:
    assert audited.elsewhere == []
    assert audited.before == audited.after


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")
def test_only_the_owner_can_open_the_results(audited: Audited) -> None:
    paths = [audited.out, *audited.out.rglob("*")]
    modes = {(p.is_dir(), stat.S_IMODE(p.stat().st_mode)) for p in paths}
    assert modes == {(True, 0o700), (False, 0o600)}


def test_the_workbook_holds_words_alone(audited: Audited) -> None:
    path = audited.out / "goldenthread.xlsx"
    assert all(len(title) <= 31 for title in load_workbook(path, read_only=True).sheetnames)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheets = [data for name, data in parts.items() if "/worksheets/sheet" in name]
    assert any(b"</row>" in data for data in sheets)
    for sheet in sheets:
        assert not re.search(rb"<f[ >/]", sheet), "a formula"
        assert not re.search(rb'<c [^>]*t="(?:e|str)"', sheet), "an error, or what a formula gave"
        assert all(b"location=" in link for link in re.findall(rb"<hyperlink [^>]*>", sheet))
    outside = [name for name, data in parts.items() if b'TargetMode="External"' in data]
    assert outside == []


def test_no_name_is_said(audited: Audited) -> None:
    assert CHILD not in audited.said
    assert "Zebedee" not in audited.said
    assert not _TROUBLE.search(audited.said), audited.said
    assert "\x1b" not in audited.said


def test_what_links_lead_to_is_not_read(audited: Audited) -> None:
    everything = b"".join(p.read_bytes() for p in audited.out.rglob("*") if p.is_file())
    assert tree.OUTSIDE.encode() not in everything
