"""Plans whose words would do harm in a workbook, in a log, or to a careless expression."""

from __future__ import annotations

from collections.abc import Iterator

from tests.extractors.word_files import para, word_file
from tests.hostile.case import EITHER, READ, Case
from tests.hostile.plans import CHILD, plan_lines, word_body, word_plan

_WORDS = {
    "formula": '=HYPERLINK("http://192.0.2.1/","x")',
    "plus": "+1+cmd|' /C calc'!A0",
    "minus": "-1+1",
    "at": "@SUM(1,1)",
    "error": "#N/A",
    "braces": "{=1+1}",
    "escaped": "_x0001_ _x0041_ _x000D_",
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈 𝔖𝔢𝔠𝔱𝔦𝔬𝔫",
    "zalgo": "Z" + "\u0301\u0334\u0489" * 300,
    "marks": "\ufeff\u200b\u200d\u2028\u2029\u00ad",
    "right to left": "\u202e txet \u2066 \u2069 שלום",
    "upper controls": "".join(map(chr, range(0x80, 0xA0))),
    "no characters": "\ufdd0 \U0001fffe",
    "formats": "%s %n {0} {child.name} ${PATH} $(id) `id` %(x)s",
    "markup": "&lt;script&gt;alert(1)&lt;/script&gt; [bold] [/red] «so»",
    "comma separated": '"a","b";\t=1',
    "long": "He likes trains and buses. " * 1_600,
    "one long word": "a" * 60_000,
    "bait": "a" * 5_000 + "! " + "1." * 3_000 + " " * 5_000 + "x",
    "bait of dates": "by the end of " * 2_000 + "1/1/1/1/" * 1_000 + "31 February 9999",
    "bait of lists": "and, " * 4_000,
    "bait of names": "Mr Mrs Dr " * 2_000,
    "bait of marks": "Section A " * 2_000,
    "bait of numbers": "1234567890" * 2_000,
}


def cases() -> Iterator[Case]:
    """The files of this group."""
    for name, words in _WORDS.items():
        yield Case(f"{name}.docx", word_file(_with(words)), READ)
    yield Case("tabs and lines.docx", word_plan("<w:t/><w:br/><w:tab/>" * 300), EITHER)
    broken = "</w:t>" + "<w:br/>" * 300 + "<w:t>"
    yield Case("300 lines.docx", word_plan(broken), READ)
    for name, child in (
        ("a formula", "=1+1"),
        ("a path", "../../etc/passwd"),
        ("a device", "CON"),
        ("nothing", ""),
        ("very long", "Quill " * 80),
        ("a log line", f"x</w:t><w:br/><w:t>ERROR root: {CHILD} logged in"),
        ("an escape", "\u009b31mred\u200b"),
    ):
        yield Case(f"name is {name}.docx", word_plan(name, child=child), READ)
    for name, day in (
        ("impossible", "31 February 2016"),
        ("far", "4 March 9999"),
        ("zero", "0/0/0000"),
    ):
        body = word_body(f"date {name}").replace("4 March 2016", day).replace("4 May 2026", day)
        yield Case(f"{name} dates.docx", word_file(body), READ)
    yield Case("60 outcomes.docx", word_file(_outcomes(60)), EITHER)


def _with(words: str) -> str:
    """A plan with those words in each of its sections."""
    return "".join(
        para(line) + (para(words) if line.startswith("Section") else "")
        for line in plan_lines(child=CHILD)
    )


def _outcomes(many: int) -> str:
    lines = []
    for line in plan_lines("many"):
        lines.append(line)
        if line.startswith("Section E"):
            lines += [f"By July 2027 he will read {n} words a minute." for n in range(many)]
        if line.startswith("Section F"):
            lines += [f"A teacher will read {n} words with him, daily." for n in range(many)]
    return "".join(map(para, lines))
