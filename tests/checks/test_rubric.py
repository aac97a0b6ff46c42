"""The rubric, and an authority's own file over it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from checks.audit import audit
from checks.catalogue import BY_ID
from checks.check import Severity, Verdict, example
from checks.examples import plan_of
from checks.rubric import SHIPPED, RubricError, load_rubric

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
            "line 1, «outcome»: it is not an entry of a rubric (did you mean «outcomes»?)",
        ),
        (
            'off = ["e-cuont"]\n',
            "line 1, «off.0»: «e-cuont», which is not a check (did you mean «e-count»?)",
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


def test_lists_of_checks_are_joined_and_the_upper_file_decides(tmp_path: Path) -> None:
    ours = load_rubric()
    theirs = load_rubric(
        local(
            tmp_path, 'off = ["e-count"]\non = ["doc-named-practitioner"]\nassert = ["f-range"]\n'
        )
    )

    assert "doc-named-practitioner" in ours.off
    assert set(theirs.off) == {*ours.off, "e-count"} - {"doc-named-practitioner"}
    assert theirs.asserts == ("f-range",)


def test_a_check_in_two_lists_is_told(tmp_path: Path) -> None:
    with pytest.raises(RubricError, match=r"line 2, .* stands under «off» too"):
        load_rubric(local(tmp_path, 'off = ["e-count"]\nask = ["e-count"]\n'))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[outcomes]\n\ncount = [\n  4,\n  'x',\n]\n", "line 5, «outcomes.count.1»: a whole"),
        ('key_stages = {"ks3" = 8, ks4 = 8}\n', "line 1, «key_stages»: each stage must end"),
        ("outcomes.horizon.9 = 22\n", "line 1, «outcomes.horizon.9»"),
        ("[outcomes]\n# a\n\nmin_months = 3\n", "line 4, «outcomes.min_months»: it is not an"),
        ("[outcomes]\nminimum_month = 3\n", "did you mean «minimum_months»?"),
        ("[severity]\n\ne-cuont = 'must'\n", "line 3, «severity.e-cuont»"),
        ("[grades.weights]\ninformation = 1\n", "what is only information never counts"),
        ("based_on = 'chang-programme'\n", "did you mean «change-programme»?"),
    ],
)
def test_the_line_is_that_of_the_entry(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(RubricError) as error:
        load_rubric(local(tmp_path, text))

    assert said in str(error.value)


def test_a_three_year_key_stage_4_moves_ends_and_horizons(tmp_path: Path) -> None:
    rubric = load_rubric(local(tmp_path, "[key_stages]\nks3 = 8\n"))
    plan = plan_of(
        example(
            born="2013-03-04",
            plan_date="2026-05-04",  # Year 8
            outcome="By the end of Key Stage 3 she will read aloud.",
        )
    )
    usual, theirs = (audit(plan, one, date(2026, 11, 21)) for one in (load_rubric(), rubric))

    assert [rubric.horizon(year) for year in (6, 7, 8, 9)] == [8, 8, 11, 11]
    assert (
        str(usual.outcomes["E1"].timeframe and usual.outcomes["E1"].timeframe.date) == "2027-07-31"
    )
    assert (
        str(theirs.outcomes["E1"].timeframe and theirs.outcomes["E1"].timeframe.date)
        == "2026-07-31"
    )
    assert usual.verdicts["e-final-year"] is Verdict.PASS
    assert "stale-key-stage" not in {f.check for f in usual.findings}
    assert {"e-final-year", "stale-key-stage"} <= {f.check for f in theirs.findings}


def test_an_exception_to_the_horizon_goes_before_the_key_stages(tmp_path: Path) -> None:
    rubric = load_rubric(local(tmp_path, "[outcomes.horizon]\n9 = 13\n"))

    assert [rubric.horizon(year) for year in (8, 9, 10)] == [9, 13, 11]


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_every_rubric_that_ships_is_asked_for_by_its_name(name: str) -> None:
    assert load_rubric(Path(name)).dated >= date(2026, 1, 1)


def test_a_file_may_stand_on_a_rubric_that_ships(tmp_path: Path) -> None:
    below = load_rubric(Path("change-programme"))
    text = 'based_on = "change-programme"\nname = "Northmere"\n[outcomes]\nminimum_age = 4\n'
    theirs = load_rubric(local(tmp_path, text))

    assert theirs.outcomes.count == below.outcomes.count != load_rubric().outcomes.count
    assert set(theirs.off) == set(below.off) > set(load_rubric().off)


def test_an_age_is_asked_about_only_where_the_rubric_wants_stages(tmp_path: Path) -> None:
    plan = plan_of(
        example(
            born="2016-03-04", plan_date="2026-05-04", outcome="By the age of 12 she will read."
        )
    )
    theirs = load_rubric(local(tmp_path, "[outcomes]\nages_must_end_a_stage = true\n"))

    assert audit(plan, load_rubric(), AS_OF).verdicts["e-phase-end"] is Verdict.PASS
    assert "e-phase-end" in {f.check for f in audit(plan, theirs, AS_OF).findings}


def test_an_outcome_may_be_wanted_for_each_need(tmp_path: Path) -> None:
    plan = plan_of(
        example(
            need=("He struggles to read.", "He struggles to spell."),
            outcome="By July 2028 he will read and spell 60 words.",
            link=("E1>B1", "E1>B2"),
        )
    )
    theirs = load_rubric(local(tmp_path, "[thread]\nshared_outcomes = false\n"))

    assert audit(plan, load_rubric(), AS_OF).verdicts["thread-need-outcome"] is Verdict.PASS
    assert audit(plan, theirs, AS_OF).verdicts["thread-need-outcome"] is Verdict.UNCLEAR


def test_the_examples_of_the_guide_can_be_used(tmp_path: Path) -> None:
    guide = Path(__file__).parents[2] / "docs" / "rubric.md"
    rubric, words = re.findall(r"```toml\n(.*?)```", guide.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "our-words.toml").write_text(words, encoding="utf-8")

    assert load_rubric(local(tmp_path, rubric)).lexicon.name == "Northmere's words"
