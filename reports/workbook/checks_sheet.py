"""The sheet of the checks: how often each was right, and so whether it asserts or asks."""

from __future__ import annotations

from typing import Any

import pandas as pd
from openpyxl.worksheet.worksheet import Worksheet

from checks.catalogue import CHECKS
from checks.check import Check
from checks.standing import figures_of, standing_in_words
from reports.workbook.tables import Column, write_table

CHECKS_SHEET = "Checks"
COLUMNS = (
    Column("check", "Check", 28),
    Column("title", "What a good plan does", 44, wrap=True),
    Column("severity", "How firmly it is asked", 14, centred=True),
    Column("standing", "What it may do", 16, centred=True),
    Column("found", "Faults found", 9, centred=True),
    Column("missed", "Faults missed", 9, centred=True),
    Column("false_alarms", "False alarms", 9, centred=True),
    Column("precision", "Precision: share of findings that were right", 16, centred=True),
    Column("interval", "95 % interval", 15, centred=True),
    Column("recall", "Recall: share of faults that were found", 16, centred=True),
    Column("near", "Near-misses left alone", 13, centred=True),
    Column("published", "Published guidance: found / missed / false alarms", 22, centred=True),
)


def write_checks(sheet: Worksheet) -> None:
    """Every check, with the figures of the sample plans and of published guidance."""
    frame = pd.DataFrame([_row(check) for check in CHECKS], dtype=object)
    write_table(sheet, frame, COLUMNS, "ChecksTable")


def _row(check: Check) -> dict[str, Any]:
    own = figures_of(check)
    counts, told = own.sample, own.published
    low_high = counts.interval
    known = counts.found + counts.missed + counts.false_alarms > 0
    left = own.near_misses - own.near_misses_flagged
    return {
        "check": check.id,
        "title": check.title,
        "severity": check.severity.value,
        "standing": standing_in_words(check),
        "found": counts.found if known else None,
        "missed": counts.missed if known else None,
        "false_alarms": counts.false_alarms if known else None,
        "precision": None if counts.precision is None else round(counts.precision, 2),
        "interval": f"{low_high[0]:.2f} to {low_high[1]:.2f}" if low_high else None,
        "recall": None if counts.recall is None else round(counts.recall, 2),
        "near": f"{left} of {own.near_misses}" if own.near_misses else None,
        "published": f"{told.found} / {told.missed} / {told.false_alarms}"
        if told.found + told.missed + told.false_alarms
        else None,
    }
