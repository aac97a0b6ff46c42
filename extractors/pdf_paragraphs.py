"""Lines become paragraphs: where one ends, and the bullet or number that the next begins with."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from extractors.pdf_lines import Line

_BULLETS = "•▪●○◦■□➢➤►▸‣⁃∙❖❑➔⇒→✓✔√◆◇"
_STRONG = re.compile(rf"([{_BULLETS}])\s*(?=[^\s{_BULLETS}])")
# A dash, a star, Courier's "o", and numbers also begin lines that merely go on.
_WEAK = re.compile(
    r"([-–—*·o§]|\((?:\d{1,2}|[a-z]|[ivx]{2,5})\)|(?:\d{1,2}|[a-z]|[ivx]{2,5})[.)]"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}[.):]?|\d{1,2}|[A-H]\d{1,2}(?:\.\d{1,2}){0,2}[.):]?)\s+(?=\S)"
)
# However tightly it is set, a section's mark is no part of the sentence that ended before it.
_MARK = re.compile(r"(?:SECTION|Section) ?(?:[A-K]|H[12])\b\s*(?:[:.–—-]|$)")
_RUN_IN = re.compile(r"[A-Z][\w ()/-]{1,40}:\s")  # a label with its words on the same line
# Else "1.5 hours" would lose its number, and a sentence that goes on with «B1 and B2» would end.
_NEEDS_GAP = re.compile(r"[o·§]|[\d.]*\d|[A-H][\d.]*\d[.):]?")
_OPEN_BRACKET = re.compile(r"[(\[][^)\]]*$")
_GAP = 0.45  # of the font size: wider than a space
_ENDS_SENTENCE = (".", "!", "?", ":", ";", "…", ".”", ".’", '."')
BREAKS_OFF = re.compile(  # a dash alone says «nothing»
    r"(?:,|\w-|\s(?:and|or|the|to|of|an?|at|for|from|with|as|than|his|their|my|our|is|are|was|will|"
    r"be|which|who|when|if|between|into|during))$"
)
_INDENT = 4.0  # points: lines that begin so far apart are at different depths
_OTHER_COLUMN = 18.0  # points: the ends of lines differ so much only from column to column
_FEW = 6  # distances: fewer say little of a size
_LEADING_SHARE = 0.12  # of the lines of a size: a distance as common as this is theirs
_SOME, _NEARLY_ALL = 3, 0.9  # lines that go on, and the share of them that stand alike
_LETTER = 0.75  # of the font size: no letter of running text is wider
_SHORT = 3  # letters: words shorter than that are few
_SMALL_WORD = re.compile(
    "a[mnst]?|b[ey]|do|eg|go|he|i[efnst]|m[ey]|no|o[fnr]|pm|so|to|u[ps]|vs|we|x"
)


@dataclass(slots=True)
class Draft:
    """A paragraph in the making."""

    lines: list[Line] = field(default_factory=list)
    label: str = ""
    level: int = 0
    text: str = ""

    @property
    def last(self) -> Line:
        """Its last line so far."""
        return self.lines[-1]


def leadings(groups: Iterable[Sequence[Line]]) -> dict[float, float]:
    """For each font size, how far apart the lines of one paragraph stand."""
    seen: dict[float, Counter[float]] = {}
    going_on: dict[float, Counter[float]] = {}  # where the second line begins in small letters
    for lines in groups:
        for one, two in itertools.pairwise(lines):
            step = two.base - one.base
            same = one.page == two.page and one.size == two.size and one.angle == two.angle == 0
            if same and 0.9 * one.size <= step <= 2.6 * one.size:
                step = round(step * 2) / 2
                seen.setdefault(one.size, Counter())[step] += 1
                if two.text[0].islower() and not one.text.endswith(_ENDS_SENTENCE):
                    going_on.setdefault(one.size, Counter())[step] += 1
    if not seen:
        return {}
    body = max(seen, key=lambda size: (seen[size].total(), size))
    share = _usual(seen[body], going_on.get(body)) / body
    return {
        size: _usual(steps, going_on.get(size)) if steps.total() >= _FEW else share * size
        for size, steps in seen.items()
    }


def _usual(steps: Counter[float], going_on: Counter[float] | None) -> float:
    """The least of the common distances: larger ones part paragraphs.

    Few lines may go on where most paragraphs have one line; what all of those that do have is it.
    """
    least = _least(steps)
    if going_on is None or going_on.total() < _SOME:
        return least
    [(tight, _)] = going_on.most_common(1)
    alike = sum(count for step, count in going_on.items() if abs(step - tight) <= 1)
    return min(least, tight) if alike >= _NEARLY_ALL * going_on.total() else least


def _least(steps: Counter[float]) -> float:
    total = sum(steps.values())
    common = [
        step
        for step in steps
        if steps[step] + steps[step + 0.5] + steps[step - 0.5] >= max(2, _LEADING_SHARE * total)
    ]
    return min(common, default=min(steps))


def paragraphs_of(lines: Sequence[Line], leading: Mapping[float, float]) -> list[Draft]:
    """The paragraphs of one column or cell, or of text that runs over columns and pages."""
    drafts: list[Draft] = []
    for line in lines:
        current = drafts[-1] if drafts else None
        if current is None or _begins(current, line, leading):
            drafts.append(_begun(line))
        else:
            current.lines.append(line)
    _set_levels(drafts)
    return drafts


def _begun(line: Line) -> Draft:
    match = _label(line)
    return Draft([line], label=match.group(1) if match else "")


def _label(line: Line) -> re.Match[str] | None:
    """The bullet or number that a line begins with, where it is one."""
    match = _STRONG.match(line.text) or _WEAK.match(line.text)
    if match and _NEEDS_GAP.fullmatch(match.group(1)) and line.label_gap < _GAP * line.size:
        return None
    return match


def _begins(current: Draft, line: Line, leading: Mapping[float, float]) -> bool:
    """Whether a line begins a paragraph of its own."""
    last = current.last
    if _stands_apart(last, line, leading) or _STRONG.match(line.text):
        return True
    if last.text.endswith(_ENDS_SENTENCE) and (
        _MARK.match(line.text) or _turns_after(last, line) or _labelled_alike(current, line)
    ):
        return True
    ended = _ended_early(last, line)
    goes_on = line.text[0].islower() and not last.text.endswith(_ENDS_SENTENCE)
    goes_on = goes_on or _OPEN_BRACKET.search(last.text) is not None
    if line.bold != last.bold and (ended or not (goes_on or line.text[0] in "[(")):
        return True
    if ended and not (goes_on and not _far_short(last, line)):
        return True
    return _begins_by_place(current, line)


def _stands_apart(last: Line, line: Line, leading: Mapping[float, float]) -> bool:
    """Whether two lines differ in place or look as those of one paragraph never do."""
    usual = leading.get(line.size, 1.25 * line.size)
    near = 0 <= line.base - last.base <= usual + max(1.8, 0.16 * line.size)
    return (
        not (near or _turns_over(last, line))
        or line.angle != last.angle
        or abs(line.size - last.size) > 1
        or line.shaded != last.shaded
        or line.heading != last.heading
    )


def _turns_over(last: Line, line: Line) -> bool:
    """Whether text breaks off at the foot of a column or page and goes on at the next one's top."""
    elsewhere = line.page != last.page or line.base < last.base
    return elsewhere and _label(line) is None


