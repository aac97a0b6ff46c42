"""Newspaper columns, small and justified, under a title across the page."""

from __future__ import annotations

from pathlib import Path

from content import Content, long_date, short_date
from page import HEIGHT, WIDTH, build, style, watermark, words
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageTemplate,
    Table,
    TableStyle,
)
from sections import STATUS, a_groups, advice, b_groups, in_b, named, of
from truth import Truth

INK = "#7B1E3A"
TITLE = style("Times-Bold", 24, INK)
SUBTITLE = style("Times-Italic", 13, "#333333", spaceAfter=6)
SECTION = style("Times-Bold", 12, INK, spaceBefore=10, spaceAfter=3, keepWithNext=1)
AREA = style("Times-BoldItalic", 10.5, "#222222", spaceBefore=5, spaceAfter=2, keepWithNext=1)
LABEL = style("Times-Bold", 9.5, "#222222", spaceAfter=1, keepWithNext=1)
BODY = style("Times-Roman", 9.8, "#111111", spaceAfter=4, alignment=TA_JUSTIFY)
ITEM = style(
    "Times-Roman", 9.8, "#111111", spaceAfter=3, alignment=TA_JUSTIFY, leftIndent=11, bulletIndent=1
)
NUMBER = style(
    "Times-Roman", 9.8, "#111111", spaceAfter=3, alignment=TA_JUSTIFY, leftIndent=17, bulletIndent=0
)
PART = style("Times-Roman", 9.8, "#111111", spaceAfter=2, leftIndent=22, bulletIndent=12)
CELL = style("Times-Roman", 9.5)
HEAD = style("Times-Bold", 9.5)
TITLES = {
    "C": "SECTION C: HEALTH NEEDS",
    "D": "SECTION D: SOCIAL CARE NEEDS",
    "G": "SECTION G: HEALTH PROVISION",
    "H1": "SECTION H1: SOCIAL CARE PROVISION (1970 ACT)",
    "H2": "SECTION H2: OTHER SOCIAL CARE PROVISION",
    "I": "SECTION I: PLACEMENT",
    "J": "SECTION J: PERSONAL BUDGET",
    "K": "SECTION K: ADVICE",
}
SIDE, GAP = 17 * mm, 8 * mm
COLUMN = (WIDTH - 2 * SIDE - GAP) / 2
TOP = 68 * mm  # what the title and the child's details take on the first page


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    story: list[Flowable] = [*_title(plan), NextPageTemplate("rest"), FrameBreak()]
    story += _a(plan, truth) + _b(plan, truth) + _others(plan, truth, ("C", "D"))
    story += _e(plan, truth) + _f(plan, truth)
    story += _others(plan, truth, ("G", "H1", "H2", "I", "J", "K"))
    if "K" in plan.others:
        story += [
            words("; ".join(x for x in line if x), NUMBER, bullet=f"{n}.")
            for n, line in enumerate(advice(plan), 1)
        ]
    truth.basis |= {"need_provision": "area"}
    truth.area_printed |= {"B", "F"}
    build(plan, path, story, _templates(), lambda c, n, of: _margins(plan, c, n, of))


def _templates() -> list[PageTemplate]:
    low, high = 16 * mm, HEIGHT - 20 * mm
    right = SIDE + COLUMN + GAP
    title = Frame(SIDE, high - TOP, WIDTH - 2 * SIDE, TOP, 0, 0, 0, 0)

    def columns(top: float) -> list[Frame]:
        return [Frame(x, low, COLUMN, top - low, 0, 0, 0, 0) for x in (SIDE, right)]

    return [
        PageTemplate("first", [title, *columns(high - TOP)]),
        PageTemplate("rest", columns(high)),
    ]


def _margins(plan: Content, canvas: Canvas, page: int, pages: int) -> None:
    if plan.draft:
        watermark(canvas)
    canvas.setFont("Times-Italic", 8)
    canvas.setFillColor(HexColor("#555555"))
    canvas.drawString(SIDE, HEIGHT - 13 * mm, f"EHC plan: {plan.child.name}")
    canvas.drawRightString(WIDTH - SIDE, HEIGHT - 13 * mm, plan.plan.authority)
    canvas.setStrokeColor(HexColor(INK))
    canvas.line(SIDE, HEIGHT - 15 * mm, WIDTH - SIDE, HEIGHT - 15 * mm)
    canvas.drawCentredString(WIDTH / 2, 9 * mm, f"OFFICIAL-SENSITIVE - page {page} of {pages}")


