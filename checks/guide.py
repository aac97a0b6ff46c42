"""The guide to the checks, made from the checks themselves.

`python -m checks.guide` writes it anew; with `--check` it says whether the one kept is current.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from checks.catalogue import CHECKS
from checks.check import By, Check, Example, Severity
from checks.rollup import MUTES
from checks.rubric import Rubric, load_rubric
from checks.standing import ENOUGH, PRECISE, figures_in_words, measured, standing_in_words

FILE = Path(__file__).with_name("README.md")
_WIDTH = 88
_FIRMLY = {
    Severity.MUST: "A plan **must** meet this: it is the law.",
    Severity.SHOULD: "A plan **should** meet this: the Code of Practice or case law asks for it.",
    Severity.GOOD: "This is **good practice**: an authority may decide otherwise.",
    Severity.INFO: "This is **for information**: no plan fails it.",
}
_TOPS = {
    "": "The whole plan",
    "A": "Section A: views, interests and aspirations",
    "B": "Section B: special educational needs",
    "C": "Section C: health needs",
    "D": "Section D: social care needs",
    "E": "Section E: outcomes",
    "F": "Section F: special educational provision",
    "G": "Section G: health provision",
    "H1": "Section H1: social care provision for a child under 18",
    "H2": "Section H2: other social care provision",
    "I": "Section I: placement",
    "J": "Section J: personal budget",
    "K": "Section K: advice",
}
_INTRODUCTION = """\
# The checks

What Goldenthread looks for in an EHC plan, why, and where that is written. This page is made from
the checks themselves: each one's examples are its tests, and the words that it flags stand in
**bold**.

