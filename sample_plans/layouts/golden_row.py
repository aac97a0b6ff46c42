"""One landscape table in which a row is a need, an outcome, its provision, by whom, how often."""

from __future__ import annotations

from pathlib import Path

from content import Content, Outcome, Provision, Statement, long_date, short_date
from docx.enum.section import WD_SECTION
from docx.table import _Cell
from sections import STATUS, advice, others, voices
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
    table,
    turn,
    watermark,
)

GREEN = "1E6B52"
HEADS = [
    "Section B: Special educational need",
    "Section E: Outcome",
    "Section F: Special educational provision",
    "By whom",
    "How often",
]
AFTER = {
    "G": "Section G – Health care provision",
    "H1": "Section H1 – Social care provision (1970 Act)",
    "H2": "Section H2 – Other social care provision",
    "I": "Section I – Educational placement",
    "J": "Section J – Personal budget and direct payments",
}


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    doc = new(plan, "Calibri", 10.5, GREEN, margin=1.7)
    head_and_foot(
        doc,
        f"{plan.child.first} {plan.child.last.upper()} – EHCP – {STATUS[plan.plan.status]}".rstrip(
            " –"
        ),
        f"OFFICIAL-SENSITIVE [PERSONAL]     {plan.plan.authority}     Page # of ##",
        align="centre",
    )
    if plan.draft:
        watermark(doc)
    _cover(doc, plan)
    _a(doc, plan, truth)
    _strengths(doc, plan, truth)
    doc.add_section(WD_SECTION.NEW_PAGE)
    turn(doc)
    doc.add_heading("The golden thread: Sections B, E and F", 1)
    truth.mark("BEF", "The golden thread: Sections B, E and F")
    for letter, n in (("B", 0), ("E", 1), ("F", 2), ("F", 3), ("F", 4)):
        truth.mark(letter, HEADS[n])
    _thread(doc, plan, truth)
    doc.add_section(WD_SECTION.NEW_PAGE)
    turn(doc)
    others(
        plan,
        truth,
        {"C": "Section C – Health needs", "D": "Section D – Social care needs"} | AFTER,
        lambda t: doc.add_heading(t, 1),
        lambda t: say(doc, t),
    )
    if "K" in plan.others:
        doc.add_heading("Section K – Advice and information", 1)
        others(plan, truth, {"K": ""}, lambda _: None, lambda t: say(doc, t))
        made = table(doc, [1.2, 6, 6, 4.4], ["", "Role", "Name", "Date"], "D5E8E0")
        for n, line in enumerate(advice(plan), 1):
            row(made, f"K{n}", *line)
    save(doc, path)


def _cover(doc: WordDocument, plan: Content) -> None:
    child, facts = plan.child, plan.plan
    say(doc, facts.authority, bold=True, size=12, colour=GREEN, align="right", after=40)
    say(doc, "Education, Health and Care (EHC) Plan", bold=True, size=26, colour=GREEN, after=24)
    rows = [
        ("Full name:", child.name),
        ("Date of birth:", long_date(child.born)),
        ("Sex:", child.sex),
        ("Year group:", child.year_group),
        ("UPN:", child.upn),
        ("NHS no.:", child.nhs),
        ("Parents/carers:", " and ".join(plan.parents)),
        ("Placement:", facts.setting),
    ]
    details(doc, [5, 12.5], [r for r in rows if r[1]], "D5E8E0")
    say(doc, "", after=10)
    for label, day in (
        ("First EHC plan:", facts.first_date),
        ("Draft dated:", facts.draft_date),
        (f"{STATUS[facts.status] or 'Plan'} dated:", facts.date),
        ("Next annual review by:", facts.review_date),
    ):
        if day and not (plan.draft and label == "Draft dated:"):
            labelled(doc, label, short_date(day))
    break_page(doc)


def _a(doc: WordDocument, plan: Content, truth: Truth) -> None:
    child = plan.child.called
    doc.add_heading(
        f"Section A – The views, interests and aspirations of {child} and their family", 1
    )
    truth.mark("A")
    _sub(doc, truth, f"About {child}", [truth.view(t) for t in plan.views])
    for voice, hopes in voices(plan):
        title = f"{child}’s aspirations" if voice == "child" else "Aspirations of the family"
        _sub(doc, truth, title, [truth.aspiration(h) for h in hopes], bullets=True)
    _sub(doc, truth, "What parents and carers say", [truth.view(t) for t in plan.parent_views])


