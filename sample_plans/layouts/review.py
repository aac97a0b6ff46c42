"""An annual review form: it repeats the sections' headings and the outcomes, and is not a plan."""

from __future__ import annotations

from pathlib import Path

from content import Content, long_date, short_date
from sections import advice, numbered
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
)

INK, PALE = "404040", "E7E6E6"
PROGRESS = ("Partly achieved", "Achieved", "Not yet achieved", "Partly achieved, see the targets")
NEXT = ("Carry forward", "Remove", "Carry forward with a new date", "Amend")


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the form; nothing in it is an item of a plan."""
    del truth
    doc = new(plan, "Arial", 10.5, INK, margin=2)
    doc.core_properties.title = "Annual review report"
    head_and_foot(
        doc,
        f"{plan.plan.authority}   Annual review report (form AR2)",
        "OFFICIAL-SENSITIVE   Return to the SEND team within two weeks   # of ##",
    )
    _front(doc, plan)
    doc.add_heading("Section A: Views, interests and aspirations", 1)
    _asked(doc, "Have these changed since the plan was written?", "Yes, see below.")
    for text in plan.views:
        say(doc, text)
    for hope in plan.aspirations:
        bullet(doc, hope.text)
    doc.add_heading("Section B: Special educational needs", 1)
    _asked(doc, "Does Section B still describe the child’s needs?", "Yes, with the changes below.")
    for need in plan.needs:
        bullet(doc, need.text)
    doc.add_heading("Section E: Review of outcomes", 1)
    numbers = numbered(plan.outcomes, "E{}")
    made = table(doc, [7.4, 4.6, 5], ["Outcome in the plan", "Progress", "Recommendation"], PALE)
    for n, outcome in enumerate(plan.outcomes):
        words = f"{numbers[outcome.id]} {outcome.text}"
        row(made, words, PROGRESS[n % len(PROGRESS)], NEXT[n % len(NEXT)])
    doc.add_heading("Section F: Special educational provision", 1)
    _asked(doc, "Is the provision in Section F in place?", "All but the items noted.")
    for item in plan.provision:
        bullet(doc, item.text or f"{item.what}: {item.who}, {item.often}")
    doc.add_heading("Sections C, D, G and H", 1)
    _asked(doc, "Have health or social care needs changed?", "No changes were reported.")
    _recommendation(doc, plan)
    save(doc, path)


def _front(doc: WordDocument, plan: Content) -> None:
    child, facts = plan.child, plan.plan
    say(doc, "Report of the annual review meeting", bold=True, size=20, after=2)
    say(doc, "of an Education, Health and Care plan", size=13, after=10)
    rows = [
        ("Child or young person", child.name),
        ("Date of birth", short_date(child.born)),
        ("UPN", child.upn),
        ("Year group", child.year_group),
        ("School or setting", facts.setting),
        ("Date of the current plan", long_date(facts.first_date or facts.date)),
        ("Date of the review meeting", long_date(facts.date)),
        ("Date of the next review", long_date(facts.review_date)),
    ]
    details(doc, [6, 11], [r for r in rows if r[1]], PALE)
    say(doc, "", after=4)
    say(doc, "Who was invited", bold=True, keep=True)
    made = table(doc, [6, 6, 5], ["Role", "Name", "Attended"], PALE)
    for parent in plan.parents:
        row(made, "Parent or carer", parent, "Yes")
    for role, name, given in advice(plan):
        row(made, role, name, "Report sent" if given else "No")


def _asked(doc: WordDocument, question: str, answer: str) -> None:
    labelled(doc, question, answer)


def _recommendation(doc: WordDocument, plan: Content) -> None:
    doc.add_heading("Recommendation to the local authority", 1)
    for ticked, words in (
        ("☐", "The plan should stay as it is."),
        ("☒", "The plan should be amended: see the review of outcomes."),
        ("☐", "The plan should cease."),
    ):
        say(doc, f"{ticked} {words}", after=2)
    say(doc, "", after=8)
    say(doc, f"Signed for {plan.plan.setting}: ____________________   {long_date(plan.plan.date)}")
