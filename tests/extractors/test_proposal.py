"""What a proposed profile may hold: what two children's plans share, and nobody's name."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from extractors.profile import load_profile
from extractors.proposal import as_file, propose
from extractors.unplaced import Form, Gleaned, Unplaced
from extractors.vocabulary import standard

SMALL = frozenset(
    ["the", "mountain", "ropes", "and", "guides", "page", "ours", "summits", "climb", "with"]
)


def plan(child: str, *words: str, form: Form = Form.HEADING, letter: str = "") -> Gleaned:
    ones = tuple(Unplaced(w, form, letter, "A", "C", ("need", "need")) for w in words)
    names = frozenset(child.lower().split())
    return Gleaned(child.lower(), names, frozenset({f"prose of {child}"}), SMALL, ones)


def proposed(*plans: Gleaned) -> list[str]:
    return [p.words for p in propose(plans, standard())]


def test_what_one_plan_alone_prints_is_not_proposed() -> None:
    plans = plan("Ada Moss", "The mountain", "Ropes"), plan("Ben Hill", "The mountain")
    assert proposed(*plans) == ["The mountain"]


def test_two_plans_of_one_child_count_as_one() -> None:
    assert proposed(plan("Ada Moss", "The mountain"), plan("Ada Moss", "The mountain")) == []


def test_plans_that_share_their_prose_count_as_one_childs() -> None:
    nameless = Gleaned("", frozenset(), frozenset("ab"), SMALL, plan("", "Ropes").unplaced)
    assert proposed(nameless, nameless) == []
    other = Gleaned("", frozenset(), frozenset("cd"), SMALL, nameless.unplaced)
    assert proposed(nameless, other) == ["Ropes"]


@pytest.mark.parametrize("words", ["Moss and ropes", "Climb with Hill", "ropes of ADA"])
def test_no_word_of_a_childs_name_is_proposed(words: str) -> None:
    assert proposed(plan("Ada Moss", words), plan("Ben Hill", words)) == []


@pytest.mark.parametrize("words", ["Climb with Percival", "Ropes 2026", "PERCIVAL'S ROPES"])
def test_what_may_be_a_name_or_a_date_is_not_proposed(words: str) -> None:
    assert proposed(plan("Ada Moss", words), plan("Ben Hill", words)) == []


def test_whose_it_is_falls_away() -> None:
    plans = plan("Ada Moss", "Ada's summits"), plan("Ben Hill", "Ben’s summits")
    assert proposed(*plans) == ["summits"]


def test_a_printed_letter_says_which_section_it_is() -> None:
    plans = [plan(n, "The summits", letter="E") for n in ("Ada Moss", "Ben Hill")]
    (one,) = propose(plans, standard())
    assert (one.table, one.key, one.plans) == ("sections", "E", 2)


def test_a_column_is_known_by_what_stands_in_it() -> None:
    plans = [plan(n, "The mountain", form=Form.COLUMN) for n in ("Ada Moss", "Ben Hill")]
    (one,) = propose(plans, standard())
    assert (one.table, one.key) == ("labels", "need")


def test_the_file_holds_what_is_sure_and_comments_on_the_rest(tmp_path: Path) -> None:
    silent = Unplaced('Ropes "and" \\ guides', Form.LABEL, "", "A", "C", ("", ""))
    plans = [plan(n, "The mountain") for n in ("Ada Moss", "Ben Hill")]
    plans = [Gleaned(p.child, p.names, p.prose, p.small, (*p.unplaced, silent)) for p in plans]
    text = as_file(propose(plans, standard()), 2)
    assert '# "Ropes \\"and\\" \\\\ guides"  in 2 plans: a label beside words' in text
    assert tomllib.loads(text)["sections"] == {"B": ["The mountain"]}
    path = tmp_path / "p.toml"
    path.write_text(text, encoding="utf-8")
    assert [p.words for p in load_profile(path).phrases] == ["The mountain"]
