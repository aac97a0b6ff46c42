"""A page for each outcome: letters stand at the heads of rows, G and H among them."""

from __future__ import annotations

from pathlib import Path

from content import Content, Outcome, Statement, long_date, short_date
from docx.table import Table, _Cell
from sections import STATUS, a_groups, advice, named, of, others
from truth import Truth
from word import (
    WordDocument,
    break_page,
    bullet,
    details,
    head_and_foot,
    new,
    row,
    save,
    say,
    shade,
    table,
    watermark,
)

INK, PALE = "1D5C63", "DCECEE"
AFTER = {
    "G": "G. Health provision",
    "H1": "H1. Social care provision for a disabled child under 18",
    "H2": "H2. Other social care provision",
    "I": "I. School or other setting",
    "J": "J. Personal budget",
}
LABELS = ("My life", "My aspirations", "My family’s aspirations", "What my family say")


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    doc = new(plan, "Verdana", 11.5, INK)
    head_and_foot(
        doc,
        f"{plan.child.name}, born {short_date(plan.child.born)}",
        f"{plan.plan.authority}   OFFICIAL - SENSITIVE [PERSONAL]   PAGE # OF ##",
    )
    if plan.draft:
        watermark(doc)
    _cover(doc, plan)
    doc.add_heading("A. My views, interests and aspirations", 1)
    for label, texts, _ in a_groups(plan, truth, LABELS):
        doc.add_heading(label, 2)
        for text in texts:
            say(doc, text)
    break_page(doc)
    doc.add_heading("B. My special educational needs", 1)
    _strengths(doc, plan, truth)
    _others(doc, plan, truth, {"C": "C. Health needs", "D": "D. Social care needs"})
    title = "Sections B, E, F, G and H: my needs, outcomes and support"
    truth.mark("BEF", title)
    told: set[str] = set()
    for n, outcome in enumerate(plan.outcomes, 1):
        break_page(doc)
        if n == 1:
            doc.add_heading(title, 1)
        say(doc, f"Page {n} of my outcomes", italic=True, size=9)
        truth.mark("E", f"Page {n} of my outcomes")
        _card(doc, plan, truth, outcome, told)
    _others(doc, plan, truth, AFTER)
    break_page(doc)
    doc.add_heading("K. Advice and information", 1)
    for line in advice(plan):
        bullet(doc, ", ".join(line))
    truth.basis |= {"need_outcome": "row", "outcome_provision": "row", "need_provision": "row"}
    truth.area_printed |= {"B"}
    save(doc, path)


def _cover(doc: WordDocument, plan: Content) -> None:
    child, facts = plan.child, plan.plan
    say(doc, "My Education, Health and Care Plan", bold=True, size=26, colour=INK, after=20)
    rows = [
        ("Surname", child.last.upper()),
        ("Other names", child.first),
        ("Known as", child.known_as),
        ("Date of birth", long_date(child.born)),
        ("Sex", child.sex),
        ("UPN", child.upn),
        ("NHS number", child.nhs),
        ("Year group", child.year_group),
        ("Parents", ", ".join(plan.parents)),
        ("School", facts.setting),
        ("Status", STATUS[facts.status]),
        ("Date of original plan", long_date(facts.first_date)),
        ("Date of draft", long_date(facts.draft_date)),
        ("Date of this plan", long_date(facts.date)),
        ("Review due", f"{long_date(facts.review_date)} and annually thereafter"),
    ]
    details(doc, [6, 11], [r for r in rows if r[1]], PALE)
    break_page(doc)


def _strengths(doc: WordDocument, plan: Content, truth: Truth) -> None:
    """Section B begins with what is going well; its needs stand on the pages of the outcomes."""
    truth.mark("B")
    for area, title in named(plan):
        told = [*of(area, plan.strengths), *of(area, plan.currents)]
        if told:
            truth.mark("B", title, "Strengths and present levels")
            doc.add_heading(title, 2)
            say(doc, "Strengths and present levels", bold=True, keep=True)
        for said in of(area, plan.strengths):
            bullet(doc, truth.strength(said))
        for said in of(area, plan.currents):
            bullet(doc, truth.current(said))


def _card(doc: WordDocument, plan: Content, truth: Truth, outcome: Outcome, told: set[str]) -> None:
    made = table(doc, [4, 13])
    needs = [n for n in plan.needs if n.id in outcome.answers and n.id not in told]
    told.update(n.id for n in needs)
    _needs(_beside(made, truth, "B", "B: Need"), truth, needs)
    cell = _beside(made, truth, "E", "E: Outcome")
    say(cell, truth.outcome(outcome, against=tuple(n.id for n in needs)))
    if outcome.steps:
        cell = _beside(made, truth, "E", "Steps on the way")
    for n in range(len(outcome.steps)):
        bullet(cell, truth.step(outcome, n))
    cell = _beside(made, truth, "F", "F: Special educational provision")
    for item in plan.provision_for(outcome):
        bullet(cell, truth.provision(item, against=(outcome.id,)))
        for other in item.supports[1:]:
            truth.link("outcome_provision", other, item.id, "semantic")
    for letter, label, words in (
        ("G", "G: Health provision", outcome.health),
        ("H1", "H1: Social care provision", outcome.care),
    ):
        say(_beside(made, truth, "F", label), truth.elsewhere(letter, outcome, words) or "-")


def _beside(made: Table, truth: Truth, section: str, label: str) -> _Cell:
    """The cell beside a row's head."""
    truth.mark(section, label)
    cells = row(made, label, bold_first=True)
    shade(cells[0], PALE)
    return cells[1]


def _needs(cell: _Cell, truth: Truth, needs: list[Statement]) -> None:
    for need in needs:
        say(cell, truth.need(need))
    if not needs:
        say(cell, "-")


def _others(doc: WordDocument, plan: Content, truth: Truth, titles: dict[str, str]) -> None:
    break_page(doc)
    others(plan, truth, titles, lambda t: doc.add_heading(t, 1), lambda t: say(doc, t))
