"""How leave-one-layout-out takes words away: only what no other layout's texts need."""

from __future__ import annotations

import re

from extractors.headings import role
from extractors.vocabulary import Entry, standard, using
from tests.score.left_out import Noting
from tests.score.trimming import alternatives, fits, without

OUTCOMES = Entry("roles", "outcome", r"((key|agreed) )*outcomes?( (sought|wanted|for .*))?")


def test_every_alternative_is_seen_the_outer_ones_first() -> None:
    found = [OUTCOMES.expression[a:b] for a, b in alternatives(OUTCOMES.expression)]
    assert found == ["key", "agreed", "sought", "wanted", "for .*"]
    assert alternatives(r"(?:a|b\|c)[|)]d|e\)") == [(0, 15), (3, 4), (5, 9), (16, 19)]


def test_what_looks_ahead_keeps_its_alternatives() -> None:
    assert alternatives(r"(?!(may|can) )x( (a|b))?") == [(18, 19), (20, 21)]


def test_without_any_one_alternative_every_entry_is_still_an_expression() -> None:
    for entry in standard().entries[::7]:
        for start, end in alternatives(entry.expression):
            re.compile(entry.expression[:start] + "(?!)" + entry.expression[end:])


def test_only_what_one_layout_needs_is_cut_out() -> None:
    known = {
        "one": frozenset({"agreed outcomes wanted", "outcomes sought"}),
        "other": frozenset({"outcomes sought", "key outcome"}),
    }
    less = dict(without(OUTCOMES, known))
    assert not fits(less["one"], ["agreed outcomes wanted", "agreed outcomes", "outcomes wanted"])
    assert fits(less["one"], ["outcomes sought", "outcomes for all"])
    assert fits(less["one"], known["other"]) == known["other"]
    assert fits(less["other"], known["one"]) == known["one"]
    assert not fits(less["other"], ["key outcome"])


def test_texts_are_noted_also_where_an_earlier_entry_decides() -> None:
    noting = Noting()
    with using(noting):
        role("Outcomes: what I want to achieve")
    assert {"outcomes", "what i want to achieve"} <= noting.asked["roles"]
