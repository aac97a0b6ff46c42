"""Papers that lie among plans and look like them: a letter, plans of support, a request."""

from __future__ import annotations

from pathlib import Path

from content import Content, long_date, short_date
from sections import numbered
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

PALE = "E7E6E6"


def letter(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the letter that goes with a draft plan and names its sections."""
    del truth
    doc, child, facts = new(plan, "Arial", 11), plan.child, plan.plan
    doc.core_properties.title = "Letter"
    for line in (facts.authority, "SEND Casework Team", "Shire Hall"):
        say(doc, line, after=0)
    say(doc, long_date(facts.date), align="right")
    say(doc, f"Dear {' and '.join(plan.parents)},")
    say(
        doc,
        f"{child.name}, born {short_date(child.born)}: proposed Education, Health and Care plan",
    )
    say(
        doc,
        "I enclose the proposed plan. Section B lists the special educational needs, Section E the "
        "outcomes and Section F the special educational provision. Section I is blank, because a "
        "proposed plan must not name a school.",
    )
    say(doc, "In short, the advice says the following:")
    for said in [*plan.needs, *plan.outcomes]:
        bullet(doc, said.text)
    for item in plan.provision:
        bullet(doc, item.text)
    say(doc, "Please send your views, and the school that you would prefer, within 15 days.")
    for line in (
        "Section A: tell us what should be added",
        "Section B: tell us what is wrong or missing",
        "Sections C and D: tell us of any change",
        "Section E: tell us whether these are the right outcomes",
        "Section F: tell us what should be clearer",
    ):
        bullet(doc, line)
    say(doc, "Yours sincerely,")
    say(doc, "Casework officer")
    save(doc, path)


def support_plan(plan: Content, truth: Truth, path: Path) -> None:
    """Prints a plan of SEN support, on the form that the authority also uses for EHC plans."""
    del truth
    doc = new(plan, "Tahoma", 11, "385723")
    doc.core_properties.title = "My Support Plan"
    head_and_foot(doc, f"My Support Plan   {plan.child.name}", "Page #")
    say(doc, "My Support Plan", bold=True, size=24)
    _front(doc, plan, "Date of this plan")
    doc.add_heading("Part 1: Who am I and what is in my plan? (Section A)", 1)
    for text in (*plan.views, *(a.text for a in plan.aspirations)):
        say(doc, text)
    doc.add_heading("Part 3: My special educational needs (Section B)", 1)
    for need in plan.needs:
        bullet(doc, need.text)
    doc.add_heading("Part 5: What I want to achieve (Section E)", 1)
    numbers = numbered(plan.outcomes, "5.{}")
    for outcome in plan.outcomes:
        say(doc, f"{numbers[outcome.id]} {outcome.text}")
    doc.add_heading("Part 6: How I will be supported (Section F)", 1)
    for item in plan.provision:
        bullet(doc, item.text)
    say(doc, "This plan is not statutory. It is reviewed by the school each term.", italic=True)
    save(doc, path)


def support_record(plan: Content, truth: Truth, path: Path) -> None:
    """Prints an individual support plan as a school's system gives it out."""
    del truth
    doc = new(plan, "Calibri", 11)
    doc.core_properties.title = "Individual Support Plan"
    head_and_foot(doc, plan.plan.setting, f"ISP {plan.child.name} #/##")
    say(doc, "Individual Support Plan (ISP)", bold=True, size=20)
    _front(doc, plan, "Plan start date")
    heads = ["Need", "Outcome", "Provision", "Review"]
    made = table(doc, [4.4, 5.2, 5.2, 2.2], heads, PALE)
    for need, outcome, item in zip(plan.needs, plan.outcomes, plan.provision, strict=False):
        row(made, need.text, outcome.text, item.text, short_date(plan.plan.review_date))
    doc.add_heading("Views", 2)
    for text in (*plan.views, *(a.text for a in plan.aspirations)):
        say(doc, text)
    save(doc, path)


def request(plan: Content, truth: Truth, path: Path) -> None:
    """Prints a school's request for an assessment."""
    del truth
    doc = new(plan, "Arial", 11)
    doc.core_properties.title = "Request for assessment"
    head_and_foot(doc, plan.plan.authority, "Form EHCNA1   # of ##")
    say(doc, "Request for an Education, Health and Care needs assessment", bold=True, size=18)
    _front(doc, plan, "Date of request")
    doc.add_heading("A. Views of the child and parents", 1)
    for text in (*plan.views, *(a.text for a in plan.aspirations)):
        say(doc, text)
    doc.add_heading("B. Special educational needs", 1)
    for need in plan.needs:
        bullet(doc, need.text)
    doc.add_heading("C. What has been tried so far", 1)
    for item in plan.provision:
        bullet(doc, item.text)
    doc.add_heading("D. Outcomes hoped for", 1)
    for outcome in plan.outcomes:
        bullet(doc, outcome.text)
    labelled(doc, "Signed by the head teacher:", "____________")
    save(doc, path)


def _front(doc: WordDocument, plan: Content, dated: str) -> None:
    child, facts = plan.child, plan.plan
    rows = [
        ("Name", child.name),
        ("Date of birth", short_date(child.born)),
        ("UPN", child.upn),
        ("Year group", child.year_group),
        ("School", facts.setting),
        (dated, long_date(facts.date)),
        ("Next review", long_date(facts.review_date)),
    ]
    details(doc, [6, 11], [r for r in rows if r[1]], PALE)
