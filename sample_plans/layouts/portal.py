"""What a web portal exports: labels and values, references such as OUT-1, small grey furniture."""

from __future__ import annotations

from pathlib import Path

from content import AREAS, Content, Outcome, Provision, Statement, long_date, short_date
from page import HEIGHT, WIDTH, build, style, watermark, words
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    Frame,
    HRFlowable,
    KeepTogether,
    PageTemplate,
    Spacer,
    Table,
    TableStyle,
)
from sections import STATUS, a_groups, advice, numbered
from truth import Truth

BLUE, GREY = "#0B5CAB", "#8A8F98"
TITLE = style("Helvetica-Bold", 20, BLUE, spaceAfter=4)
SECTION = style("Helvetica-Bold", 13.5, BLUE, spaceBefore=14, spaceAfter=2, keepWithNext=1)
GROUP = style("Helvetica-Bold", 10.5, "#222222", spaceBefore=6, spaceAfter=3, keepWithNext=1)
VALUE = style("Helvetica", 10, "#222222", spaceAfter=3)
LABEL = style("Helvetica", 8, GREY)
SMALL = style("Helvetica-Oblique", 7, GREY, spaceAfter=6)
TITLES = {
    "A": "(A) Views, interests and aspirations",
    "B": "(B) Special educational needs",
    "C": "(C) Health needs",
    "D": "(D) Social care needs",
    "E": "(E) Outcomes",
    "F": "(F) Special educational provision",
    "G": "(G) Health provision",
    "H1": "(H1) Social care provision - CSDPA 1970",
    "H2": "(H2) Social care provision - other",
    "I": "(I) Placement",
    "J": "(J) Personal budget",
    "K": "(K) Advice and information",
}


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    story = _record(plan)
    story += _heading(plan, truth, "A")
    labels = ("Views and background", "Aspirations", "Family aspirations", "Parent/carer views")
    hopes = numbered(plan.aspirations, "ASP-{}")
    for label, texts, hoped in a_groups(plan, truth, labels):
        story.append(words(label, GROUP))
        for text in texts:
            ref = (
                next((hopes[a.id] for a in plan.aspirations if a.text == text), "") if hoped else ""
            )
            story += _fields([(ref, text)] if ref else [("", text)])
    _number_aspirations(truth, hopes)
    story += _heading(plan, truth, "B") + _b(plan, truth)
    story += _others(plan, truth, ("C", "D"))
    story += _heading(plan, truth, "E") + _e(plan, truth, hopes)
    story += _heading(plan, truth, "F") + _f(plan, truth)
    story += _others(plan, truth, ("G", "H1", "H2", "I", "J", "K"))
    if "K" in plan.others:
        for role, name, given in advice(plan):
            story += _fields([("Advice type", role), ("Provided by", name), ("Received", given)])
            story.append(Spacer(1, 4))
    truth.basis |= {
        "need_outcome": "number",
        "outcome_provision": "number",
        "outcome_aspiration": "number",
    }
    truth.area_printed |= {"B", "E", "F"}
    frame = Frame(18 * mm, 18 * mm, WIDTH - 36 * mm, HEIGHT - 38 * mm, 0, 0, 0, 0)
    build(
        plan,
        path,
        story,
        [PageTemplate("page", [frame])],
        lambda c, n, of: _margins(plan, c, n, of),
    )


def _margins(plan: Content, canvas: Canvas, page: int, pages: int) -> None:
    if plan.draft:
        watermark(canvas)
    canvas.setFont("Helvetica", 7)
    canvas.setFillColor(HexColor(GREY))
    printed = f"{short_date(plan.plan.date)} 09:12"
    canvas.drawString(18 * mm, HEIGHT - 12 * mm, f"EHC Online | {plan.plan.authority}")
    canvas.drawRightString(WIDTH - 18 * mm, HEIGHT - 12 * mm, "OFFICIAL-SENSITIVE")
    canvas.drawString(18 * mm, 10 * mm, f"Printed from EHC Online {printed} by SEND Casework")
    canvas.drawRightString(WIDTH - 18 * mm, 10 * mm, f"Page {page} of {pages}")


def _fields(rows: list[tuple[str, str]], label: float = 32) -> list[Flowable]:
    """Label and value side by side, with no lines between them."""
    cells = [[words(a, LABEL), words(b, VALUE)] for a, b in rows if b]
    if not cells:
        return []
    made = Table(cells, colWidths=[label * mm, WIDTH - (36 + label) * mm])
    made.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 4),
                ("TOPPADDING", (0, 0), (0, -1), 3),
                ("TOPPADDING", (1, 0), (1, -1), 1),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ]
        )
    )
    return [made]


def _record(plan: Content) -> list[Flowable]:
    child, facts = plan.child, plan.plan
    rows = [
        ("Name", child.name),
        ("Known as", child.known_as),
        ("Date of birth", f"{child.born:%d-%b-%Y}"),
        ("Sex", child.sex),
        ("Year group", child.year_group),
        ("UPN", child.upn),
        ("NHS number", child.nhs),
        ("Parent/carer", "; ".join(plan.parents)),
        ("Setting", facts.setting),
        ("Plan status", STATUS[facts.status]),
        ("Original plan", f"{facts.first_date:%d-%b-%Y}" if facts.first_date else ""),
        ("Draft shared", f"{facts.draft_date:%d-%b-%Y}" if facts.draft_date else ""),
        ("Plan date", f"{facts.date:%d-%b-%Y}"),
        ("Review due", f"{facts.review_date:%d-%b-%Y}" if facts.review_date else ""),
    ]
    return [
        words("Education, Health and Care Plan", TITLE),
        words(f"{child.name} - plan record", GROUP),
        HRFlowable(width="100%", thickness=1.2, color=HexColor(BLUE), spaceAfter=6),
        *_fields(rows),
        Spacer(1, 8),
        words(
            f"Last saved {long_date(facts.date)}. This record replaces any earlier version.", SMALL
        ),
    ]


