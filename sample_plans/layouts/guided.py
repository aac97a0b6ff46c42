"""Guidance in grey boxes, a table of versions, and E and F together under one heading."""

from __future__ import annotations

from pathlib import Path

from content import Content, Outcome, long_date, short_date
from docx.table import _Cell
from sections import STATUS, a_groups, advice, b_groups, in_b, named, of, others
from truth import Truth
from word import (
    WordDocument,
    bullet,
    details,
    head_and_foot,
    labelled,
    new,
    row,
    save,
    say,
    shade,
    table,
    watermark,
)

INK, PALE = "203864", "D9E2F3"
TITLE = "Section E: Outcomes and Section F: Special educational provision"
MORE = "Sections E and F (continued)"
ON_A = (
    "Section A sets out the views, interests and aspirations of the child and the parents. "
    "It need not be written in the first person."
)
ON_B = (
    "Section B must specify all of the special educational needs. Provision belongs in Section F."
)
ON_E = (
    "An outcome is the benefit or difference made to an individual. Provision must be specific, "
    "detailed and quantified."
)
BEFORE = {"C": "Section C: Health needs", "D": "Section D: Social care needs"}
AFTER = {
    "G": "Section G: Health provision",
    "H1": "Section H1: Social care provision",
    "H2": "Section H2: Other social care provision",
    "I": "Section I: Placement",
    "J": "Section J: Personal budget",
    "K": "Section K: Advice and information",
}
LABELS = ("Views", "Aspirations", "Aspirations of the family", "Views of the family")
GROUPS = ("Strengths", "Current attainment", "Needs")
HEADS = ["Provision", "By whom", "When"]


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    doc = new(plan, "Arial", 10.5, INK)
    head_and_foot(doc, f"{plan.plan.authority}\nOFFICIAL-SENSITIVE", "Page # of ##")
    if plan.draft:
        watermark(doc)
    _cover(doc, plan, truth)
    doc.add_heading("Section A: Views, interests and aspirations", 1)
    _guidance(doc, truth, ON_A)
    for label, texts, _ in a_groups(plan, truth, LABELS):
        doc.add_heading(label, 2)
        for text in texts:
            say(doc, text)
    doc.add_heading("Section B: Special educational needs", 1)
    _guidance(doc, truth, ON_B)
    _b(doc, plan, truth)
    _others(doc, plan, truth, BEFORE)
    doc.add_heading(TITLE, 1)
    truth.mark("EF", TITLE)
    _guidance(doc, truth, ON_E)
    for n, area in enumerate(named(plan)):
        _area(doc, plan, truth, area, more=n > 0)
    _others(doc, plan, truth, AFTER)
    for line in advice(plan):
        bullet(doc, ", ".join(line))
    truth.basis |= {"need_outcome": "area", "outcome_provision": "row"}
    truth.area_printed |= {"B", "E", "F"}
    save(doc, path)


def _cover(doc: WordDocument, plan: Content, truth: Truth) -> None:
    child, facts = plan.child, plan.plan
    say(doc, "EHC Plan", bold=True, size=24, colour=INK)
    rows = [
        ("Name", child.name),
        ("Date of birth", short_date(child.born)),
        ("Sex", child.sex),
        ("UPN", child.upn),
        ("Year group", child.year_group),
        ("Placement", facts.setting),
        ("Plan type", STATUS[facts.status]),
        ("Version", "2"),
        ("Previous status", "Final plan"),
        ("Date original EHCP issued", long_date(facts.first_date)),
        ("Date draft sent", long_date(facts.draft_date)),
        ("Date of this plan", long_date(facts.date)),
        ("Review by", long_date(facts.review_date)),
    ]
    details(doc, [6, 11], [r for r in rows if r[1]], PALE)
    say(doc, "Version control", bold=True)
    made = table(doc, [3, 14], ["Version", "Changes"], PALE)
    changes = "Sections B, E and F rewritten after the annual review"
    row(made, "1", "First plan")
    row(made, "2", changes)
    truth.trap("version table", changes)


def _guidance(doc: WordDocument, truth: Truth, words: str) -> None:
    truth.trap("guidance", words)
    cell = row(table(doc, [17]))[0]
    shade(cell, "EDEDED")
    say(cell, words, italic=True, size=9)
    say(doc, "", after=2)


def _b(doc: WordDocument, plan: Content, truth: Truth) -> None:
    truth.mark("B")
    for area, title in named(plan):
        if not in_b(plan, area):
            continue
        truth.mark("B", title)
        doc.add_heading(title, 2)
        for label, said in b_groups(plan, truth, area, GROUPS):
            say(doc, label, bold=True, keep=True)
            for _, text in said:
                bullet(doc, text)


def _area(
    doc: WordDocument, plan: Content, truth: Truth, area: tuple[str, str], *, more: bool
) -> None:
    """A table for one area: a bar, a row for each outcome with its provision, what is left."""
    key, title = area
    outcomes = of(key, plan.outcomes)
    loose = [p for p in plan.loose_provision if p.area == key]
    if not outcomes and not loose:
        return
    if more:
        doc.add_heading(MORE, 1)
        truth.mark("EF", MORE)
    truth.mark("EF", title)
    made = table(doc, [17])
    bar = row(made)[0]
    say(bar, title, bold=True, size=12)
    shade(bar, PALE)
    for n, outcome in enumerate(outcomes, 1):
        _outcome(row(made)[0], plan, truth, outcome, f"Outcome {n}")
    if loose:
        truth.mark("F", "Provision for the whole area:")
        cell = row(made)[0]
        say(cell, "Provision for the whole area:", bold=True)
    for item in loose:
        bullet(cell, truth.provision(item))


def _outcome(cell: _Cell, plan: Content, truth: Truth, outcome: Outcome, number: str) -> None:
    """One outcome with its targets and the table of its provision, all in one cell."""
    labelled(cell, f"{number}:", truth.outcome(outcome, number))
    if outcome.steps:
        truth.mark("E", "Short-term targets:")
        say(cell, "Short-term targets:", bold=True)
    for n in range(len(outcome.steps)):
        bullet(cell, truth.step(outcome, n))
    own = plan.provision_for(outcome)
    if own:
        truth.mark("F", *HEADS)
        inner = table(cell, [8.8, 3.8, 3.6], HEADS, "FFF2CC")
    for item in own:
        words = truth.provision(item, against=(outcome.id,), columns=True)
        row(inner, words, item.who or "-", item.often or "-")
        for other in item.supports[1:]:
            truth.link("outcome_provision", other, item.id, "semantic")
    say(cell, "", after=0)


def _others(doc: WordDocument, plan: Content, truth: Truth, titles: dict[str, str]) -> None:
    others(plan, truth, titles, lambda t: doc.add_heading(t, 1), lambda t: say(doc, t))
