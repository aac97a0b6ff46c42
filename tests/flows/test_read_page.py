"""goldenthread read FILE --html OUT: a private page, and nothing else is ever replaced by it."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.instructions import Instructions
from extractors.status import Status, Unreadable
from flows import cli, pool, worker
from flows.exits import ExitCode
from flows.job import Limits
from tests.flows.small_plans import plan_file


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "_stop_on_signals", lambda: None)
    monkeypatch.setattr("os.umask", lambda _mask: 0)


def _typed(file: Path, out: Path) -> int:
    return cli.main(["read", str(file), "--html", str(out)])


def test_a_page_is_written_for_its_owner_alone_and_written_again(tmp_path: Path) -> None:
    plan, out = plan_file(tmp_path / "plan.docx"), tmp_path / "page.html"
    assert _typed(plan, out) == ExitCode.ALL_AUDITED
    first = out.read_bytes()
    assert b"By the end of Year 6, Amira will read" in first
    assert b'id="i-E1"' in first
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert _typed(plan, out) == ExitCode.ALL_AUDITED
    assert out.read_bytes() == first
    assert sorted(path.name for path in tmp_path.iterdir()) == ["page.html", "plan.docx"]


def test_nothing_but_an_earlier_page_is_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = plan_file(tmp_path / "plan.docx")
    before = plan.read_bytes()
    other = tmp_path / "minutes.html"
    other.write_text("<html>Minutes</html>")
    link = tmp_path / "link.html"
    link.symlink_to(tmp_path / "nowhere.html")
    for out in (plan, other, link, tmp_path, tmp_path / "no such folder" / "page.html"):
        assert _typed(plan, out) == ExitCode.USAGE
    assert plan.read_bytes() == before
    assert other.read_text() == "<html>Minutes</html>"
    assert not (tmp_path / "nowhere.html").exists()
    assert "Give another name" in capsys.readouterr().err


def test_a_file_that_is_no_plan_has_a_page_and_one_that_cannot_be_read_has_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from docx import Document  # noqa: PLC0415 -- for this file alone

    letter, broken, out = tmp_path / "letter.docx", tmp_path / "broken.pdf", tmp_path / "page.html"
    document = Document()
    document.add_paragraph("Dear parents, the meeting is on Monday.")
    document.save(str(letter))
    assert _typed(letter, out) == ExitCode.SOME_NOT_AUDITED
    assert b"not taken for an EHC plan" in out.read_bytes()
    out.unlink()
    broken.write_bytes(b"%PDF-1.7\nnothing")
    assert _typed(broken, out) == ExitCode.SOME_NOT_AUDITED
    assert not out.exists()
    assert "damaged" in capsys.readouterr().out


def test_a_file_that_cannot_be_drawn_is_shown_as_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever drawing the pages of a file does to a process, its words are read by themselves."""
    plan = plan_file(tmp_path / "plan.docx")
    asked = []

    def alone(
        what: Callable[[Path, Limits], bytes], path: Path, limits: Limits, _told: Instructions
    ) -> bytes | Unreadable:
        asked.append(what)
        dies = what is worker.show_file
        return Unreadable(Status.READER_CRASHED) if dies else what(path, limits)

    monkeypatch.setattr(pool, "_alone", alone)
    monkeypatch.setattr(worker, "_limit_time", lambda _limits: None)
    shown = pool.show_alone(plan, Limits())
    assert asked == [worker.show_file, worker.show_words]
    assert shown.trace is not None
    assert shown.pictures == ()
