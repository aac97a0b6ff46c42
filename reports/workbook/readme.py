"""The first sheet: what this workbook is, what it counted, and what it does not judge."""

from __future__ import annotations

from collections.abc import Collection

from openpyxl.worksheet.worksheet import Worksheet

from reports.result import Results
from reports.workbook import style
from reports.workbook.cells import link_within, put
from reports.workbook.list_sheet import caseload_in_words

NOT_JUDGED = (
    "Whether an outcome is ambitious enough, achievable, or right for this child.",
    "Whether provision is enough, or the placement suitable.",
    "Whether an aspiration is realistic: there are no right or wrong aspirations.",
    "What stands in a file that could not be read: look at «Not audited».",
    "Whether a plan meets the law: that is for a person, and in the end for the Tribunal.",
)
SHEETS = (
    ("Summary", "The caseload at a glance, and the plans to look at first."),
    ("Plans", "Every file given, one row each: status, grade, counts, its three chief issues."),
    ("Outcomes", "Every outcome: SMART or not, when it ends, what it is tied to."),
    ("Provision", "Every line of provision: what, how long, how often, who."),
    ("Thread", "Every link from aspiration to need to outcome to provision, and every loose end."),
    (
        "Findings",
        "Every finding with its quote, place, reason and source; agree or disagree there.",
    ),
    ("Support a week", "What each plan's provision comes to in hours a week, by role."),
    ("Questions", "What only a person can judge, plan by plan, with a place for the answer."),
    ("Version changes", "What changed between a child's plans, or did not: before and now."),
    ("Copied text", "Words that stand in the plans of several children: by whom, where, when."),
    (
        "Identity alerts",
        "Names, pronouns and dates that may be another child's: restrict it.",
    ),
    ("Expiry calendar", "Outcomes that end and reviews that fall due, month by month."),
    ("Clocks", "What the law says by when: each day on record, what was late, what to check."),
    ("Breakdowns", "The caseload by phase, need, setting, caseworker and writer."),
    (
        "Caseload list",
        "Children without a plan, plans that nobody listed, what to mend in it.",
    ),
    ("Not audited", "Every file that was not audited, why, and what to do."),
    ("Checks", "Every check: how often it was right, and so whether it asserts or asks."),
)
WORDS = (
    ("fail", "The rule is not met; the quote shows where."),
    ("unclear", "The program could not tell: please check. It counts neither way."),
    ("red, amber", "A check that was right often enough asserts; every other one asks."),
    ("grade", "Of the plan's own words alone: other plans and the caseload list enter no grade."),
    ("not assessed", "The section or date that the check needs was not found."),
    ("must", "Statute asks for it: Children and Families Act 2014, SEND Regulations 2014."),
    ("should", "The SEND Code of Practice or case law asks for it."),
    ("good practice", "Guidance asks for it; an authority may decide otherwise."),
    ("printed", "The plan itself prints the two together: same row, same card, or by number."),
    ("words", "The wording ties the two together; the evidence names the words."),
)


def write_readme(sheet: Worksheet, results: Results, left_out: Collection[str] = ()) -> None:
    """What was read, with which rules, what the words mean, and what is not judged.

    Sheets left out of this workbook, having nothing to show, are not named.
    """
    there = tuple(entry for entry in SHEETS if entry[0] not in left_out)
    sheet.column_dimensions["A"].width = 24
    sheet.column_dimensions["B"].width = 110
    sheet.row_dimensions[1].height = 30
    put(sheet["A1"], "Goldenthread", style.TITLE)
    put(sheet["A2"], "An audit of Education, Health and Care plans", style.HEADING)
    row = _pairs(sheet, 4, "This audit", _about(results))
    row = _pairs(sheet, row, "The sheets", there)
    for offset, (name, _) in enumerate(there):
        link_within(sheet.cell(row - 1 - len(there) + offset, 1), name, "A1")
    row = _pairs(sheet, row, "The words", WORDS)
    row = _pairs(sheet, row, "What is not judged", [("", text) for text in NOT_JUDGED])
    style.printable(sheet)


def _about(results: Results) -> list[tuple[str, str]]:
    files = len(results.files)
    counted = ", ".join(f"{n} {status.value}" for status, n in results.by_status.items())
    left_out = len(results.left_out)
    return [
        ("As of", f"{results.as_of.day} {results.as_of:%B %Y}: dates were judged on this day."),
        ("Files given", f"{files}: {counted}." if files else "None."),
        ("Left out", f"{left_out} lock, hidden and unfinished files, which are no documents."),
        ("Rubric", f"{results.rubric}, {results.rubric_hash[:12]}"),
        *([("Lexicon", results.lexicon)] if results.lexicon else []),
        *([("Word table", results.word_table)] if results.word_table else []),
        *([("Caseload list", caseload_in_words(results.caseload))] if results.caseload else []),
        *([("Profile", f"{results.profile}.")] if results.profile else []),
        ("Goldenthread", f"version {results.version}"),
        (
            "Handle with care",
            "This workbook holds personal data about children: OFFICIAL-SENSITIVE.",
        ),
        ("Who decides", "A person. Every finding shows its rule, its quote and its place."),
    ]


def _pairs(
    sheet: Worksheet,
    row: int,
    heading: str,
    pairs: list[tuple[str, str]] | tuple[tuple[str, str], ...],
) -> int:
    """Writes a heading and its pairs; gives the row for the next heading."""
    put(sheet.cell(row, 1), heading, style.HEADING)
    for offset, (name, text) in enumerate(pairs, start=row + 1):
        put(sheet.cell(offset, 1), name, style.LABEL)
        put(sheet.cell(offset, 2), text, align=style.WRAPPED)
    return row + len(pairs) + 2
