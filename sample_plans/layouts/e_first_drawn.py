"""Outcomes before needs, as a case system draws the PDF itself: no Word file stands behind it."""

from __future__ import annotations

from pathlib import Path

from content import Content, long_date, short_date
from page import HEIGHT, WIDTH, build, grid, style, watermark, words
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, PageBreak, PageTemplate, Spacer
from sections import STATUS, a_groups, advice, b_groups, in_b, named, numbered, others
from truth import Truth

from .e_first import AFTER, BEFORE, LEAD, NEEDS

RED, PALE = "#8B1E2D", "#F6E3E5"
AUTHORITY = style("Helvetica-Bold", 12, RED, alignment=1, spaceAfter=70)
TITLE = style("Helvetica-Bold", 26, "#111111", alignment=1, spaceAfter=10)
STATUS_LINE = style("Helvetica-Oblique", 15, "#333333", alignment=1, spaceAfter=40)
SECTION = style("Helvetica-Bold", 13, RED, spaceBefore=14, spaceAfter=5, keepWithNext=1)
AREA = style("Helvetica-Bold", 11, RED, spaceBefore=7, spaceAfter=3, keepWithNext=1)
LABEL = style("Helvetica-Bold", 9.5, "#222222", spaceAfter=2, keepWithNext=1)
BODY = style("Helvetica", 10, "#111111", spaceAfter=5)
ITEM = style("Helvetica", 10, "#111111", spaceAfter=3, leftIndent=14, bulletIndent=3)
PART = style("Helvetica", 10, "#111111", spaceAfter=2, leftIndent=28, bulletIndent=18)
CELL = style("Helvetica", 9.5)
HEAD = style("Helvetica-Bold", 9.5)
SIDE = 22 * mm
INSIDE = WIDTH - 2 * SIDE


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    story = [*_cover(plan), words("SECTION A. Views, interests and aspirations", SECTION)]
    story += _a(plan, truth)
    story += [words("SECTION E. Outcomes sought", SECTION), *_e(plan, truth)]
    story += [words("SECTION B. Special educational needs", SECTION), *_b(plan, truth)]
    story += _others(plan, truth, BEFORE)
    story += [words("SECTION F. Special educational provision", SECTION), *_f(plan, truth)]
    story += _others(plan, truth, AFTER)
    if "K" in plan.others:
        story += _others(plan, truth, {"K": "SECTION K. Advice and information"})
        for n, (role, name, given) in enumerate(advice(plan), 1):
            story.append(words(f"Appendix {n}   {role} ({name}), {given}", BODY))
    truth.basis |= {"outcome_provision": "number"}
    truth.area_printed |= {"B"}
    frame = Frame(SIDE, 20 * mm, INSIDE, HEIGHT - 42 * mm, 0, 0, 0, 0)
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
    canvas.drawCentredString(WIDTH / 2, HEIGHT - 13 * mm, "Official - Sensitive")
    born = short_date(plan.child.born)
    foot = f"EHC Plan for {plan.child.name}, born {born} | {page} of {pages}"
    canvas.drawCentredString(WIDTH / 2, 11 * mm, foot)


def _cover(plan: Content) -> list[Flowable]:
    child, facts = plan.child, plan.plan
    rows = [
        ("Child or young person", child.name),
        ("Preferred name", child.known_as),
        ("Date of birth", long_date(child.born)),
        ("Sex", child.sex),
        ("Year group", child.year_group),
        ("Unique Pupil Number", child.upn),
        ("NHS number", child.nhs),
        ("Parents/carers", ", ".join(plan.parents)),
        ("School, college or setting", facts.setting),
    ]
    draft = facts.draft_date or (facts.date if plan.draft else None)
    final = None if plan.draft else facts.date
    dates = [facts.first_date, draft, final, facts.review_date]
    heads = ["Plan first issued", "Draft", "Final / amended", "Review by"]
    return [
        words(facts.authority.upper(), AUTHORITY),
        words("Education, Health and Care Plan", TITLE),
        words(STATUS[facts.status], STATUS_LINE),
        grid(
            [[[words(a, HEAD)], [words(b, CELL)]] for a, b in rows if b],
            [58 * mm, 108 * mm],
            first=PALE,
        ),
        Spacer(1, 14),
        grid(
            [[[words(h, HEAD)] for h in heads], [[words(short_date(d), CELL)] for d in dates]],
            [INSIDE / 4] * 4,
            head=PALE,
        ),
        PageBreak(),
    ]


def _a(plan: Content, truth: Truth) -> list[Flowable]:
    called, story = plan.child.called, []
    labels = ("Views", f"Aspirations of {called}", "Aspirations of the family", "Views of parents")
    for label, texts, hopes in a_groups(plan, truth, labels):
        story.append(words(label, LABEL))
        story += [words(t, ITEM, bullet="•") if hopes else words(t, BODY) for t in texts]
    return story


def _e(plan: Content, truth: Truth) -> list[Flowable]:
    truth.mark("E")
    story: list[Flowable] = []
    for n, outcome in enumerate(plan.outcomes, 1):
        text = truth.outcome(outcome, f"Outcome {n}")
        story.append(words(text, BODY, before=f"<b>Outcome {n}.</b> "))
        for k in range(len(outcome.steps)):
            if k == 0:
                truth.mark("E", "Steps towards this outcome:")
                story.append(words("Steps towards this outcome:", LABEL))
            story.append(words(truth.step(outcome, k), PART, bullet="•"))
    return story


def _b(plan: Content, truth: Truth) -> list[Flowable]:
    truth.mark("B")
    story: list[Flowable] = []
    for area, title in named(plan, NEEDS):
        if not in_b(plan, area):
            continue
        truth.mark("B", title)
        story.append(words(title, AREA))
        labels = ("What is going well:", "At present:", "Needs:")
        for label, said in b_groups(plan, truth, area, labels):
            story.append(words(label, LABEL))
            story += [words(text, ITEM, bullet="•") for _, text in said]
    return story


def _f(plan: Content, truth: Truth) -> list[Flowable]:
    lead = [words(truth.context("F", LEAD), BODY)] if plan.provision else []
    heads = ["Outcome", "Provision to be made"]
    truth.mark("F", *heads)
    numbers = numbered(plan.outcomes, "Outcome {}")
    rows = [[[words(h, HEAD)] for h in heads]]
    for item in plan.provision:
        labels = [numbers[e] for e in item.supports]
        truth.mark("F", *labels)
        said = truth.provision(item, against=item.supports)
        parts = [words(part, ITEM, bullet="•") for part in item.parts]
        rows.append([[words(", ".join(labels) or "-", CELL)], [words(said, CELL), *parts]])
    return [*lead, grid(rows, [33 * mm, INSIDE - 33 * mm], head=PALE)]


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
