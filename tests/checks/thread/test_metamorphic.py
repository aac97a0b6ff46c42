"""What may be changed in a plan without changing its thread, and what must change it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from time import process_time

import pytest

from checks.thread.link import link
from checks.thread.links import End, Linked, Relation, Thread
from extractors.document import Place
from extractors.plan import LETTERS, Child, Facts, Item, Kind, Plan, Section

KINDS = {"A": Kind.ASPIRATION, "B": Kind.NEED, "E": Kind.OUTCOME, "F": Kind.PROVISION}

# Needs, outcomes and provision of several areas, in the third person.
TEXTS = {
    "A1": "Marlon wants to work with horses when he is grown up.",
    "A2": "He would like to have a friend to sit with at lunch.",
    "B1": "Marlon's speech is hard to follow: he leaves out final consonants.",
    "B2": "He cannot recognise more than twenty words in print and guesses the rest.",
    "B3": "Marlon panics before tests and has missed thirty days of school since September.",
    "B4": "He spends each lunchtime alone and does not know how to join a game.",
    "B5": "Marlon cannot do up buttons or use a knife and fork.",
    "E1": "By the end of Key Stage 2 Marlon will pronounce final consonants so that a stranger"
    " follows four sentences in five of his speech.",
    "E2": "By the end of Key Stage 2 he will read aloud a page of 100 words with five errors.",
    "E3": "By July 2028 Marlon will come to school on nine days in ten and sit his tests in the"
    " hall without panic.",
    "E4": "By July 2028 Marlon will ask to join a game with two friends on three lunchtimes a"
    " week.",
    "E5": "By the end of Key Stage 2 he will cut up his dinner with a knife and fork and fasten"
    " his own coat.",
    "F1": "A speech and language therapist will practise final consonants with him for 30 minutes"
    " each week.",
    "F2": "Phonics and reading aloud with a teacher for 20 minutes a day.",
    "F3": "Cognitive behavioural therapy for panic and worry, one hour a week for ten weeks.",
    "F4": "A lunchtime club in which a midday supervisor helps him to make friends, daily.",
    "F5": "An occupational therapist will teach cutlery and buttons for 30 minutes a fortnight.",
}


def plan_of(texts: dict[str, str], name: str = "Marlon Achebe") -> Plan:
    items = tuple(Item(id, id[0], KINDS[id[0]], text, Place()) for id, text in texts.items())
    sections = tuple(Section(letter, found=letter in KINDS) for letter in LETTERS)
    return Plan(Child(name=name), Facts(), sections, items)


def sure(thread: Thread) -> set[tuple[str, str]]:
    return {(k.from_id, k.to_id) for k in thread.links if k.verdict is Linked.LINKED}


@cache
def before() -> Thread:
    return link(plan_of(TEXTS))


def test_the_plan_itself_is_one_thread() -> None:
    found = sure(before())
    for n in "12345":
        assert {(f"E{n}", f"B{n}"), (f"F{n}", f"E{n}"), (f"F{n}", f"B{n}")} <= found


def _feminine(text: str) -> str:
    for old, new in ((" he ", " she "), ("He ", "She "), (" his ", " her "), (" him ", " her ")):
        text = text.replace(old, new)
    return text


def _prose(text: str) -> str:
    """The words of a bullet as they would run in a paragraph."""
    return f"It is agreed that {text[0].lower()}{text[1:].rstrip('.')}; this was discussed."


def _british(text: str) -> str:
    return text.replace("recognise", "recognize").replace("practise", "practice")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda t: t.replace("Marlon", "Wilhelmina"), id="another name"),
        pytest.param(_feminine, id="another pronoun"),
        pytest.param(_prose, id="prose"),
        pytest.param(_british, id="spelling"),
        pytest.param(lambda t: t.replace("'", "’"), id="apostrophes"),
        pytest.param(str.upper, id="capitals"),
    ],
)
def test_what_changes_no_subject_changes_no_link(change: Callable[[str], str]) -> None:
    name = "Wilhelmina Achebe" if change("Marlon") == "Wilhelmina" else "Marlon Achebe"
    after = link(plan_of({id: change(text) for id, text in TEXTS.items()}, name))
    assert sure(after) == sure(before())


def test_the_order_of_sections_changes_no_link() -> None:
    for letters in ("FEBA", "EABF"):
        turned = {id: TEXTS[id] for letter in letters for id in TEXTS if id[0] == letter}
        assert sure(link(plan_of(turned))) == sure(before())


def test_the_order_of_items_changes_no_link_that_words_make() -> None:
    turned = dict(reversed(TEXTS.items()))
    assert sure(link(plan_of(turned))) == sure(before())
    shuffled = [
        f"{kind}{n}"
        for kind, ns in zip("ABEF", ("12", "35142", "12345", "54321"), strict=True)
        for n in ns
    ]
    assert {(f"E{n}", f"B{n}") for n in "12345"} <= sure(
        link(plan_of({id: TEXTS[id] for id in shuffled}))
    )


def test_provision_that_has_nothing_to_do_with_them_breaks_no_link() -> None:
    more = TEXTS | {"F6": "The transport escort will be told of his route by the office."}
    assert sure(before()) <= sure(link(plan_of(more)))


@pytest.mark.parametrize("n", list("12345"))
def test_without_its_outcome_a_need_is_no_longer_linked(n: str) -> None:
    assert _ending(before(), Relation.OUTCOME_NEED, f"B{n}") is End.LINKED
    rest = {id: text for id, text in TEXTS.items() if id != f"E{n}"}
    assert _ending(link(plan_of(rest)), Relation.OUTCOME_NEED, f"B{n}") is not End.LINKED


@pytest.mark.parametrize("n", list("12345"))
def test_without_its_provision_a_need_is_no_longer_linked(n: str) -> None:
    rest = {id: text for id, text in TEXTS.items() if id != f"F{n}"}
    assert _ending(link(plan_of(rest)), Relation.PROVISION_NEED, f"B{n}") is not End.LINKED


def _ending(thread: Thread, relation: Relation, id: str) -> End:
    ending = thread.ending(relation, id)
    assert ending is not None
    return ending.end


def test_one_item_of_each_kind_with_nothing_in_common_is_not_linked() -> None:
    thread = link(plan_of({"B1": TEXTS["B1"], "E1": TEXTS["E5"], "F1": TEXTS["F3"]}))
    assert not sure(thread)


def test_one_item_alone_has_no_ends_to_look_for() -> None:
    assert link(plan_of({"B1": TEXTS["B1"]})) == Thread()


def test_an_empty_section_says_nothing_of_the_rest() -> None:
    thread = link(plan_of({id: text for id, text in TEXTS.items() if id[0] != "E"}))
    assert {e.relation for e in thread.endings} == {Relation.PROVISION_NEED}


def test_three_hundred_items_end_soon() -> None:
    many = {
        f"{letter}{place}": f"{TEXTS[f'{letter}{place % 5 + 1}']} Number {place}."
        for letter in "BEF"
        for place in range(1, 101)
    }
    started = process_time()
    thread = link(replace(plan_of(many)))
    assert process_time() - started < 5
    assert thread.endings
