"""Parts 1 to 7 in the child's words, the letters second, and items numbered 5.1, 5.2."""

from __future__ import annotations

from pathlib import Path

from content import Content, long_date, short_date
from docx.shared import Cm
from sections import STATUS, a_groups, advice, b_groups, in_b, named, numbered, others
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
    shade,
    shape,
    table,
    watermark,
)

BLUE, PALE = "00628B", "DCEEF5"
SUPPORT = {
    "G": "Health provision (Section G)",
    "H1": "Social care provision under the 1970 Act (Section H1)",
    "H2": "Other social care provision (Section H2)",
}


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    doc = new(plan, "Verdana", 9.5, BLUE, margin=2)
    facts = plan.plan
    head_and_foot(
        doc,
        f"Name: {plan.child.name}   DOB: {short_date(plan.child.born)}   "
        f"Initial plan: {short_date(facts.first_date or facts.date)}   "
        f"Current plan: {short_date(facts.date)}",
        f"{facts.authority}   OFFICIAL-SENSITIVE   # / ##",
    )
    if plan.draft:
        watermark(doc)
    _part_1(doc, plan)
    _part(doc, "Part 2: What I want you to know about me (Section A)")
    labels = (
        "About me",
        "My dreams",
        "My family’s dreams for me",
        "What my parents or carers think",
    )
    for label, texts, _ in a_groups(plan, truth, labels):
        say(doc, label, bold=True, colour=BLUE, keep=True, after=2)
        for text in texts:
            say(doc, text)
    _part(doc, "Part 3: What I find hard (Section B)")
    needs = numbered(plan.needs, "3.{}")
    _b(doc, plan, truth, needs)
    _part(doc, "Part 4: My health and social care needs (Sections C and D)")
    titles = {"C": "Health needs (Section C)", "D": "Social care needs (Section D)"}
    others(plan, truth, titles, lambda t: _small(doc, t), lambda t: say(doc, t))
    _part(doc, "Part 5: What I will achieve (Section E)")
    _e(doc, plan, truth, needs)
    _part(doc, "Part 6: What people will do to help me (Sections F, G, H1 and H2)")
    _f(doc, plan, truth)
    others(plan, truth, SUPPORT, lambda t: _small(doc, t), lambda t: say(doc, t))
    _part(doc, "Part 7: Where I learn, and what is attached (Sections I, J and K)")
    _part_7(doc, plan, truth)
    truth.basis |= {"need_outcome": "number", "outcome_provision": "number"}
    truth.area_printed |= {"B"}
    save(doc, path)


def _part(doc: WordDocument, words: str) -> None:
    doc.add_heading(words, 1)


def _small(doc: WordDocument, words: str) -> None:
    say(doc, words, bold=True, colour=BLUE, keep=True, after=2)


def _part_1(doc: WordDocument, plan: Content) -> None:
    child, facts = plan.child, plan.plan
    say(doc, "My Education, Health and Care Plan", bold=True, size=22, colour=BLUE, after=10)
    made = table(doc, [17])
    cell = row(made, "Space for my drawing or photo")[0]
    for _ in range(7):
        say(cell, "")
    shade(cell, PALE)
    _part(doc, "Part 1: Who am I and what’s in my plan?")
    rows = [
        ("My name is", child.name),
        ("I like to be called", child.known_as),
        ("I was born on", long_date(child.born)),
        ("I am", child.sex),
        ("I am in", child.year_group),
        ("My school or setting", facts.setting),
        ("The people who look after me", " and ".join(plan.parents)),
        ("UPN", child.upn),
        ("NHS number", child.nhs),
        ("This is a", STATUS[facts.status].lower()),
        ("My first plan", short_date(facts.first_date)),
        ("The draft of this plan", short_date(facts.draft_date)),
        ("This plan was finished on", "" if plan.draft else short_date(facts.date)),
        ("My next review is by", short_date(facts.review_date)),
    ]
    details(doc, [6.5, 10.5], [r for r in rows if r[1]], PALE)
    say(doc, "", after=4)
    for line in (
        "Part 2 is about me and my family.",
        "Part 3 is about what I find hard, and Part 4 about my health and care.",
        "Part 5 says what I will be able to do, and Part 6 who will help.",
        "Part 7 says where I learn.",
    ):
        bullet(doc, line)
    break_page(doc)


