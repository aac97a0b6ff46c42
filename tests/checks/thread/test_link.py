"""The golden thread: printed links first, then wording, with three answers and their evidence."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.thread.concepts import LEXICON, mentions, standard_lexicon, stem
from checks.thread.link import link
from checks.thread.links import Basis, End, Linked, Relation, Side, Thread
from checks.thread.weigh import pairs, weigh
from checks.thread.weights import FILE, read_weights, standard_weights, write_weights
from extractors.document import Place
from extractors.plan import LETTERS, Area, Child, Facts, Item, Kind, Plan, Reference, Section

KINDS = {
    "A": Kind.ASPIRATION,
    "B": Kind.NEED,
    "C": Kind.NEED,
    "E": Kind.OUTCOME,
    "F": Kind.PROVISION,
    "G": Kind.PROVISION,
}

OLWEN = {
    "A1": "Olwen wants to sing in front of the whole village.",
    "B1": "Her handwriting is laboured and she cannot hold a pencil for more than a line.",
    "B2": "She worries so much about coming in that she missed forty days of school last year.",
    "B3": "Olwen's seizures happen about twice a month.",
    "E1": "By the end of Year 6 Olwen will touch-type her stories on a laptop.",
    "E2": "By the end of Year 6 Olwen will attend school on nine days out of ten.",
    "E3": "By the end of Key Stage 2 Olwen will join in a game with two friends at playtime.",
    "F1": "Typing tuition, 15 minutes a day, on a laptop with a keyguard.",
    "F2": "A reintegration timetable with graded exposure, reviewed each fortnight by the EP.",
    "F3": "A lunchtime play group with three friends, run by a midday supervisor on two days.",
}


def plan_of(texts: dict[str, str], printed: Sequence[tuple[str, str]] = ()) -> Plan:
    """A plan of those items, id to text, and those printed references."""
    items = tuple(Item(id, id[0], KINDS[id[0]], text, Place(page=1)) for id, text in texts.items())
    sections = tuple(Section(letter, found=letter in KINDS) for letter in LETTERS)
    references = tuple(Reference(a, b, "same row", Place(page=2)) for a, b in printed)
    return Plan(Child(name="Olwen Pryce"), Facts(), sections, items, references)


def linked(thread: Thread, relation: Relation) -> set[tuple[str, str]]:
    return {
        (k.from_id, k.to_id)
        for k in thread.links
        if k.relation is relation and k.verdict is Linked.LINKED
    }


def test_words_link_what_belongs_together() -> None:
    thread = link(plan_of(OLWEN))
    assert linked(thread, Relation.OUTCOME_NEED) == {("E1", "B1"), ("E2", "B2")}
    assert linked(thread, Relation.PROVISION_OUTCOME) == {
        ("F1", "E1"),
        ("F2", "E2"),
        ("F3", "E3"),
    }


def test_evidence_quotes_the_words_of_both() -> None:
    thread = link(plan_of(OLWEN))
    evidence = next(k.evidence for k in thread.links if (k.from_id, k.to_id) == ("E1", "B1"))
    assert "handwriting" in evidence
    assert "«touch-type»" in evidence
    assert "«hold a pencil»" in evidence or "«handwriting»" in evidence


def test_a_need_that_nothing_answers_is_never_called_linked() -> None:
    ending = link(plan_of(OLWEN)).ending(Relation.OUTCOME_NEED, "B3")
    assert ending is not None
    assert ending.end is not End.LINKED


def test_print_is_certain_and_comes_before_words() -> None:
    thread = link(plan_of(OLWEN, printed=[("E2", "B3")]))
    assert ("E2", "B3") in linked(thread, Relation.OUTCOME_NEED)
    assert ("E2", "B2") not in linked(thread, Relation.OUTCOME_NEED)
    printed = next(k for k in thread.links if (k.from_id, k.to_id) == ("E2", "B3"))
    assert printed.basis is Basis.PRINTED
    assert printed.evidence == "same row, page 2"


def test_a_reference_printed_the_other_way_round_is_the_same_link() -> None:
    there = link(plan_of(OLWEN, printed=[("E1", "B2")]))
    back = link(plan_of(OLWEN, printed=[("B2", "E1")]))
    assert there.links == back.links


def test_provision_printed_by_an_outcome_meets_the_need_printed_by_it() -> None:
    thread = link(plan_of(OLWEN, printed=[("F2", "E2"), ("E2", "B3")]))
    through = next(k for k in thread.links if (k.from_id, k.to_id) == ("F2", "B3"))
    assert through.evidence == "through E2, which the plan prints beside both"


def test_provision_printed_by_an_outcome_may_meet_a_need_that_only_words_join_to_it() -> None:
    alone = link(plan_of(OLWEN | {"F4": "Twenty minutes on Mondays with Mrs Tate."}))
    assert not {pair for pair in linked(alone, Relation.PROVISION_NEED) if pair[0] == "F4"}
    plan = plan_of(
        OLWEN | {"F4": "Twenty minutes on Mondays with Mrs Tate."}, printed=[("F4", "E1")]
    )
    through = next(k for k in link(plan).links if (k.from_id, k.to_id) == ("F4", "B1"))
    assert through.basis is Basis.WORDS
    assert through.evidence.startswith("through E1, which belongs with both")


PRINTED = [("E1", "B1"), ("E2", "B2"), ("F1", "E1"), ("F2", "E2"), ("F3", "E3")]


def test_where_most_needs_are_printed_one_without_print_or_words_has_no_outcome() -> None:
    told = OLWEN | {"B4": "She cannot follow a spoken instruction."}
    told |= {"E4": "By July 2028 she will follow spoken instructions in three parts."}
    ending = link(plan_of(told, [*PRINTED, ("E4", "B4")])).ending(Relation.OUTCOME_NEED, "B3")
    assert ending is not None
    assert ending.end is End.NONE_FOUND
    assert "epilepsy" in ending.evidence


def test_without_outcomes_nothing_is_said_of_needs_and_outcomes() -> None:
    texts = {id: text for id, text in OLWEN.items() if id[0] != "E"}
    thread = link(plan_of(texts))
    assert thread.ending(Relation.OUTCOME_NEED, "B1") is None
    assert thread.ending(Relation.PROVISION_NEED, "B1") is not None


def test_a_line_without_a_subject_is_unclear_and_not_an_orphan() -> None:
    thread = link(plan_of(OLWEN | {"F4": "As agreed by all."}))
    ending = thread.ending(Relation.PROVISION_NEED, "F4")
    assert ending is not None
    assert ending.end is End.UNCLEAR


def test_deleting_the_linked_outcome_turns_the_need() -> None:
    texts = {id: text for id, text in OLWEN.items() if id != "E1"}
    ending = link(plan_of(texts)).ending(Relation.OUTCOME_NEED, "B1")
    assert ending is not None
    assert ending.end is not End.LINKED


@pytest.mark.parametrize(
    ("old", "new"), [("Olwen", "Bartholomew"), ("She ", "He "), ("her ", "his ")]
)
def test_names_and_pronouns_link_nothing(old: str, new: str) -> None:
    plan = plan_of(OLWEN)
    items = tuple(replace(i, text=i.text.replace(old, new)) for i in plan.items)
    name = (plan.child.name or "").replace(old, new)
    other = link(replace(plan, items=items, child=Child(name=name)))
    for relation in Relation:
        assert linked(other, relation) == linked(link(plan), relation)


def sure(plan: Plan) -> set[tuple[str, str]]:
    return {
        pair
        for relation in Relation
        if relation is not Relation.OUTCOME_ASPIRATION
        for pair in linked(link(plan), relation)
    }


@settings(max_examples=20, deadline=None)
@given(st.permutations(list(OLWEN)))
def test_in_whatever_order_the_items_stand_the_words_decide(ids: list[str]) -> None:
    turned = {id: OLWEN[id] for id in ids}
    assert sure(plan_of(turned)) == sure(plan_of(OLWEN))


def test_the_order_of_the_sections_changes_no_link() -> None:
    plan = plan_of(OLWEN)
    turned = {id: text for letter in "FEBA" for id, text in OLWEN.items() if id[0] == letter}
    assert set(link(plan_of(turned)).links) == set(link(plan).links)


def test_standing_in_the_same_place_links_nothing_by_itself() -> None:
    apart = {
        "B1": "His handwriting is laboured.",
        "B2": "He has seizures twice a month.",
        "E1": "Idwal will travel by bus to the library.",
        "E2": "Idwal will write a line legibly with a tripod grip.",
    }
    assert sure(plan_of(apart)) == {("E2", "B1")}


def test_items_printed_under_different_areas_are_less_likely_linked() -> None:
    plan = plan_of(OLWEN)
    areas = {"B1": Area.SENSORY_PHYSICAL, "E1": Area.SEMH}
    items = tuple(replace(i, area=areas.get(i.id)) for i in plan.items)
    together = tuple(replace(i, area=Area.SENSORY_PHYSICAL) for i in plan.items)

    def likely(items: tuple[Item, ...]) -> float:
        found = pairs(replace(plan, items=items), standard_lexicon())
        weighed = weigh(found, standard_weights(), {})
        return float(weighed[Relation.OUTCOME_NEED].likely[0, 0])

    assert likely(items) < likely(plan.items) < likely(together)


def test_an_empty_plan_has_an_empty_thread() -> None:
    assert link(plan_of({})) == Thread()


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from(list(OLWEN)), st.text(max_size=200)))
def test_any_words_give_a_thread(texts: dict[str, str]) -> None:
    thread = link(plan_of(texts))
    assert {k.from_id for k in thread.links} <= texts.keys()


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("stories", "story"),
        ("classes", "class"),
        ("bus", "bus"),
        ("lies", "lie"),
        ("child's", "child"),
    ],
)
def test_only_plurals_are_dropped(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_words_inside_a_longer_phrase_count_only_as_that_phrase() -> None:
    found = {m.concept for m in mentions("emotional literacy", standard_lexicon())}
    assert "reading" not in found
    assert "self_esteem" in found


def test_no_term_is_claimed_by_more_than_two_subjects() -> None:
    claims: dict[str, list[str]] = {}
    for name, entry in tomllib.loads(LEXICON.read_text(encoding="utf-8")).items():
        if isinstance(entry, dict):
            for term in entry["terms"].split("\n"):
                claims.setdefault(term, []).append(name)
    assert {t: c for t, c in claims.items() if t and len(c) > 2} == {}


def test_each_question_has_its_own_bands() -> None:
    weights = standard_weights()
    assert weights.ends.keys() == {(relation, side) for relation in Relation for side in Side}
    assert all(0 < band < 1 for band in weights.linked.values())
    for ends in weights.ends.values():
        assert min(ends.none_printed, ends.none_by_words) >= 0.5


def test_weights_say_what_they_were_fitted_on() -> None:
    assert re.fullmatch(r"[0-9a-f]{64}", standard_weights().data)


def test_weights_for_other_signals_are_refused(tmp_path: Path) -> None:
    kept = json.loads(FILE.read_text(encoding="utf-8"))
    kept["pairs"]["outcome-need"]["signals"]["moon"] = 1.0
    file = tmp_path / "weights.json"
    file.write_text(json.dumps(kept), encoding="utf-8")
    with pytest.raises(ValueError, match="other signals"):
        read_weights(file)


def test_weights_are_read_as_they_were_written(tmp_path: Path) -> None:
    file = tmp_path / "weights.json"
    write_weights(standard_weights(), file)
    assert read_weights(file) == standard_weights()


def test_a_need_that_the_health_service_meets_is_no_orphan() -> None:
    alone = link(plan_of(OLWEN)).ending(Relation.PROVISION_NEED, "B3")
    assert alone is not None
    assert alone.end is not End.LINKED
    nurse = "The epilepsy nurse will write a seizure plan and train staff in seizures each year."
    thread = link(plan_of(OLWEN | {"G1": nurse}))
    met = thread.ending(Relation.PROVISION_NEED, "B3")
    assert met is not None
    assert met.end is End.LINKED
    assert met.evidence.startswith("in Section G, both about epilepsy")
    assert thread.ending(Relation.PROVISION_NEED, "G1") is None
    assert ("G1", "B3") in linked(thread, Relation.PROVISION_NEED)


def test_an_outcome_may_answer_a_health_need() -> None:
    told = OLWEN | {"E4": "By July 2028 Olwen will tell staff when she feels a seizure coming."}
    told.pop("B3")
    alone = link(plan_of(told)).ending(Relation.OUTCOME_NEED, "E4")
    assert alone is not None
    assert alone.end is not End.LINKED
    thread = link(plan_of(told | {"C1": "Epilepsy: seizures about twice a month."}))
    assert ("E4", "C1") in linked(thread, Relation.OUTCOME_NEED)


def test_health_provision_changes_no_other_ending() -> None:
    before = link(plan_of(OLWEN))
    after = link(plan_of(OLWEN | {"G1": "Orthotic splints are supplied by the hospital."}))
    assert [e for e in after.endings if e.end is End.LINKED] == [
        e for e in before.endings if e.end is End.LINKED
    ]
