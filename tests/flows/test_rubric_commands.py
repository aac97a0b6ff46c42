"""goldenthread rubric diff, lexicon lint, and the checks under a rubric."""

from __future__ import annotations

from pathlib import Path

import pytest

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
