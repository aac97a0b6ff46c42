"""Outcomes stand before needs; provision is a table that names the outcomes it is for."""

from __future__ import annotations

from pathlib import Path

from content import Content, long_date, short_date
from sections import STATUS, advice, named, of, others, voices
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

RED, PALE = "8B1E2D", "F6E3E5"
NEEDS = {
    "communication": "Communication and interaction needs",
    "cognition": "Cognition and learning needs",
    "semh": "Social, emotional and mental health needs",
    "sensory_physical": "Sensory and physical needs",
    "adulthood": "Independence and preparing for adulthood",
}
BEFORE = {
    "C": "SECTION C. Health needs which relate to the special educational needs",
    "D": "SECTION D. Social care needs which relate to the special educational needs",
}
LEAD = "The provision in this table is to be in place from the date of this plan."
AFTER = {
    "G": "SECTION G. Health care provision reasonably required",
    "H1": "SECTION H1. Social care provision that must be made under the 1970 Act",
    "H2": "SECTION H2. Other social care provision reasonably required",
    "I": "SECTION I. Placement",
    "J": "SECTION J. Direct payments and personal budget",
}


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    doc = new(plan, "Times New Roman", 11.5, RED, margin=2.3)
    head_and_foot(
        doc,
        "Official - Sensitive",
        f"EHC Plan for {plan.child.name}, born {short_date(plan.child.born)} | # of ##",
        align="centre",
        size=9,
    )
    if plan.draft:
        watermark(doc)
    _cover(doc, plan)
    _heading(doc, "SECTION A. Views, interests and aspirations")
    _a(doc, plan, truth)
    _heading(doc, "SECTION E. Outcomes sought")
    _e(doc, plan, truth)
    _heading(doc, "SECTION B. Special educational needs")
    _b(doc, plan, truth)
    others(plan, truth, BEFORE, lambda t: _heading(doc, t), lambda t: say(doc, t))
    _heading(doc, "SECTION F. Special educational provision")
    _f(doc, plan, truth)
    others(plan, truth, AFTER, lambda t: _heading(doc, t), lambda t: say(doc, t))
    if "K" in plan.others:
        _heading(doc, "SECTION K. Advice and information")
        others(plan, truth, {"K": ""}, lambda _: None, lambda t: say(doc, t))
        for n, (role, name, given) in enumerate(advice(plan), 1):
            say(doc, f"Appendix {n}   {role} ({name}), {given}", after=2)
    truth.basis |= {"outcome_provision": "number"}
    truth.area_printed |= {"B"}
    save(doc, path)


def _heading(doc: WordDocument, words: str) -> None:
    paragraph = say(doc, words, bold=True, size=13.5, colour=RED, keep=True)
    paragraph.paragraph_format.space_before = 182880


def _cover(doc: WordDocument, plan: Content) -> None:
    child, facts = plan.child, plan.plan
    say(doc, facts.authority.upper(), bold=True, size=12, colour=RED, align="centre", after=60)
    say(doc, "Education, Health and Care Plan", bold=True, size=28, align="centre", after=6)
    say(doc, STATUS[facts.status], italic=True, size=16, align="centre", after=40)
    rows = [
        ("Child or young person", child.name),
        ("Preferred name", child.known_as),
        ("Date of birth", long_date(child.born)),
        ("Sex", child.sex),
        ("Year group", child.year_group),
        ("Unique Pupil Number", child.upn),
        ("NHS number", child.nhs),
        ("Parents/carers", ", ".join(plan.parents)),
        ("School, college or setting", facts.setting),
    ]
    details(doc, [6, 10.4], [r for r in rows if r[1]], PALE)
    say(doc, "", after=12)
    made = table(
        doc, [4.1] * 4, ["Plan first issued", "Draft", "Final / amended", "Review by"], PALE
    )
    final = None if plan.draft else facts.date
    draft = facts.draft_date or (facts.date if plan.draft else None)
    row(made, *[short_date(d) for d in (facts.first_date, draft, final, facts.review_date)])
    break_page(doc)


def _a(doc: WordDocument, plan: Content, truth: Truth) -> None:
    truth.mark("A")
    for text in plan.views:
        say(doc, truth.view(text))
    if plan.parent_views:
        truth.mark("A", "Views of parents and carers")
        say(doc, "Views of parents and carers", italic=True, bold=True, keep=True)
    for text in plan.parent_views:
        say(doc, truth.view(text))
    for voice, hopes in voices(plan):
        whose = plan.child.called if voice == "child" else "the family"
        truth.mark("A", f"Aspirations of {whose}")
        say(doc, f"Aspirations of {whose}", italic=True, bold=True, keep=True)
        for hope in hopes:
            bullet(doc, truth.aspiration(hope))


def _e(doc: WordDocument, plan: Content, truth: Truth) -> None:
    truth.mark("E")
    for n, outcome in enumerate(plan.outcomes, 1):
        labelled(doc, f"Outcome {n}.", truth.outcome(outcome, f"Outcome {n}"))
        if outcome.steps:
            truth.mark("E", "Steps towards this outcome:")
            say(doc, "Steps towards this outcome:", italic=True, after=2, keep=True)
        for k in range(len(outcome.steps)):
            bullet(doc, truth.step(outcome, k), 2)


def _b(doc: WordDocument, plan: Content, truth: Truth) -> None:
    truth.mark("B")
    for area, title in named(plan, NEEDS):
        strengths, now, needs = (of(area, x) for x in (plan.strengths, plan.currents, plan.needs))
        if not (strengths or now or needs):
            continue
        truth.mark("B", title)
        paragraph = say(doc, title, bold=True, colour=RED, keep=True, after=3)
        paragraph.paragraph_format.space_before = 76200
        for label, texts in (
            ("What is going well:", [truth.strength(s) for s in strengths]),
            ("At present:", [truth.current(c) for c in now]),
            ("Needs:", [truth.need(n) for n in needs]),
        ):
            if texts:
                truth.mark("B", label)
                say(doc, label, bold=True, size=10.5, keep=True, after=2)
            for text in texts:
                bullet(doc, text)


def _f(doc: WordDocument, plan: Content, truth: Truth) -> None:
    if plan.provision:
        say(doc, truth.context("F", LEAD))
    heads = ["Outcome", "Provision to be made"]
    truth.mark("F", *heads)
    made = table(doc, [3.2, 13.2], heads, PALE)
    numbers = {o.id: f"Outcome {n}" for n, o in enumerate(plan.outcomes, 1)}
    for provision in plan.provision:
        labels = [numbers[e] for e in provision.supports]
        truth.mark("F", *labels)
        right = row(made, ", ".join(labels) or "-")[1]
        say(right, truth.provision(provision, against=provision.supports))
        for part in provision.parts:
            bullet(right, part)
