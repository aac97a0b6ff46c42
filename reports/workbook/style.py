"""How the workbook looks: colours always beside words, never instead of them."""

from __future__ import annotations

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

A3, A4 = 8, 9  # as workbooks number paper sizes
INK = "1F2A37"
ACCENT = "1D4E5F"
PALE = "EEF3F5"
RULE = "C9D3D9"
# Text and ground for words that carry a judgement. Dark on pale: readable in print and in grey.
TONES = {
    "good": ("1B5E20", "E3F1E4"),
    "fair": ("7A4B00", "FBEBD0"),
    "bad": ("8B1A1A", "F8DEDC"),
    "none": ("4A5560", "E8ECEF"),
}
TONE_OF = {
    "audited": "good",
    "audited-partly": "fair",
    "duplicate": "none",
    "met": "good",
    "not met": "bad",
    "unclear": "fair",
    "specified": "good",
    "not specified": "bad",
    "linked": "good",
    "none found": "bad",
    "fail": "bad",
    "pass": "good",
    "not assessed": "none",
    "must": "bad",
    "should": "fair",
    "good practice": "none",
    "information": "none",
    "in time": "good",
    "running": "none",
    "late": "bad",
    "past, nothing on record": "fair",
    "please check": "fair",
}
FONT = "Calibri"
TITLE = Font(name=FONT, size=20, bold=True, color=ACCENT)
HEADING = Font(name=FONT, size=13, bold=True, color=ACCENT)
BODY = Font(name=FONT, size=11, color=INK)
SMALL = Font(name=FONT, size=9, color="4A5560")
BIG = Font(name=FONT, size=24, bold=True, color=ACCENT)
LABEL = Font(name=FONT, size=11, bold=True, color=INK)
LINK = Font(name=FONT, size=11, underline="single", color="0B5394")
HEAD = Font(name=FONT, size=11, bold=True, color="FFFFFF")
HEAD_FILL = PatternFill("solid", fgColor=ACCENT)
TILE_FILL = PatternFill("solid", fgColor=PALE)
WRAPPED = Alignment(vertical="top", wrap_text=True)
TOP = Alignment(vertical="top")
CENTRED = Alignment(vertical="center", wrap_text=True)
THIN = Border(bottom=Side(style="thin", color=RULE))


def tone(word: str) -> tuple[Font, PatternFill] | None:
    """The font and ground of a word that carries a judgement; None for other words."""
    name = TONE_OF.get(word)
    return _tones()[name] if name else None


def graded(rank: int, of: int) -> tuple[Font, PatternFill]:
    """The font and ground of a grade: the first of its ladder is the best."""
    names = ("good", "good", "fair", "bad")
    place = round(rank * (len(names) - 1) / max(1, of - 1))
    return _tones()[names[place]]


def _tones() -> dict[str, tuple[Font, PatternFill]]:
    return {
        name: (Font(name=FONT, size=11, bold=True, color=ink), PatternFill("solid", fgColor=ground))
        for name, (ink, ground) in TONES.items()
    }


def printable(sheet: Worksheet, *, heads: int = 0, portrait: bool = False) -> None:
    """Sets a sheet up for paper, one page wide: tables on A3 with their heads on every page."""
    sheet.page_setup.orientation = "portrait" if portrait else "landscape"
    sheet.page_setup.paperSize = A3 if heads else A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    foot = sheet.oddFooter
    if foot is not None:
        foot.left.text, foot.center.text = "Goldenthread — &A", "OFFICIAL-SENSITIVE"
        foot.right.text = "Page &P of &N"
    if heads:
        sheet.print_title_rows = f"{heads}:{heads}"
    sheet.sheet_view.showGridLines = False
