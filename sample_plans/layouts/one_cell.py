"""Each section in one bordered cell, heading and content together, after a covering letter."""

from __future__ import annotations

from pathlib import Path

from content import Content, long_date, short_date
from docx.table import _Cell
from sections import STATUS, a_groups, advice, b_groups, in_b, named, of, others
from truth import Truth
from word import (
    WordDocument,
    break_page,
    bullet,
    head_and_foot,
    merge_field,
    new,
    row,
    save,
    say,
    shade,
    table,
    watermark,
)

INK = "333F50"
TITLES = {
    "communication": "Speech, language and communication",
    "cognition": "Thinking and learning",
    "semh": "Emotional wellbeing and mental health",
    "sensory_physical": "Physical and sensory",
    "adulthood": "Getting ready for adult life",
}
CARE = {
    "C": "Section C. Health needs related to SEN",
    "D": "Section D. Social care needs related to SEN or to a disability",
}
AFTER = {
    "G": "Section G. Health provision reasonably required",
    "H1": "Section H1. Social care provision under section 2 of the CSDPA 1970",
    "H2": "Section H2. Any other social care provision",
    "I": "Section I. School or other institution",
    "J": "Section J. Personal budget",
}


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    doc = new(plan, "Cambria", 11, INK, margin=2.2)
    head_and_foot(
        doc,
        "",
        f"{plan.child.name} | {STATUS[plan.plan.status] or 'EHC plan'} of "
        f"{short_date(plan.plan.date)} | Page # of ##",
        align="right",
    )
    if plan.draft:
        watermark(doc)
    _letter(doc, plan, truth)
    _front(doc, plan)
    cell = _section(doc, "Section A. The views, interests and aspirations of the child and parents")
    labels = ("Background and views", "Hopes", "Hopes of the family", "Views of the parents")
    for label, texts, hopes in a_groups(plan, truth, labels):
        _label(cell, label)
        for text in texts:
            (bullet if hopes else say)(cell, text)
    cell = _section(doc, "Section B. Special educational needs (SEN)")
    _b(cell, plan, truth)
    _others(doc, plan, truth, CARE)
    cell = _section(doc, "Section E. The outcomes sought")
    _e(cell, plan, truth)
    cell = _section(doc, "Section F. The special educational provision required")
    _f(cell, plan, truth)
    _others(doc, plan, truth, AFTER)
    if "K" in plan.others:
        cell = _section(doc, "Section K. Advice and information")
        others(plan, truth, {"K": ""}, lambda _: None, lambda t: say(cell, t))
        inner = table(cell, [1.2, 5.8, 5.2, 3.8], ["", "From", "Name", "Date"], "EDEDED")
        for n, line in enumerate(advice(plan), 1):
            row(inner, f"{n}", *line)
        say(cell, "", after=0)
    truth.basis |= {"need_provision": "area"}
    truth.area_printed |= {"B", "F"}
    save(doc, path)


def _section(doc: WordDocument, title: str) -> _Cell:
    """A bordered cell as wide as the page, its heading in its first line."""
    cell = row(table(doc, [16.6]))[0]
    say(cell, title, bold=True, size=12.5, colour=INK, keep=True)
    say(doc, "", after=4)
    return cell


def _label(cell: _Cell, words: str) -> None:
    say(cell, words, bold=True, italic=True, keep=True, after=2)


def _letter(doc: WordDocument, plan: Content, truth: Truth) -> None:
    facts, called = plan.plan, plan.child.called
    say(doc, facts.authority, bold=True, size=14, colour=INK, align="right")
    say(doc, "Special Educational Needs and Disability Service", size=10, align="right", after=24)
    say(doc, long_date(facts.date), after=18)
    parents = " and ".join(plan.parents)
    kind = STATUS[facts.status].lower() or "EHC plan"
    body = (
        f"I enclose {called}’s {kind}. It says what {called} finds hard, what is to be achieved, "
        "and the help that must be given.\n"
        "The outcomes in Section E were agreed at our meeting, and the provision in Section F will "
        "begin as soon as the plan takes effect.\n"
        "If you do not agree with what Sections B, F or I say, you can ask for mediation or appeal "
        "to the First-tier Tribunal (Special Educational Needs and Disability)."
    ).split("\n")
    truth.trap("covering letter", *body)
    for words in (f"Dear {parents}" if parents else "Dear parent or carer", *body):
        say(doc, words, after=10)
    say(doc, "Yours sincerely", after=36)
    say(doc, "EHC Plan Co-ordinator")
    break_page(doc)


def _front(doc: WordDocument, plan: Content) -> None:
    child, facts = plan.child, plan.plan
    say(doc, "Education, Health and Care Plan", bold=True, size=24, colour=INK, after=2)
    say(doc, STATUS[facts.status].upper(), bold=True, size=12, after=10)
    rows = [
        ("Surname", child.last),
        ("Forename", child.first),
        ("Also known as", child.known_as),
        ("Date of birth", f"{child.born.day}.{child.born.month}.{child.born:%y}"),
        ("Gender", child.sex),
        ("Year", child.year_group),
        ("UPN", child.upn),
        ("NHS no.", child.nhs),
        ("Parent or person responsible", ", ".join(plan.parents)),
        ("Attends", facts.setting),
        ("Original plan", long_date(facts.first_date)),
        ("Draft", long_date(facts.draft_date)),
        (
            "This plan takes effect on" if not plan.draft else "Date of this draft",
            long_date(facts.date),
        ),
        ("Review to be held by", f"{long_date(facts.review_date)} and annually thereafter"),
    ]
    made = table(doc, [5.6, 11])
    for label, value in rows:
        if value and not value.startswith(" "):
            cells = row(made, label, bold_first=True)
            shade(cells[0], "EDEDED")
            merge_field(cells[1].paragraphs[0], label.replace(" ", "_"), value)
    say(doc, "", after=8)


def _b(cell: _Cell, plan: Content, truth: Truth) -> None:
    truth.mark("B")
    labels = ("Strengths:", "Current position:", "Needs:")
    for area, title in named(plan, TITLES):
        if not in_b(plan, area):
            continue
        truth.mark("B", title)
        say(cell, title, bold=True, colour=INK, keep=True, after=2)
        for label, said in b_groups(plan, truth, area, labels):
            _label(cell, label)
            for _, text in said:
                bullet(cell, text)


def _e(cell: _Cell, plan: Content, truth: Truth) -> None:
    truth.mark("E")
    for n, outcome in enumerate(plan.outcomes, 1):
        say(cell, f"{n}. {truth.outcome(outcome, f'{n}.')}")
        if outcome.steps:
            truth.mark("E", "Shorter-term targets:")
            _label(cell, "Shorter-term targets:")
        for k in range(len(outcome.steps)):
            bullet(cell, truth.step(outcome, k), 2)


def _f(cell: _Cell, plan: Content, truth: Truth) -> None:
    truth.mark("F")
    for area, title in named(plan, TITLES):
        for n, provision in enumerate(of(area, plan.provision)):
            if n == 0:
                truth.mark("F", title)
                say(cell, title, bold=True, colour=INK, keep=True, after=2)
            bullet(cell, truth.provision(provision))
            for part in provision.parts:
                bullet(cell, part, 2)


def _others(doc: WordDocument, plan: Content, truth: Truth, titles: dict[str, str]) -> None:
    """The other sections, each in a cell of its own."""
    for letter, title in titles.items():
        if letter in plan.others:
            cell = _section(doc, title)
            others(plan, truth, {letter: ""}, lambda _: None, lambda t, cell=cell: say(cell, t))  # type: ignore[misc]