A check answers *pass*, *fail*, *unclear* (a question for a person), *not assessed* or *n/a*. Where
a section was not found, its checks are *not assessed*, never *fail*. Where some pages are pictures
without words, what is missing is asked about and not asserted. A check for information never fails
a plan. Numbers such as «between 4 and 8 outcomes» stand in the rubric, where an authority can
change them without touching the program; it can also switch a check off, or have it ask only.
"""


def explain(check: Check) -> str:
    """All that is said of one check, as plain text for a terminal."""
    parts = [
        f"{check.id}: {check.title}",
        _filled(check.reason),
        f"{_FIRMLY[check.severity].replace('**', '')}\nSource: {check.source}",
        _filled(f"Pattern: {check.suggestion}"),
        _filled(f"Not flagged: {check.not_flagged}") if check.not_flagged else "",
        _filled(f"How often it is right: {standing_in_words(check)}. {figures_in_words(check)}"),
    ]
    for head, examples in _sorted(check):
        shown = (_lines(example) for example in examples)
        parts.append("\n".join([head, *(_item(lines) for lines in shown)]))
    return "\n\n".join(part for part in parts if part)


def guide(rubric: Rubric) -> str:
    """The guide to all checks, in Markdown."""
    parts = [_INTRODUCTION, _contents(), _trust(), _root_causes(), _grades(rubric)]
    for section, checks in _by_section():
        parts.append(f"## {_TOPS[section]}\n")
        parts += [_chapter(check) for check in checks]
    return "\n".join(parts)


def _by_section() -> Iterable[tuple[str, list[Check]]]:
    ordered = sorted(CHECKS, key=lambda check: list(_TOPS).index(check.section))
    for section, checks in groupby(ordered, key=lambda check: check.section):
        yield section, list(checks)


def _contents() -> str:
    rows = ["| check | what a good plan does | how firmly | standing |", "|---|---|---|---|"]
    rows += [
        f"| [{c.id}](#{c.id}) | {c.title} | {c.severity} | {standing_in_words(c)} |"
        for _, checks in _by_section()
        for c in checks
    ]
    return "\n".join(rows) + "\n"


def _trust() -> str:
    return textwrap.dedent(f"""\
        ## How often a check is right

        Each check was run on the sample plans, whose faults were known before ({measured().on}).
        A check that was right at least {PRECISE:.0%} of the time, over enough cases
        ({ENOUGH[By.FORM]} where form, dates or records decide, {ENOUGH[By.WORDS]} where words do),
        is *red*: it asserts. Every other is *amber*: what it finds is a question, «please check».
        What is decided by likeness of meaning asks whatever its figures, unless the plan itself
        prints it. A check that was wrong more often than right is *off* and not run. Few cases tell
        little: the interval behind each precision says how little. An authority that has tried a
        check on its own plans can have it ask, assert or rest, in the rubric.
        """)


def _root_causes() -> str:
    rows = [
        "## One root cause, one finding\n",
        "A fault that another fault explains is not told twice:\n",
    ]
    rows += [f"- {cause} stands for {', '.join(sorted(muted))}." for cause, muted in MUTES.items()]
    rows.append("- A section that is missing is told once, by doc-sections-present.")
    rows.append("- What words leave open of the golden thread is one question for the whole plan.")
    return "\n".join(rows) + "\n"


def _grades(rubric: Rubric) -> str:
    rules = rubric.grades
    floors = [f"{floor:.0%}" for floor in rules.floors]
    steps = ", ".join(
        f"*{word}* from {floor}" for word, floor in zip(rules.words, floors, strict=False)
    )
    weights = ", ".join(f"{severity} {weight}" for severity, weight in rules.weights.items())
    return textwrap.dedent(f"""\
        ## Grades

        By the rubric «{rubric.name}» {rubric.version}. Each check that passed or failed counts with
        its weight ({weights}); a check that looks at each outcome or each line of provision counts
        for the part of them that meets it. What was not assessed, unclear or for information does
        not count, and a section in which nothing counts has no grade. The share that is met gives
        the grade: {steps}, *{rules.words[-1]}* below that. A section that fails what the law
        requires is at best *{rules.capped_at}*. Each grade says what would move it up one.
        """)


def _chapter(check: Check) -> str:
    lines = [
        f"### {check.id}\n",
        f"**{check.title}.** {check.reason}\n",
        f"{_FIRMLY[check.severity]} Source: {check.source}.\n",
        f"*Pattern:* {check.suggestion}\n",
    ]
    if check.not_flagged:
        lines.append(f"*Not flagged:* {check.not_flagged}\n")
    lines.append(
        f"*How often it is right:* {standing_in_words(check)}. {figures_in_words(check)}\n"
    )
    for head, examples in _sorted(check):
        lines.append(f"{head}\n")
        lines += ["- " + "<br>".join(_bold(line) for line in _lines(e)) for e in examples]
        lines.append("")
    return "\n".join(lines)


def _sorted(check: Check) -> Iterable[tuple[str, list[Example]]]:
    finds = "What it shows:" if check.severity is Severity.INFO else "Does not meet it:"
    for head, faulty in (("Meets it:", False), (finds, True)):
        examples = [e for e in check.examples if e.faulty is faulty]
        if examples:
            yield head, examples


def _lines(example: Example) -> list[str]:
    """An example in lines: its parts as «name: words», its dates, and the note."""
    dates = (("born", example.born), ("plan of", example.plan_date), ("audited", example.as_of))
    said = ", ".join(f"{what} {day.day} {day:%B %Y}" for what, day in dates if day)
    lines = [f"{name.replace('_', ' ')}: {text}" for name, text in example.parts]
    lines += [f"({said})"] if said else []
    return lines + ([f"[{example.note}]"] if example.note else [])


def _bold(line: str) -> str:
    return line.replace("«", "**").replace("»", "**").replace("|", "\\|")


def _item(lines: Sequence[str]) -> str:
    return "\n".join(
        _filled(line, first="  - " if n == 0 else "    ", indent="    ")
        for n, line in enumerate(lines)
    )


def _filled(text: str, first: str = "", indent: str = "") -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=first, subsequent_indent=indent)


def main(arguments: Sequence[str]) -> int:
    """Writes the guide, or with --check says whether it is current: 0 where it is."""
    text = guide(load_rubric())
    if "--check" not in arguments:
        FILE.write_text(text, encoding="utf-8")
        return 0
    return int(not FILE.exists() or FILE.read_text(encoding="utf-8") != text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
