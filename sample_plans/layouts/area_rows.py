"""A table for each area: in a row the need, its provision and its outcome (Change Programme)."""

from __future__ import annotations

from pathlib import Path

from content import Content, Outcome, Provision, Statement, long_date
from docx.table import _Cell
from sections import STATUS, advice, named, of, others, voices
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
    table,
    turn,
    watermark,
)

INK, PALE = "2B4C7E", "DCE6F2"
TARGETS = "Section E: Arrangements for setting shorter-term targets"
HEADS = ["Section B: Need", "Section F: Provision", "Section E: Outcome"]
A_LABELS = {"child": "What I hope for", "family": "What my family hope for"}
BEFORE = {"C": "Section C: Health needs", "D": "Section D: Social care needs"}
AFTER = {
    "G": "Section G: Health provision",
    "H1": "Section H1: Social care provision",
    "H2": "Section H2: Other social care provision",
    "I": "Section I: Placement",
    "J": "Section J: Personal budget",
    "K": "Section K: Advice and information",
}


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    doc = new(plan, "Arial", 10.5, INK, margin=1.8)
    turn(doc)
    head_and_foot(doc, "OFFICIAL-SENSITIVE", f"{plan.child.name}   {plan.plan.authority}   # of ##")
    if plan.draft:
        watermark(doc)
    _cover(doc, plan)
    _a(doc, plan, truth)
    doc.add_heading("Sections B, F and E: needs, provision and outcomes", 1)
    truth.mark("BEF", "Sections B, F and E: needs, provision and outcomes")
    for area, title in named(plan):
        _area(doc, plan, truth, area, title)
    if plan.arrangements:
        truth.mark("E", TARGETS)
        doc.add_heading(TARGETS, 1)
    for text in plan.arrangements:
        say(doc, truth.context("E", text))
    for titles in (BEFORE, AFTER):
        others(plan, truth, titles, lambda t: doc.add_heading(t, 1), lambda t: say(doc, t))
    for line in advice(plan):
        bullet(doc, ", ".join(line))
    truth.area_printed |= {"B", "E", "F"}
    save(doc, path)


def _cover(doc: WordDocument, plan: Content) -> None:
    child, facts = plan.child, plan.plan
    say(doc, "Education, health and care plan", bold=True, size=22, colour=INK)
    rows = [
        ("Name", child.name),
        ("Date of birth", long_date(child.born)),
        ("Sex", child.sex),
        ("UPN", child.upn),
        ("NHS number", child.nhs),
        ("Year group", child.year_group),
        ("Parents or carers", " and ".join(plan.parents)),
        ("School or college", facts.setting),
        ("Status of this plan", STATUS[facts.status]),
        ("First plan", long_date(facts.first_date)),
        ("Date of this plan", long_date(facts.date)),
        ("Next review by", long_date(facts.review_date)),
    ]
    details(doc, [7, 15], [r for r in rows if r[1]], PALE)


def _a(doc: WordDocument, plan: Content, truth: Truth) -> None:
    doc.add_heading("Section A: Views, interests and aspirations", 1)
    truth.mark("A")
    for text in plan.views:
        say(doc, truth.view(text))
    for voice, hopes in voices(plan):
        truth.mark("A", A_LABELS[voice])
        say(doc, A_LABELS[voice], bold=True, keep=True)
        for hope in hopes:
            bullet(doc, truth.aspiration(hope))
    if plan.parent_views:
        truth.mark("A", "What my family say")
        say(doc, "What my family say", bold=True, keep=True)
    for text in plan.parent_views:
        say(doc, truth.view(text))


def _area(doc: WordDocument, plan: Content, truth: Truth, area: str, title: str) -> None:
    """Strengths over the table; then the rows of one area, or its words that there is no need."""
    for letter in "BEF":
        truth.mark(letter, title)
    doc.add_heading(title, 2)
    for label, note, told in (
        ("Strengths", truth.strength, of(area, plan.strengths)),
        ("Where things are now", truth.current, of(area, plan.currents)),
    ):
        if told:
            truth.mark("B", label)
            say(doc, label, bold=True, keep=True)
        for said in told:
            say(doc, note(said))
    rows = _rows(plan, area)
    if not rows:
        return
    for letter, head in zip("BFE", HEADS, strict=True):
        truth.mark(letter, head)
    made = table(doc, [8, 10.5, 7], HEADS, PALE)
    for needs, provision, outcomes in rows:
        cells = row(made)
        _fill(cells[0], [truth.need(n) for n in needs])
        _fill(cells[1], [truth.provision(p) for p in provision])
        _outcomes(cells[2], outcomes, truth)
        _note(truth, needs, provision, outcomes)


def _rows(plan: Content, area: str) -> list[tuple[list[Statement], list[Provision], list[Outcome]]]:
    """A row for each need: with the provision that meets it and the outcome that answers it."""
    made: list[tuple[list[Statement], list[Provision], list[Outcome]]] = []
    for need in of(area, plan.needs):
        provision = [p for p in of(area, plan.provision) if p.meets[:1] == (need.id,)]
        outcomes = [o for o in of(area, plan.outcomes) if o.answers[:1] == (need.id,)]
        made.append(([need], provision, outcomes))
    loose = [p for p in of(area, plan.provision) if not p.meets]
    unasked = [o for o in of(area, plan.outcomes) if not o.answers]
    return [*made, *([([], loose, unasked)] if loose or unasked else [])]


def _fill(cell: _Cell, texts: list[str]) -> None:
    for text in texts or ["-"]:
        say(cell, text)


def _outcomes(cell: _Cell, outcomes: list[Outcome], truth: Truth) -> None:
    if not outcomes:
        say(cell, "-")
    for outcome in outcomes:
        say(cell, truth.outcome(outcome))
        if outcome.steps:
            truth.mark("E", "Steps")
            say(cell, "Steps", bold=True, keep=True)
        for n in range(len(outcome.steps)):
            bullet(cell, truth.step(outcome, n))


def _note(
    truth: Truth, needs: list[Statement], provision: list[Provision], outcomes: list[Outcome]
) -> None:
    """Notes what the row shows as belonging together."""
    for need in needs:
        for line in provision:
            truth.link("need_provision", need.id, line.id, "row")
        for outcome in outcomes:
            truth.link("need_outcome", need.id, outcome.id, "row")
    for outcome in outcomes:
        for line in provision:
            truth.link("outcome_provision", outcome.id, line.id, "row")
