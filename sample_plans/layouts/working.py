"""What is working and what is not, in two columns for each area; then E and F for each area."""

from __future__ import annotations

from pathlib import Path

from content import Content, long_date, short_date
from controls import symbol
from sections import advice, named, of, others, status_boxes, voices
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
    shade,
    table,
    watermark,
)

PURPLE, PALE = "5B2C6F", "E8DAEF"
TITLES = {
    "communication": "Communication & Interaction",
    "cognition": "Cognition & Learning",
    "semh": "Social, Emotional & Mental Health",
    "sensory_physical": "Sensory and/or Physical",
    "adulthood": "Preparing for Adulthood",
}
HEALTH = {
    "G": "SECTION G: HEALTH PROVISION",
    "H1": "SECTION H1: SOCIAL CARE PROVISION (CHRONICALLY SICK AND DISABLED PERSONS ACT)",
    "H2": "SECTION H2: OTHER SOCIAL CARE PROVISION",
    "I": "SECTION I: NAME AND TYPE OF SETTING",
    "J": "SECTION J: PERSONAL BUDGET",
}


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    doc = new(plan, "Calibri", 11.5, PURPLE, margin=1.8)
    head_and_foot(
        doc,
        f"{plan.child.name}    DOB {short_date(plan.child.born)}\nOFFICIAL-SENSITIVE",
        f"{plan.plan.authority} SEND Service    Page # of ##",
        align="right",
    )
    if plan.draft:
        watermark(doc)
    _cover(doc, plan)
    _profile(doc, plan, truth)
    _bar(doc, "SECTION B: SPECIAL EDUCATIONAL NEEDS")
    _needs(doc, plan, truth)
    others(
        plan,
        truth,
        {"C": "SECTION C: HEALTH NEEDS", "D": "SECTION D: SOCIAL CARE NEEDS"},
        lambda t: _bar(doc, t),
        lambda t: say(doc, t),
    )
    _bar(doc, "OUTCOMES AND SUPPORT PLAN")
    _outcomes_and_support(doc, plan, truth)
    others(plan, truth, HEALTH, lambda t: _bar(doc, t), lambda t: say(doc, t))
    if "K" in plan.others:
        _bar(doc, "SECTION K: ADVICE AND INFORMATION GATHERED")
        others(plan, truth, {"K": ""}, lambda _: None, lambda t: say(doc, t))
        for role, name, given in advice(plan):
            bullet(doc, f"{role}: {name}, {given}".rstrip(", "))
    truth.basis |= {"need_outcome": "area", "outcome_provision": "area", "need_provision": "area"}
    truth.area_printed |= {"B", "E", "F"}
    save(doc, path)


def _bar(doc: WordDocument, words: str) -> None:
    say(doc, "", after=0)
    band(doc, words, 17.4, PURPLE)
    say(doc, "", after=0, keep=True)


def _cover(doc: WordDocument, plan: Content) -> None:
    child, facts = plan.child, plan.plan
    say(doc, facts.authority, size=13, colour=PURPLE, align="centre")
    say(doc, "EDUCATION, HEALTH AND CARE PLAN", bold=True, size=22, colour=PURPLE, align="centre")
    boxes = say(doc, "", align="centre", after=14)
    for box, words in status_boxes(plan, "X", ""):
        symbol(boxes, bool(box), words)
    made = table(doc, [5, 7.4, 5])
    for n, (label, value) in enumerate(
        [
            ("Surname", child.last),
            ("Forename(s)", child.first),
            ("Known as", child.known_as or child.first),
        ]
    ):
        cells = row(made, label, value, "Photo" if n == 0 else "", bold_first=True)
        shade(cells[0], PALE)
    made.cell(0, 2).merge(made.cell(2, 2))
    say(doc, "", after=4)
    rows = [
        ("Date of birth", f"{child.born:%d.%m.%Y}"),
        ("Gender", child.sex),
        ("UPN", child.upn),
        ("NHS number", child.nhs),
        ("National curriculum year", child.year_group),
        ("School or setting", facts.setting),
        ("Parent(s) / carer(s)", ", ".join(plan.parents)),
    ]
    details(doc, [5, 12.4], [r for r in rows if r[1]], PALE)
    say(doc, "", after=4)
    dates = [
        ("Date original EHC plan issued", long_date(facts.first_date)),
        ("Draft issued", long_date(facts.draft_date or (facts.date if plan.draft else None))),
        ("Plan made on", "" if plan.draft else long_date(facts.date)),
        ("Review due by", long_date(facts.review_date)),
    ]
    details(doc, [5, 12.4], [d for d in dates if d[1]], PALE)
    if not plan.draft:
        say(doc, "", after=8)
        say(doc, f"This plan was made on {long_date(facts.date)} by {facts.authority}.")
        say(doc, "Signed: ____________________   on behalf of the authority")
    break_page(doc)


