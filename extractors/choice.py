"""The section marks that together make the most consistent reading of a document."""

from __future__ import annotations

from collections import Counter

from extractors.lines import Line
from extractors.marks import ENOUGH, Mark, candidates, in_one_row, style, with_gaps


def find_marks(lines: list[Line]) -> list[Mark]:
    """The section marks that together make the most consistent reading of the document."""
    found = candidates(lines)
    lettered = with_gaps([m for m in found if m.labelled], lines)
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
        all_over = all_over and ("A" in ahead or mark.letters[0] == cut[-1][0].letters[0])
        # A is not repeated by area as E and F are: where it comes again, so does all of the plan.
        from_a = "A" in mark.letters and cut[-1:] and cut[-1][-1].letters != mark.letters
        beside = any(in_one_row(mark, m) for m in marks[max(0, place - 1) : place + 2])
        restart = again and not beside and (all_over or (from_a and len(seen & set(ahead)) >= 3))  # noqa: PLR2004
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
            return marks[: place + 1] + [m for m in later if m.score >= ENOUGH + 1]
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
        and not _heads_an_area(m, lettered)
    ]
    spare = _of_one_style(spare) if len(found) < 4 else spare  # noqa: PLR2004 -- few letters at all
    return sorted([*lettered, *spare], key=lambda m: m.line.number)


def _inside_a(mark: Mark, lettered: list[Mark]) -> bool:
    before = [m for m in lettered if m.line.number < mark.line.number]
    return bool(before) and before[-1].letters == ("A",) and set(mark.letters) != {"B"}


def _heads_an_area(mark: Mark, lettered: list[Mark]) -> bool:
    """Whether «Health» inside Section B or E is an area there: it is not set as sections are."""
    within = {x for m in lettered if m.line.number < mark.line.number for x in m.letters}
    set_alike = style(mark.line) in {style(m.line) for m in lettered}
    return mark.area is not None and bool(within & {"B", "E"}) and not set_alike


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
    for one in {style(m.line) for m in marks}:
        styles[one] = len({x for m in marks if style(m.line) == one for x in m.letters})
    if not styles:
        return []
    best = styles.most_common(1)[0][0]
    kept = [m for m in marks if style(m.line) == best]
    return _with_a_before(kept, marks)


def _with_a_before(kept: list[Mark], marks: list[Mark]) -> list[Mark]:
    """With the titles of Section A that stand before all others: its words are often set freely."""
    if not kept or any("A" in m.letters for m in kept):
        return kept
    first = min(m.line.number for m in kept)
    return [m for m in marks if m.letters == ("A",) and m.line.number < first] + kept
