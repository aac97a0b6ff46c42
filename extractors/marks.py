"""Section marks: where a document may say that a section begins, and the best consistent set."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from enum import IntEnum

from extractors.headings import area, joint_titles, titles
from extractors.lines import Line
from extractors.plan import LETTERS, Area

_LETTER = r"(?:H\s?[12]|A\s?[12]|[A-K])"
_LIST = rf"{_LETTER}(?:(?:\s*(?:,|&|\+|/|and|to)\s*)+(?:[Ss](?:ection|ECTION)s?\s+)?{_LETTER}(?![a-z0-9])|[-–]{_LETTER}(?![A-Za-z0-9]))*"
_WORDED = re.compile(
    rf"^[\s*•_]*(?:SECTION|Section|section|PART|Part)[sS]?\s*[:.–—-]?\s*[(\[\"'‘“]?\s*({_LIST})"
    r"\s*[)\]\"'’”]?(?![A-Za-z0-9’'])(.*)$",
    re.DOTALL,
)
_BARE = re.compile(rf"^[\s*•_]*[(\[]?\s*({_LIST})\s*([)\].:|–—-]+|\s)\s*(.*)$", re.DOTALL)
_ALONE = re.compile(rf"^[\s*•_]*[(\[]?\s*({_LIST})\s*[)\].:|–—-]*\s*$")
_TRAILING = re.compile(
    rf"^(.*\S)\s*[(\[]\s*(?:[Ss](?:ection|ECTION)[sS]?\s*)?({_LIST})\s*[)\]]\W*$"
)
_PREFIXED = re.compile(
    rf"^(.{{3,70}}?)\s*[:|–—-]\s*(?:SECTION|Section)[sS]?\s*({_LIST})(?![A-Za-z0-9’'])(.*)$",
    re.DOTALL,
)
_PART = re.compile(r"^[\s*•_]*(?:PART|Part)\s+(?:\d+|[ivxIVX]+|[A-Za-z]+)\s*[:.–—-]?\s*(.*)$")
_CONTINUED = re.compile(r"\(?\b(?:continued|cont(?:'|’)?d|cont)\b\.?\)?", re.IGNORECASE)
_LEADERS = re.compile(
    r"(?:\.{3,}|…|\t|_{3,})\s*(?:page\s*)?\d*\s*$|\s(?:pages?|p\.)\s*\d+\s*$", re.I
)
_SENTENCE = re.compile(
    r"\b(?:must|should|sets? out|describes?|includes?|contains?|has been|have been|is for|please|"
    r"was|were|see|refer|rewritten|updated|amended|added|removed|reviewed|changed|revised)\b",
    re.IGNORECASE,
)
_ENOUGH = 3.0


class Form(IntEnum):
    """How a section mark is written; the later, the more it needs other evidence."""

    WORDED = 1  # "Section E: Outcomes"
    BARE = 2  # "E. Outcomes", "(E) Outcomes"
    TRAILING = 3  # "Part 5: What I will achieve (Section E)"
    ALONE = 4  # "E"
    TITLE = 5  # "Outcomes", without a letter


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that may open one or more sections."""

    letters: tuple[str, ...]
    line: Line
    form: Form
    title: str = ""
    score: float = 0.0
    known: bool = False  # its title is one that such a section bears
    area: Area | None = None
    last: int = -1  # the number of its last line, where the title stands on the next
    gap: int = 0  # words up to the next mark

    @property
    def labelled(self) -> bool:
        """It prints the letter."""
        return self.form is not Form.TITLE

    @property
    def continued(self) -> bool:
        """It says that the section goes on."""
        return bool(_CONTINUED.search(self.line.text))


def letters_in(text: str) -> tuple[str, ...]:
    """The sections that a list of letters names: "B, E and F", "E to H", "H"."""
    found: list[str] = []
    ranged = bool(re.search(r"\bto\b|[A-K12][-–][A-K]", text))
    for letter in re.findall(r"H\s?[12]|A\s?[12]|[A-K]", text):
        name = letter.replace(" ", "")
        name = "A" if name in ("A1", "A2") else name
        if ranged and found:
            first, last = LETTERS.index(found[-1]), LETTERS.index("H2" if name == "H" else name)
            found += LETTERS[first + 1 : last + 1]
        else:
            found += ("H1", "H2") if name == "H" else (name,)
    return tuple(dict.fromkeys(found))


def known_title(text: str, letters: tuple[str, ...]) -> bool | None:
    """Whether sections of those letters are called so; None where the title says nothing."""
    found = joint_titles(text) if len(letters) > 1 else titles(text)
    if not found:
        return None
    families = {letter[0] for letter in letters}
    return bool(families & set(found))


def candidates(lines: list[Line]) -> list[Mark]:
    """Everything that may open a section, with how much speaks for it."""
    found = []
    for place, line in enumerate(lines):
        mark = _read(line)
        if mark is None:
            continue
        mark = _with_title(mark, lines[place + 1 : place + 2])
        mark = replace(mark, score=_weigh(mark))
        if mark.score >= _ENOUGH:
            found.append(mark)
    return _with_gaps(found, lines)


