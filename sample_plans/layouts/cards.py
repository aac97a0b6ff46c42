"""A card for each outcome, with the needs that it meets and its provision by printed number."""

from __future__ import annotations

from pathlib import Path

from content import AREAS, Content, Outcome, Provision, long_date, short_date
from controls import old_tick
from docx.table import Table
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
    watermark,
    whole,
)

TEAL, PALE = "0B7A75", "D9F0EE"
AFTER = {
    "G": "G | Health provision",
    "H1": "H1 | Social care provision under the Chronically Sick and Disabled Persons Act 1970",
    "H2": "H2 | Other social care provision",
    "I": "I | Educational placement",
    "J": "J | Personal budget",
}


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    doc = new(plan, "Calibri", 11, TEAL, margin=1.9)
    head_and_foot(
        doc,
        f"{plan.plan.authority}\tOFFICIAL-SENSITIVE",
        f"{plan.child.name.upper()} PAGE # OF ##",
    )
    if plan.draft:
        watermark(doc)
    _cover(doc, plan)
    doc.add_heading("A | All about me: views, interests and aspirations", 1)
    labels = (
        "What you need to know about me",
        "My hopes",
        "My family’s hopes",
        "My parents’ views",
    )
    for label, texts, hopes in a_groups(plan, truth, labels, hopes_first=True):
        say(doc, label, bold=True, colour=TEAL, keep=True, after=2)
        for text in texts:
            (bullet if hopes else say)(doc, text)
    doc.add_heading("B | Special educational needs", 1)
    needs = numbered(plan.needs, "B{}")
    _b(doc, plan, truth, needs)
    others(
        plan,
        truth,
        {"C": "C | Health needs", "D": "D | Social care needs"},
        lambda t: doc.add_heading(t, 1),
        lambda t: say(doc, t),
    )
    title = "E and F | Outcomes and special educational provision"
    truth.mark("EF", title)
    doc.add_heading(title, 1)
    numbers = card_numbers(plan)
    for n, outcome in enumerate(plan.outcomes, 1):
        _card(doc, plan, truth, (n, outcome), needs | numbers)
    _loose(doc, plan, truth, numbers)
    others(plan, truth, AFTER, lambda t: doc.add_heading(t, 1), lambda t: say(doc, t))
    if "K" in plan.others:
        doc.add_heading("K | Advice and information", 1)
        others(plan, truth, {"K": ""}, lambda _: None, lambda t: say(doc, t))
        for role, name, given in advice(plan):
            labelled(doc, f"{role}:", f"{name} ({given})", after=1)
    truth.basis |= {"need_outcome": "number", "outcome_provision": "row"}
    truth.area_printed |= {"B"}
    save(doc, path)


def _cover(doc: WordDocument, plan: Content) -> None:
    child, facts = plan.child, plan.plan
    made = table(doc, [17.2])
    cell = row(made)[0]
    say(cell, "Education, Health and Care Plan", bold=True, size=24, colour="FFFFFF")
    say(cell, facts.authority, size=13, colour="FFFFFF")
    shade(cell, TEAL)
    say(doc, "", after=10)
    made = table(doc, [4.3] * 4)
    for cell, (box, words) in zip(row(made), status_boxes(plan, "X", ""), strict=True):
        old_tick(cell.paragraphs[0], bool(box), words)
    say(doc, "", after=10)
    rows = [
        ("Surname", child.last),
        ("Other names", child.first),
        ("Known as", child.known_as),
        ("D.O.B.", short_date(child.born)),
        ("Sex", child.sex),
        ("Year group", child.year_group),
        ("UPN", child.upn),
        ("NHS number", child.nhs),
        ("Parents / those with parental responsibility", "; ".join(plan.parents)),
        ("Current placement", facts.setting),
        ("Plan first made", long_date(facts.first_date)),
        ("Draft plan", long_date(facts.draft_date)),
        ("Date of this plan", long_date(facts.date)),
        ("Review date", long_date(facts.review_date)),
    ]
    details(doc, [5.2, 12], [r for r in rows if r[1]], PALE)
    break_page(doc)


def _b(doc: WordDocument, plan: Content, truth: Truth, numbers: dict[str, str]) -> None:
    truth.mark("B")
    if plan.needs:
        greatest = AREAS.get(plan.needs[0].area, "")
        truth.mark("B", "Greatest area of need:", greatest)
        labelled(doc, "Greatest area of need:", greatest)
    labels = ("Strengths", "Where things are now", "Needs")
    for area, title in named(plan):
        if not in_b(plan, area):
            continue
        truth.mark("B", title)
        doc.add_heading(title, 2)
        for label, said in b_groups(plan, truth, area, labels, numbers):
            say(doc, label, bold=True, keep=True, after=2)
            for number, text in said:
                if number:
                    labelled(doc, number, text)
                else:
                    bullet(doc, text)


def card_numbers(plan: Content) -> dict[str, str]:
    """F1.1, F1.2 on the first card that a provision is for; a last card holds the rest."""
    made = {}
    cards = [plan.provision_for(o) for o in plan.outcomes]
    for n, provision in enumerate([*cards, plan.loose_provision], 1):
        made |= numbered(provision, f"F{n}.{{}}")
    return made


def _card(
    doc: WordDocument,
    plan: Content,
    truth: Truth,
    which: tuple[int, Outcome],
    numbers: dict[str, str],
) -> None:
    n, outcome = which
    made = table(doc, [3.2, 14])
    head = row(made, f"Outcome {n}", bold_first=True)
    say(head[1], truth.outcome(outcome, f"Outcome {n}", against=outcome.answers))
    for cell in head:
        shade(cell, PALE)
    met = ", ".join(numbers[b] for b in outcome.answers)
    truth.mark("E", "Needs met:", met)
    row(made, "Needs met:", met or "-", bold_first=True)
    if outcome.steps:
        truth.mark("E", "Short-term targets")
        cell = row(made, "Short-term targets", bold_first=True)[1]
        for k in range(len(outcome.steps)):
            bullet(cell, truth.step(outcome, k))
    own = plan.provision_for(outcome)
    if own:
        truth.mark("F", "Provision")
        cells = row(made)
        say(cells[0].merge(cells[1]), "Provision", bold=True, colour=TEAL, keep=True)
    for provision in own:
        _line(made, provision, truth, numbers, (outcome.id,))
    also = [p for p in plan.provision if outcome.id in p.supports[1:]]
    if also:
        words = ", ".join(numbers[p.id] for p in also)
        truth.mark("F", "See also", words)
        row(made, "See also", words, bold_first=True)
        for p in also:
            truth.link("outcome_provision", outcome.id, p.id, "number")
    whole(made)
    say(doc, "", after=6)


def _line(
    made: Table,
    provision: Provision,
    truth: Truth,
    numbers: dict[str, str],
    against: tuple[str, ...],
) -> None:
    number = numbers[provision.id]
    cell = row(made, number, bold_first=True)[1]
    say(cell, truth.provision(provision, number, against=against))
    for part in provision.parts:
        bullet(cell, part)


def _loose(doc: WordDocument, plan: Content, truth: Truth, numbers: dict[str, str]) -> None:
    """The card of provision that is for no outcome in particular."""
    if not plan.loose_provision:
        return
    made = table(doc, [3.2, 14])
    truth.mark("F", "General provision")
    shade(row(made, "General provision", bold_first=True)[0], PALE)
    for provision in plan.loose_provision:
        _line(made, provision, truth, numbers, ())
    say(doc, "", after=6)
