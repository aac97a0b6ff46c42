"""A folder in a layout that nobody knows: proposed, confirmed, read."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from extractors.instructions import Instructions
from extractors.plan import Plan
from extractors.profile import load_profile
from extractors.read import read
from extractors.status import Status, Unreadable
from flows import pipeline
from flows.commands import profile
from flows.exits import ExitCode, Stop
from flows.instructions import instructions_of
from flows.job import Job
from flows.summary import summary
from tests.flows.invented_layout import CHILDREN, HEADINGS, caseload
from tests.flows.small_plans import goldenthread


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return caseload(tmp_path_factory.mktemp("invented") / "plans")


@pytest.fixture(scope="module")
def proposed(folder: Path) -> Path:
    out = folder.parent / "proposed.toml"
    ended = goldenthread("profile", folder, "--out", out)
    assert ended.returncode == 0, ended.stderr
    assert "3 of 3 files were read" in ended.stdout
    return out


def test_without_a_profile_the_layout_is_not_understood(folder: Path) -> None:
    found = read(folder / "0.docx")
    assert isinstance(found, Unreadable)
    assert found.status is Status.NOT_A_PLAN


def test_what_the_plans_print_alike_is_proposed(proposed: Path) -> None:
    phrases = {(p.table, p.key, p.words) for p in load_profile(proposed).phrases}
    assert {("sections", letter, words) for letter, words in HEADINGS.items()} <= phrases
    assert ("cover", "date-of-birth", "Set out on") in phrases
    text = proposed.read_text(encoding="utf-8")
    assert '# "Form signed"  in 3 plans' in text
    assert proposed.stat().st_mode & 0o077 == 0


def test_nobodys_name_is_in_the_proposal(proposed: Path) -> None:
    text = proposed.read_text(encoding="utf-8").lower()
    for name, born, _, _ in CHILDREN:
        for word in (*name.lower().split(), born.lower()):
            assert word not in text


def test_with_the_confirmed_profile_the_plans_are_read(folder: Path, proposed: Path) -> None:
    told = Instructions(profile=load_profile(proposed))
    for number, (name, _, subject, _) in enumerate(CHILDREN):
        plan = read(folder / f"{number}.docx", told)
        assert isinstance(plan, Plan)
        assert plan.child.name == name
        assert plan.child.date_of_birth is not None
        counts = [len(x) for x in (plan.aspirations, plan.needs, plan.outcomes, plan.provision)]
        assert counts == [1, 2, 2, 2]
        assert all(subject in item.text for item in (*plan.needs, *plan.provision))


def test_a_file_that_is_there_is_not_written_over(folder: Path, proposed: Path) -> None:
    before = proposed.read_bytes()
    with pytest.raises(Stop, match="is there already"):
        profile.run(Namespace(folder=str(folder), out=str(proposed), profile=None))
    assert proposed.read_bytes() == before


def test_an_audit_with_another_profile_reads_again(
    folder: Path, proposed: Path, tmp_path: Path
) -> None:
    taught = Job(folder, tmp_path / "out", date(2026, 11, 21), profile=proposed)
    with pipeline.started(taught, pipeline.Silent()) as run:
        assert len(run.waiting) == len(CHILDREN)
        pipeline.read_all(run)
        results = pipeline.conclude(run)
    assert results.profile.startswith("proposed, ")
    assert "Read by the profile: proposed" in summary(taught, run.inventory, results)
    assert all(file.audit for file in results.files)
    with pipeline.started(taught, pipeline.Silent()) as run:
        assert not run.waiting
    with pipeline.started(replace(taught, profile=None), pipeline.Silent()) as run:
        assert len(run.waiting) == len(CHILDREN)


def test_a_profile_that_cannot_be_used_ends_the_command(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text('[sections]\nE = "x"', encoding="utf-8")
    with pytest.raises(Stop, match=r"wrong\.toml has to be mended") as stop:
        instructions_of(wrong)
    assert stop.value.code is ExitCode.USAGE
