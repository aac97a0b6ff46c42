"""Groups of sections under coloured bars that bear no letter, an asterisk before each section."""

from __future__ import annotations

from pathlib import Path

from content import ADULTHOOD, Content, long_date
from sections import STATUS, a_groups, advice, in_b, named, numbered, of, others
from truth import Truth
from word import (
    WordDocument,
    band,
    break_page,
    bullet,
    details,
    head_and_foot,
    labelled,
    new,
    row,
    save,
    say,
    table,
    watermark,
)

INK, PALE = "6A1B9A", "EFE3F5"
TITLES = {
    "A": "Views, interests and aspirations",
    "B": "Special educational needs",
    "C": "Health needs",
    "D": "Social care needs",
    "E": "Outcomes, including Preparing for Adulthood outcomes for Yr9 onwards",
    "F": "Special educational provision",
    "G": "Health provision",
    "H1": "Social care provision (CSDPA 1970)",
    "H2": "Other social care provision",
    "I": "Placement",
    "J": "Personal budget",
    "K": "Advice and information",
}
GROUPS = {
    "This is me": ("A",),
    "Strengths, Difficulties and Outcomes": ("B", "C", "D", "E"),
    "Provision": ("F", "G", "H1", "H2"),
    "Resources": ("I", "J", "K"),
}
LABELS = ("My life so far", "My dreams", "My family’s dreams", "Our child’s story so far")


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    doc = new(plan, "Trebuchet MS", 11, INK)
    head_and_foot(doc, f"{plan.child.name}   Amendment no. 2", "Page #", align="right")
    if plan.draft:
        watermark(doc)
    _cover(doc, plan)
    _contents(doc)
    for group, letters in GROUPS.items():
        band(doc, group, 17, INK)
        say(doc, "", after=2)
        for letter in letters:
            _section(doc, plan, truth, letter)
    truth.basis |= {"need_outcome": "area", "outcome_provision": "number"}
    truth.area_printed |= {"B", "E"}
    save(doc, path)


def _cover(doc: WordDocument, plan: Content) -> None:
    child, facts = plan.child, plan.plan
    say(doc, "Education, Health and Care Plan", bold=True, size=20, colour=INK)
    rows = [
        ("My name is", child.name),
        ("I like to be called", child.known_as),
        ("My birthday", long_date(child.born)),
        ("Sex", child.sex),
        ("UPN", child.upn),
        ("NHS number", child.nhs),
        ("Year group", child.year_group),
        ("Where I learn", facts.setting),
        ("Status", STATUS[facts.status]),
        ("First plan", long_date(facts.first_date)),
        ("Draft issued", long_date(facts.draft_date)),
        ("Final plan issued", long_date(facts.date)),
        ("Annual review due", long_date(facts.review_date)),
    ]
    details(doc, [6, 11], [r for r in rows if r[1]], PALE)
    break_page(doc)


def _contents(doc: WordDocument) -> None:
    say(doc, "Contents", bold=True, size=14)
    page = 3
    for group, letters in GROUPS.items():
        say(doc, group, bold=True, after=0)
        for letter in letters:
            say(doc, f"* Section {letter}: {TITLES[letter]} ........ {page}", after=0)
        page += 1
    break_page(doc)


def _section(doc: WordDocument, plan: Content, truth: Truth, letter: str) -> None:
    title = f"* Section {letter}: {TITLES[letter]}"
    inside = {"A": _a, "B": _b, "E": _e, "F": _f}.get(letter)
    if inside:
        doc.add_heading(title, 2)
        inside(doc, plan, truth)
        return
    heading, words = (lambda t: doc.add_heading(t, 2)), (lambda t: say(doc, t))
    others(plan, truth, {letter: title}, heading, words)
    if letter == "K":
        for line in advice(plan):
            bullet(doc, ", ".join(line))


def _a(doc: WordDocument, plan: Content, truth: Truth) -> None:
    for label, texts, hopes in a_groups(plan, truth, LABELS):
        say(doc, label, bold=True, keep=True)
        for text in texts:
            (bullet if hopes else say)(doc, text)


def _b(doc: WordDocument, plan: Content, truth: Truth) -> None:
    """Each area as two columns, what is hard beside what goes well."""
    truth.mark("B")
    for area, title in named(plan, ADULTHOOD):
        if not in_b(plan, area):
            continue
        truth.mark("B", title, "Strengths", "Difficulties")
        say(doc, title, bold=True, colour=INK, keep=True)
        cells = row(table(doc, [8.5, 8.5], ["Strengths", "Difficulties"], PALE))
        for said in of(area, plan.strengths):
            bullet(cells[0], truth.strength(said))
        if of(area, plan.currents):
            truth.mark("B", "Now")
            say(cells[0], "Now", italic=True)
        for said in of(area, plan.currents):
            bullet(cells[0], truth.current(said))
        for need in of(area, plan.needs):
            bullet(cells[1], truth.need(need))
        say(doc, "", after=2)


def _e(doc: WordDocument, plan: Content, truth: Truth) -> None:
    truth.mark("E")
    numbers = numbered(plan.outcomes, "E{}")
    for area, title in named(plan, ADULTHOOD):
        for n, outcome in enumerate(of(area, plan.outcomes)):
            if n == 0:
                truth.mark("E", title)
                say(doc, title, bold=True, keep=True)
            labelled(doc, numbers[outcome.id], truth.outcome(outcome, numbers[outcome.id]))
            for step in range(len(outcome.steps)):
                bullet(doc, truth.step(outcome, step), 2)


def _f(doc: WordDocument, plan: Content, truth: Truth) -> None:
    truth.mark("F")
    numbers = numbered(plan.outcomes, "E{}")
    for item in plan.provision:
        bullet(doc, truth.provision(item, against=item.supports))
        if item.supports:
            told = "Linked to: " + ", ".join(numbers[e] for e in item.supports)
            truth.mark("F", told)
            say(doc, told, italic=True, size=9)