def _turns_after(last: Line, line: Line) -> bool:
    """Whether a sentence fills the last line of a page and another begins the next page.

    Few sentences end where their line does, and most paragraphs that do so end there too.
    """
    ended = last.text.rstrip("”’\"')").endswith((".", "!", "?"))
    return ended and line.page != last.page and not line.text[0].islower()


def _labelled_alike(current: Draft, line: Line) -> bool:
    """Whether a line begins with the label that the paragraph began with: «Step:»."""
    label = _RUN_IN.match(line.text)
    return label is not None and current.lines[0].text.startswith(label.group())


def _room(last: Line) -> float:
    return last.limit - last.x1


def _ended_early(last: Line, line: Line) -> bool:
    """Whether the next line's first word would have stood on the line before: it was ended."""
    return _room(last) > line.first_word + 0.3 * line.size + 1


def _far_short(last: Line, line: Line) -> bool:
    return _room(last) > 2 * line.first_word + 6 * line.size


def _begins_by_place(current: Draft, line: Line) -> bool:
    """Whether a full line is followed by one that stands where a new paragraph would."""
    match = _label(line)
    if match and current.label and abs(line.x0 - current.lines[0].x0) < _INDENT / 2:
        hanging = len(current.lines) > 1 and current.last.x0 > line.x0 + _INDENT
        return hanging or _follows(current.label, match.group(1))
    last = current.last
    if last.page == line.page and line.base < last.base and BREAKS_OFF.search(last.text):
        return False  # in the next column, where nothing is told by where it begins
    if len(current.lines) > 1:
        off = line.x0 - current.last.x0
        centred = abs((line.x0 + line.x1) - (current.last.x0 + current.last.x1)) < _INDENT
        return abs(off) > _INDENT and not centred and not line.text[0].islower()
    return False


