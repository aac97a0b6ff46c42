"""What a person types and reads: plain words, exit codes, never a trace."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from flows import cli, console, debug
from flows.commands import arguments
from flows.exits import ExitCode
from tests.flows.small_plans import caseload, goldenthread, plan_file

Typed = Callable[..., tuple[int, str, str]]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Runs a command in this process; gives exit code, output and warnings."""
    monkeypatch.setattr(cli, "_stop_on_signals", lambda: None)
    monkeypatch.setattr("os.umask", lambda _mask: 0)

    def run(*words: str | Path) -> tuple[int, str, str]:
        try:
            code = cli.main([str(word) for word in words])
        except SystemExit as ended:
            code = int(ended.code or 0)
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return code, said.out, said.err

    return run


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "COMMAND"),
        (("audit", "{plans}"), "--out"),
        (("audit", "{missing}", "--out", "{out}"), "is not a folder"),
        (("audit", "{plans}/plan 000.docx", "--out", "{out}"), "is not a folder"),
        (("audit", "{plans}", "--out", "{plans}/out"), "lies inside"),
        (("audit", "{plans}", "--out", "{plans}"), "lies inside"),
        (("audit", "{plans}", "--out", "{plans}/.."), "lies inside"),
        (("audit", "{plans}", "--out", "{out}", "--as-of", "31/7/2026"), "2026-07-31"),
        (("audit", "{plans}", "--out", "{out}", "--workers", "0"), "at least 1"),
        (("audit", "{plans}", "--out", "{out}", "--rubric", "{missing}"), "cannot be opened"),
        (("audit", "{empty}", "--out", "{out}"), "no files"),
        (("schedule", "{plans}", "--out", "{out}"), "--cron"),
        (("schedule", "{plans}", "--out", "{out}", "--save-as", "../x"), "letters"),
        (("explain", "e-vage-verb"), "did you mean «e-vague-verb»?"),
        (("try", "He will read."), "--kind"),
        (("try",), "Give a sentence"),
        (("try", "--jsonl", "{missing}"), "cannot be read"),
        (("sample", "{empty}", "--size", "2", "--seed", "s"), "not the output folder"),
    ],
)
def test_what_cannot_be_done_is_said_plainly(
    typed: Typed, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    plans = caseload(tmp_path / "plans", 1)
    (tmp_path / "empty").mkdir()
    places = {"plans": plans, "out": tmp_path / "out", "missing": tmp_path / "missing"}
    places["empty"] = tmp_path / "empty"
    code, _, warned = typed(*(word.format(**places) for word in words))
    assert code == ExitCode.USAGE
    assert said in warned


def test_an_output_folder_that_cannot_be_written_is_said_at_once(
    typed: Typed, tmp_path: Path
) -> None:
    plans = caseload(tmp_path / "plans", 1)
    (tmp_path / "file").touch()
    code, _, warned = typed("audit", plans, "--out", tmp_path / "file" / "out")
    assert code == ExitCode.NOT_WRITABLE
    assert "could not be written" in warned


def test_an_open_workbook_is_said_before_anything_is_read(typed: Typed, tmp_path: Path) -> None:
    plans, out = caseload(tmp_path / "plans", 1), tmp_path / "out"
    out.mkdir()
    (out / "~$goldenthread.xlsx").touch()
    code, _, warned = typed("audit", plans, "--out", out, "--no-prefect")
    assert code == ExitCode.NOT_WRITABLE
    assert "Close it" in warned


def test_a_fault_of_the_program_is_no_trace(
    typed: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(_arguments: object) -> None:
        raise RuntimeError("Marker Childname")

    monkeypatch.setattr("flows.commands.audit.job_of", stumble)
    monkeypatch.delenv(debug.DEBUG, raising=False)
    words = ("audit", tmp_path, "--out", tmp_path / "out")
    code, _, warned = typed(*words)
    assert code == ExitCode.INTERNAL
    assert "Marker" not in warned
    note = tmp_path / "note.txt"
    assert typed("--debug", note, *words)[0] == ExitCode.INTERNAL
    monkeypatch.delenv(debug.DEBUG)
    assert "RuntimeError: Marker Childname" in note.read_text()


def test_the_checks_are_listed_and_explained(typed: Typed) -> None:
    code, listed, _ = typed("checks")
    assert code == ExitCode.ALL_AUDITED
    assert "e-vague-verb" in listed
    code, explained, _ = typed("explain", "e-vague-verb")
    assert code == ExitCode.ALL_AUDITED
    assert "Source: " in explained
    assert "«" in explained


def test_one_sentence_is_judged(typed: Typed) -> None:
    outcome = "By the end of Year 6, Amira will read 60 words a minute from a Year 4 text."
    dates = ("--date-of-birth", "2016-03-04", "--plan-date", "2026-05-04")
    code, said, _ = typed("try", outcome, "--kind", "outcome", *dates)
    assert code == ExitCode.ALL_AUDITED
    assert "Meets what guidance asks." in said
    assert "2027-07-31" in said
    _, said, _ = typed("try", "Access to a TA as required.", "--kind", "provision")
    assert "Does not meet it." in said
    assert "f-weasel" in said


def test_a_file_of_sentences_gives_one_object_a_line(typed: Typed, tmp_path: Path) -> None:
    rows = [
        {
            "id": 1,
            "kind": "outcome",
            "text": "By the end of Key Stage 2 he will read aloud 60 words a minute.",
            "date_of_birth": "2017-11-20",
            "plan_date": "2025-11-14",
        },
        {"id": "p", "kind": "provision", "text": "Regular speech therapy."},
        {"id": "b", "kind": "need", "text": "Sam has difficulty with reading."},
        {"id": "a", "kind": "aspiration", "text": "I want to be a vet."},
    ]
    path = tmp_path / "sentences.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    code, said, _ = typed("try", "--jsonl", path)
    answers = [json.loads(line) for line in said.splitlines()]
    assert code == ExitCode.ALL_AUDITED
    assert [answer["id"] for answer in answers] == [1, "p", "b", "a"]
    assert answers[0]["deadline"] == "2029-07-31"
    assert answers[1]["meets"] is False
    assert set(answers[0]) == {"id", "meets", "deadline", "slots", "findings"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "no JSON object"),
        ("[]", "no JSON object"),
        ('{"id": 1, "text": "x"}', "it has no 'kind'"),
        ('{"id": 1, "kind": "wish", "text": "x"}', "not understood"),
        ('{"id": 1, "kind": "view", "text": "x"}', "must be one of"),
    ],
)
def test_a_line_that_is_no_sentence_is_named(
    typed: Typed, tmp_path: Path, line: str, said: str
) -> None:
    path = tmp_path / "sentences.jsonl"
    path.write_text(line, encoding="utf-8")
    code, _, warned = typed("try", "--jsonl", path)
    assert code == ExitCode.USAGE
    assert "Line 1" in warned
    assert said in warned


