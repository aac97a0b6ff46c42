"""The Summary: tiles, charts, and where to look first."""

from __future__ import annotations

from collections import Counter

import pandas as pd
from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from checks.check import Verdict
from reports.result import Results
from reports.workbook import sheets, style
from reports.workbook.cells import put
from reports.workbook.figures import Figure, figures
from reports.workbook.frames import Frames

TILES_IN_A_ROW = 4
TILE_WIDTH = 4  # columns, the last of them a gap
MOST_CHECKS = 10
MOST_PLANS = 15
_COLUMNS = TILES_IN_A_ROW * TILE_WIDTH
_FIRST_TILE = 4


def write_summary(
    sheet: Worksheet, results: Results, frames: Frames, ladder: tuple[str, ...]
) -> None:
    """Tiles with value, count and meaning; charts; the plans to look at first.

    Each child counts once, by the latest plan.
    """
    frames = frames.of({result.file for result in results.counted})
    for column in range(1, _COLUMNS + 1):
        gap = column % TILE_WIDTH == 0
        sheet.column_dimensions[get_column_letter(column)].width = 2 if gap else 13
    sheet.row_dimensions[1].height, sheet.row_dimensions[2].height = 30, 18
    put(sheet["A1"], "Goldenthread: summary of the caseload", style.TITLE)
    put(
        sheet["A2"],
        f"As of {results.as_of.day} {results.as_of:%B %Y}. {results.rubric}. "
        "Counts are of what a program can see; each finding is for a person to judge."
        f"{_by_the_list(results)}",
        style.SMALL,
    )
    row = _tiles(sheet, figures(results, frames))
    row = _charts(sheet, results, frames, ladder, row + 1)
    _first_look(sheet, frames.plans, ladder, row)
    style.printable(sheet, portrait=True)
    sheet.print_area = f"A1:{get_column_letter(_COLUMNS)}{sheet.max_row}"


def _by_the_list(results: Results) -> str:
    """What the caseload list adds, in a sentence; nothing where none was given."""
    if results.caseload is None:
        return ""
    clocks = [clock for file in results.counted for clock in file.clocks]
    missed = sum(clock.verdict is Verdict.FAIL for clock in clocks)
    found = results.caseload.children - len(results.caseload.no_plan)
    return (
        f" By the caseload list, {found:,} of {results.caseload.children:,} children have a plan"
        f" here, and {missed:,} of {len(clocks):,} clocks were missed: see «Clocks»."
    )


