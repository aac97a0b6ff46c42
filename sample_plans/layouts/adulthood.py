"""Outcomes and provision under the four headings of preparing for adulthood."""

from __future__ import annotations

from pathlib import Path

from content import ADULTHOOD, Content, Outcome, Provision, long_date
from sections import STATUS, a_groups, advice, b_groups, in_b, named, others
from truth import Truth
from word import (
    WordDocument,
    band,
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

INK, PALE = "B45309", "FDF0DD"
CARE = {"C": "C – My health needs", "D": "D – My social care needs"}
AFTER = {
    "G": "G – Health provision",
    "H1": "H1 – Social care provision under the 1970 Act",
    "H2": "H2 – Other social care provision",
    "I": "I – Where I will learn",
    "J": "J – Personal budget",
    "K": "K – Advice and information",
}
# Which goal a need's area is closest to, where the author does not say.
CLOSEST = {
    "communication": "community",
    "cognition": "employment",
    "semh": "community",
    "sensory_physical": "health",
    "adulthood": "independence",
}


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    doc = new(plan, "Calibri", 11.5, INK, margin=2)
    head_and_foot(
        doc,
        f"My EHC Plan    {plan.child.name}",
        f"{plan.plan.authority}    Preparing for Adulthood    OFFICIAL-SENSITIVE    Page #",
        align="centre",
    )
    if plan.draft:
        watermark(doc)
    _cover(doc, plan)
    _bar(doc, "A – My views, interests and aspirations")
    labels = (
        "What is important to me now",
        "What I want for my adult life",
        "What my family want for my adult life",
        "What my parents or carers want to say",
    )
    for label, texts, hopes in a_groups(plan, truth, labels, hopes_first=True):
        say(doc, label, bold=True, colour=INK, keep=True, after=2)
        for text in texts:
            (bullet if hopes else say)(doc, text)
    _bar(doc, lettered(plan, "B", "My special educational needs"))
    _b(doc, plan, truth)
    others(plan, truth, CARE, lambda t: _bar(doc, t), lambda t: say(doc, t))
    _bar(doc, lettered(plan, "E", "My outcomes"))
    _e(doc, plan, truth)
    if plan.outcomes:
        _monitoring(doc, truth)
    _bar(doc, lettered(plan, "F", "My special educational provision"))
    _f(doc, plan, truth)
    others(plan, truth, AFTER, lambda t: _bar(doc, t), lambda t: say(doc, t))
    if "K" in plan.others:
        made = table(doc, [6.4, 6.4, 4.2], ["Role", "Name", "Date"], PALE)
        for line in advice(plan):
            row(made, *line)
    truth.basis |= {"outcome_provision": "area"}
    truth.area_printed |= {"B", "E", "F"}
    save(doc, path)


def lettered(plan: Content, letter: str, title: str) -> str:
    """A section's heading: «E – My outcomes», or «My outcomes» where the plan lost its letter."""
    return title if letter in plan.file.unlettered else f"{letter} – {title}"


def _bar(doc: WordDocument, words: str) -> None:
    say(doc, "", after=0)
    band(doc, words, 17, INK)
    say(doc, "", after=0, keep=True)


def _cover(doc: WordDocument, plan: Content) -> None:
    child, facts = plan.child, plan.plan
    made = table(doc, [4.2, 12.8])
    left, right = row(made)
    say(left, "My photo")
    for _ in range(8):
        say(left, "")
    say(right, "My Education, Health and Care Plan", bold=True, size=22, colour=INK)
    say(right, child.name, bold=True, size=18)
    say(right, STATUS[facts.status], size=13)
    say(doc, "", after=6)
    rows = [
        ("First name", child.first),
        ("Surname", child.last),
        ("I like to be known as", child.known_as),
        ("Date of birth", long_date(child.born)),
        ("Sex", child.sex),
        ("Year group", child.year_group),
        ("UPN", child.upn),
        ("NHS number", child.nhs),
        ("School, college or training provider", facts.setting),
        ("Parents", " and ".join(plan.parents)),
        ("Initial plan", long_date(facts.first_date)),
        ("Draft plan", long_date(facts.draft_date)),
        ("Plan dated", long_date(facts.date)),
        ("Review by", long_date(facts.review_date)),
    ]
    details(doc, [6, 11], [r for r in rows if r[1]], PALE)
    break_page(doc)


def goal(part: Outcome | Provision, plan: Content) -> str:
    """The goal for adult life that a part stands under; provision follows its first outcome."""
    if part.area in ADULTHOOD:
        return part.area
    if isinstance(part, Provision) and part.supports:
        first = next((o for o in plan.outcomes if o.id == part.supports[0]), None)
        if first and first.area in ADULTHOOD:
            return first.area
    return CLOSEST.get(part.area, "independence")


def _b(doc: WordDocument, plan: Content, truth: Truth) -> None:
    truth.mark("B")
    labels = ("What I do well", "How things are now", "What I find difficult")
    for area, title in named(plan):
        if not in_b(plan, area):
            continue
        truth.mark("B", title)
        say(doc, title, bold=True, size=12.5, colour=INK, keep=True, after=2)
        for label, said in b_groups(plan, truth, area, labels):
            say(doc, label, bold=True, keep=True, after=2)
            for _, text in said:
                bullet(doc, text)


def _e(doc: WordDocument, plan: Content, truth: Truth) -> None:
    truth.mark("E")
    for key, title in ADULTHOOD.items():
        outcomes = [o for o in plan.outcomes if goal(o, plan) == key]
        truth.mark("E", title)
        say(doc, title, bold=True, size=12.5, colour=INK, keep=True, after=2)
        if not outcomes:
            truth.mark("E", "None at this review.")
            say(doc, "None at this review.", italic=True)
        for outcome in outcomes:
            bullet(doc, truth.outcome(outcome))
            truth.items[-1]["area"] = key
            for k in range(len(outcome.steps)):
                truth.mark("E", "Next step:")
                labelled(
                    doc, "Next step:", truth.step(outcome, k)
                ).paragraph_format.left_indent = 457200
                truth.items[-1]["area"] = key


def _monitoring(doc: WordDocument, truth: Truth) -> None:
    truth.mark("E", "How we will check")
    say(doc, "How we will check", bold=True, keep=True, after=2)
    text = (
        "My tutor and I look at my next steps every six weeks and tell my family how it is going."
    )
    say(doc, truth.context("E", text))


def _f(doc: WordDocument, plan: Content, truth: Truth) -> None:
    truth.mark("F")
    for key, title in ADULTHOOD.items():
        provision = [p for p in plan.provision if goal(p, plan) == key]
        if not provision:
            continue
        truth.mark("F", title)
        say(doc, title, bold=True, size=12.5, colour=INK, keep=True, after=2)
        made = table(doc, [17])
        for item in provision:
            cell = row(made)[0]
            say(cell, truth.provision(item))
            truth.items[-1]["area"] = key
            for part in item.parts:
                bullet(cell, part)
