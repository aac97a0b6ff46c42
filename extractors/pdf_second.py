"""The second try at a PDF that PDFium cannot open: pdfplumber's own reader, slow but patient."""

from __future__ import annotations

import io
import logging
from typing import Any

import pdfplumber

from extractors.pdf_drawn import Drawn
from extractors.pdf_page import PageRead, lay_out
from extractors.pdf_styles import Style
from extractors.pdf_text import Run

MAX_BYTES = 50 * 1024 * 1024
MAX_PAGES = 300


def read_again(data: bytes) -> list[PageRead]:
    """The pages that pdfplumber finds in a PDF; none where it fails too."""
    if len(data) > MAX_BYTES:
        return []
    keep_quiet()
    pages = []
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            for page in pdf.pages[:MAX_PAGES]:
                pages.append(_page(page))
                page.close()
    except Exception:  # noqa: BLE001 -- it raises errors of every kind on a broken file
        return pages
    return pages


def keep_quiet() -> None:
    """Keeps pdfminer from logging: its warnings quote the file, and a file holds a child's data."""
    log = logging.getLogger("pdfminer")
    log.addHandler(logging.NullHandler())
    log.propagate = False


def _page(page: Any) -> PageRead:  # noqa: ANN401 -- pdfplumber says nothing of its types
    read = PageRead(page.page_number, float(page.width), float(page.height))
    words = page.extract_words(extra_attrs=["fontname", "size"], use_text_flow=False)
    runs = [_run(word, i) for i, word in enumerate(words)]
    read.letters = sum(len(run.text) for run in runs)
    drawn = Drawn()
    drawn.lines = [
        (float(e["x0"]), float(e["top"]), float(e["x1"]), float(e["bottom"])) for e in page.edges
    ]
    lay_out(read, runs, drawn, None)
    return read


def _run(word: dict[str, Any], order: int) -> Run:
    name = str(word["fontname"]).lower()
    style = Style(
        size=round(float(word["size"]), 1),
        bold="bold" in name,
        italic="italic" in name or "oblique" in name,
        angle=0,
        mode=0,
        colour=(0, 0, 0),
        opacity=255,
    )
    top, bottom = float(word["top"]), float(word["bottom"])
    return Run(
        text=str(word["text"]),
        x0=float(word["x0"]),
        top=top,
        x1=float(word["x1"]),
        bottom=bottom,
        base=bottom,
        style=style,
        handle=0,
        order=order,
        first_word=float(word["x1"]) - float(word["x0"]),
        first=0,
        broke=True,
    )
