"""The layouts, one module for each family: `draw` prints a plan and notes what is truly in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from content import Content
from truth import Truth

from . import (
    adulthood,
    area_tables,
    bound_in,
    boxes,
    cards,
    cards_drawn,
    contents,
    e_first,
    e_first_drawn,
    golden_row,
    headings,
    one_cell,
    parts,
    portal,
    review,
    tracked,
    two_columns,
    word_numbers,
    working,
)

Draw = Callable[[Content, Truth, Path], None]

# Each layout by its name in children/*.toml, and the formats that it draws. Where it draws no PDF,
# LibreOffice prints one from the Word file.
LAYOUTS: dict[str, dict[str, Draw]] = {
    "headings": {"docx": headings.draw},
    "working": {"docx": working.draw},
    "golden-row": {"docx": golden_row.draw},
    "e-first": {"docx": e_first.draw, "pdf": e_first_drawn.draw},
    "parts": {"docx": parts.draw},
    "area-tables": {"docx": area_tables.draw},
    "cards": {"docx": cards.draw, "pdf": cards_drawn.draw},
    "one-cell": {"docx": one_cell.draw},
    "word-numbers": {"docx": word_numbers.draw},
    "boxes": {"docx": boxes.draw},
    "tracked": {"docx": tracked.draw},
    "two-columns": {"pdf": two_columns.draw},
    "contents": {"docx": contents.draw},
    "bound-in": {"docx": bound_in.draw},
    "adulthood": {"docx": adulthood.draw},
    "portal": {"pdf": portal.draw},
    "review": {"docx": review.draw},
}