def _read(line: Line) -> Mark | None:
    text = _CONTINUED.sub("", line.whole).strip()
    if not text or len(text) > 300:  # noqa: PLR2004 -- no heading is that long
        return None
    if m := _WORDED.match(text):
        return _mark(line, m[1], _trimmed(m[2]), Form.WORDED)
    if len(text.split()) > 25:  # noqa: PLR2004 -- without the word "section", a heading is short
        return None
    if m := _ALONE.match(text):
        return _mark(line, m[1], "", Form.ALONE)
    if m := _TRAILING.match(text):
        part = _PART.match(m[1])
        return _mark(line, m[2], part[1] if part else m[1], Form.TRAILING)
    if (m := _PREFIXED.match(text)) and len(text.split()) <= 18:  # noqa: PLR2004 -- a sentence
        return _mark(line, m[2], f"{m[1]}: {_trimmed(m[3])}", Form.TRAILING)
    if m := _BARE.match(text):
        mark = _mark(line, m[1], m[3], Form.BARE)
        if mark.known or (line.styled and m[2].strip()):
            return mark
    part = _PART.match(text)
    title = part[1] if part else text
    found = titles(title) if line.short else ()
    letters = letters_in(", ".join(found[:1])) if found else ()
    return _mark(line, ", ".join(letters), title, Form.TITLE) if letters else None


def _trimmed(rest: str) -> str:
    return rest.strip(" \t\n:.–—-*|")


def _mark(line: Line, letters: str, title: str, form: Form) -> Mark:
    found = letters_in(letters)
    title = _trimmed(title)
    return Mark(
        found,
        line,
        form,
        title,
        known=bool(known_title(title, found)),
        area=area(title),
        last=line.number,
    )


def _with_title(mark: Mark, following: list[Line]) -> Mark:
    """A mark that is a letter alone takes its title from the next line or the next cell."""
    if mark.title or mark.form is Form.TITLE or not following:
        return mark
    line = following[0]
    if line.bulleted or not line.short or _read_letter(line) or not _beside(mark.line, line):
        return mark
    known = known_title(line.text, mark.letters)
    same = line.styled and _style(line) == _style(mark.line) and not line.text.endswith(".")
    if known or (same and known is None):
        return replace(
            mark, title=line.text, last=line.number, known=bool(known), area=area(line.text)
        )
    return mark


def _read_letter(line: Line) -> bool:
    return bool(_WORDED.match(line.whole) or _ALONE.match(line.whole))


def _beside(line: Line, following: Line) -> bool:
    """The next line in the same cell, the next cell of the row, or the next of no cell."""
    if line.box is following.box:
        return True
    if line.box is None or following.box is None or line.grid is not following.grid:
        return False
    return line.alone and following.alone and line.box.cell.row == following.box.cell.row


def _style(line: Line) -> tuple[int, bool, bool, float]:
    p = line.paragraph
    return (p.heading, p.bold, line.shaded, round(p.size, 1))


def _weigh(mark: Mark) -> float:
    """How much speaks for a mark: its style, its title and its form."""
    line = mark.line
    p = line.paragraph
    score = {Form.WORDED: 2.0, Form.BARE: 0.5, Form.TRAILING: 1.0, Form.ALONE: -0.5}.get(
        mark.form, -1.0
    )
    score += 2.5 * bool(p.heading) + 1.5 * line.shaded + 1.0 * p.bold + 1.0 * line.large
    score += 0.5 * (line.box is not None and line.alone) + 0.5 * (line.text.isupper())
    score += 2.5 * mark.known
    if mark.title and not mark.known:
        other = titles(mark.title)
        score -= 1.0 if other and mark.form is not Form.TRAILING else 0.0
        score -= _sentence_like(mark)
    elif not mark.title:
        score += 1.0 if mark.form is Form.WORDED else 0.0
    if _LEADERS.search(p.text):
        score -= 6.0
    if line.paragraph.label.strip() in {"•", "-", "–", "o", "▪"}:
        score -= 1.5
    return score


def _sentence_like(mark: Mark) -> float:
    """How much the words after the letter read like a sentence rather than a title."""
    title = mark.title
    after = mark.line.whole.split(title[:1] or " ", 1)[0] if title else ""
    words = title.split()
    doubt = 0.0
    separated = bool(re.search(r"[:.)\]–—-]\s*$", after.strip()))
    if title[:1].islower() and not separated:
        doubt += 4.0
    if _SENTENCE.search(title):
        doubt += 3.0
    if title.endswith(".") or mark.line.text.rstrip().endswith("."):
        doubt += 1.5
    if len(words) > 16:  # noqa: PLR2004 -- longer than titles are
        doubt += 3.0
    return doubt


def _with_gaps(found: list[Mark], lines: list[Line]) -> list[Mark]:
    """Each mark with the words that stand between it and the next."""
    result = []
    ends = [*(m.line.number for m in found[1:]), len(lines)]
    for mark, end in zip(found, ends, strict=False):
        words = sum(len(line.text.split()) for line in lines[mark.last + 1 : end])
        result.append(replace(mark, gap=words))
    return result