def _profile(doc: WordDocument, plan: Content, truth: Truth) -> None:
    _bar(doc, "SECTION A: MY PROFILE")
    truth.mark("A")
    made = table(doc, [4.4, 13])
    rows = [("My story and what people should know", [truth.view(t) for t in plan.views])]
    for voice, hopes in voices(plan):
        label = "My hopes and dreams" if voice == "child" else "What my family hope for"
        rows.append((label, [truth.aspiration(h) for h in hopes]))
    if plan.parent_views:
        rows.append(("What my parents and carers say", [truth.view(t) for t in plan.parent_views]))
    for label, texts in rows:
        truth.mark("A", label)
        cells = row(made, label, bold_first=True)
        shade(cells[0], PALE)
        for text in texts:
            say(cells[1], text)


def _needs(doc: WordDocument, plan: Content, truth: Truth) -> None:
    truth.mark("B")
    heads = [
        "What is working (strengths and resources)",
        "What is not working so well (needs and concerns)",
    ]
    for area, title in named(plan, TITLES):
        strengths, now, needs = (of(area, x) for x in (plan.strengths, plan.currents, plan.needs))
        if not (strengths or now or needs):
            continue
        truth.mark("B", title, *heads)
        say(doc, title, bold=True, size=13, colour=PURPLE, after=3, keep=True)
        made = table(doc, [8.7, 8.7], heads, PALE)
        left, right = row(made)
        for said in strengths:
            bullet(left, truth.strength(said))
        for said in now:
            say(left, truth.current(said))
        for need in needs:
            bullet(right, truth.need(need))
        say(doc, "", after=4)


def _outcomes_and_support(doc: WordDocument, plan: Content, truth: Truth) -> None:
    truth.mark("EF")
    for area, title in named(plan, TITLES):
        outcomes, provision = of(area, plan.outcomes), of(area, plan.provision)
        if not (outcomes or provision):
            continue
        truth.mark(
            "E",
            f"{title}: Section E",
            "Desired Outcomes",
            "Long term aim",
            "Short term outcomes (1 year)",
        )
        say(
            doc,
            f"{title}: Section E - Desired Outcomes",
            bold=True,
            size=12.5,
            colour=PURPLE,
            keep=True,
        )
        for outcome in outcomes:
            labelled(doc, "Long term aim:", truth.outcome(outcome))
            for n in range(len(outcome.steps)):
                truth.mark("E", f"Short term outcome {n + 1}:")
                labelled(doc, f"Short term outcome {n + 1}:", truth.step(outcome, n))
        truth.mark("E", *["Long term aim:"] * len(outcomes))
        truth.mark("F", f"{title}: Section F", "Special Educational Provision")
        say(
            doc,
            f"{title}: Section F - Special Educational Provision",
            bold=True,
            size=12.5,
            colour=PURPLE,
            keep=True,
        )
        for item in provision:
            bullet(doc, truth.provision(item))
            for part in item.parts:
                bullet(doc, part, 2)
