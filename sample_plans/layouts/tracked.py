"""A working document: tracked changes, agreed deletions struck out, a caseworker's hidden notes."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from changes import Pen, hide, strike
from content import Content, curly, long_date
from docx.text.paragraph import Paragraph
from sections import STATUS, a_groups, advice, b_groups, in_b, named, numbered, others
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
    shape,
    table,
    watermark,
)

INK = "1F4E79"
KEY = [
    ("Tracked insertion", "agreed at the meeting, to be kept"),
    ("Tracked deletion", "agreed at the meeting, to come out"),
    ("Underlined and struck through", "agreed deletion from the last working document"),
]
OLD = ("as agreed with the family", "where this is possible", "or something like it")
CARE = {
    "C": "Section C – Health needs which relate to SEN",
    "D": "Section D – Social care needs which relate to SEN",
}
AFTER = {
    "G": "Section G – Health provision",
    "H1": "Section H1 – Social care provision (CSDPA 1970, section 2)",
    "H2": "Section H2 – Other social care provision",
    "I": "Section I – Placement",
    "J": "Section J – Personal budget",
}


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    doc = new(plan, "Arial", 11, INK, margin=2.2)
    head_and_foot(
        doc,
        f"Working document   {plan.child.name}   {long_date(plan.plan.date)}",
        "OFFICIAL-SENSITIVE   Page # of ##",
    )
    if plan.draft:
        watermark(doc)
    pen = Pen("J Hollins", str(plan.plan.date - timedelta(days=6)))
    _front(doc, plan, pen)
    doc.add_heading("Section A – Views, interests and aspirations", 1)
    labels = ("Views and history", "Aspirations", "Family’s aspirations", "Parents’ views")
    for label, texts, hopes in a_groups(plan, truth, labels):
        doc.add_heading(label, 2)
        for text in texts:
            (bullet if hopes else say)(doc, text)
    doc.add_heading("Section B – Special educational needs", 1)
    _b(doc, plan, truth, pen)
    others(plan, truth, CARE, lambda t: doc.add_heading(t, 1), lambda t: say(doc, t))
    doc.add_heading("Section E – Outcomes", 1)
    _e(doc, plan, truth, pen)
    doc.add_heading("Section F – Special educational provision", 1)
    _f(doc, plan, truth, pen)
    others(plan, truth, AFTER, lambda t: doc.add_heading(t, 1), lambda t: say(doc, t))
    if "K" in plan.others:
        doc.add_heading("Section K – Advice", 1)
        others(plan, truth, {"K": ""}, lambda _: None, lambda t: say(doc, t))
        for n, (role, name, given) in enumerate(advice(plan), 1):
            say(doc, f"K{n}  {role}, {name}, {given}", after=2)
    truth.basis |= {"outcome_provision": "number", "need_outcome": "number"}
    truth.area_printed |= {"B"}
    save(doc, path)


def _front(doc: WordDocument, plan: Content, pen: Pen) -> None:
    child, facts = plan.child, plan.plan
    say(doc, facts.authority, bold=True, size=13, colour=INK)
    say(doc, "Education, Health and Care Plan", bold=True, size=22, colour=INK)
    rows = [
        ("Name", child.name),
        ("Preferred name", child.known_as),
        ("Date of birth", long_date(child.born)),
        ("Sex", child.sex),
        ("UPN", child.upn),
        ("NHS number", child.nhs),
        ("Year group", child.year_group),
        ("Setting", facts.setting),
        ("Parents", " and ".join(plan.parents)),
        ("Status", STATUS[facts.status]),
        ("Date of first plan", long_date(facts.first_date)),
        ("Draft", long_date(facts.draft_date)),
        ("Date of this plan", long_date(facts.date)),
        ("Next review", long_date(facts.review_date)),
    ]
    details(doc, [5, 11.6], [r for r in rows if r[1]])
    say(doc, "", after=4)
    say(doc, "Key to the changes", bold=True, size=9.5, after=2)
    made = table(doc, [5, 11.6])
    for line in KEY:
        row(made, *line)
    row(made, "Green highlight", "the authority's suggestion, not yet agreed by the parents")
    pen.delete_row(made.rows[-1])


def _numbered(doc: WordDocument, number: str, text: str, pen: Pen | None) -> Paragraph:
    """An item with its number typed; with a pen, its last words are a tracked insertion."""
    paragraph = say(doc, "")
    shape(paragraph.add_run(f"{number}  "), bold=True)
    words = curly(text).split(" ")
    if pen is None or len(words) < 8:
        paragraph.add_run(curly(text))
        return paragraph
    cut = len(words) - 4
    paragraph.add_run(" ".join(words[:cut]) + " ")
    pen.delete(paragraph, f"{OLD[pen.count % len(OLD)]} ")
    pen.insert(paragraph, " ".join(words[cut:]))
    return paragraph


def _gone(doc: WordDocument, truth: Truth, text: str, pen: Pen | None = None) -> None:
    """A sentence that is no longer part of the plan: deleted with a pen, else struck out."""
    paragraph = say(doc, "")
    if pen:
        pen.delete(paragraph, text)
        pen.delete_all(paragraph)
        truth.trap("tracked deletion", text)
    else:
        strike(paragraph, text)
        truth.trap("struck through", text)


def _b(doc: WordDocument, plan: Content, truth: Truth, pen: Pen) -> None:
    truth.mark("B")
    numbers = numbered(plan.needs, "B{}")
    labels = ("Strengths", "Current functioning", "Needs")
    for area, title in named(plan):
        if not in_b(plan, area):
            continue
        truth.mark("B", title)
        doc.add_heading(title, 2)
        for label, said in b_groups(plan, truth, area, labels, numbers):
            say(doc, label, bold=True, italic=True, keep=True, after=2)
            for number, text in said:
                if number:
                    _numbered(doc, number, text, pen if number == "B2" else None)
                else:
                    bullet(doc, text)
    called = plan.child.called
    _gone(doc, truth, f"{called} presents with a range of difficulties in the classroom.", pen)


def _e(doc: WordDocument, plan: Content, truth: Truth, pen: Pen) -> None:
    truth.mark("E")
    called, needs = plan.child.called, numbered(plan.needs, "B{}")
    for n, outcome in enumerate(plan.outcomes, 1):
        said = truth.outcome(outcome, f"E{n}", against=outcome.answers)
        paragraph = _numbered(doc, f"E{n}", said, pen if n == 1 else None)
        if outcome.answers:
            words = f"(needs {', '.join(needs[b] for b in outcome.answers)})"
            truth.mark("E", words)
            paragraph.add_run(f" {words}")
        if n == 2:
            note = "Caseworker: ask the school for the evidence before this goes out."
            hide(paragraph, f" {note}")
            truth.trap("hidden text", note)
        for k in range(len(outcome.steps)):
            bullet(doc, truth.step(outcome, k), 2)
        if n == 1:
            _gone(doc, truth, f"{called} will make progress in line with peers of the same age.")
    _gone(doc, truth, f"{called} will be ready to learn at the start of every lesson.", pen)


def _f(doc: WordDocument, plan: Content, truth: Truth, pen: Pen) -> None:
    truth.mark("F")
    called, outcomes = plan.child.called, numbered(plan.outcomes, "E{}")
    for n, provision in enumerate(plan.provision, 1):
        said = truth.provision(provision, f"F{n}", against=provision.supports)
        paragraph = _numbered(doc, f"F{n}", said, pen if n in (1, 4) else None)
        if n == 3:
            pen.move(say(doc, f"F3  {said}"), paragraph)
        if n == 5:
            pen.comment(doc, paragraph, "School to confirm the start date by e-mail.")
        for part in provision.parts:
            bullet(doc, part, 2)
        if provision.supports:
            words = f"For {', '.join(outcomes[e] for e in provision.supports)}"
            truth.mark("F", words)
            line = say(doc, words, italic=True, size=9.5, colour="595959")
            paragraph.paragraph_format.space_after = line.paragraph_format.space_before
        if n == 2:
            _gone(doc, truth, f"{called} will have access to a quiet space as and when required.")
            _gone(
                doc,
                truth,
                "A programme of social skills work will be considered by the school.",
                pen,
            )
