"""Each section's letter alone in a coloured cell, its title in the cell beside it; drawn."""

from __future__ import annotations

from pathlib import Path

from content import Content, long_date
from page import HEIGHT, WIDTH, build, style, watermark, words
from reportlab.lib.colors import HexColor, white
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, PageBreak, PageTemplate, Spacer, Table, TableStyle
from sections import STATUS, a_groups, advice, b_groups, in_b, named, numbered, others
from truth import Truth

INK, PALE = "#12535A", "#E2F0F1"
TITLE = style("Times-Bold", 26, INK, spaceAfter=18)
LETTER = style("Helvetica-Bold", 16, "#FFFFFF", alignment=1)
NAME = style("Helvetica-Bold", 13, INK)
AREA = style("Helvetica-Bold", 10.5, INK, spaceBefore=6, spaceAfter=3, keepWithNext=1)
LABEL = style("Helvetica-Oblique", 10, "#222222", spaceAfter=2, keepWithNext=1)
BODY = style("Helvetica", 10, spaceAfter=5)
ITEM = style("Helvetica", 10, spaceAfter=3, leftIndent=14, bulletIndent=3)
SIDE = 20 * mm
INSIDE = WIDTH - 2 * SIDE
TITLES = {
    "A": "Views, interests and aspirations",
    "B": "Special educational needs",
    "C": "Health needs",
    "D": "Social care needs",
    "E": "Outcomes",
    "F": "Special educational provision",
    "G": "Health provision",
    "H1": "Social care provision",
    "H2": "Other social care provision",
    "I": "Placement",
    "J": "Personal budget",
    "K": "Advice and information",
}
LABELS = ("Likes and dislikes", "Aspirations", "The family’s aspirations", "Home")
GROUPS = ("Doing well", "At the moment", "Finding hard")
FURTHER = "Further provision"


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    story = _cover(plan)
    for letter in TITLES:
        inside = {"A": _a, "B": _b, "E": _e, "F": _f}.get(letter)
        if inside:
            story += [_bar(letter), Spacer(1, 5), *inside(plan, truth)]
        else:
            story += _other(plan, truth, letter)
        story.append(Spacer(1, 8))
    truth.basis |= {"need_outcome": "area", "outcome_provision": "number"}
    truth.area_printed |= {"B"}
    frame = Frame(SIDE, 20 * mm, INSIDE, HEIGHT - 40 * mm, 0, 0, 0, 0)
    pages = [PageTemplate("page", [frame])]
    build(plan, path, story, pages, lambda c, n, of: _margins(plan, c, n, of))


def _margins(plan: Content, canvas: Canvas, page: int, pages: int) -> None:
    if plan.draft:
        watermark(canvas)
    canvas.setFont("Helvetica", 8)
    canvas.setFillColor(HexColor("#666666"))
    canvas.drawCentredString(WIDTH / 2, 11 * mm, f"{plan.child.name} - page {page} of {pages}")


def _bar(letter: str) -> Flowable:
    """A row of two cells: the letter, white on colour, and the title."""
    row = [words(letter, LETTER), words(TITLES[letter], NAME)]
    made = Table([row], colWidths=[16 * mm, INSIDE - 16 * mm])
    looks = [
        ("BACKGROUND", (0, 0), (0, 0), HexColor(INK)),
        ("BACKGROUND", (1, 0), (1, 0), HexColor(PALE)),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LINEAFTER", (0, 0), (0, 0), 1, white),
    ]
    made.setStyle(TableStyle(looks))
    made.keepWithNext = 1
    return made


def _cover(plan: Content) -> list[Flowable]:
    child, facts = plan.child, plan.plan
    rows = [
        ("Full name", child.name),
        ("Known as", child.known_as),
        ("Date of birth", long_date(child.born)),
        ("Sex", child.sex),
        ("Year group", child.year_group),
        ("UPN", child.upn),
        ("NHS number", child.nhs),
        ("Parents", " and ".join(plan.parents)),
        ("School", facts.setting),
        ("Authority", facts.authority),
        ("Status", STATUS[facts.status]),
        ("Draft issued", long_date(facts.draft_date)),
        ("Plan issued", long_date(facts.date)),
        ("Review before", long_date(facts.review_date)),
    ]
    lines = [words(b, BODY, before=f"<b>{a}:</b> ") for a, b in rows if b]
    return [words("Education, Health and Care Plan", TITLE), *lines, PageBreak()]


def _a(plan: Content, truth: Truth) -> list[Flowable]:
    story: list[Flowable] = []
    for label, texts, hopes in a_groups(plan, truth, LABELS):
        story.append(words(label, AREA))
        story += [words(t, ITEM, bullet="•") if hopes else words(t, BODY) for t in texts]
    return story


def _b(plan: Content, truth: Truth) -> list[Flowable]:
    truth.mark("B")
    story: list[Flowable] = []
    for area, title in named(plan):
        if not in_b(plan, area):
            continue
        truth.mark("B", title)
        story.append(words(title, AREA))
        for label, said in b_groups(plan, truth, area, GROUPS):
            story.append(words(label, LABEL))
            story += [words(text, ITEM, bullet="•") for _, text in said]
    return story


def _e(plan: Content, truth: Truth) -> list[Flowable]:
    truth.mark("E")
    story: list[Flowable] = []
    numbers = numbered(plan.outcomes, "{}")
    for outcome in plan.outcomes:
        number = numbers[outcome.id]
        text = truth.outcome(outcome, number)
        story.append(words(text, BODY, before=f"<b>{number}.</b> "))
        for step in range(len(outcome.steps)):
            label = f"Step: {truth.step(outcome, step)}"
            truth.mark("E", "Step:")
            story.append(words(label, ITEM))
    return story


def _f(plan: Content, truth: Truth) -> list[Flowable]:
    """The provision for each outcome under a line that names it."""
    truth.mark("F")
    story: list[Flowable] = []
    numbers = numbered(plan.outcomes, "Outcome {}")
    for outcome in plan.outcomes:
        own = plan.provision_for(outcome)
        if own:
            title = f"To achieve {numbers[outcome.id].lower()}"
            truth.mark("F", title)
            story.append(words(title, AREA))
        for item in own:
            story.append(words(truth.provision(item, against=(outcome.id,)), ITEM, bullet="•"))
            for other in item.supports[1:]:
                truth.link("outcome_provision", other, item.id, "semantic")
    loose = [item for item in plan.provision if not item.supports]
    if loose:
        truth.mark("F", FURTHER)
        story.append(words(FURTHER, AREA))
        story += [words(truth.provision(item), ITEM, bullet="•") for item in loose]
    return story


def _other(plan: Content, truth: Truth, letter: str) -> list[Flowable]:
    story: list[Flowable] = []
    others(
        plan,
        truth,
        {letter: ""},
        lambda _: story.extend([_bar(letter), Spacer(1, 5)]),
        lambda t: story.append(words(t, BODY)),
    )
    if letter == "K":
        story += [words(", ".join(line), ITEM, bullet="•") for line in advice(plan)]
    return story