def _tiles(sheet: Worksheet, tiles: tuple[Figure, ...]) -> int:
    """Draws the tiles, four in a row; gives the row below them."""
    for number, tile in enumerate(tiles):
        top = _FIRST_TILE + 5 * (number // TILES_IN_A_ROW)
        left = 1 + TILE_WIDTH * (number % TILES_IN_A_ROW)
        lines = (
            (tile.name, style.LABEL),
            (tile.value, style.BIG),
            (tile.over, style.BODY),
            (tile.meaning, style.SMALL),
        )
        for offset, (text, font) in enumerate(lines):
            cell = sheet.cell(top + offset, left)
            put(cell, text, font, Alignment(vertical="center", wrap_text=True, indent=1))
            cell.fill = style.TILE_FILL
            sheet.merge_cells(
                start_row=top + offset,
                start_column=left,
                end_row=top + offset,
                end_column=left + TILE_WIDTH - 2,
            )
        for offset, height in enumerate((22.0, 34.0, 18.0, 42.0)):
            sheet.row_dimensions[top + offset].height = height
        sheet.row_dimensions[top + 4].height = 8
    return _FIRST_TILE + 5 * -(-len(tiles) // TILES_IN_A_ROW)


def _charts(
    sheet: Worksheet, results: Results, frames: Frames, ladder: tuple[str, ...], row: int
) -> int:
    """Draws the charts over the small tables that they show; gives the row below them."""
    grades = Counter(frames.plans["overall"].dropna())
    by_grade = [(word, grades[word]) for word in (*ladder, "not assessed") if grades[word]]
    statuses = [(status.value, count) for status, count in results.by_status.items()]
    checks = _most_often(frames)
    longest = max(len(checks), len(by_grade), len(statuses)) + 1
    blocks = (
        (1, 3, "Plans by grade", "Plans", by_grade),
        (6, 9, "Files by status", "Files", statuses),
        (11, 14, "Most often not met", "Plans", checks),
    )
    below = row + 19
    for first, last, title, unit, counted in blocks:
        put(sheet.cell(row, first), title, style.HEADING)
        _small_table(sheet, below, (first, last), unit, counted)
        if counted:
            _bar_chart(
                sheet, f"{get_column_letter(first)}{row + 1}", below, (first, last), len(counted)
            )
    return below + longest + 2


def _small_table(
    sheet: Worksheet, row: int, columns: tuple[int, int], unit: str, counted: list[tuple[str, int]]
) -> None:
    """Writes names and counts, the names in the first column and the counts in the last."""
    first, last = columns
    put(sheet.cell(row, last), unit, style.SMALL)
    for offset, (name, count) in enumerate(counted, start=1):
        put(sheet.cell(row + offset, first), name)
        put(sheet.cell(row + offset, last), count)
        sheet.merge_cells(
            start_row=row + offset,
            start_column=first,
            end_row=row + offset,
            end_column=last - 1,
        )
        sheet.cell(row + offset, first).alignment = style.WRAPPED
        sheet.row_dimensions[row + offset].height = 30


def _bar_chart(sheet: Worksheet, at: str, row: int, columns: tuple[int, int], count: int) -> None:
    first, last = columns
    chart = BarChart()
    chart.type, chart.style, chart.gapWidth = "bar", 10, 60
    values = Reference(sheet, min_col=last, min_row=row, max_row=row + count)
    names = Reference(sheet, min_col=first, min_row=row + 1, max_row=row + count)
    chart.add_data(values, titles_from_data=True)
    chart.set_categories(names)
    chart.legend = None
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.tickLblSkip = 1  # every name, however many there are
    chart.y_axis.majorGridlines = None
    chart.y_axis.numFmt = "0"
    chart.y_axis.scaling.min = 0
    chart.series[0].graphicalProperties = GraphicalProperties(solidFill=style.ACCENT)
    chart.dataLabels = DataLabelList()
    chart.dataLabels.showVal = True
    chart.dataLabels.showSerName = chart.dataLabels.showCatName = False
    chart.dataLabels.showLegendKey = False
    chart.width, chart.height = 10, 9  # centimetres
    sheet.add_chart(chart, at)


def _most_often(frames: Frames) -> list[tuple[str, int]]:
    """The checks that most plans do not meet: in how many plans each fails."""
    failed = frames.findings[frames.findings["verdict"] == Verdict.FAIL.value]
    plans = failed.groupby("title")["file"].nunique()
    order = sorted(plans.items(), key=lambda pair: (-int(pair[1]), str(pair[0])))
    return [(str(title), int(count)) for title, count in order[:MOST_CHECKS]]


def _first_look(sheet: Worksheet, plans: pd.DataFrame, ladder: tuple[str, ...], row: int) -> None:
    """The plans to look at first, each a link to its row."""
    put(sheet.cell(row, 1), "Plans to look at first", style.HEADING)
    put(
        sheet.cell(row + 1, 1),
        "Most statutory and Code findings first. Click to go to the plan's row.",
        style.SMALL,
    )
    heads = (("Plan", 1), ("Grade", 6), ("Must / should", 7), ("First issue", 9))
    for head, column in heads:
        put(sheet.cell(row + 2, column), head, style.LABEL)
    judged = plans[plans["overall"].notna()]
    order = sorted(judged.index, key=lambda i: (-judged["must"][i], -judged["should"][i], i))
    for offset, index in enumerate(order[:MOST_PLANS], start=row + 3):
        plan = judged.loc[index]
        put(sheet.cell(offset, 1), plan["file"])
        sheets.link_to_plan(sheet, offset, 1, int(index))
        put(sheet.cell(offset, 6), plan["overall"])
        if plan["overall"] in ladder:
            toned = style.graded(ladder.index(plan["overall"]), len(ladder))
            sheet.cell(offset, 6).font, sheet.cell(offset, 6).fill = toned
        put(sheet.cell(offset, 7), f"{plan['must']} / {plan['should']}")
        issue = plan["issue_1"]
        put(sheet.cell(offset, 9), issue if isinstance(issue, str) else "")