def _follows(label: str, next_label: str) -> bool:
    """Whether a label is of the same form as the one before, and the next of its kind."""
    form = re.sub(r"\d+|[a-z]+", "#", label)
    if form != re.sub(r"\d+|[a-z]+", "#", next_label):
        return False
    here, there = re.findall(r"\d+", label), re.findall(r"\d+", next_label)
    if here and there:
        return int(there[-1]) in {int(here[-1]) + 1, 1}
    return True


def _set_levels(drafts: list[Draft]) -> None:
    """How deep each labelled paragraph stands: by where its label stands among its list's."""
    stack: list[float] = []
    limit = 0.0
    for draft in drafts:
        x0 = draft.lines[0].x0
        if abs(draft.lines[0].limit - limit) > _OTHER_COLUMN:
            stack, limit = [], draft.lines[0].limit
        while stack and stack[-1] > x0 + _INDENT:
            stack.pop()
        if not draft.label:
            if stack and x0 <= stack[0] + _INDENT:
                stack = []
            continue
        if not stack or x0 > stack[-1] + _INDENT:
            stack.append(x0)
        draft.level = len(stack) - 1


def words_of(draft: Draft, known: frozenset[str]) -> str:
    """The paragraph's words without its label; words parted at a line's end are made whole.

    `known` holds the document's words in small letters: «pro-» and «vision» are one word where
    the document prints «provision» elsewhere, and keep their hyphen where it does not.
    """
    text = draft.lines[0].text
    if draft.label:
        match = _label(draft.lines[0])
        text = text[match.end() :] if match else text
    for last, line in itertools.pairwise(draft.lines):
        if may_be_broken(last, line) and _is_one_word(last.text, line.text, known):
            text += line.text
        else:
            text = joined(text, line.text, known)
    return text.strip()


def may_be_broken(last: Line, line: Line) -> bool:
    """Whether a line is one piece as wide as its cell: a word wider than that is broken there."""
    return (
        line.text[0].islower()
        and last.text.isalpha()
        and len(last.text) > 1
        and line.page == last.page
        and _room(last) < _LETTER * last.size
    )


def _is_one_word(before: str, after: str, known: frozenset[str]) -> bool:
    """Whether what breaks off at the end of a line is a word with what begins the next.

    «Outcom» and «e» are: the document prints it whole elsewhere, or what is left is no word.
    """
    match = re.match(r"[^\W\d_]+", after)
    tail = match.group() if match else ""
    whole = (before + tail).lower()
    return whole in known or (len(tail) < _SHORT and not _SMALL_WORD.fullmatch(tail))


def joined(before: str, after: str, known: frozenset[str]) -> str:
    """Two pieces of text, parted by the end of a line."""
    if before.endswith("/"):
        return before + after
    if not before.endswith("-") or before.endswith((" -", "--")) or not before[:-1]:
        return f"{before} {after}"
    head = re.search(r"[^\W\d_]+$", before[:-1])
    tail = re.match(r"[^\W\d_]+", after)
    if head and tail and tail.group().islower():
        whole = (head.group() + tail.group()).lower()
        if whole in known and f"{head.group()}-{tail.group()}".lower() not in known:
            return before[:-1] + after
    return before + after
