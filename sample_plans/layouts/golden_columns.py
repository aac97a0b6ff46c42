"""One wide table for Sections B, E, F, G and H: provision of each kind in a column of its own."""

from __future__ import annotations

from pathlib import Path

from content import Content, Outcome, Provision, long_date
from docx.enum.section import WD_SECTION
from docx.table import Table, _Cell
from sections import STATUS, a_groups, advice, named, of, others
from truth import Truth
from word import (
    WordDocument,
    bullet,
    details,
    head_and_foot,
    new,
    row,
    save,
    say,
    shade,
    table,
    turn,
    watermark,
    xml,
)

INK, PALE = "7A4E00", "FBEFD5"
HEADS = [
    "Area",
    "Section B\nSpecial educational need",
    "Section E\nOutcome",
    "Section F\nSpecial educational provision",
    "Section G\nHealth provision",
    "Section H\nSocial care provision",
]
WIDTHS = [1.6, 5.1, 5.5, 6.7, 3.5, 3.3]
TITLE = "Sections B, E, F, G and H) Needs, outcomes and provision"
BEFORE = {"C": "C) Health needs", "D": "D) Social care needs"}
AFTER = {
    "G": "G) Health provision",
    "H1": "H1) Social care provision",
    "H2": "H2) Any other social care provision",
    "I": "I) Placement",
    "J": "J) Personal budget",
    "K": "K) Advice",
}
LABELS = ("About me", "My aspirations", "My parents’ aspirations", "What my parents say")


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    doc = new(plan, "Arial", 10, INK, margin=1.8)
    head_and_foot(doc, f"{plan.plan.authority}   {plan.child.name}", "Page | #")
    if plan.draft:
        watermark(doc)
    _cover(doc, plan)
    doc.add_heading("A) Views, interests and aspirations", 1)
    for label, texts, hopes in a_groups(plan, truth, LABELS):
        doc.add_heading(label, 3)
        for text in texts:
            (bullet if hopes else say)(doc, text)
    doc.add_heading("B) Strengths", 1)
    truth.mark("B", "Strengths")
    for said in plan.strengths:
        bullet(doc, truth.strength(said))
    for said in plan.currents:
        bullet(doc, truth.current(said))
    _others(doc, plan, truth, BEFORE)
    doc.add_section(WD_SECTION.NEW_PAGE)
    turn(doc)
    doc.add_heading(TITLE, 1)
    truth.mark("BEF", TITLE, *HEADS)
    _thread(doc, plan, truth)
    doc.add_section(WD_SECTION.NEW_PAGE)
    turn(doc)
    _others(doc, plan, truth, AFTER)
    for line in advice(plan):
        bullet(doc, ", ".join(line))
    truth.area_printed |= {"B", "E", "F"}
    save(doc, path)


def _cover(doc: WordDocument, plan: Content) -> None:
    child, facts = plan.child, plan.plan
    say(doc, "Education, Health and Care Plan", bold=True, size=22, colour=INK)
    rows = [
        ("Name", child.name),
        ("Known as", child.known_as),
        ("Born", long_date(child.born)),
        ("Sex", child.sex),
        ("UPN", child.upn),
        ("NHS number", child.nhs),
        ("Year", child.year_group),
        ("Setting", facts.setting),
        ("Status of this plan", STATUS[facts.status]),
        ("Date of first plan", long_date(facts.first_date)),
        ("Date of this plan", long_date(facts.date)),
        ("Date of next review", long_date(facts.review_date)),
    ]
    details(doc, [6, 11], [r for r in rows if r[1]], PALE)


def _thread(doc: WordDocument, plan: Content, truth: Truth) -> None:
    made = table(doc, WIDTHS, HEADS, PALE)
    told: set[str] = set()
    for area, title in named(plan):
        truth.mark("B", title)
        begun = len(made.rows)
        for outcome in of(area, plan.outcomes):
            _outcome(made, plan, truth, outcome, told)
        for need in of(area, plan.needs):
            if not any(need.id in outcome.answers for outcome in plan.outcomes):
                cells = row(made, "", "", "-", "-", "-", "-")
                say(cells[1], truth.need(need))
        loose = [p for p in of(area, plan.provision) if not p.supports]
        for item in loose:
            cells = row(made, "", "-", "-", "", "-", "-")
            _provision(cells[3], truth, item, ())
        if len(made.rows) > begun:
            _along(_merged(made, 0, begun), title)


def _outcome(made: Table, plan: Content, truth: Truth, outcome: Outcome, told: set[str]) -> None:
    """Its rows, one for each provision; need and outcome are merged over them."""
    begun = len(made.rows)
    needs = [n for n in plan.needs if n.id in outcome.answers and n.id not in told]
    told.update(n.id for n in needs)
    against = (outcome.id, *(n.id for n in needs))
    for item in plan.provision_for(outcome) or [None]:
        cells = row(made)
        if len(made.rows) == begun + 1:
            for need in needs:
                say(cells[1], truth.need(need))
                truth.link("need_outcome", need.id, outcome.id, "row")
            say(cells[2], truth.outcome(outcome, against=against[1:]))
            for n in range(len(outcome.steps)):
                bullet(cells[2], truth.step(outcome, n))
            say(cells[4], truth.elsewhere("G", outcome, outcome.health) or "-")
            say(cells[5], truth.elsewhere("H1", outcome, outcome.care) or "-")
        if item is None:
            say(cells[3], "-")
            continue
        _provision(cells[3], truth, item, against)
    for column in (1, 2, 4, 5):
        _merged(made, column, begun)


def _provision(cell: _Cell, truth: Truth, item: Provision, against: tuple[str, ...]) -> None:
    say(cell, truth.provision(item, against=against))
    for part in item.parts:
        bullet(cell, part)
    for other in against:
        kind = "outcome_provision" if other.startswith("E") else "need_provision"
        truth.link(kind, other, item.id, "row")


def _merged(made: Table, column: int, begun: int) -> _Cell:
    """One cell from that row to the last, without the empty lines of the cells below."""
    top, last = made.cell(begun, column), made.cell(len(made.rows) - 1, column)
    return top.merge(last) if last is not top else top


def _along(cell: _Cell, words: str) -> None:
    """Words that run upwards in a narrow cell."""
    say(cell, words, bold=True)
    shade(cell, PALE)
    turned = xml("<w:textDirection w:val='btLr'/>")
    cell._tc.get_or_add_tcPr().append(turned)  # noqa: SLF001 -- python-docx has no word for it


def _others(doc: WordDocument, plan: Content, truth: Truth, titles: dict[str, str]) -> None:
    others(plan, truth, titles, lambda t: doc.add_heading(t, 1), lambda t: say(doc, t))
