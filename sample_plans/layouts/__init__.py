"""The layouts, one module for each family: `draw` prints a plan and notes what is truly in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from content import Content
from truth import Truth

from . import (
    adulthood,
    annex,
    area_rows,
    area_tables,
    bound_in,
    boxes,
    brackets,
    cards,
    cards_drawn,
    contents,
    e_first,
    e_first_drawn,
    elements,
    golden_columns,
    golden_row,
    guided,
    headings,
    lettered_cells,
    not_plans,
    one_cell,
    parts,
    portal,
    repeated,
    review,
    row_heads,
    this_is_me,
    tick_boxes,
    tracked,
    two_columns,
    two_lines,
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
    "area-rows": {"docx": area_rows.draw},
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
    "repeated": {"docx": repeated.draw},
    "brackets": {"pdf": brackets.draw},
    "lettered-cells": {"pdf": lettered_cells.draw},
    "row-heads": {"docx": row_heads.draw},
    "golden-columns": {"docx": golden_columns.draw},
    "annex": {"docx": annex.draw},
    "tick-boxes": {"docx": tick_boxes.draw},
    "guided": {"docx": guided.draw},
    "this-is-me": {"docx": this_is_me.draw},
    "elements": {"docx": elements.draw},
    "two-lines": {"docx": two_lines.draw},
    # No plans, though they lie among them and bear the same headings.
    "review": {"docx": review.draw},
    "letter": {"docx": not_plans.letter},
    "support-plan": {"docx": not_plans.support_plan},
    "support-record": {"docx": not_plans.support_record},
    "request": {"docx": not_plans.request},
}
