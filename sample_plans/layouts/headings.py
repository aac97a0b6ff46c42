"""Word headings with letter and title, areas of need as sub-headings, and bullets."""

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
    new,
    row,
    save,
    say,
    table,
    watermark,
)

TITLES = {
    "C": "Section C: Health needs related to special educational needs",
    "D": "Section D: Social care needs related to special educational needs",
    "G": "Section G: Health provision",
    "H1": "Section H1: Social care provision under section 2 of the Chronically Sick and "
    "Disabled Persons Act 1970",
    "H2": "Section H2: Any other social care provision",
    "I": "Section I: Placement",
    "J": "Section J: Personal budget",
}


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    doc = new(plan, "Arial", 11, "1F3864")
    child = plan.child
    head_and_foot(
        doc,
        plan.plan.authority,
        f"OFFICIAL-SENSITIVE    Education, Health and Care Plan: {child.name}    Page # of ##",
    )
    if plan.draft:
        watermark(doc)
    _cover(doc, plan)
    doc.add_heading("Section A: The views, interests and aspirations of the child and parents", 1)
    _a(doc, plan, truth)
    doc.add_heading("Section B: Special educational needs", 1)
    _b(doc, plan, truth)
    others(plan, truth, _only("CD"), lambda t: doc.add_heading(t, 1), lambda t: say(doc, t))
    doc.add_heading("Section E: Outcomes", 1)
    _e(doc, plan, truth)
    doc.add_heading("Section F: Special educational provision", 1)
    _f(doc, plan, truth)
    rest = {k: v for k, v in TITLES.items() if k not in "CD"}
    others(plan, truth, rest, lambda t: doc.add_heading(t, 1), lambda t: say(doc, t))
    if "K" in plan.others:
        doc.add_heading("Section K: Advice and information", 1)
        others(plan, truth, {"K": ""}, lambda _: None, lambda t: say(doc, t))
        made = table(doc, [6, 6, 5], ["Advice from", "Name", "Date of report"])
        for line in advice(plan):
            row(made, *line)
    truth.basis |= {"need_outcome": "area", "outcome_provision": "area", "need_provision": "area"}
    truth.area_printed |= {"B", "E", "F"}
    save(doc, path)


def _only(letters: str) -> dict[str, str]:
    return {k: TITLES[k] for k in letters}


def _cover(doc: WordDocument, plan: Content) -> None:
    child, facts = plan.child, plan.plan
    say(doc, facts.authority, bold=True, size=14, colour="1F3864")
    say(doc, "Education, Health and Care Plan", bold=True, size=24, colour="1F3864", after=18)
    say(doc, f"for {child.name}", size=16, after=18)
    rows = [
        ("Name", child.name),
        ("Known as", child.known_as),
        ("Date of birth", short_date(child.born)),
        ("Sex", child.sex),
        ("Unique pupil number (UPN)", child.upn),
        ("NHS number", child.nhs),
        ("Year group", child.year_group),
        ("Parents or carers", " and ".join(plan.parents)),
        ("Current setting", facts.setting),
        ("Status of this plan", STATUS[facts.status]),
        ("Date of first plan", long_date(facts.first_date)),
        ("Date of draft", long_date(facts.draft_date)),
        (f"Date of {STATUS[facts.status].lower() or 'this plan'}", long_date(facts.date)),
        ("To be reviewed by", long_date(facts.review_date)),
    ]
    details(
        doc,
        [7, 10],
        [r for r in rows if r[1] and (r[1] != long_date(facts.date) or r[0] != "Date of draft")],
    )
    say(doc, "", after=6)
    say(
        doc,
        "This plan is made by the authority named above under section 37 of the Children and "
        "Families Act 2014. The sections carry the letters that the Special Educational Needs "
        "and Disability Regulations 2014 give them.",
        italic=True,
        size=9.5,
    )
    break_page(doc)


def _a(doc: WordDocument, plan: Content, truth: Truth) -> None:
    called = plan.child.called
    truth.mark("A")
    if plan.views:
        _sub(doc, truth, "A", f"{called}’s views, interests and history")
        for text in plan.views:
            say(doc, truth.view(text))
    for voice, hopes in voices(plan):
        _sub(
            doc,
            truth,
            "A",
            f"{called}’s aspirations" if voice == "child" else "The family’s aspirations",
        )
        for hope in hopes:
            bullet(doc, truth.aspiration(hope))
    if plan.parent_views:
        _sub(doc, truth, "A", "Parents’ views")
        for text in plan.parent_views:
            say(doc, truth.view(text))


def _b(doc: WordDocument, plan: Content, truth: Truth) -> None:
    truth.mark("B")
    for area, title in named(plan):
        strengths, now, needs = (of(area, x) for x in (plan.strengths, plan.currents, plan.needs))
        if not (strengths or now or needs):
            continue
        _sub(doc, truth, "B", title)
        if strengths:
            _sub(doc, truth, "B", "Strengths", 3)
        for said in strengths:
            bullet(doc, truth.strength(said))
        if now:
            _sub(doc, truth, "B", "Current attainment and functioning", 3)
        for said in now:
            say(doc, truth.current(said))
        if needs:
            _sub(doc, truth, "B", "Special educational needs", 3)
        for need in needs:
            bullet(doc, truth.need(need))


def _e(doc: WordDocument, plan: Content, truth: Truth) -> None:
    truth.mark("E")
    for area, title in named(plan):
        for n, outcome in enumerate(of(area, plan.outcomes)):
            if n == 0:
                _sub(doc, truth, "E", title)
            bullet(doc, truth.outcome(outcome))
            if outcome.steps:
                truth.mark("E", "Short-term targets:")
                say(
                    doc, "Short-term targets:", italic=True, after=2
                ).paragraph_format.left_indent = 457200
            for k in range(len(outcome.steps)):
                bullet(doc, truth.step(outcome, k), 2)
    if plan.outcomes:
        _sub(doc, truth, "E", "How progress will be monitored")
        usual = (
            "The setting will agree short-term targets with parents and look at them together once "
            "a term. The authority reviews the plan at least every twelve months."
        )
        for text in plan.arrangements or (usual,):
            say(doc, truth.context("E", text))


def _f(doc: WordDocument, plan: Content, truth: Truth) -> None:
    truth.mark("F")
    for area, title in named(plan):
        for n, provision in enumerate(of(area, plan.provision)):
            if n == 0:
                _sub(doc, truth, "F", title)
            bullet(doc, truth.provision(provision))
            for part in provision.parts:
                bullet(doc, part, 2)


def _sub(doc: WordDocument, truth: Truth, section: str, words: str, level: int = 2) -> None:
    truth.mark(section, words)
    doc.add_heading(words, level)
