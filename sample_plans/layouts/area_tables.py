"""A1 and A2, then one table for each area: strengths, needs, outcomes, provision in columns."""

from __future__ import annotations

from pathlib import Path

from content import Content, long_date
from docx.table import Table, _Cell
from sections import STATUS, a_groups, advice, b_groups, named, numbered, of, others
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
    shape,
    table,
    watermark,
)

INK, PALE, MID = "2F5233", "E4EFDC", "C2D9B0"
WIDTHS = [6.8, 3.9, 3.3, 3.2]
HEADS = [
    "Section F: Special Educational Provision",
    "By Whom",
    "Frequency",
    "Which Need Does This Provision Meet",
]
TITLES = {
    "communication": "COMMUNICATION AND INTERACTION",
    "cognition": "COGNITION AND LEARNING",
    "semh": "SOCIAL, EMOTIONAL AND MENTAL HEALTH",
    "sensory_physical": "SENSORY AND/OR PHYSICAL",
    "adulthood": "PREPARATION FOR ADULTHOOD",
}
CARE = {
    "C": "Section C - Health needs related to SEN",
    "G": "Section G - Health provision",
    "D": "Section D - Social care needs related to SEN",
    "H1": "Section H1 - Social care provision under the CSDPA 1970",
    "H2": "Section H2 - Any other social care provision",
    "I": "Section I - Placement",
    "J": "Section J - Personal budget",
}


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    doc = new(plan, "Century Gothic", 9.5, INK, margin=1.9)
    head_and_foot(
        doc,
        "OFFICIAL-SENSITIVE",
        f"EHC Plan   {plan.child.name}   UPN {plan.child.upn}   Page # of ##",
        align="right",
    )
    if plan.draft:
        watermark(doc)
    _cover(doc, plan)
    _a(doc, plan, truth)
    doc.add_heading("Sections B, E and F - Needs, outcomes and provision", 1)
    note = (
        "One table is completed for each area of need. The tag after a statement names the advice."
    )
    say(doc, note, italic=True, size=8.5)
    truth.mark("BEF", "Sections B, E and F - Needs, outcomes and provision", note)
    needs = numbered(plan.needs, "B{}")
    outcomes = numbered(plan.outcomes, "E{}")
    for area, title in named(plan, TITLES):
        _area(doc, plan, truth, (area, title), needs | outcomes)
    others(plan, truth, CARE, lambda t: doc.add_heading(t, 2), lambda t: say(doc, t))
    if "K" in plan.others:
        doc.add_heading(
            "K - The advice and information gathered during the EHC needs assessment", 2
        )
        others(plan, truth, {"K": ""}, lambda _: None, lambda t: say(doc, t))
        made = table(doc, [1.5, 6, 5.7, 4], ["Ref", "Role", "Name", "Date"], PALE)
        for n, line in enumerate(advice(plan), 1):
            row(made, f"K{n}", *line)
    truth.basis |= {"need_outcome": "area", "outcome_provision": "area", "need_provision": "number"}
    truth.area_printed |= {"B", "E", "F"}
    save(doc, path)


def _cover(doc: WordDocument, plan: Content) -> None:
    child, facts = plan.child, plan.plan
    say(doc, facts.authority, bold=True, size=16, colour=INK)
    say(doc, "Education, Health and Care Plan", size=22, colour=INK, after=12)
    rows = [
        ("My Name:", child.name),
        ("Known as:", child.known_as),
        ("Date of Birth:", f"{child.born:%d-%b-%Y}"),
        ("Sex:", child.sex),
        ("UPN:", child.upn),
        ("NHS Number:", child.nhs),
        ("NC Year:", child.year_group),
        ("Education setting:", facts.setting),
        ("Parents / carers:", " and ".join(plan.parents)),
        ("Type of plan:", STATUS[facts.status]),
        ("Original EHCP issued:", long_date(facts.first_date)),
        ("Draft issued:", long_date(facts.draft_date)),
        ("Amended on:" if facts.status == "amended" else "Dated:", long_date(facts.date)),
        ("Review before:", long_date(facts.review_date)),
    ]
    details(doc, [5.5, 11.7], [r for r in rows if r[1]], PALE)
    break_page(doc)


