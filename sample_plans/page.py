"""The words that the drawn PDF layouts use: styles, paragraphs, heads and feet with page counts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from content import Content, curly
from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    PageTemplate,
    Paragraph,
    Table,
    TableStyle,
)

WIDTH, HEIGHT = A4
Margins = Callable[[Canvas, int, int], None]


def style(font: str, size: float, colour: str = "#000000", **more: Any) -> ParagraphStyle:  # noqa: ANN401 -- reportlab's own names
    """A paragraph's looks."""
    return ParagraphStyle(
        f"{font}{size}{colour}{sorted(more.items())}",
        fontName=font,
        bulletFontName=font,
        fontSize=size,
        leading=size * 1.28,
        textColor=HexColor(colour),
        **more,
    )


def words(text: str, looks: ParagraphStyle, before: str = "", bullet: str = "") -> Paragraph:
    """A paragraph; `before` is markup that stands in front of its words."""
    if other := [letter for letter in curly(text) if not letter.encode("cp1252", "ignore")]:
        raise ValueError(f"The drawn PDF's fonts have no {''.join(other)}: choose another layout")
    return Paragraph(before + escape(curly(text)), looks, bulletText=bullet or None)


def build(
    plan: Content,
    path: Path,
    story: list[Flowable],
    templates: list[PageTemplate],
    margins: Margins,
) -> None:
    """Writes the PDF: the same story gives the same bytes."""
    rl_config.invariant = 1
    document = BaseDocTemplate(
        str(path),
        pagesize=A4,
        pageTemplates=templates,
        title=f"EHC plan {plan.plan.date:%Y-%m-%d}",
        author=plan.plan.authority,
        invariant=1,
    )
    document.build(story, canvasmaker=lambda *a, **k: _Counted(margins, *a, **k))


class _Counted(Canvas):
    """A canvas that knows how many pages there are when it prints heads and feet."""

    def __init__(self, margins: Margins, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- passed on
        super().__init__(*args, **kwargs)
        self.margins = margins
        self.kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 -- reportlab's name
        self.kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for n, page in enumerate(self.kept, 1):
            self.__dict__.update(page)
            self.margins(self, n, len(self.kept))
            super().showPage()
        super().save()


def watermark(canvas: Canvas, text: str = "DRAFT") -> None:
    """A grey word across the page."""
    canvas.saveState()
    canvas.setFillColor(HexColor("#E4E4E4"))
    canvas.setFont("Helvetica-Bold", 120)
    canvas.translate(WIDTH / 2, HEIGHT / 2)
    canvas.rotate(50)
    canvas.drawCentredString(0, -40, text)
    canvas.restoreState()


def grid(
    rows: list[list[list[Flowable]]],
    widths: list[float],
    *,
    head: str = "",
    first: str = "",
    lines: str = "#555555",
) -> Table:
    """A ruled table of cells; with `head` its first row is coloured and repeats on each page."""
    made = Table(rows, colWidths=widths, repeatRows=1 if head else 0, splitInRow=1)
    looks: list[tuple[Any, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.5, HexColor(lines)),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
    if head:
        looks.append(("BACKGROUND", (0, 0), (-1, 0), HexColor(head)))
    if first:
        looks.append(("BACKGROUND", (0, 0), (0, -1), HexColor(first)))
    made.setStyle(TableStyle(looks))
    return made
