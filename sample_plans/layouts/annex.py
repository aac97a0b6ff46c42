"""Parts A to K, each on a new page; the steps to each outcome stand in an annex at the back."""

from __future__ import annotations

from pathlib import Path

from content import Content, long_date, short_date
from sections import STATUS, a_groups, advice, b_groups, in_b, named, numbered, others
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
    watermark,
)

INK, PALE = "2E5090", "E4EBF6"
POINTER = "The steps towards each outcome are set out in Annex A."
TITLES = {
    "C": "Part C: Health needs",
    "D": "Part D: Social care needs",
    "G": "Part G: Health provision",
    "H1": "Part H1: Social care provision under the Chronically Sick and Disabled Persons Act 1970",
    "H2": "Part H2: Any other social care provision",
    "I": "Part I: Where I go to school",
    "J": "Part J: Personal budget",
}
LABELS = ("All about me", "My hopes and dreams", "My family’s hopes", "What my family say")
GROUPS = ("Strengths", "Where I am now", "Needs")


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    doc = new(plan, "Verdana", 11, INK)
    child, facts = plan.child, plan.plan
    head_and_foot(
        doc,
        f"{child.name}   DOB {short_date(child.born)}   Current plan {short_date(facts.date)}",
        "CONFIDENTIAL   Page # of ##",
    )
    if plan.draft:
        watermark(doc)
    _cover(doc, plan)
    _part(doc, "Part A: All about me")
    for label, texts, hopes in a_groups(plan, truth, LABELS):
        doc.add_heading(label, 3)
        for text in texts:
            (bullet if hopes else say)(doc, text)
    _b(doc, plan, truth)
    _others(doc, plan, truth, "CD")
    _e(doc, plan, truth)
    _f(doc, plan, truth)
    _others(doc, plan, truth, ("G", "H1", "H2", "I", "J"))
    _part(doc, "Part K: Advice and information")
    made = table(doc, [6, 6, 5], ["Advice from", "Name", "Date"], PALE)
    for line in advice(plan):
        row(made, *line)
    _annex(doc, plan, truth)
    truth.basis |= {"outcome_provision": "number"}
    truth.area_printed |= {"B"}
    save(doc, path)


def _part(doc: WordDocument, title: str) -> None:
    break_page(doc)
    doc.add_heading(title, 1)


def _cover(doc: WordDocument, plan: Content) -> None:
    child, facts = plan.child, plan.plan
    say(doc, facts.authority, bold=True)
    say(doc, "EHC plan", bold=True, size=32, colour=INK, after=20)
    rows = [
        ("Name of child", child.name),
        ("Date of birth", short_date(child.born)),
        ("Sex", child.sex),
        ("UPN", child.upn),
        ("NHS number", child.nhs),
        ("Year group", child.year_group),
        ("Parents or carers", " and ".join(plan.parents)),
        ("School", facts.setting),
        ("Plan status", STATUS[facts.status]),
        ("First plan", long_date(facts.first_date)),
        ("Draft sent", long_date(facts.draft_date)),
        ("Plan finalised", long_date(facts.date)),
        ("Annual review before", long_date(facts.review_date)),
    ]
    details(doc, [6, 11], [r for r in rows if r[1]], PALE)


def _b(doc: WordDocument, plan: Content, truth: Truth) -> None:
    _part(doc, "Part B: My special educational needs")
    truth.mark("B")
    for area, title in named(plan):
        if not in_b(plan, area):
            continue
        truth.mark("B", title)
        doc.add_heading(title, 2)
        for label, said in b_groups(plan, truth, area, GROUPS):
            doc.add_heading(label, 3)
            for _, text in said:
                bullet(doc, text)


def _e(doc: WordDocument, plan: Content, truth: Truth) -> None:
    _part(doc, "Part E: Outcomes")
    truth.mark("E", POINTER)
    say(doc, POINTER, italic=True)
    numbers = numbered(plan.outcomes, "Outcome {}")
    for outcome in plan.outcomes:
        number = numbers[outcome.id]
        labelled(doc, f"{number}:", truth.outcome(outcome, number), after=10)


def _f(doc: WordDocument, plan: Content, truth: Truth) -> None:
    _part(doc, "Part F: Special educational provision")
    truth.mark("F")
    for n, outcome in enumerate(plan.outcomes, 1):
        own = plan.provision_for(outcome)
        title = f"Provision towards outcome {n}"
        if own:
            truth.mark("F", title)
            doc.add_heading(title, 2)
        for item in own:
            bullet(doc, truth.provision(item, against=(outcome.id,)))
            for part in item.parts:
                bullet(doc, part, 2)
            for other in item.supports[1:]:
                truth.link("outcome_provision", other, item.id, "semantic")
    if plan.loose_provision:
        truth.mark("F", "Other provision")
        doc.add_heading("Other provision", 2)
    for item in plan.loose_provision:
        bullet(doc, truth.provision(item))


def _annex(doc: WordDocument, plan: Content, truth: Truth) -> None:
    """The steps, behind the plan's last section: they are none of Section E's words."""
    _part(doc, "Annex A: Steps towards the outcomes")
    for n, outcome in enumerate(plan.outcomes, 1):
        if outcome.steps:
            doc.add_heading(f"Outcome {n}", 2)
        for step in outcome.steps:
            truth.trap("annex", step)
            bullet(doc, step)


def _others(doc: WordDocument, plan: Content, truth: Truth, letters: str | tuple[str, ...]) -> None:
    titles = {letter: TITLES[letter] for letter in letters}
    others(plan, truth, titles, lambda t: _part(doc, t), lambda t: say(doc, t))
