"""The rubric, and an authority's own file over it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from checks.audit import audit
from checks.catalogue import BY_ID
from checks.check import Severity, Verdict, example
from checks.examples import plan_of
from checks.rubric import RubricError, load_rubric

AS_OF = date(2026, 11, 21)


def local(folder: Path, text: str) -> Path:
    path = folder / "northmere.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_default_rubric_holds_what_guidance_gives() -> None:
    rubric = load_rubric()

    assert rubric.outcomes.count == (4, 8)
    assert rubric.outcomes.minimum_months == 12
    assert [rubric.horizon(year) for year in range(-1, 14)] == [
        *(0, 2, 2, 6, 6, 6, 6, 9, 9, 9, 11, 11, 13, 13, None),
    ]
    assert rubric.dates.expiring_months == 6


def test_a_local_file_changes_only_what_it_names(tmp_path: Path) -> None:
    rubric = load_rubric(local(tmp_path, 'name = "Northmere"\n[outcomes]\ncount = [3, 10]\n'))

    assert rubric.name == "Northmere"
    assert rubric.outcomes.count == (3, 10)
    assert rubric.outcomes.minimum_months == 12
    assert rubric.hash != load_rubric().hash


def test_the_hash_names_the_content_and_not_the_file(tmp_path: Path) -> None:
    assert load_rubric(local(tmp_path, "[outcomes]\ncount = [4, 8]\n")).hash == load_rubric().hash


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[outcomes]\ncount = 5\n", "line 2, «outcomes.count»: write it as a list"),
        ("[outcomes]\nminimum_months = -1\n", "«outcomes.minimum_months»"),
        (
            "[outcome]\ncount = [4, 8]\n",
            "line 1, «outcome»: it is not an entry of a rubric; did you mean «outcomes»?",
        ),
        (
            'off = ["e-cuont"]\n',
            "line 1, «off.0»: «e-cuont», which is not a check; did you mean «e-count»?",
        ),
        ('[severity]\ne-count = "severe"\n', "«severity.e-count»"),
        ("[grades]\nfloors = [0.5, 0.9, 0.1]\n", "must fall from the best word to the worst"),
        ('[grades]\ncapped_at = "fair"\n', "«fair» is not one of the words"),
        ("[outcomes\n", "cannot be understood: Expected"),
    ],
)
def test_a_mistake_is_told_with_the_file_and_the_entry(
    tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(RubricError) as error:
        load_rubric(local(tmp_path, text))

    assert "northmere.toml" in str(error.value)
    assert said in str(error.value)


def test_a_mistake_in_the_writing_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(RubricError, match="line 2"):
        load_rubric(local(tmp_path, "[outcomes]\ncount = [4,, 8]\n"))


def test_a_file_that_is_not_there_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(RubricError, match=r"nowhere\.toml cannot be opened"):
        load_rubric(tmp_path / "nowhere.toml")


def test_a_file_that_is_not_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "rubric.toml"
    path.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(RubricError, match="not a plain text"):
        load_rubric(path)


PLAN = plan_of(example(outcome="By July 2028 she will improve.", provision="Support as required."))


def test_a_check_that_is_off_says_nothing(tmp_path: Path) -> None:
    found = audit(PLAN, load_rubric(local(tmp_path, 'off = ["f-weasel"]\n')), AS_OF)

    assert "f-weasel" not in found.verdicts
    assert not [f for f in found.findings if f.check == "f-weasel"]


def test_a_check_that_only_asks_never_fails_a_plan(tmp_path: Path) -> None:
    found = audit(PLAN, load_rubric(local(tmp_path, 'ask = ["f-weasel"]\n')), AS_OF)

    assert found.verdicts["f-weasel"] is Verdict.UNCLEAR


def test_an_authority_may_ask_more_firmly(tmp_path: Path) -> None:
    rubric = load_rubric(local(tmp_path, '[severity]\nf-weasel = "must"\n'))
    found = audit(PLAN, rubric, AS_OF)

    assert BY_ID["f-weasel"].severity is Severity.SHOULD
    assert {f.severity for f in found.findings if f.check == "f-weasel"} == {Severity.MUST}
