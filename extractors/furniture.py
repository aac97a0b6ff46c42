"""Which lines are headings and labels, and not themselves said of the child."""

from __future__ import annotations

from collections import Counter

from extractors import wording
from extractors.labels import announced, label_number, names_numbered, only_refers, run_in
from extractors.lines import Grid, Line, Node
from extractors.marks import Mark

_FEW = 10  # words
_ONE_LINE = 16  # words: no heading is longer
_LEADING = frozenset({"will", "to", "by", "with", "has", "can", "be", "have", "should", "must"})
_SENTENCE = 6  # words with a full stop
_REPEATED = 4  # sections that begin with the same words


def is_heading(line: Line, following: Node | None) -> bool:
    """The line announces what follows, and is not itself said of the child."""
    text, p = line.text.strip(), line.paragraph
    words = len(text.split())
    apart = p.bold or line.large or (p.shaded and line.box is None)
    beside = only_refers(text) and not (text.endswith(":") or p.bold or p.heading)
    if words > _ONE_LINE or text[-1:] in ";," or beside:
        return False
    if p.heading:
        return not (text.endswith(".") and words > _SENTENCE)
    if text.endswith(":") and (names_numbered(text) or _leads_in(text)):
        return bool(names_numbered(text))
    bullet = bool(p.label.strip()) and not label_number(p.label)
    if bullet or text.rstrip("”’\"'")[-1:] in ("", ".", "!") or run_in(text)[0]:
        return False
    over = _stands_over(text, following, apart=apart, alone=line.alone)
    return _says_what(line) or (over and not _is_said(line))


def _is_said(line: Line) -> bool:
    """Words of the plan that are set in bold, as in a working document."""
    plain = not (line.large or line.paragraph.shaded)
    return plain and line.text.rstrip()[-1:] not in ":?" and wording.asserts(line.text)


def _leads_in(text: str) -> bool:
    """A sentence that the list below it goes on from: "Sam will be supported by:"."""
    return text.rstrip(": ").rsplit(" ", 1)[-1].lower() in _LEADING


def _says_what(line: Line) -> bool:
    """It is a known heading or label, or a number alone."""
    role, area, number, rest = announced(line.text.strip().rstrip(": "))
    return bool(role or area or (number and not rest and not line.bulleted))


def _stands_over(text: str, following: Node | None, *, apart: bool, alone: bool) -> bool:
    """It is set apart from what follows, or asks what that answers."""
    if apart and (following is not None or not alone):
        return True
    if not text.endswith("?") or following is None:
        return False
    return isinstance(following, Grid) or not following.text.endswith("?")


def heads_list(line: Line, following: Node | None) -> bool:
    """A few words without a full stop over a list: "Attention and listening"."""
    text = line.text.rstrip()
    if line.bulleted or not isinstance(following, Line) or not following.bulleted:
        return False
    few = len(text.split()) <= (_FEW if line.paragraph.italic else _FEW // 2)
    return few and text[:1].isupper() and text[-1:].isalpha()


def repeated_lines(lines: list[Line], marks: list[Mark]) -> set[int]:
    """The lines that stand in the same words under section after section: "Last edited ..."."""
    opens = {m.line.number for m in marks}
    places = [m.last + 1 for m in marks if m.last + 1 < len(lines)]
    first = [lines[n] for n in places if n not in opens]
    said = Counter(line.text for line in first if line.short and not wording.says_none(line.text))
    return {line.number for line in first if said[line.text] >= _REPEATED}