def _title(plan: Content) -> list[Flowable]:
    child, facts = plan.child, plan.plan
    left = [
        ("Name", child.name),
        ("Known as", child.known_as),
        ("Date of birth", long_date(child.born)),
        ("Sex", child.sex),
        ("Year group", child.year_group),
        ("UPN", child.upn),
        ("NHS number", child.nhs),
        ("Parents or carers", " and ".join(plan.parents)),
        ("Setting", facts.setting),
        ("First plan", short_date(facts.first_date)),
        ("Draft plan", short_date(facts.draft_date)),
        ("This plan", short_date(facts.date)),
        ("Review by", short_date(facts.review_date)),
    ]
    rows = [r for r in left if r[1]]
    half = -(-len(rows) // 2)
    pairs = [
        [*rows[n], *(rows[n + half] if n + half < len(rows) else ("", ""))] for n in range(half)
    ]
    cells = [[words(t, HEAD if k % 2 == 0 else CELL) for k, t in enumerate(p)] for p in pairs]
    made = Table(cells, colWidths=[26 * mm, 62 * mm, 30 * mm, 58 * mm])
    made.setStyle(
        TableStyle(
            [
                ("LINEBELOW", (0, 0), (-1, -1), 0.4, HexColor("#BBBBBB")),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
            ]
        )
    )
    return [
        words("Education, Health and Care Plan", TITLE),
        words(f"{STATUS[facts.status]} for {child.name}".removeprefix(" "), SUBTITLE),
        made,
    ]


def _a(plan: Content, truth: Truth) -> list[Flowable]:
    story: list[Flowable] = [words("SECTION A: VIEWS, INTERESTS AND ASPIRATIONS", SECTION)]
    labels = (
        "In the child’s words",
        "Aspirations",
        "The family’s aspirations",
        "The parents’ views",
    )
    for label, texts, hopes in a_groups(plan, truth, labels):
        story.append(words(label, LABEL))
        story += [words(t, ITEM, bullet="•") if hopes else words(t, BODY) for t in texts]
    return story


def _b(plan: Content, truth: Truth) -> list[Flowable]:
    truth.mark("B")
    story: list[Flowable] = [words("SECTION B: SPECIAL EDUCATIONAL NEEDS", SECTION)]
    for area, title in named(plan):
        if not in_b(plan, area):
            continue
        truth.mark("B", title)
        story.append(words(title, AREA))
        for label, said in b_groups(plan, truth, area, ("Strengths", "At present", "Needs")):
            story.append(words(label, LABEL))
            story += [words(text, ITEM, bullet="•") for _, text in said]
    return story


def _e(plan: Content, truth: Truth) -> list[Flowable]:
    truth.mark("E")
    story: list[Flowable] = [words("SECTION E: OUTCOMES", SECTION)]
    for n, outcome in enumerate(plan.outcomes, 1):
        story.append(words(truth.outcome(outcome, f"({n})"), NUMBER, bullet=f"({n})"))
        story += [
            words(truth.step(outcome, k), PART, bullet="–") for k in range(len(outcome.steps))
        ]
    return story


def _f(plan: Content, truth: Truth) -> list[Flowable]:
    truth.mark("F")
    story: list[Flowable] = [words("SECTION F: SPECIAL EDUCATIONAL PROVISION", SECTION)]
    for area, title in named(plan):
        provision = of(area, plan.provision)
        if provision:
            truth.mark("F", title)
            story.append(words(title, AREA))
        for item in provision:
            story.append(words(truth.provision(item), ITEM, bullet="•"))
            story += [words(part, PART, bullet="–") for part in item.parts]
    return story


def _others(plan: Content, truth: Truth, letters: tuple[str, ...]) -> list[Flowable]:
    story: list[Flowable] = []
    for letter in letters:
        if letter in plan.others:
            story.append(words(TITLES[letter], SECTION))
            truth.trap(f"section {letter}", *plan.others[letter])
            story += [words(text, BODY) for text in plan.others[letter]]
    return story