def _a(doc: WordDocument, plan: Content, truth: Truth) -> None:
    """A1 is the history and views, A2 the aspirations by whose voice it is."""
    labels = (
        "A1 SUMMARY of the child or young person's history and views",
        "Child/Young Person's Voice:",
        "Parent/Carer's Voice:",
        "Views of parents and carers",
    )
    title = "A2 - Summary of the aspirations and goals of the child or young person and parents"
    begun = False
    for label, texts, hopes in a_groups(plan, truth, labels):
        if hopes and not begun:
            truth.mark("A", title)
            doc.add_heading(title, 2)
            begun = True
        if hopes:
            say(doc, label, bold=True, keep=True)
        else:
            doc.add_heading(label, 2 if label.startswith("A1") else 3)
        for text in texts:
            (bullet if hopes else say)(doc, text)


def _area(
    doc: WordDocument,
    plan: Content,
    truth: Truth,
    area: tuple[str, str],
    numbers: dict[str, str],
) -> None:
    key, title = area
    made = table(doc, WIDTHS)
    bar = _across(made)
    truth.mark("BEF", title)
    say(bar, title, bold=True, size=11, colour="FFFFFF", keep=True)
    shade(bar, INK)
    labels = ("Section B - Strengths", "Section B - Current levels", "Section B - Needs")
    for label, said in b_groups(plan, truth, key, labels, numbers):
        cell = _across(made)
        say(cell, label, bold=True, keep=True)
        for number, text in said:
            paragraph = bullet(cell, f"{number} {text}".strip())
            _tag(paragraph, plan, truth, text)
    outcomes = of(key, plan.outcomes)
    if outcomes:
        cell = _across(made)
        truth.mark("E", "Section E - Outcomes")
        say(cell, "Section E - Outcomes", bold=True, keep=True)
    for outcome in outcomes:
        labelled(cell, f"{numbers[outcome.id]}", truth.outcome(outcome, numbers[outcome.id]))
        for k in range(len(outcome.steps)):
            if k == 0:
                truth.mark("E", "Medium term:")
                say(cell, "Medium term:", italic=True, after=1)
            bullet(cell, truth.step(outcome, k))
    _provision(made, plan, truth, key)
    say(doc, "", after=6)


def _across(made: Table) -> _Cell:
    """One cell over all of the table's columns."""
    cells = row(made)
    return cells[0].merge(cells[-1])


def _tag(paragraph: object, plan: Content, truth: Truth, text: str) -> None:
    """The bold tag that says which advice a statement comes from."""
    if plan.advice:
        tag = f"(K{len(text) % len(plan.advice) + 1})"
        truth.mark("B", tag)
        shape(paragraph.add_run(f" {tag}"), bold=True)  # type: ignore[attr-defined]


def _provision(made: Table, plan: Content, truth: Truth, area: str) -> None:
    provision = of(area, plan.provision)
    if not provision:
        return
    truth.mark("F", *HEADS)
    cells = row(made)
    for cell, words in zip(cells, HEADS, strict=True):
        say(cell, words, bold=True, keep=True)
        shade(cell, MID)
    numbers = numbered(plan.needs, "B{}")
    for item in provision:
        cells = row(made)
        met = ", ".join(numbers[b] for b in item.meets)
        truth.mark("F", *[numbers[b] for b in item.meets])
        say(cells[0], truth.provision(item, against=item.meets, columns=True))
        for part in item.parts:
            bullet(cells[0], part)
        for cell, words in zip(cells[1:], (item.who, item.often, met), strict=True):
            say(cell, words or "-")