def _sub(
    doc: WordDocument, truth: Truth, title: str, texts: list[str], bullets: bool = False
) -> None:
    if texts:
        truth.mark("A", title)
        say(doc, title, bold=True, colour=GREEN, after=2)
    for text in texts:
        (bullet if bullets else say)(doc, text)


def _strengths(doc: WordDocument, plan: Content, truth: Truth) -> None:
    """Section B begins here with what is going well; its needs stand in the table."""
    truth.mark("B")
    if not (plan.strengths or plan.currents):
        return
    doc.add_heading("Section B – Strengths and current attainment", 1)
    for said in plan.strengths:
        bullet(doc, truth.strength(said))
    for said in plan.currents:
        say(doc, truth.current(said))


def _thread(doc: WordDocument, plan: Content, truth: Truth) -> None:
    made = table(doc, [5.6, 6.2, 8, 3.6, 2.9], HEADS, "D5E8E0")
    for needs, outcomes, loose in groups(plan):
        top: _Cell | None = None
        bottom: _Cell | None = None
        for outcome in outcomes or [None]:
            first: _Cell | None = None
            for provision in (plan.provision_for(outcome) if outcome else loose) or [None]:
                cells = row(made)
                if top is None:
                    top = cells[0]
                    _fill(top, [truth.need(n) for n in needs])
                if first is None:
                    first = cells[1]
                    _outcome(first, outcome, truth)
                _provision(cells, provision, truth)
                _note(truth, needs, outcome, provision)
                bottom, last = cells[0], cells[1]
            if first is not None and last is not first:
                first.merge(last)
        if top is not None and bottom is not None and bottom is not top:
            top.merge(bottom)


def groups(plan: Content) -> list[tuple[list[Statement], list[Outcome], list[Provision]]]:
    """The rows that share a cell of needs: needs, their outcomes, provision without an outcome."""
    made: list[tuple[list[Statement], list[Outcome], list[Provision]]] = []
    for outcome in plan.outcomes:
        needs = [n for n in plan.needs if n.id in outcome.answers]
        fresh = [n for n in needs if not any(n in group[0] for group in made)]
        same = next((g for g in made if needs and not fresh and needs[0] in g[0]), None)
        if same:
            same[1].append(outcome)
        else:
            made.append((fresh, [outcome], []))
    for need in plan.needs:
        if not any(need in group[0] for group in made):
            made.append(([need], [], [p for p in plan.loose_provision if need.id in p.meets]))
    placed = [p for group in made for p in group[2]]
    rest = [p for p in plan.loose_provision if p not in placed]
    return [*made, *(([], [], [p]) for p in rest)]


def _fill(cell: _Cell, texts: list[str]) -> None:
    for text in texts or ["-"]:
        say(cell, text)


def _outcome(cell: _Cell, outcome: Outcome | None, truth: Truth) -> None:
    if outcome is None:
        say(cell, "-")
        return
    say(cell, truth.outcome(outcome))
    if outcome.steps:
        truth.mark("E", "Steps:")
        say(cell, "Steps:", bold=True, size=9)
    for n in range(len(outcome.steps)):
        bullet(cell, truth.step(outcome, n))


def _provision(cells: list[_Cell], provision: Provision | None, truth: Truth) -> None:
    if provision is None:
        say(cells[2], "-")
        return
    say(cells[2], truth.provision(provision, columns=True))
    for part in provision.parts:
        bullet(cells[2], part)
    say(cells[3], provision.who or "-")
    say(cells[4], provision.often or "-")


def _note(
    truth: Truth, needs: list[Statement], outcome: Outcome | None, provision: Provision | None
) -> None:
    """Notes what the row shows as belonging together."""
    for need in needs:
        if outcome:
            truth.link("need_outcome", need.id, outcome.id, "row")
        if provision:
            truth.link("need_provision", need.id, provision.id, "row")
    if outcome and provision:
        truth.link("outcome_provision", outcome.id, provision.id, "row")
