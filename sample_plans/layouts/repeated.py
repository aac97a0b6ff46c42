"""Sections E and F come again in each area of need, and go on over a page as "(continued)"."""

from __future__ import annotations

from pathlib import Path

from content import Content, Outcome, long_date
from sections import STATUS, a_groups, advice, b_groups, in_b, named, of, others
from truth import Truth
from word import (
    WordDocument,
    break_page,
    bullet,
    head_and_foot,
    labelled,
    new,
    row,
    save,
    say,
    table,
    watermark,
)

INK = "7F0000"
GROUP = "OUTCOMES AND SUPPORT PLAN"
BEFORE = {"C": "SECTIONC: HEALTH NEEDS", "D": "SECTIOND: SOCIAL CARE NEEDS"}
AFTER = {
    "G": "SECTIONG: HEALTH PROVISION",
    "H1": "SECTION H1: SOCIAL CARE PROVISION",
    "H2": "SECTION H2: ANY OTHER SOCIAL CARE PROVISION",
    "I": "SECTIONI: PLACEMENT",
    "J": "SECTIONJ: PERSONAL BUDGET",
    "K": "SECTIONK: ADVICE AND INFORMATION",
}
LABELS = ("What people need to know about me", "What I want", "What my family want", "Our story")
GROUPS = ("What is working", "Where things are now", "What is not working so well")


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    doc = new(plan, "Calibri", 12, INK)
    head_and_foot(doc, "OFFICIAL SENSITIVE", "#", align="centre")
    if plan.draft:
        watermark(doc)
    _cover(doc, plan)
    doc.add_heading("SECTIONA: MY PROFILE", 1)
    for label, texts, hopes in a_groups(plan, truth, LABELS):
        say(doc, label, bold=True, keep=True)
        for text in texts:
            (bullet if hopes else say)(doc, text)
    doc.add_heading("SECTIONB: SPECIAL EDUCATIONAL NEEDS", 1)
    _b(doc, plan, truth)
    _others(doc, plan, truth, BEFORE)
    say(doc, GROUP, bold=True, size=18, colour=INK)
    truth.mark("EF", GROUP)
    for area in named(plan):
        _e(doc, plan, truth, area)
        _f(doc, plan, truth, area)
    _others(doc, plan, truth, AFTER)
    made = table(doc, [6, 6, 5], ["Role", "Name", "Date"])
    for line in advice(plan):
        row(made, *line)
    truth.basis |= {"need_outcome": "area", "outcome_provision": "area", "need_provision": "area"}
    truth.area_printed |= {"B", "E", "F"}
    save(doc, path)


def _cover(doc: WordDocument, plan: Content) -> None:
    child, facts = plan.child, plan.plan
    say(doc, "EDUCATION, HEALTH & CARE PLAN", bold=True, size=22, align="centre")
    say(doc, child.name, size=18, align="centre")
    made_on = f"made on {long_date(facts.date)} by {facts.authority}"
    say(doc, made_on, italic=True, align="centre", after=24)
    for label, value in (
        ("Known as:", child.known_as),
        ("D.O.B:", long_date(child.born)),
        ("UPN:", child.upn),
        ("NHS No.:", child.nhs),
        ("Care First No.:", "not known"),
        ("NCY:", child.year_group),
        ("Status:", STATUS[facts.status]),
        ("First plan made on:", long_date(facts.first_date)),
        ("To be reviewed no later than:", long_date(facts.review_date)),
        ("School:", facts.setting),
    ):
        if value:
            labelled(doc, label, value, after=0)
    break_page(doc)


def _b(doc: WordDocument, plan: Content, truth: Truth) -> None:
    truth.mark("B")
    for area, title in named(plan):
        if not in_b(plan, area):
            continue
        truth.mark("B", title)
        doc.add_heading(title, 2)
        for label, said in b_groups(plan, truth, area, GROUPS):
            say(doc, label, bold=True, keep=True)
            for _, text in said:
                say(doc, text)


def _e(doc: WordDocument, plan: Content, truth: Truth, area: tuple[str, str]) -> None:
    outcomes = of(area[0], plan.outcomes)
    for n, outcome in enumerate(outcomes):
        more = " (continued)" if n else ""
        if n:
            break_page(doc)
        title = f"Section E - Desired Outcomes: {area[1]}{more}"
        truth.mark("E", title)
        doc.add_heading(title, 2)
        _outcome(doc, outcome, truth)


def _outcome(doc: WordDocument, outcome: Outcome, truth: Truth) -> None:
    truth.mark("E", "Long Term Outcome:", "Short Term Outcome (1 year):")
    labelled(doc, "Long Term Outcome:", truth.outcome(outcome))
    for n in range(len(outcome.steps)):
        labelled(doc, "Short Term Outcome (1 year):", truth.step(outcome, n))


def _f(doc: WordDocument, plan: Content, truth: Truth, area: tuple[str, str]) -> None:
    provision = of(area[0], plan.provision)
    if not provision:
        return
    title = f"Section F - Special Educational Provision: {area[1]}"
    truth.mark("F", title)
    doc.add_heading(title, 2)
    for item in provision:
        bullet(doc, truth.provision(item))
        for part in item.parts:
            bullet(doc, part, 2)


def _others(doc: WordDocument, plan: Content, truth: Truth, titles: dict[str, str]) -> None:
    others(plan, truth, titles, lambda t: doc.add_heading(t, 1), lambda t: say(doc, t))
