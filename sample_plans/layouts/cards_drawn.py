"""A card for each outcome, drawn as a PDF: coloured heads, hairlines across and none down."""

from __future__ import annotations

from pathlib import Path

from content import AREAS, Content, Outcome, Provision, long_date, short_date
from page import HEIGHT, WIDTH, build, grid, style, watermark, words
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Spacer,
    Table,
    TableStyle,
)
from sections import a_groups, advice, b_groups, in_b, named, numbered, others, status_boxes
from truth import Truth

from .cards import AFTER, card_numbers

TEAL, PALE, LINE = "#0B7A75", "#D9F0EE", "#B8CFCD"
TITLE = style("Helvetica-Bold", 22, "#FFFFFF")
UNDER = style("Helvetica", 12, "#FFFFFF")
SECTION = style("Helvetica-Bold", 14, TEAL, spaceBefore=12, spaceAfter=5, keepWithNext=1)
AREA = style("Helvetica-Bold", 11, TEAL, spaceBefore=6, spaceAfter=2, keepWithNext=1)
LABEL = style("Helvetica-Bold", 10, "#222222", spaceAfter=2, keepWithNext=1)
BODY = style("Helvetica", 10, "#111111", spaceAfter=4)
ITEM = style("Helvetica", 10, "#111111", spaceAfter=3, leftIndent=12, bulletIndent=2)
SIDE = 19 * mm
INSIDE = WIDTH - 2 * SIDE
LEFT = 30 * mm


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    story = [*_cover(plan), words("A | All about me: views, interests and aspirations", SECTION)]
    labels = (
        "What you need to know about me",
        "My hopes",
        "My family’s hopes",
        "My parents’ views",
    )
    for label, texts, hopes in a_groups(plan, truth, labels, hopes_first=True):
        story.append(words(label, AREA))
        story += [words(t, ITEM, bullet="•") if hopes else words(t, BODY) for t in texts]
    needs = numbered(plan.needs, "B{}")
    story += [words("B | Special educational needs", SECTION), *_b(plan, truth, needs)]
    story += _others(plan, truth, {"C": "C | Health needs", "D": "D | Social care needs"})
    title = "E and F | Outcomes and special educational provision"
    truth.mark("EF", title)
    story.append(words(title, SECTION))
    numbers = needs | card_numbers(plan)
    for n, outcome in enumerate(plan.outcomes, 1):
        story += [_card(plan, truth, n, outcome, numbers), Spacer(1, 10)]
    if plan.loose_provision:
        truth.mark("F", "General provision")
        rows = [[words("General provision", LABEL), ""]]
        rows += [_line(item, truth, numbers, ()) for item in plan.loose_provision]
        story.append(_drawn(rows))
    story += _others(plan, truth, AFTER)
    if "K" in plan.others:
        story += _others(plan, truth, {"K": "K | Advice and information"})
        story += [
            words(f"{name} ({given})", BODY, before=f"<b>{role}:</b> ")
            for role, name, given in advice(plan)
        ]
    truth.basis |= {"need_outcome": "number", "outcome_provision": "row"}
    truth.area_printed |= {"B"}
    frame = Frame(SIDE, 18 * mm, INSIDE, HEIGHT - 38 * mm, 0, 0, 0, 0)
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
    canvas.setFont("Helvetica", 8)
    canvas.setFillColor(HexColor("#666666"))
    canvas.drawString(SIDE, HEIGHT - 12 * mm, plan.plan.authority)
    canvas.drawRightString(WIDTH - SIDE, HEIGHT - 12 * mm, "OFFICIAL-SENSITIVE")
    canvas.drawString(SIDE, 10 * mm, f"{plan.child.name.upper()} PAGE {page} OF {pages}")