def _item(doc: WordDocument, number: str, text: str) -> None:
    """A numbered paragraph: the number is typed, and a tab keeps it apart from its words."""
    paragraph = say(doc, "")
    shape(paragraph.add_run(f"{number}\t"), bold=True, colour=BLUE)
    say_more = say(doc, text)
    for run in say_more.runs:
        paragraph._p.append(run._r)  # noqa: SLF001 -- moved beside its number
    say_more._p.getparent().remove(say_more._p)  # noqa: SLF001
    paragraph.paragraph_format.left_indent = Cm(1.2)
    paragraph.paragraph_format.first_line_indent = Cm(-1.2)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(1.2))


def _beside(doc: WordDocument, words: str) -> None:
    """A small line under an item."""
    paragraph = say(doc, words, italic=True, size=8.5, colour="595959")
    paragraph.paragraph_format.left_indent = Cm(1.2)


def _b(doc: WordDocument, plan: Content, truth: Truth, numbers: dict[str, str]) -> None:
    truth.mark("B")
    labels = ("What I am good at", "How I am getting on", "What I find hard")
    for area, title in named(plan):
        if not in_b(plan, area):
            continue
        truth.mark("B", title)
        doc.add_heading(title, 2)
        for label, said in b_groups(plan, truth, area, labels, numbers):
            _small(doc, label)
            for number, text in said:
                if number:
                    _item(doc, number, text)
                else:
                    bullet(doc, text)


def _e(doc: WordDocument, plan: Content, truth: Truth, needs: dict[str, str]) -> None:
    code = "The Code of Practice says that outcomes should be specific, measurable and time bound."
    truth.mark("E", *([code] if plan.outcomes else []))
    if plan.outcomes:
        say(doc, code, italic=True, size=8.5)
    for n, outcome in enumerate(plan.outcomes, 1):
        _item(doc, f"5.{n}", truth.outcome(outcome, f"5.{n}", against=outcome.answers))
        for k in range(len(outcome.steps)):
            if k == 0:
                truth.mark("E", "Small steps on the way:")
                _beside(doc, "Small steps on the way:")
            paragraph = bullet(doc, truth.step(outcome, k), 2)
            paragraph.paragraph_format.left_indent = Cm(2)
        if outcome.answers:
            words = f"Helps with {', '.join(needs[b] for b in outcome.answers)}"
            truth.mark("E", words)
            _beside(doc, words)


def _f(doc: WordDocument, plan: Content, truth: Truth) -> None:
    truth.mark("F", "Special educational provision (Section F)")
    _small(doc, "Special educational provision (Section F)")
    numbers = numbered(plan.outcomes, "5.{}")
    for n, provision in enumerate(plan.provision, 1):
        _item(doc, f"6.{n}", truth.provision(provision, f"6.{n}", against=provision.supports))
        for part in provision.parts:
            bullet(doc, part, 2)
        if provision.supports:
            words = f"So that I achieve {', '.join(numbers[e] for e in provision.supports)}"
            truth.mark("F", words)
            _beside(doc, words)


def _part_7(doc: WordDocument, plan: Content, truth: Truth) -> None:
    titles = {"I": "My school or college (Section I)", "J": "Personal budget (Section J)"}
    others(plan, truth, titles, lambda t: _small(doc, t), lambda t: say(doc, t))
    if "K" in plan.others:
        _small(doc, "Reports that helped to write my plan (Section K)")
        others(plan, truth, {"K": ""}, lambda _: None, lambda t: say(doc, t))
        for n, (role, name, given) in enumerate(advice(plan), 1):
            say(doc, f"7.{n}   {role}, {name}, {given}", after=2)