def find_marks(lines: list[Line]) -> list[Mark]:
    """The section marks that together make the most consistent reading of the document."""
    found = candidates(lines)
    lettered = _with_gaps([m for m in found if m.labelled], lines)
    lettered = _best_series(lettered)
    lettered = _before_the_end(lettered)
    return _with_titles(lettered, [m for m in found if not m.labelled])


def _series(marks: list[Mark]) -> list[list[Mark]]:
    """The marks cut where the letters begin all over again: contents page, table, plan."""
    cut: list[list[Mark]] = []
    seen: set[str] = set()
    for place, mark in enumerate(marks):
        ahead: dict[str, None] = {}
        for later in marks[place : place + 6]:
            ahead.update(dict.fromkeys(later.letters))
        again = set(mark.letters) <= seen
        all_over = len(ahead) >= 4 and set(list(ahead)[:4]) <= seen  # noqa: PLR2004 -- a real run
        # A is not repeated by area as E and F are: where it comes again, so does all of the plan.
        from_a = "A" in mark.letters and cut[-1:] and cut[-1][-1].letters != mark.letters
        restart = again and (all_over or (from_a and len(seen & set(ahead)) >= 3))  # noqa: PLR2004
        if not cut or restart:
            cut.append([])
            seen = set()
        cut[-1].append(mark)
        seen.update(mark.letters)
    return cut


def _best_series(marks: list[Mark]) -> list[Mark]:
    """Without contents pages, and without tables that only say what a section must hold."""
    series = _series(marks)
    if len(series) < 2:  # noqa: PLR2004 -- nothing to choose from
        return marks
    weight = [sum(m.gap for m in s) for s in series]
    best = max(range(len(series)), key=lambda i: weight[i])
    kept = []
    for i, one in enumerate(series):
        if i == best or not _listing(one, series[best]):
            kept += one
    return kept


def _listing(one: list[Mark], best: list[Mark]) -> bool:
    """Whether a run of marks only lists or explains the sections, next to the plan itself."""
    gaps = sorted(m.gap for m in one)
    letters = {letter for m in one for letter in m.letters}
    shared = letters & {letter for m in best for letter in m.letters}
    if len(shared) < 3:  # noqa: PLR2004 -- too few to say
        return False
    thin = gaps[len(gaps) // 2] <= 4  # noqa: PLR2004 -- page numbers, at most
    mine = sum(m.gap for m in one[:-1])
    theirs = sum(m.gap for m in best if set(m.letters) & shared)
    return thin or mine * 2.5 < theirs


def _before_the_end(marks: list[Mark]) -> list[Mark]:
    """Without what comes after K where the plan is complete by then: reports bound in."""
    seen: set[str] = set()
    for place, mark in enumerate(marks):
        seen.update(mark.letters)
        group = len(mark.letters) > 1 and not mark.gap  # its sections follow one by one
        if "K" in mark.letters and {"B", "E", "F"} <= seen and not group:
            later = [m for m in marks[place + 1 :] if m.continued or not set(m.letters) <= seen]
            return marks[: place + 1] + [m for m in later if m.score >= _ENOUGH + 1]
    return marks


def _with_titles(lettered: list[Mark], titled: list[Mark]) -> list[Mark]:
    """The lettered marks, and titles alone for the sections that have no letter anywhere."""
    found = {letter for m in lettered for letter in m.letters}
    last = max((m.line.number for m in lettered if "K" in m.letters), default=None)
    if last is not None and not {"A", "B"} <= {
        letter for m in lettered if m.line.number < last for letter in m.letters
    }:
        last = None
    spare = [
        m
        for m in titled
        if not set(m.letters) & found
        and m.line.styled
        and (last is None or m.line.number < last)
        and not _inside_a(m, lettered)
        and not _labels_a_field(m, titled)
    ]
    spare = _of_one_style(spare) if len(found) < 4 else spare  # noqa: PLR2004 -- few letters at all
    return sorted([*lettered, *spare], key=lambda m: m.line.number)


def _inside_a(mark: Mark, lettered: list[Mark]) -> bool:
    before = [m for m in lettered if m.line.number < mark.line.number]
    return bool(before) and before[-1].letters == ("A",) and set(mark.letters) != {"B"}


def _labels_a_field(mark: Mark, titled: list[Mark]) -> bool:
    """It is the label of one field, as on a cover, in a table that is no list of sections."""
    grid, box = mark.line.grid, mark.line.box
    if grid is None or box is None:
        return False
    row = next(r for r in grid.rows if any(b is box for b in r))
    if sum(bool(b.lines) for b in row) < 2:  # noqa: PLR2004 -- it stands alone in its row
        return False
    return len({m.letters for m in titled if m.line.grid is grid}) < 3  # noqa: PLR2004 -- a few sections


def _of_one_style(marks: list[Mark]) -> list[Mark]:
    """Those set in the style that most sections share."""
    styles: Counter[tuple[int, bool, bool, float]] = Counter()
    for style in {_style(m.line) for m in marks}:
        styles[style] = len({x for m in marks if _style(m.line) == style for x in m.letters})
    if not styles:
        return []
    best = styles.most_common(1)[0][0]
    return [m for m in marks if _style(m.line) == best]
