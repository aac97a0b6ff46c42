"""The letter on one line and the title on the next; E before B, under groups without a letter."""

from __future__ import annotations

from pathlib import Path

from content import Content, long_date
from sections import STATUS, a_groups, advice, b_groups, in_b, named, of, others
from truth import Truth
from word import (
    WordDocument,
    break_page,
    bullet,
    head_and_foot,
    labelled,
    new,
    save,
    say,
    watermark,
)

INK = "A03000"
TITLES = {
    "A": "My views, interests and aspirations",
    "B": "My special educational needs",
    "C": "My health needs",
    "D": "My social care needs",
    "E": "What I want to achieve",
    "F": "Special educational provision required by me",
    "G": "Health provision",
    "H1": "Social care provision",
    "H2": "Other social care provision",
    "I": "My school",
    "J": "My personal budget",
    "K": "Advice and information",
}
LABELS = ("About me", "My hopes", "The hopes of my family", "What my family think")
GROUPS = ("Strengths", "Current position", "Needs")


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    doc = new(plan, "Calibri", 11.5, INK)
    head_and_foot(doc, f"{plan.plan.authority}   OFFICIAL-SENSITIVE", "Page # of ##")
    if plan.draft:
        watermark(doc)
    _cover(doc, plan)
    _title(doc, truth, "A")
    for label, texts, hopes in a_groups(plan, truth, LABELS):
        say(doc, label, bold=True, keep=True)
        for text in texts:
            (bullet if hopes else say)(doc, text)
    _group(doc, "WHERE I AM GOING")
    _e(doc, plan, truth)
    _group(doc, "WHAT IS HARD AND WHAT WILL HELP")
    _b(doc, plan, truth)
    _others(doc, plan, truth, ("C", "D"))
    _f(doc, plan, truth)
    _others(doc, plan, truth, ("G", "H1", "H2", "I", "J", "K"))
    for line in advice(plan):
        bullet(doc, ", ".join(line))
    areas = {"need_outcome": "area", "outcome_provision": "area", "need_provision": "area"}
    truth.basis |= areas
    truth.area_printed |= {"B", "E", "F"}
    save(doc, path)


def _title(doc: WordDocument, truth: Truth, letter: str) -> None:
    say(doc, f"SECTION {letter}", bold=True, size=14, colour=INK, after=0, keep=True)
    say(doc, TITLES[letter], bold=True, size=14, colour=INK, keep=True)
    truth.mark(letter if letter in "ABEF" else "", TITLES[letter])


def _group(doc: WordDocument, words: str) -> None:
    """A heading over several sections, which opens none of them."""
    say(doc, words, bold=True, size=18, colour="404040", align="centre", keep=True)


def _cover(doc: WordDocument, plan: Content) -> None:
    child, facts = plan.child, plan.plan
    say(doc, "Education, Health and Care Plan", bold=True, size=24, colour=INK)
    for label, value in (
        ("Name:", child.name),
        ("Known as:", child.known_as),
        ("Date of birth:", f"{child.born.day}.{child.born.month}.{child.born:%y}"),
        ("Sex:", child.sex),
        ("UPN:", child.upn),
        ("NHS number:", child.nhs),
        ("School year:", child.year_group),
        ("School:", facts.setting),
        ("Status:", STATUS[facts.status]),
        ("First plan:", long_date(facts.first_date)),
        ("Draft plan:", long_date(facts.draft_date)),
        ("Final plan:", long_date(facts.date)),
        ("Review by:", long_date(facts.review_date)),
    ):
        if value:
            labelled(doc, label, value, after=0)
    break_page(doc)


def _e(doc: WordDocument, plan: Content, truth: Truth) -> None:
    _title(doc, truth, "E")
    for area, title in named(plan):
        for n, outcome in enumerate(of(area, plan.outcomes)):
            if n == 0:
                _area(doc, truth, "E", title)
            say(doc, truth.outcome(outcome))
            if outcome.steps:
                truth.mark("E", "Steps to get there:")
                say(doc, "Steps to get there:", italic=True, keep=True)
            for step in range(len(outcome.steps)):
                bullet(doc, truth.step(outcome, step))
    for text in plan.arrangements:
        say(doc, truth.context("E", text))


def _b(doc: WordDocument, plan: Content, truth: Truth) -> None:
    _title(doc, truth, "B")
    for area, title in named(plan):
        if not in_b(plan, area):
            continue
        _area(doc, truth, "B", title)
        for label, said in b_groups(plan, truth, area, GROUPS):
            say(doc, label, italic=True, keep=True)
            for _, text in said:
                bullet(doc, text)


def _f(doc: WordDocument, plan: Content, truth: Truth) -> None:
    _title(doc, truth, "F")
    for area, title in named(plan):
        for n, item in enumerate(of(area, plan.provision)):
            if n == 0:
                _area(doc, truth, "F", title)
            bullet(doc, truth.provision(item))
            for part in item.parts:
                bullet(doc, part, 2)


def _area(doc: WordDocument, truth: Truth, section: str, title: str) -> None:
    truth.mark(section, title)
    say(doc, title, bold=True, keep=True)


def _others(doc: WordDocument, plan: Content, truth: Truth, letters: tuple[str, ...]) -> None:
    for letter in letters:
        others(
            plan,
            truth,
            {letter: ""},
            lambda _, x=letter: _title(doc, truth, x),
            lambda t: say(doc, t),
        )
