"""Outcomes with their provision in two columns; reports bound in behind Section K."""

from __future__ import annotations

from pathlib import Path

from content import Content, Report, long_date, short_date
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

INK, PALE = "17365D", "DBE5F1"
CARE = {
    "C": "SECTION C – HEALTH NEEDS",
    "D": "SECTION D – SOCIAL CARE NEEDS",
}
AFTER = {
    "G": "SECTION G – HEALTH PROVISION",
    "H1": "SECTION H1 – SOCIAL CARE PROVISION: 1970 ACT",
    "H2": "SECTION H2 – SOCIAL CARE PROVISION: OTHER",
    "I": "SECTION I – SCHOOL OR OTHER PLACEMENT",
    "J": "SECTION J – PERSONAL BUDGET",
    "K": "SECTION K – ADVICE AND INFORMATION",
}


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan, and the reports behind it."""
    doc = new(plan, "Calibri", 11, INK, margin=2)
    head_and_foot(
        doc,
        f"EDUCATION, HEALTH AND CARE PLAN: {plan.child.name.upper()}",
        f"Printed from EHC case system on {short_date(plan.plan.date)}     "
        "OFFICIAL-SENSITIVE     # of ##",
    )
    if plan.draft:
        watermark(doc)
    _cover(doc, plan)
    _bar(doc, "SECTION A – VIEWS, INTERESTS AND ASPIRATIONS")
    labels = ("Child or young person", "Aspirations", "Aspirations of parents", "Parents or carers")
    for label, texts, _ in a_groups(plan, truth, labels):
        say(doc, label, bold=True, keep=True, after=2)
        for text in texts:
            say(doc, text)
    _bar(doc, "SECTION B – SPECIAL EDUCATIONAL NEEDS")
    _b(doc, plan, truth)
    others(plan, truth, CARE, lambda t: _bar(doc, t), lambda t: say(doc, t))
    _bar(doc, "SECTIONS E AND F – OUTCOMES AND SPECIAL EDUCATIONAL PROVISION")
    _e_and_f(doc, plan, truth)
    others(plan, truth, AFTER, lambda t: _bar(doc, t), lambda t: say(doc, t))
    if "K" in plan.others:
        made = table(doc, [1.6, 6, 5.6, 3.8], ["App.", "Advice from", "Author", "Date"], PALE)
        for n, line in enumerate(advice(plan), 1):
            row(made, f"{n}", *line)
    for n, report in enumerate(plan.reports or _usual_reports(plan), 1):
        _report(doc, plan, truth, n, report)
    truth.basis |= {"outcome_provision": "row"}
    truth.area_printed |= {"B"}
    save(doc, path)


def _bar(doc: WordDocument, words: str) -> None:
    say(doc, "", after=0)
    band(doc, words, 17, INK)
    say(doc, "", after=0, keep=True)


def _cover(doc: WordDocument, plan: Content) -> None:
    child, facts = plan.child, plan.plan
    say(doc, facts.authority, bold=True, size=18, colour=INK, align="centre", after=4)
    say(doc, "Education, Health and Care Plan", size=24, colour=INK, align="centre", after=4)
    say(doc, STATUS[facts.status].upper(), bold=True, size=12, align="centre", after=20)
    rows = [
        ("Name:", child.name),
        ("Preferred name:", child.known_as),
        ("DOB:", f"{child.born:%d %b %Y}"),
        ("Gender:", child.sex),
        ("Year:", child.year_group),
        ("UPN:", child.upn),
        ("NHS No:", child.nhs),
        ("Placement:", facts.setting),
        ("Parental responsibility:", ", ".join(plan.parents)),
        ("First EHCP:", short_date(facts.first_date)),
        ("Draft EHCP:", short_date(facts.draft_date)),
        ("Amended EHCP:" if facts.status == "amended" else "This EHCP:", short_date(facts.date)),
        ("Review by:", short_date(facts.review_date)),
    ]
    details(doc, [5, 12], [r for r in rows if r[1]], PALE)
    break_page(doc)


def _b(doc: WordDocument, plan: Content, truth: Truth) -> None:
    truth.mark("B")
    for area, title in named(plan):
        if not in_b(plan, area):
            continue
        truth.mark("B", title)
        doc.add_heading(title, 2)
        for label, said in b_groups(plan, truth, area, ("Strengths", "Assessment", "Needs")):
            say(doc, label, italic=True, keep=True, after=2)
            for _, text in said:
                bullet(doc, text)


def _e_and_f(doc: WordDocument, plan: Content, truth: Truth) -> None:
    heads = ["Section E: Outcome", "Section F: Provision"]
    truth.mark("EF", "SECTIONS E AND F – OUTCOMES AND SPECIAL EDUCATIONAL PROVISION")
    truth.mark("E", heads[0])
    truth.mark("F", heads[1])
    made = table(doc, [6.8, 10.2], heads, PALE)
    for outcome in plan.outcomes:
        left, right = row(made)
        say(left, truth.outcome(outcome))
        for k in range(len(outcome.steps)):
            if k == 0:
                truth.mark("E", "Targets for this year:")
                say(left, "Targets for this year:", italic=True, after=1)
            bullet(left, truth.step(outcome, k))
        own = plan.provision_for(outcome)
        for item in own:
            bullet(right, truth.provision(item, against=(outcome.id,)))
            for part in item.parts:
                bullet(right, part, 2)
            for other in item.supports[1:]:
                truth.link("outcome_provision", other, item.id, "semantic")
        if not own:
            say(right, "-")
    if plan.loose_provision:
        left, right = row(made, "-")
        for item in plan.loose_provision:
            bullet(right, truth.provision(item))


def _usual_reports(plan: Content) -> list[Report]:
    """Two reports in general words, for a plan whose author wrote none."""
    called = plan.child.called
    role = plan.advice[0] if plan.advice else None
    return [
        Report(
            f"Report of the {role.role.lower() if role else 'educational psychologist'}",
            role.name if role else "Educational Psychology Service",
            role.given if role else plan.plan.draft_date,
            (
                f"I met {called} in school and observed two lessons and a break time.",
                "I spoke to the class teacher and read the school’s own records beforehand.",
            ),
            (
                f"{called} will feel more settled at the start of the school day.",
                f"{called} will make steady progress in reading over the year.",
            ),
            (
                "A member of staff to greet every morning for the first half term.",
                "Reading practice in a small group as the timetable allows.",
            ),
        ),
    ]


def _report(doc: WordDocument, plan: Content, truth: Truth, n: int, report: Report) -> None:
    """A report with its own letterhead, headings and author, on pages of its own."""
    break_page(doc)
    say(doc, f"Appendix {n}", align="right", size=9)
    say(doc, report.title, bold=True, size=16, after=4)
    labelled(doc, "Child:", f"{plan.child.name}, born {short_date(plan.child.born)}", after=1)
    labelled(doc, "Author:", report.author, after=1)
    labelled(doc, "Date of report:", long_date(report.given), after=10)
    for title, texts, mark in (
        ("Background", report.text, say),
        ("Outcomes", report.outcomes, bullet),
        ("Provision", report.provision, bullet),
    ):
        if texts:
            say(doc, title, bold=True, size=13, keep=True)
        for text in texts:
            mark(doc, text)
        truth.trap("report bound in", *texts)
    say(doc, "", after=12)
    say(doc, f"Signed: {report.author}", italic=True)
