"""Boxes to tick on the cover, the advice before Section A, and tables whose heads stand once."""

from __future__ import annotations

from pathlib import Path

from content import AREAS, Content, Provision
from docx.table import _Cell
from sections import a_groups, advice, b_groups, in_b, named, numbered, others, status_boxes
from truth import Truth
from word import (
    WordDocument,
    break_page,
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
)

INK, PALE = "003366", "DDE6F0"
BEFORE = {"C": "Section C  Health needs", "D": "Section D  Social care needs"}
AFTER = {
    "G": "Section G  Health provision",
    "H1": "Section H1  Social care provision",
    "H2": "Section H2  Other social care provision",
    "I": "Section I  Placement",
    "J": "Section J  Personal budget",
}
LABELS = ("My views", "My aspirations", "My parents’ aspirations", "My parents’ views")
GROUPS = ("Strengths", "How things are now", "Needs")
PROVISION = ["Provision", "Who will provide it", "How often", "Outcome number"]


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    doc = new(plan, "Arial", 14, INK, margin=2.2)
    foot = f"{plan.child.name}  {plan.child.born:%d-%b-%Y}   page # of ##"
    head_and_foot(doc, f"{plan.plan.authority}   Private and confidential", foot)
    _cover(doc, plan)
    _k(doc, plan, truth)
    doc.add_heading("Section A  The views, interests and aspirations of the child and parents", 1)
    for label, texts, _ in a_groups(plan, truth, LABELS, hopes_first=True):
        say(doc, label, bold=True, keep=True)
        for text in texts:
            say(doc, text)
    needs, outcomes = numbered(plan.needs, "{}"), numbered(plan.outcomes, "{}")
    _b(doc, plan, truth, needs)
    _others(doc, plan, truth, BEFORE)
    _e(doc, plan, truth, needs, outcomes)
    _f(doc, plan, truth, outcomes)
    _others(doc, plan, truth, AFTER)
    truth.basis |= {"need_outcome": "number", "outcome_provision": "number"}
    truth.area_printed |= {"B"}
    save(doc, path)


def _cover(doc: WordDocument, plan: Content) -> None:
    child, facts = plan.child, plan.plan
    say(doc, "Education Health and Care Plan", bold=True, size=20, colour=INK)
    cells = row(table(doc, [4.1] * 4))
    for cell, (box, words) in zip(cells, status_boxes(plan), strict=True):
        say(cell, f"{box} {words}")
    say(doc, "")
    rows = [
        ("Name of child/young person", child.name),
        ("Preferred name", child.known_as),
        ("Date of Birth", f"{child.born:%d-%b-%Y}"),
        ("Year Group", child.year_group),
        ("Gender", child.sex),
        ("UPN", child.upn),
        ("Draft issued", f"{facts.draft_date:%d-%b-%Y}" if facts.draft_date else ""),
        ("Date plan issued", f"{facts.date:%d-%b-%Y}"),
        ("Next review", f"{facts.review_date:%d-%b-%Y}" if facts.review_date else ""),
        ("School", facts.setting),
        ("Child in care", "No"),
        ("Interpreter needed", "No"),
    ]
    details(doc, [6.5, 10], [r for r in rows if r[1]], PALE)
    break_page(doc)


def _k(doc: WordDocument, plan: Content, truth: Truth) -> None:
    title = "Section K  Advice and information used to write this plan"
    others(plan, truth, {"K": title}, lambda t: doc.add_heading(t, 1), lambda t: say(doc, t))
    for n, (role, name, given) in enumerate(advice(plan), 1):
        say(doc, f"{n}. {role}, {name}, {given}", after=1)


def _b(doc: WordDocument, plan: Content, truth: Truth, numbers: dict[str, str]) -> None:
    doc.add_heading("Section B  Special educational needs", 1)
    greatest = AREAS.get(plan.needs[0].area, "")
    truth.mark("B", "Greatest area of need:", greatest)
    labelled(doc, "Greatest area of need:", greatest)
    for area, title in named(plan):
        if not in_b(plan, area):
            continue
        truth.mark("B", title)
        doc.add_heading(title, 2)
        for label, said in b_groups(plan, truth, area, GROUPS, numbers):
            say(doc, label, bold=True, keep=True)
            for number, text in said:
                if number:
                    say(doc, f"{number}. {text}")
                else:
                    bullet(doc, text)


def _e(
    doc: WordDocument,
    plan: Content,
    truth: Truth,
    needs: dict[str, str],
    numbers: dict[str, str],
) -> None:
    doc.add_heading("Section E  The outcomes sought for the child or the young person", 1)
    heads = ["No.", "Outcome", "Need number"]
    truth.mark("E", *heads)
    made = table(doc, [1.5, 12, 3])
    _heads(row(made, *heads))
    for outcome in plan.outcomes:
        number = numbers[outcome.id]
        cells = row(made, number)
        say(cells[1], truth.outcome(outcome, number, outcome.answers))
        if outcome.steps:
            truth.mark("E", "To get there:")
            say(cells[1], "To get there:", italic=True)
        for n in range(len(outcome.steps)):
            bullet(cells[1], truth.step(outcome, n))
        told = ", ".join(needs[b] for b in outcome.answers)
        truth.mark("E", told)
        say(cells[2], told or "-")


def _f(doc: WordDocument, plan: Content, truth: Truth, numbers: dict[str, str]) -> None:
    doc.add_heading("Section F  Special educational provision", 1)
    truth.mark("F", *PROVISION)
    made = table(doc, [7.2, 3.9, 3.2, 2.2])
    _heads(row(made, *PROVISION))
    for item in plan.provision:
        cells = row(made)
        _provision(cells, truth, item)
        told = ", ".join(numbers[e] for e in item.supports)
        truth.mark("F", told)
        say(cells[3], told or "-")


def _heads(cells: list[_Cell]) -> None:
    """Colours a first row that does not stand again on the next page."""
    for cell in cells:
        shade(cell, PALE)
        for run in cell.paragraphs[0].runs:
            run.bold = True


def _provision(cells: list[_Cell], truth: Truth, item: Provision) -> None:
    say(cells[0], truth.provision(item, against=item.supports, columns=True))
    for part in item.parts:
        bullet(cells[0], part)
    say(cells[1], item.who or "-")
    say(cells[2], item.often or "-")


def _others(doc: WordDocument, plan: Content, truth: Truth, titles: dict[str, str]) -> None:
    others(plan, truth, titles, lambda t: doc.add_heading(t, 1), lambda t: say(doc, t))
