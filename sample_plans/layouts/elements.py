"""A1 and A2, an area that says it has no need, and provision by its five elements."""

from __future__ import annotations

from pathlib import Path

from content import AREAS, Content
from sections import STATUS, advice, b_groups, in_b, numbered, others, voices
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
    table,
    watermark,
)

INK, PALE = "1B1B1B", "EAEAEA"
NO_NEED = "Child or young person has no identified special educational needs in this area"
A1, A2 = "A1 History", "A2 Views, interests and aspirations"
BEFORE = {"C": "Section C: Health needs", "D": "Section D: Social care needs"}
AFTER = {
    "G": "Section G: Health provision",
    "H1": "Section H1: Social care provision",
    "H2": "Section H2: Other social care provision",
    "I": "Section I: Placement",
    "J": "Section J: Personal budget",
    "K": "Section K: Advice and information",
}
GROUPS = ("Strengths", "Present levels", "Needs")
TARGETS = "Shorter-term targets"
HEADS = ["Support", "Qualification", "Ratio", "Frequency and duration", "Outcome"]


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    doc = new(plan, "Arial", 11, INK)
    head_and_foot(doc, "OFFICIAL-SENSITIVE", f"{plan.child.name}   # of ##")
    if plan.draft:
        watermark(doc)
    _cover(doc, plan)
    _a(doc, plan, truth)
    doc.add_heading("Section B: Special educational needs (SEN)", 1)
    _b(doc, plan, truth)
    _others(doc, plan, truth, BEFORE)
    doc.add_heading("Section E: Outcomes", 1)
    _e(doc, plan, truth)
    doc.add_heading("Section F: Special educational provision", 1)
    _f(doc, plan, truth)
    _others(doc, plan, truth, AFTER)
    for line in advice(plan):
        bullet(doc, ", ".join(line))
    say(doc, f"Signed by a duly authorised officer: ____________   Date: {plan.plan.date}")
    truth.basis |= {"outcome_provision": "number"}
    truth.area_printed |= {"B"}
    save(doc, path)


def _cover(doc: WordDocument, plan: Content) -> None:
    child, facts = plan.child, plan.plan
    say(doc, "Education, health and care (EHC) plan", bold=True, size=20)
    rows = [
        ("Name", child.name),
        ("Date of birth", str(child.born)),
        ("Sex", child.sex),
        ("UPN", child.upn),
        ("NHS number", child.nhs),
        ("National curriculum year", child.year_group),
        ("Setting", facts.setting),
        ("Plan type", STATUS[facts.status]),
        ("Date draft plan issued", str(facts.draft_date or "")),
        ("Date plan issued", str(facts.date)),
        ("Date of next annual review", str(facts.review_date or "")),
        ("Local authority", facts.authority),
    ]
    details(doc, [7, 10], [r for r in rows if r[1]], PALE)


def _a(doc: WordDocument, plan: Content, truth: Truth) -> None:
    """The history stands apart, as A1; views and aspirations are A2."""
    truth.mark("A", A1, A2)
    doc.add_heading("Section A: Views, interests and aspirations", 1)
    doc.add_heading(A1, 2)
    for text in plan.views[:1]:
        say(doc, truth.view(text))
    doc.add_heading(A2, 2)
    _labelled(doc, truth, "My views", [truth.view(t) for t in plan.views[1:]])
    for voice, hopes in voices(plan):
        label = "My aspirations" if voice == "child" else "My family’s aspirations"
        _labelled(doc, truth, label, [truth.aspiration(h) for h in hopes])
    _labelled(doc, truth, "Views of my parents", [truth.view(t) for t in plan.parent_views])


def _labelled(doc: WordDocument, truth: Truth, label: str, texts: list[str]) -> None:
    if texts:
        truth.mark("A", label)
        say(doc, label, bold=True, keep=True)
    for text in texts:
        say(doc, text)


def _b(doc: WordDocument, plan: Content, truth: Truth) -> None:
    truth.mark("B")
    for area, title in AREAS.items():
        if area == "adulthood" and not in_b(plan, area):
            continue
        truth.mark("B", title)
        doc.add_heading(title, 2)
        if not in_b(plan, area):
            truth.mark("B", NO_NEED)
            say(doc, NO_NEED)
        for label, said in b_groups(plan, truth, area, GROUPS):
            doc.add_heading(label, 3)
            for _, text in said:
                bullet(doc, text)


def _e(doc: WordDocument, plan: Content, truth: Truth) -> None:
    truth.mark("E")
    numbers = numbered(plan.outcomes, "Outcome {}")
    for outcome in plan.outcomes:
        number = numbers[outcome.id]
        doc.add_heading(number, 3)
        say(doc, truth.outcome(outcome, number))
        for n in range(len(outcome.steps)):
            truth.mark("E", "Step towards outcome:")
            labelled(doc, "Step towards outcome:", truth.step(outcome, n))
    if plan.arrangements:
        truth.mark("E", TARGETS)
        doc.add_heading(TARGETS, 3)
    for text in plan.arrangements:
        say(doc, truth.context("E", text))


def _f(doc: WordDocument, plan: Content, truth: Truth) -> None:
    truth.mark("F", *HEADS)
    numbers = numbered(plan.outcomes, "{}")
    made = table(doc, [5.6, 4.2, 1.5, 4, 1.9], HEADS, PALE)
    for item in plan.provision:
        told = ", ".join(numbers[e] for e in item.supports)
        truth.mark("F", told)
        cells = row(made, truth.provision(item, against=item.supports, columns=True))
        for part in item.parts:
            bullet(cells[0], part)
        said = (item.who, item.ratio, item.often, told)
        for cell, words in zip(cells[1:], said, strict=True):
            say(cell, words or "-")


def _others(doc: WordDocument, plan: Content, truth: Truth, titles: dict[str, str]) -> None:
    others(plan, truth, titles, lambda t: doc.add_heading(t, 1), lambda t: say(doc, t))
