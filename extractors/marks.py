"""Section marks: where a document may say that a section begins, and what speaks for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum

from extractors.headings import Role, area, joint_titles, titles
from extractors.labels import announced
from extractors.lines import Line
from extractors.plan import LETTERS, Area

_LETTER = r"(?:H\s?[12]|A\s?[12]|[A-K])"
_MORE = (
    rf"(?:\s*(?:,|&|\+|/|and|AND|to|TO)\s*)+(?:[Ss](?:ection|ECTION)s?\s+)?{_LETTER}(?![a-z0-9])"
)
_LIST = rf"{_LETTER}(?:{_MORE}|[-–]{_LETTER}(?![A-Za-z0-9]))*"
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
_BRACKET = re.compile(r"[(\[]")
_BRACKETED = re.compile(rf"[(\[](?:Section\s+)?({_LETTER})[)\]]")
_CONTINUED = re.compile(r"\(?\b(?:continued|cont(?:'|’)?d|cont)\b\.?\)?", re.IGNORECASE)
_LEADERS = re.compile(
    r"(?:\.{3,}|…|\t|_{3,})\s*(?:page\s*)?\d*\s*$|\s(?:pages?|p\.)\s*\d+\s*$", re.IGNORECASE
)
_SENTENCE = re.compile(
    r"\b(?:must|should|sets? out|describes?|includes?|contains?|has been|have been|is for|please|"
    r"was|were|see|refer|rewritten|updated|amended|added|removed|reviewed|changed|revised)\b",
    re.IGNORECASE,
)
_NUMBERED = {Role.NEED: "B", Role.OUTCOME: "E", Role.PROVISION: "F"}
ENOUGH = 3.0
_SEVERAL = 2.0  # for each of several letters alone that are set alike
_ROW = 3
_LONG = 18  # words: a mark without the word "section" is no longer
_LONGEST = 40  # words


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
    ranged = bool(re.search(r"\b(?:to|TO)\b|[A-K12][-–][A-K]", text))
    for letter in re.findall(r"(?<![A-Za-z])(?:H\s?[12]|A\s?[12]|[A-K])(?![A-Za-z])", text):
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
    found = joint_titles(text) or _of_one_item(text)
    if not found:
        return None
    families = {letter[0] for letter in letters}
    return bool(families & set(found))


def _of_one_item(text: str) -> tuple[str, ...]:
    """The section of the one item that a title numbers: "Outcome 2"."""
    said, _, number, rest = announced(text)
    return tuple(_NUMBERED[said]) if number and not rest and said in _NUMBERED else ()


def candidates(lines: list[Line]) -> list[Mark]:
    """Everything that may open a section, with how much speaks for it."""
    found = []
    for place, line in enumerate(lines):
        mark = _read(line)
        if mark is None:
            continue
        mark = _with_title(mark, lines[place + 1 : place + 2])
        found.append(replace(mark, score=_weigh(mark)))
    found = [m for m in _in_sequence(found) if m.score >= ENOUGH]
    return with_gaps(found, lines)


def _in_sequence(found: list[Mark]) -> list[Mark]:
    """The marks; letters without "section" count for more where several are set alike."""
    letters: dict[tuple[object, ...], set[str]] = {}
    for mark in found:
        if _in_need(mark):
            letters.setdefault(_kin(mark), set()).update(mark.letters)
    return [
        replace(m, score=m.score + _SEVERAL) if _in_need(m) and len(letters[_kin(m)]) >= _ROW else m
        for m in found
    ]


def _in_need(mark: Mark) -> bool:
    """It is a letter with little beside it that bears it out."""
    return mark.form is Form.ALONE or (mark.form is Form.BARE and mark.line.styled)


def _kin(mark: Mark) -> tuple[object, ...]:
    """What marks of one table, or of one style, have in common."""
    grid = mark.line.grid
    return (mark.form, grid.number if grid else 0, *style(mark.line))


def _read(line: Line) -> Mark | None:
    """The line as a mark of any form."""
    text = _CONTINUED.sub("", line.whole).strip()
    words = len(text.split())
    if m := _WORDED.match(text):
        return _mark(line, m[1], _trimmed(m[2]), Form.WORDED) if words <= _LONGEST else None
    if not text or words > _LONG:
        return None
    return _lettered(line, text) or _by_title(line, text)


def _lettered(line: Line, text: str) -> Mark | None:
    """A mark that prints its letter, without the word "section" before it."""
    if m := _ALONE.match(text):
        return _mark(line, m[1], "", Form.ALONE)
    if _BRACKET.search(text) and (m := _TRAILING.match(text)):
        part = _PART.match(m[1])
        return _mark(line, m[2], part[1] if part else m[1], Form.TRAILING)
    if "section" in text.lower() and (m := _PREFIXED.match(text)):
        return _mark(line, m[2], f"{m[1]}: {_trimmed(m[3])}", Form.TRAILING)
    if m := _BARE.match(text):
        known = known_title(_trimmed(m[3]), _all_letters(m[1], m[3]))
        return (
            _mark(line, m[1], m[3], Form.BARE) if known or (line.styled and m[2].strip()) else None
        )
    return None


def _by_title(line: Line, text: str) -> Mark | None:
    """A mark that is a title alone, or after "Part 5:"."""
    part = _PART.match(text)
    title = part[1] if part else text
    found = titles(title) if line.short else ()
    return _mark(line, found[0], title, Form.TITLE) if found else None


def _trimmed(rest: str) -> str:
    return rest.strip(" \t\n:.–—-*|")


def _all_letters(letters: str, title: str) -> tuple[str, ...]:
    """The sections that a mark's letters name, and those that its title adds in brackets."""
    found = letters_in(letters)
    more = letters_in(", ".join(_BRACKETED.findall(title)))
    return tuple(sorted({*found, *more}, key=LETTERS.index)) if more else found