def test_one_plan_is_shown_as_it_was_understood(typed: Typed, tmp_path: Path) -> None:
    code, said, _ = typed("read", plan_file(tmp_path / "plan.docx"))
    assert code == ExitCode.ALL_AUDITED
    assert "Name:             Amira Hussain" in said
    assert "E1 · outcome" in said
    assert "paragraph" in said
    (tmp_path / "note.txt").write_text("no plan")
    code, said, _ = typed("read", tmp_path / "note.txt")
    assert code == ExitCode.SOME_NOT_AUDITED
    assert "unsupported" in said


def test_a_sample_is_drawn_from_an_audit_and_is_the_same_again(
    typed: Typed, tmp_path: Path
) -> None:
    plans, out = caseload(tmp_path / "plans", 6), tmp_path / "out"
    typed("audit", plans, "--out", out, "--no-prefect", "--as-of", "2026-07-31")
    words = ("sample", out, "--size", "3", "--seed", "Autumn 2026", "--strata", "phase")
    code, said, _ = typed(*words)
    path = out / "sample-3-autumn-2026.xlsx"
    assert code == ExitCode.ALL_AUDITED
    assert "3 of 6 plans drawn" in said
    first = path.read_bytes()
    typed(*words)
    assert path.read_bytes() == first
    assert typed(*words[:-1], "shoe size")[0] == ExitCode.USAGE


def test_nothing_on_the_screen_can_act_on_it() -> None:
    assert console.visible("a\x1b[2Jb\u202ec\r\x07") == r"a\x1b[2Jb\u202ec\r\x07"
    assert console.visible("Zoë – «Łódź»\nआयुष 👩‍🏫") == "Zoë – «Łódź»\nआयुष 👩‍🏫"
    assert console.visible("\udce9") == r"\udce9"


def test_a_full_screen_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.StringIO):
        def write(self, _text: str) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys, "stdout", Full())
    console.say("a line")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a screen that takes nothing")
def test_odd_screens_and_surroundings_change_no_result(typed: Typed, tmp_path: Path) -> None:
    plans = caseload(tmp_path / "plans", 1)
    (plans / "Zoë – plan.docx").write_bytes((plans / "plan 000.docx").read_bytes())
    words = ("audit", plans, "--no-prefect", "--as-of", "2026-07-31", "--out")
    ended = goldenthread(*words, tmp_path / "odd", LC_ALL="C", PYTHONUTF8="0", TZ="Mars")
    assert ended.returncode == ExitCode.ALL_AUDITED, ended.stderr
    assert typed(*words, tmp_path / "usual")[0] == ExitCode.ALL_AUDITED
    odd, usual = ((tmp_path / name / "plans.jsonl").read_bytes() for name in ("odd", "usual"))
    assert odd == usual


def test_a_day_is_written_year_first() -> None:
    assert arguments.day("2026-07-31").isoformat() == "2026-07-31"
