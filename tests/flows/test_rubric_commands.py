"""goldenthread rubric diff, lexicon lint, and the checks under a rubric."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from flows import cli
from flows.cli import main
from flows.exits import ExitCode
from tests.flows.small_plans import caseload

RUBRIC = 'name = "Northmere"\nversion = "3"\noff = ["e-timebound", "e-benefit-clause"]\n'


@pytest.fixture(autouse=True)
def _this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves signals and the mask of new files as they are."""
    monkeypatch.setattr(cli, "_stop_on_signals", lambda: None)
    monkeypatch.setattr("os.umask", lambda _mask: 0)


@pytest.fixture
def rubric(tmp_path: Path) -> str:
    path = tmp_path / "northmere.toml"
    path.write_text(RUBRIC, encoding="utf-8")
    return str(path)


def test_a_folder_and_what_an_audit_kept_of_it_compare_alike(
    tmp_path: Path, rubric: str, capsys: pytest.CaptureFixture[str]
) -> None:
    plans, out = caseload(tmp_path / "plans", 2), tmp_path / "out"
    assert main(["audit", str(plans), "--out", str(out), "--no-prefect"]) == ExitCode.ALL_AUDITED
    told = []
    for folder in (plans, out):
        capsys.readouterr()
        code = main(["rubric", "diff", "default", rubric, str(folder)])
        told.append(capsys.readouterr().out)
        assert code == ExitCode.ALL_AUDITED

    assert told[0] == told[1]
    assert "B: Northmere 3, " in told[0]
    assert "Plans compared: 2; 2 would change." in told[0]
    assert "- e-benefit-clause, E1" in told[0]


def test_the_comparison_becomes_a_workbook_with_the_clocks_of_a_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plans, out = caseload(tmp_path / "plans", 1), tmp_path / "what-changes.xlsx"
    next(plans.iterdir()).rename(plans / "SEN-10417.docx")
    (tmp_path / "cases.csv").write_text(
        "Ref,Request received,First final plan\nSEN 10417,05/01/2025,20/10/2025\n",
        encoding="utf-8",
    )
    (tmp_path / "theirs.toml").write_text(
        'name = "Northmere"\nversion = "3"\noff = ["t-20wk", "e-benefit-clause"]\n'
        '[severity]\ne-timebound = "must"\n',
        encoding="utf-8",
    )
    command = ["rubric", "diff", "default", str(tmp_path / "theirs.toml"), str(plans)]
    command += ["--caseload", str(tmp_path / "cases.csv"), "--out", str(out)]

    assert main(command) == ExitCode.ALL_AUDITED

    told = capsys.readouterr().out
    assert "cases.csv: 1 of 1 children have a plan here." in told
    assert "- t-20wk, the plan" in told
    book = load_workbook(out)
    assert book.sheetnames == ["What changes", "Checks", "Plans", "Findings"]
    heads, *rows = book["Findings"].iter_rows(values_only=True)
    changed = {(row[heads.index("Check")], row[heads.index("Change")]) for row in rows}
    assert changed >= {("t-20wk", "only under A"), ("e-benefit-clause", "only under A")}
    first = out.read_bytes()
    assert main(command) == ExitCode.ALL_AUDITED
    assert out.read_bytes() == first


@pytest.mark.parametrize("name", ["changes.txt", "nowhere/changes.xlsx", "theirs.xlsx"])
def test_the_workbook_takes_nothings_place(tmp_path: Path, name: str) -> None:
    Workbook().save(tmp_path / "theirs.xlsx")
    before = (tmp_path / "theirs.xlsx").read_bytes()
    command = ["rubric", "diff", "default", "default", str(tmp_path), "--out", str(tmp_path / name)]

    assert main(command) == ExitCode.USAGE
    assert (tmp_path / "theirs.xlsx").read_bytes() == before


def test_a_rubric_that_cannot_be_used_ends_the_comparison(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "northmere.toml"
    path.write_text("\n\n[outcome]\n", encoding="utf-8")

    assert main(["rubric", "diff", "default", str(path), str(tmp_path)]) == ExitCode.USAGE
    assert "line 3, «outcome»" in capsys.readouterr().err


def test_words_are_looked_through(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "our-words.toml"
    path.write_text("[people.nobody]\npatterns = '''\nwarden\nwarden\n'''\n", encoding="utf-8")

    assert main(["lexicon", "lint", str(path)]) == ExitCode.SOME_NOT_AUDITED
    assert "our-words.toml, line 3: «warden»" in capsys.readouterr().out
    path.write_text("[people.nobody]\npatterns = 'warden'\n", encoding="utf-8")
    assert main(["lexicon", "lint", str(path)]) == ExitCode.ALL_AUDITED
    path.write_text("[people.nobdy]\npatterns = 'warden'\n", encoding="utf-8")
    assert main(["lexicon", "lint", str(path)]) == ExitCode.USAGE


def test_checks_are_shown_as_a_rubric_has_them(
    rubric: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["checks", "--rubric", rubric]) == ExitCode.ALL_AUDITED
    listed = capsys.readouterr().out
    assert listed.startswith("Northmere 3, ")
    assert next(line for line in listed.splitlines() if " e-timebound " in line).count("; off,")
    assert main(["explain", "e-timebound", "--rubric", rubric]) == ExitCode.ALL_AUDITED
    assert "Under «Northmere» 3: should; off (not run)." in capsys.readouterr().out