def _cover(plan: Content) -> list[Flowable]:
    child, facts = plan.child, plan.plan
    front = Table(
        [[[words("Education, Health and Care Plan", TITLE), words(facts.authority, UNDER)]]]
    )
    front.setStyle(
        TableStyle(
            [
                ("BACKGROUND", (0, 0), (-1, -1), HexColor(TEAL)),
                ("TOPPADDING", (0, 0), (-1, -1), 14),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 18),
                ("LEFTPADDING", (0, 0), (-1, -1), 12),
            ]
        )
    )
    front._argW = [INSIDE]  # noqa: SLF001 -- as wide as the page inside its margins
    boxes = [[[words(f"[{box}] {name}", BODY)] for box, name in status_boxes(plan, "X", "  ")]]
    rows = [
        ("Surname", child.last),
        ("Other names", child.first),
        ("Known as", child.known_as),
        ("D.O.B.", short_date(child.born)),
        ("Sex", child.sex),
        ("Year group", child.year_group),
        ("UPN", child.upn),
        ("NHS number", child.nhs),
        ("Parents / those with parental responsibility", "; ".join(plan.parents)),
        ("Current placement", facts.setting),
        ("Plan first made", long_date(facts.first_date)),
        ("Draft plan", long_date(facts.draft_date)),
        ("Date of this plan", long_date(facts.date)),
        ("Review date", long_date(facts.review_date)),
    ]
    details = [[[words(a, LABEL)], [words(b, BODY)]] for a, b in rows if b]
    return [
        front,
        Spacer(1, 12),
        grid(boxes, [INSIDE / 4] * 4, lines=LINE),
        Spacer(1, 12),
        grid(details, [55 * mm, INSIDE - 55 * mm], first=PALE, lines=LINE),
        PageBreak(),
    ]


def _b(plan: Content, truth: Truth, numbers: dict[str, str]) -> list[Flowable]:
    truth.mark("B")
    story: list[Flowable] = []
    if plan.needs:
        greatest = AREAS.get(plan.needs[0].area, "")
        truth.mark("B", "Greatest area of need:", greatest)
        story.append(words(greatest, BODY, before="<b>Greatest area of need:</b> "))
    for area, title in named(plan):
        if not in_b(plan, area):
            continue
        truth.mark("B", title)
        story.append(words(title, AREA))
        labels = ("Strengths", "Where things are now", "Needs")
        for label, said in b_groups(plan, truth, area, labels, numbers):
            story.append(words(label, LABEL))
            story += [
                words(text, BODY, before=f"<b>{number}</b> ")
                if number
                else words(text, ITEM, bullet="•")
                for number, text in said
            ]
    return story


def _card(
    plan: Content, truth: Truth, n: int, outcome: Outcome, numbers: dict[str, str]
) -> Flowable:
    said = truth.outcome(outcome, f"Outcome {n}", against=outcome.answers)
    met = ", ".join(numbers[b] for b in outcome.answers)
    truth.mark("E", "Needs met:", met)
    rows = [
        [words(f"Outcome {n}", LABEL), words(said, BODY)],
        [words("Needs met:", LABEL), words(met or "-", BODY)],
    ]
    if outcome.steps:
        truth.mark("E", "Short-term targets")
        steps = [words(truth.step(outcome, k), ITEM, bullet="•") for k in range(len(outcome.steps))]
        rows.append([words("Short-term targets", LABEL), steps])
    own = plan.provision_for(outcome)
    if own:
        truth.mark("F", "Provision")
        rows.append([words("Provision", AREA), ""])
    rows += [_line(item, truth, numbers, (outcome.id,)) for item in own]
    also = [p for p in plan.provision if outcome.id in p.supports[1:]]
    if also:
        listed = ", ".join(numbers[p.id] for p in also)
        truth.mark("F", "See also", listed)
        rows.append([words("See also", LABEL), words(listed, BODY)])
        for p in also:
            truth.link("outcome_provision", outcome.id, p.id, "number")
    return _drawn(rows)


def _line(
    item: Provision, truth: Truth, numbers: dict[str, str], against: tuple[str, ...]
) -> list[object]:
    number = numbers[item.id]
    said = words(truth.provision(item, number, against=against), BODY)
    return [words(number, LABEL), [said, *(words(p, ITEM, bullet="•") for p in item.parts)]]


def _drawn(rows: list[list[object]]) -> Table:
    """A card: a coloured head, a frame, and hairlines between its rows."""
    made = Table(rows, colWidths=[LEFT, INSIDE - LEFT])
    made.setStyle(
        TableStyle(
            [
                ("BACKGROUND", (0, 0), (-1, 0), HexColor(PALE)),
                ("BOX", (0, 0), (-1, -1), 0.8, HexColor(TEAL)),
                ("LINEBELOW", (0, 0), (-1, -2), 0.4, HexColor(LINE)),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("TOPPADDING", (0, 0), (-1, -1), 4),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
            ]
        )
    )
    return made


def _others(plan: Content, truth: Truth, titles: dict[str, str]) -> list[Flowable]:
    story: list[Flowable] = []
    others(
        plan,
        truth,
        titles,
        lambda t: story.append(words(t, SECTION)),
        lambda t: story.append(words(t, BODY)),
    )
    return story