def _heading(plan: Content, truth: Truth, letter: str) -> list[Flowable]:
    """A section's heading with a rule, and when it was last edited."""
    edited = f"Last edited {short_date(plan.plan.date)} by SEND Casework"
    if letter in "ABEF":
        truth.mark(letter, edited)
    title = TITLES[letter]
    if letter in plan.file.unlettered:
        title = title.partition(") ")[2]
    return [
        KeepTogether(
            [
                words(title, SECTION),
                HRFlowable(width="100%", thickness=0.5, color=HexColor("#C9CDD3"), spaceAfter=2),
                words(edited, SMALL),
            ]
        )
    ]


def _number_aspirations(truth: Truth, hopes: dict[str, str]) -> None:
    for item in truth.items:
        if item["kind"] == "aspiration":
            item["number"] = hopes[item["id"]]


def _block(truth: Truth, letter: str, rows: list[tuple[str, str]]) -> list[Flowable]:
    """One entry of the portal; its labels, and the values that are no item, are furniture."""
    truth.mark(letter, *[label for label, value in rows if value])
    truth.mark(letter, *[value for label, value in rows if label in _NO_ITEM and value])
    made = [*_fields(rows), Spacer(1, 7)]
    return [KeepTogether(made)]


_NO_ITEM = ("Area of need", "Linked needs", "Linked outcomes", "Linked aspirations", "Reference")


def _b(plan: Content, truth: Truth) -> list[Flowable]:
    story: list[Flowable] = []
    refs = numbered(plan.needs, "NEED-{}")

    def entries(title: str, label: str, said: tuple[Statement, ...]) -> None:
        if said:
            truth.mark("B", title)
            story.append(words(title, GROUP))
        for one in said:
            note = truth.strength if label == "Strength" else truth.current
            rows = [("Area of need", AREAS.get(one.area, "")), (label, note(one))]
            story.extend(_block(truth, "B", rows))

    entries("Strengths", "Strength", plan.strengths)
    entries("Current levels", "Current level", plan.currents)
    if plan.needs:
        truth.mark("B", "Needs")
        story.append(words("Needs", GROUP))
    for need in plan.needs:
        rows = [
            ("Reference", refs[need.id]),
            ("Area of need", AREAS.get(need.area, "")),
            ("Description", truth.need(need, refs[need.id])),
        ]
        story.extend(_block(truth, "B", rows))
    return story


def _e(plan: Content, truth: Truth, hopes: dict[str, str]) -> list[Flowable]:
    story: list[Flowable] = []
    outcomes, needs = numbered(plan.outcomes, "OUT-{}"), numbered(plan.needs, "NEED-{}")
    for outcome in plan.outcomes:
        story += _block(truth, "E", _outcome(outcome, truth, outcomes, needs | hopes))
    return story


def _outcome(
    outcome: Outcome, truth: Truth, outcomes: dict[str, str], refs: dict[str, str]
) -> list[tuple[str, str]]:
    against = (*outcome.answers, *outcome.serves)
    rows = [
        ("Reference", outcomes[outcome.id]),
        ("Area of need", AREAS.get(outcome.area, "")),
        ("Outcome", truth.outcome(outcome, outcomes[outcome.id], against=against)),
    ]
    rows += [(f"Step {k + 1}", truth.step(outcome, k)) for k in range(len(outcome.steps))]
    return [
        *rows,
        ("Linked needs", ", ".join(refs[b] for b in outcome.answers)),
        ("Linked aspirations", ", ".join(refs[a] for a in outcome.serves)),
    ]


def _f(plan: Content, truth: Truth) -> list[Flowable]:
    story: list[Flowable] = []
    outcomes, refs = numbered(plan.outcomes, "OUT-{}"), numbered(plan.provision, "PROV-{}")
    for item in plan.provision:
        rows = _provision(item, truth, refs[item.id])
        linked = ", ".join(outcomes[e] for e in item.supports)
        story += _block(truth, "F", [*rows, ("Linked outcomes", linked)])
    return story


def _provision(item: Provision, truth: Truth, ref: str) -> list[tuple[str, str]]:
    columns = bool(item.what)
    said = truth.provision(item, ref, against=item.supports, columns=columns)
    parts = [("", f"- {part}") for part in item.parts]
    beside = [("Delivered by", item.who), ("Frequency", item.often)] if columns else []
    return [
        ("Reference", ref),
        ("Area of need", AREAS.get(item.area, "")),
        ("Provision", said),
        *parts,
        *beside,
    ]


def _others(plan: Content, truth: Truth, letters: tuple[str, ...]) -> list[Flowable]:
    story: list[Flowable] = []
    for letter in letters:
        if letter in plan.others:
            story += _heading(plan, truth, letter)
            truth.trap(f"section {letter}", *plan.others[letter])
            for text in plan.others[letter]:
                story += _fields([("Details", text)])
    return story
