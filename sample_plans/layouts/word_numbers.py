"""Section letters and item numbers that Word counts itself."""

from __future__ import annotations

from pathlib import Path

from content import Content, long_date
from numbering import Counting
from sections import STATUS, a_groups, advice, b_groups, in_b, named, numbered
from truth import Truth
from word import (
    WordDocument,
    break_page,
    bullet,
    details,
    head_and_foot,
    hyphenate,
    new,
    row,
    save,
    say,
    table,
    watermark,
)

INK, PALE = "7A3E00", "FBEBDD"
TITLES = {
    "C": "Health needs related to the special educational needs",
    "D": "Social care needs related to the special educational needs",
    "G": "Health provision",
    "I": "Placement",
    "J": "Personal budget and direct payments",
}


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    doc = new(plan, "Arial", 10.5, INK, margin=2.1)
    head_and_foot(
        doc,
        f"Education, Health and Care Plan\t\t{plan.plan.authority}",
        f"OFFICIAL - SENSITIVE\t{plan.child.name}\tPage | #",
    )
    if plan.draft:
        watermark(doc)
    _cover(doc, plan)
    count = Counting(doc)
    _heading(doc, count, "A", "Views, interests and aspirations")
    labels = (
        "Child’s views and history",
        "Child’s aspirations",
        "Family’s aspirations",
        "Parents’ views",
    )
    for label, texts, hopes in a_groups(plan, truth, labels):
        _label(doc, label)
        for text in texts:
            (bullet if hopes else say)(doc, text)
    _heading(doc, count, "B", "Special educational needs")
    _b(doc, count, plan, truth)
    _others(doc, count, plan, truth, "CD")
    _heading(doc, count, "E", "Outcomes")
    _e(doc, count, plan, truth)
    _heading(doc, count, "F", "Special educational provision")
    _f(doc, count, plan, truth)
    _others(doc, count, plan, truth, "G")
    _h(doc, count, plan, truth)
    _others(doc, count, plan, truth, "IJ")
    if "K" in plan.others:
        _heading(doc, count, "K", "Advice and information")
        truth.trap("section K", *plan.others["K"])
        for text in plan.others["K"]:
            say(doc, text)
        made = table(doc, [6.5, 6.3, 4], ["Advice", "From", "Date"], PALE)
        for line in advice(plan):
            row(made, *line)
    truth.basis |= {"outcome_provision": "number"}
    truth.area_printed |= {"B"}
    save(doc, path)


def _heading(doc: WordDocument, count: Counting, letter: str, words: str) -> None:
    count.section(doc.add_heading(words, 1), letter)


def _label(doc: WordDocument, words: str) -> None:
    say(doc, words, bold=True, colour=INK, keep=True, after=2)


def _cover(doc: WordDocument, plan: Content) -> None:
    child, facts = plan.child, plan.plan
    say(doc, facts.authority, bold=True, size=13, colour=INK, after=90)
    say(doc, "Education, Health and Care Plan", bold=True, size=26, colour=INK)
    say(doc, child.name, size=20, after=4)
    say(doc, f"{STATUS[facts.status]}, {long_date(facts.date)}".strip(", "), size=12, after=30)
    rows = [
        ("Date of birth", long_date(child.born)),
        ("Likes to be called", child.known_as),
        ("Sex", child.sex),
        ("UPN", child.upn),
        ("NHS number", child.nhs),
        ("Year group", child.year_group),
        ("Setting", facts.setting),
        ("Parents", " and ".join(plan.parents)),
        ("Draft plan sent", long_date(facts.draft_date)),
        ("First plan", long_date(facts.first_date)),
        ("Review due", long_date(facts.review_date)),
    ]
    details(doc, [5, 11.8], [r for r in rows if r[1]], PALE)
    break_page(doc)


def _b(doc: WordDocument, count: Counting, plan: Content, truth: Truth) -> None:
    truth.mark("B")
    order = [n for area in plan.areas for n in plan.needs if n.area == area]
    numbers = numbered(order, "B{}")
    for area, title in named(plan):
        if not in_b(plan, area):
            continue
        truth.mark("B", title)
        doc.add_heading(title, 2)
        for label, said in b_groups(
            plan, truth, area, ("Strengths", "At the moment", "Needs"), numbers
        ):
            _label(doc, label)
            for number, text in said:
                if number:
                    count.item(say(doc, text))
                else:
                    bullet(doc, text)


def _e(doc: WordDocument, count: Counting, plan: Content, truth: Truth) -> None:
    truth.mark("E")
    for n, outcome in enumerate(plan.outcomes, 1):
        count.item(say(doc, truth.outcome(outcome, f"E{n}")))
        for k in range(len(outcome.steps)):
            count.item(say(doc, truth.step(outcome, k), after=3), 2)
    if not plan.outcomes:
        return
    truth.mark("E", "Monitoring")
    _label(doc, "Monitoring")
    text = "Short-term targets are set within two weeks of this plan, and again each term."
    say(doc, truth.context("E", text))


def _f(doc: WordDocument, count: Counting, plan: Content, truth: Truth) -> None:
    note = (
        "Provision must be detailed and specific and should normally be quantified, for example in "
        "terms of the type, hours and frequency of support and level of expertise (Code, 9.69)."
    )
    if plan.provision:
        truth.mark("F", note)
        say(doc, note, italic=True, size=9)
    numbers = numbered(plan.outcomes, "E{}")
    for n, provision in enumerate(plan.provision, 1):
        paragraph = say(doc, truth.provision(provision, f"F{n}", against=provision.supports))
        count.item(paragraph)
        hyphenate(paragraph)
        for part in provision.parts:
            count.item(say(doc, part, after=3), 2)
        if provision.supports:
            words = f"[{', '.join(numbers[e] for e in provision.supports)}]"
            truth.mark("F", words)
            paragraph.add_run(f" {words}").bold = True


def _others(doc: WordDocument, count: Counting, plan: Content, truth: Truth, letters: str) -> None:
    for letter in letters:
        if letter in plan.others:
            _heading(doc, count, letter, TITLES[letter])
            truth.trap(f"section {letter}", *plan.others[letter])
            for text in plan.others[letter]:
                say(doc, text)


def _h(doc: WordDocument, count: Counting, plan: Content, truth: Truth) -> None:
    """H1 and H2 under one heading: Word counts both the letter and the two numbers."""
    if not {"H1", "H2"} & set(plan.others):
        return
    _heading(doc, count, "H", "Social care provision")
    titles = {
        "H1": "Provision under section 2 of the Chronically Sick and Disabled Persons Act 1970",
        "H2": "Any other social care provision",
    }
    for letter, title in titles.items():
        if letter in plan.others:
            count.item(say(doc, title, bold=True, keep=True))
            truth.trap(f"section {letter}", *plan.others[letter])
            for text in plan.others[letter]:
                say(doc, text)