def _mark(line: Line, letters: str, title: str, form: Form) -> Mark:
    found = _all_letters(letters, title)
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
    if line.bulleted or not line.short or line.text.rstrip().endswith("."):
        return mark
    if _read_letter(line) or not _beside(mark.line, line):
        return mark
    known = known_title(line.text, mark.letters)
    same = line.styled and style(line) == style(mark.line) and not line.text.endswith(".")
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


def style(line: Line) -> tuple[int, bool, bool, float]:
    """How a line is set."""
    p = line.paragraph
    return (p.heading, p.bold, line.shaded, round(p.size, 1))


def _weigh(mark: Mark) -> float:
    """How much speaks for a mark: its style, its title and its form."""
    line = mark.line
    p = line.paragraph
    score = {Form.WORDED: 2.0, Form.BARE: 0.5, Form.TRAILING: 1.0, Form.ALONE: -0.5}.get(
        mark.form, -0.5
    )
    score += 2.5 * bool(p.heading) + 1.5 * line.shaded + 1.0 * p.bold + 1.0 * line.large
    score += 0.5 * (line.box is not None and line.alone) + 0.5 * (line.text.isupper())
    score += 2.5 * mark.known + 1.0 * (mark.form is Form.TITLE and bool(_PART.match(line.text)))
    if mark.known and not line.styled:
        score -= _sentence_like(mark) + 2.0 * _beside_others(line)
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


def _beside_others(line: Line) -> bool:
    """It stands to the right of words in its row, as in a list of what was changed."""
    if line.grid is None or line.box is None:
        return False
    row = next(r for r in line.grid.rows if any(b is line.box for b in r))
    left = [b for b in row if b.lines and b.cell.column < line.box.cell.column]
    return any(not _read_letter(b.lines[0]) for b in left)


def _sentence_like(mark: Mark) -> float:
    """How much the words after the letter read like a sentence rather than a title."""
    title = mark.title
    after = mark.line.whole.split(title[:1] or " ", 1)[0] if title else ""
    words = title.split()
    doubt = 0.0
    separated = bool(re.search(r"[:.)\]–—-]\s*$", after.strip()))
    if title[:1].islower() and not separated:
        doubt += 4.0
    asked = separated and title.endswith("?")  # "Section F: What help must Sam be given?"
    if _SENTENCE.search(title) and not asked:
        doubt += 3.0
    if title.endswith(".") or mark.line.text.rstrip().endswith("."):
        doubt += 1.5
    if len(words) > 16:  # noqa: PLR2004 -- longer than titles are
        doubt += 3.0
    return doubt


def with_gaps(found: list[Mark], lines: list[Line]) -> list[Mark]:
    """Each mark with the words up to the next; heads side by side share what stands below them."""
    result: list[Mark] = []
    ends = [*(m.line.number for m in found[1:]), len(lines)]
    for mark, end in reversed(list(zip(found, ends, strict=False))):
        words = sum(len(line.text.split()) for line in lines[mark.last + 1 : end])
        if result and in_one_row(mark, result[-1]):
            words = max(words, result[-1].gap)
        result.append(replace(mark, gap=words))
    return result[::-1]


def in_one_row(mark: Mark, other: Mark) -> bool:
    """Two marks stand side by side, as the heads of columns do."""
    one, two = mark.line, other.line
    if one.box is None or two.box is None or one.grid is not two.grid or one.box is two.box:
        return False
    return one.box.cell.row == two.box.cell.row
