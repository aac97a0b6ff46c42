"""Letters in brackets, as a case system draws the PDF: needs and provision side by side."""

from __future__ import annotations

from pathlib import Path

from content import Content, Provision, Statement, long_date, short_date
from page import HEIGHT, WIDTH, build, grid, style, watermark, words
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, PageBreak, PageTemplate
from sections import STATUS, a_groups, advice, in_b, named, of, others
from truth import Truth

INK, PALE = "#3B2A66", "#E3DDF0"
TITLE = style("Helvetica-Bold", 22, INK, spaceAfter=16)
SECTION = style("Helvetica-Bold", 13, INK, spaceBefore=14, spaceAfter=5, keepWithNext=1)
AREA = style("Helvetica-Bold", 11, "#222222", spaceBefore=6, spaceAfter=3, keepWithNext=1)
BODY = style("Helvetica", 10, spaceAfter=5)
ITEM = style("Helvetica", 10, spaceAfter=3, leftIndent=14, bulletIndent=3)
CELL = style("Helvetica", 9.5, spaceAfter=3)
HEAD = style("Helvetica-Bold", 9.5)
SIDE = 20 * mm
INSIDE = WIDTH - 2 * SIDE
HEADS = ("(B) Need", "(F) Provision to meet the need", "Outcome")
JOINT = "(B) Special educational needs and (F) Special educational provision"
BEFORE = {"C": "(C) Health needs", "D": "(D) Social care needs"}
AFTER = {
    "G": "(G) Health provision",
    "H1": "(H1) Social care provision",
    "H2": "(H2) Other social care provision",
    "I": "(I) Placement",
    "J": "(J) Personal budget",
    "K": "(K) Advice and information",
}
LABELS = ("Views and interests", "Aspirations", "Aspirations of the family", "Views of parents")


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    story = [*_cover(plan), words("(A) Views, Interests and Aspirations", SECTION)]
    for label, texts, _ in a_groups(plan, truth, LABELS):
        story.append(words(label, AREA))
        story += [words(text, ITEM, bullet="•") for text in texts]
    story += [words("(E) Outcomes", SECTION), *_e(plan, truth)]
    story += [words(JOINT, SECTION), *_b_and_f(plan, truth)]
    story += _others(plan, truth, BEFORE | AFTER)
    story += [words(", ".join(line), BODY) for line in advice(plan)]
    truth.basis |= {"need_provision": "row", "outcome_provision": "number"}
    truth.area_printed |= {"B", "F"}
    frame = Frame(SIDE, 20 * mm, INSIDE, HEIGHT - 42 * mm, 0, 0, 0, 0)
    pages = [PageTemplate("page", [frame])]
    build(plan, path, story, pages, lambda c, n, of: _margins(plan, c, n, of))


def _margins(plan: Content, canvas: Canvas, page: int, pages: int) -> None:
    if plan.draft:
        watermark(canvas)
    canvas.setFont("Helvetica", 8)
    canvas.setFillColor(HexColor("#555555"))
    canvas.drawString(SIDE, HEIGHT - 13 * mm, f"{plan.child.name}   {plan.plan.authority}")
    canvas.drawRightString(WIDTH - SIDE, HEIGHT - 13 * mm, "OFFICIAL - SENSITIVE")
    foot = f"Printed from the casework system on {short_date(plan.plan.date)}"
    canvas.drawString(SIDE, 11 * mm, foot)
    canvas.drawRightString(WIDTH - SIDE, 11 * mm, f"{page} / {pages}")


def _cover(plan: Content) -> list[Flowable]:
    child, facts = plan.child, plan.plan
    rows = [
        ("Surname", child.last),
        ("Forename(s)", child.first),
        ("Date of birth", short_date(child.born)),
        ("Gender", child.sex),
        ("NCY", child.year_group),
        ("UPN", child.upn),
        ("LCS number", "000000"),
        ("Setting", facts.setting),
        ("Version", "3"),
        ("Status", STATUS[facts.status]),
        ("Previous status", "Final plan"),
        ("Date original EHCP issued", long_date(facts.first_date)),
        ("Date draft issued", long_date(facts.draft_date)),
        ("Date issued", long_date(facts.date)),
        ("Review by", long_date(facts.review_date)),
    ]
    cells = [[[words(a, HEAD)], [words(b, CELL)]] for a, b in rows if b]
    table = grid(cells, [60 * mm, INSIDE - 60 * mm], first=PALE)
    return [words("Education, Health and Care Plan", TITLE), table, PageBreak()]


def _e(plan: Content, truth: Truth) -> list[Flowable]:
    truth.mark("E")
    story: list[Flowable] = []
    for n, outcome in enumerate(plan.outcomes, 1):
        text = truth.outcome(outcome, f"E{n}")
        story.append(words(text, BODY, before=f"<b>E{n}.</b> "))
        if outcome.steps:
            truth.mark("E", "Steps:")
            story.append(words("Steps:", AREA))
        steps = range(len(outcome.steps))
        story += [words(truth.step(outcome, step), ITEM, bullet="•") for step in steps]
    return story


def _b_and_f(plan: Content, truth: Truth) -> list[Flowable]:
    truth.mark("BF", JOINT, *HEADS)
    story: list[Flowable] = []
    printed: set[str] = set()
    for area, title in named(plan):
        if not in_b(plan, area) and not of(area, plan.provision):
            continue
        truth.mark("BF", title)
        story.append(words(title, AREA))
        for label, note, told in (
            ("Strengths", truth.strength, of(area, plan.strengths)),
            ("Present levels", truth.current, of(area, plan.currents)),
        ):
            if told:
                truth.mark("B", label)
                story.append(words(label, HEAD))
            story += [words(note(said), ITEM, bullet="•") for said in told]
        story.append(_table(plan, truth, area, printed))
    return story


def _table(plan: Content, truth: Truth, area: str, printed: set[str]) -> Flowable:
    """One row for each need, with the provision that answers it."""
    rows = [[[words(head, HEAD)] for head in HEADS]]
    for need in of(area, plan.needs):
        own = [p for p in of(area, plan.provision) if p.meets[:1] == (need.id,)]
        rows.append(_row(truth, need, own))
        printed.update(p.id for p in own)
    for item in of(area, plan.provision):
        if not item.meets:
            text = [words(truth.provision(item), CELL)]
            served = ", ".join(item.supports) or "-"
            rows.append([[words("-", CELL)], text, [words(served, CELL)]])
    return grid(rows, [62 * mm, INSIDE - 84 * mm, 22 * mm], head=PALE)


def _row(truth: Truth, need: Statement, own: list[Provision]) -> list[list[Flowable]]:
    left: list[Flowable] = [words(truth.need(need), CELL)]
    middle: list[Flowable] = []
    served = sorted({e for p in own for e in p.supports})
    for item in own:
        middle.append(words(truth.provision(item, against=(need.id,)), CELL))
        for other in item.meets[1:]:
            truth.link("need_provision", other, item.id, "semantic")
        for outcome in served:
            truth.link("outcome_provision", outcome, item.id, "number")
    truth.mark("F", ", ".join(served))
    return [left, middle or [words("-", CELL)], [words(", ".join(served) or "-", CELL)]]


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
