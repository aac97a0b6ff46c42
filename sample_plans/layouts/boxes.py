"""A Word form: headings in text boxes, and everything filled in stands in content controls."""

from __future__ import annotations

from pathlib import Path

from content import Content, long_date, short_date
from controls import choice, control, text_box, tick, value, wrap_row
from sections import STATUS, a_groups, advice, b_groups, in_b, named, of, others
from truth import Truth
from word import (
    WordDocument,
    bullet,
    head_and_foot,
    new,
    row,
    save,
    say,
    shade,
    table,
    watermark,
)

INK, PALE = "44307A", "E9E4F5"
YEARS = ("Nursery", "Reception", *(f"Year {n}" for n in range(1, 15)))
ISSUED = {"amended": "Amended plan", "": "Plan"} | dict.fromkeys(
    ("draft", "proposed", "final"), "Final plan"
)
CARE = {"C": "SECTION C  Health needs", "D": "SECTION D  Social care needs"}
AFTER = {
    "G": "SECTION G  Health provision",
    "H1": "SECTION H1  Social care provision (section 2, 1970 Act)",
    "H2": "SECTION H2  Any other social care provision",
    "I": "SECTION I  Educational setting",
    "J": "SECTION J  Personal budget",
}


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    doc = new(plan, "Calibri", 11, INK, margin=2)
    head_and_foot(
        doc,
        "OFFICIAL-SENSITIVE when completed",
        f"EHC plan form v4.2   {plan.plan.authority}   # of ##",
        align="centre",
    )
    if plan.draft:
        watermark(doc)
    form = _Form(doc)
    form.box("EDUCATION, HEALTH AND CARE PLAN")
    _cover(doc, plan)
    form.box("SECTION A  My views, interests and aspirations")
    labels = ("My views", "My aspirations", "My family’s aspirations", "My parents’ views")
    for label, texts, hopes in a_groups(plan, truth, labels):
        say(doc, label, bold=True, colour=INK, keep=True, after=2)
        with control(doc, label):
            for text in texts:
                (bullet if hopes else say)(doc, text)
    form.box("SECTION B  My special educational needs")
    _b(doc, plan, truth)
    others(plan, truth, CARE, form.box, form.words)
    form.box("SECTION E  Outcomes")
    _e(doc, plan, truth)
    form.box("SECTION F  Special educational provision")
    _f(doc, plan, truth)
    others(plan, truth, AFTER, form.box, form.words)
    if "K" in plan.others:
        form.box("SECTION K  Advice and information")
        others(plan, truth, {"K": ""}, lambda _: None, form.words)
        made = table(doc, [6.5, 6.5, 4], ["Role", "Name", "Date"], PALE)
        for line in advice(plan):
            row(made, *line)
            wrap_row(made.rows[-1], "Advice")
    truth.basis |= {"need_provision": "area", "need_outcome": "semantic"}
    truth.area_printed |= {"B", "F"}
    save(doc, path)


class _Form:
    """Counts the text boxes: each needs a number of its own."""

    def __init__(self, doc: WordDocument) -> None:
        self.doc, self.boxes = doc, 0

    def box(self, words: str) -> None:
        self.boxes += 1
        text_box(self.doc, words, INK, self.boxes, old=words.startswith("SECTION K"))

    def words(self, text: str) -> None:
        with control(self.doc, "Text"):
            say(self.doc, text)


def _cover(doc: WordDocument, plan: Content) -> None:
    child, facts = plan.child, plan.plan
    paragraph = say(doc, "")
    for name, words in STATUS.items():
        if name:
            tick(paragraph, name == facts.status, words)
    made = table(doc, [5.5, 11.5])
    final = "" if plan.draft else long_date(facts.date)
    for label, words in (
        ("Local authority", facts.authority),
        ("Name of child or young person", child.name),
        ("Known as", child.known_as),
        ("Date of birth", short_date(child.born)),
        ("Sex", child.sex),
        ("Year group", child.year_group),
        ("Unique pupil number", child.upn),
        ("NHS number", child.nhs),
        ("Education setting", facts.setting),
        ("Parents or carers", " and ".join(plan.parents)),
        ("Original plan issued", long_date(facts.first_date)),
        ("Draft plan issued", long_date(facts.draft_date or (facts.date if plan.draft else None))),
        (f"{ISSUED[facts.status]} issued", final),
        ("Review no later than", long_date(facts.review_date)),
    ):
        cells = row(made, label, bold_first=True)
        shade(cells[0], PALE)
        if label == "Year group":
            choice(cells[1].paragraphs[0], words, label, YEARS)
        elif "issued" in label or label == "Date of birth":
            value(cells[1].paragraphs[0], words, label, "<w:date/>")
        else:
            value(cells[1].paragraphs[0], words, label)


def _b(doc: WordDocument, plan: Content, truth: Truth) -> None:
    truth.mark("B")
    labels = ("Strengths", "Current functioning", "Special educational needs")
    for area, title in named(plan):
        if not in_b(plan, area):
            continue
        truth.mark("B", title)
        doc.add_heading(title, 2)
        for label, said in b_groups(plan, truth, area, labels):
            say(doc, label, bold=True, keep=True, after=2)
            with control(doc, f"{label} {area}"):
                for _, text in said:
                    bullet(doc, text)


def _e(doc: WordDocument, plan: Content, truth: Truth) -> None:
    heads = ["No.", "Outcome", "Shorter-term targets"]
    truth.mark("E", *heads)
    made = table(doc, [1.3, 9.2, 6.5], heads, PALE)
    for n, outcome in enumerate(plan.outcomes, 1):
        cells = row(made, f"{n}")
        with control(cells[1], f"Outcome {n}"):
            say(cells[1], truth.outcome(outcome, f"{n}"))
        for k in range(len(outcome.steps)):
            bullet(cells[2], truth.step(outcome, k))
        wrap_row(made.rows[-1], f"Row {n}")


def _f(doc: WordDocument, plan: Content, truth: Truth) -> None:
    truth.mark("F")
    for area, title in named(plan):
        provision = of(area, plan.provision)
        if provision:
            truth.mark("F", title)
            doc.add_heading(title, 2)
        with control(doc, f"Provision {area}"):
            for item in provision:
                bullet(doc, truth.provision(item))
                for part in item.parts:
                    bullet(doc, part, 2)
