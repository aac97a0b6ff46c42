"""What a line of provision specifies, and what it leaves open.

Code of Practice 9.69: provision must be detailed and specific and should normally be quantified,
in type, hours, frequency and level of expertise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.language.amounts import minutes_a_week
from checks.language.phrases import Found, load_phrases
from checks.language.rates import SCHOOL_WEEKS, SchoolWeeks
from checks.language.readings import Met, ProvisionReading, ProvisionSort, Slot, Span, Weasel
from checks.language.words import LONGEST, amount, words_of
from extractors.plan import Column

# What leaves the duty itself open is not mended by an amount beside it.
_UNSOFTENED = frozenset(
    {"as required", "up to", "would benefit", "modal", "available", "consider", "delegated", "aim"}
)
# Loose words that fault a line only where it isn't quantified otherwise.
LIGHT = frozenset({"examples", "undefined adult", "group size"})
_ON = frozenset({"in", "for", "during", "across", "throughout", "at", "before", "after"})
_ALL_THE_TIME = ("throughout", "across")  # «visuals across the day» says no more than «visuals»
_BARE = 4  # words, an article among them
_COUNT = r"(?:\d+|one|two|three|four|five|six|eight|ten)"
_RANGE = re.compile(
    rf"(?:\bbetween\s+{_COUNT}\s+and\s+{_COUNT}|\b\d+\s*[-–]\s*\d+|\b{_COUNT}\s*(?:to|or)\s*{_COUNT})"
    r"(?=[\s-]*(?:min|hour|hr|times|session|week|days|x\b))",
    re.IGNORECASE,
)
_TIME = r"\d{1,2}[.:]\d\d\s*(?:[ap]\.?m\.?)?\s*"
_CLOCK = re.compile(
    rf"\b(?:between\s+{_TIME}and|{_TIME}(?:to|until|till|-|–))\s*\d{{1,2}}[.:]\d\d",
    re.IGNORECASE,
)
_AT_A_TIME = re.compile(r"\b(?:at|before|after)\s+\d{1,2}[.:]\d\d(?!\d|\s*(?:hour|hr|min|%))")
_SLOT_OF_HEAD: tuple[tuple[Slot, re.Pattern[str]], ...] = (
    (Slot.HOW_OFTEN, re.compile(r"frequen|how often|when|per week|times", re.IGNORECASE)),
    (
        Slot.HOW_LONG,
        re.compile(r"how long|how much|duration|length|hours|minutes|time\b", re.IGNORECASE),
    ),
    (Slot.EXPERTISE, re.compile(r"expert|qualif|training|skill", re.IGNORECASE)),
    (Slot.RATIO, re.compile(r"ratio|group size|setting size", re.IGNORECASE)),
    (
        Slot.WHO,
        re.compile(r"\bwho|whom|staff|deliver|provided by|provider|respons|adult", re.IGNORECASE),
    ),
)
_KINDS: tuple[tuple[str, ProvisionSort], ...] = (
    ("type.training", ProvisionSort.TRAINING),
    ("type.session", ProvisionSort.SESSION),
    ("type.support", ProvisionSort.ADULT_SUPPORT),
    ("type.unnamed", ProvisionSort.ADULT_SUPPORT),
    ("type.review", ProvisionSort.REVIEW),
    ("type.continuous", ProvisionSort.CONTINUOUS),
    ("type.equipment", ProvisionSort.EQUIPMENT),
    ("type.place", ProvisionSort.EQUIPMENT),
)


def read_provision(
    text: str, columns: tuple[Column, ...] = (), year: SchoolWeeks = SCHOOL_WEEKS
) -> ProvisionReading:
    """What a line of provision says, its other columns included.

    `specified`: met where it says as much as its sort of provision needs; unclear where one thing
    is missing that may stand elsewhere; not met where words leave the duty open, or where nothing
    says how much.
    """
    full = " | ".join([text, *(c.text for c in columns)])[:LONGEST]
    found = load_phrases("provision").find(full)
    slots = _slots(full, text, columns, found)
    weasel = _weasel(found, slots)
    sort = _sort(found)
    ranges = _ranges(full, found)
    return ProvisionReading(
        text=full,
        sort=sort,
        slots=tuple(slots.items()),
        weasel=weasel,
        duty=next(iter(found.get("duty", ())), None),
        weak_duty=next(iter(found.get("weak_duty", ())), None),
        ranges=ranges,
        flexible_for_reason=next(iter(found.get("flexible", ())), None),
        minutes_a_week=minutes_a_week(full, year),
        specified=_specified(
            sort,
            slots,
            weasel,
            found,
            bare=_is_bare(full, slots, found),
            wide=any(map(_is_wide, ranges)),
        ),
    )


def _slots(
    full: str, text: str, columns: tuple[Column, ...], found: Found
) -> dict[Slot, tuple[Span, ...]]:
    """What fills each slot: words of the line, and the cells of columns that ask for it."""
    slots: dict[Slot, tuple[Span, ...]] = {
        Slot.WHAT: _what(found),
        Slot.HOW_LONG: (
            *found.get("length", ()),
            *(Span(m.start(), m.end(), m[0]) for m in _CLOCK.finditer(full)),
        ),
        Slot.HOW_OFTEN: (
            *found.get("frequency", ()),
            *found.get("occasion", ()),
            *found.get("all_day", ()),
            *found.get("terms", ()),
            *(Span(m.start(), m.end(), m[0]) for m in _AT_A_TIME.finditer(full)),
        ),
        Slot.WHO: found.get("staff.role", ()),
        Slot.EXPERTISE: (*found.get("expertise", ()), *found.get("expertise.title", ())),
        Slot.RATIO: found.get("ratio", ()),
    }
    start = len(text)
    for column in columns:
        start += len(" | ")
        cell = Span(start, start + len(column.text), column.text)
        start = cell.end
        slot = next((s for s, head in _SLOT_OF_HEAD if head.search(column.head)), None)
        if slot and cell.end <= len(full) and _answers(slot, cell, found) and not slots[slot]:
            slots[slot] = (cell,)
    return slots


def _what(found: Found) -> tuple[Span, ...]:
    """What is provided; a role alone says it too («a school counsellor»), «support» doesn't."""
    named = [s for kind, _ in _KINDS if kind != "type.unnamed" for s in found.get(kind, ())]
    return tuple(sorted(named, key=lambda s: s.start)) or found.get("staff.role", ())


def _answers(slot: Slot, cell: Span, found: Found) -> bool:
    """Whether a cell fills its slot: not empty, not «as required», not merely «staff»."""
    if not any(ch.isalnum() for ch in cell.text):
        return False
    inside = {
        name
        for name, spans in found.items()
        for s in spans
        if cell.start <= s.start and s.end <= cell.end
    }
    if any(name.startswith("weasel.") for name in inside):
        return False
    if slot in (Slot.HOW_OFTEN, Slot.HOW_LONG, Slot.RATIO):
        return any(ch.isdigit() for ch in cell.text)
    return "staff.vague" not in inside


def _weasel(found: Found, slots: dict[Slot, tuple[Span, ...]]) -> tuple[Weasel, ...]:
    """Words that leave room for doubt, in order."""
    full = bool(slots[Slot.HOW_LONG] and slots[Slot.HOW_OFTEN])
    sized = bool(slots[Slot.RATIO])
    words = [
        Weasel(span, family, full and (family not in _UNSOFTENED or _is_background(span)))
        for name, spans in found.items()
        if name.startswith("weasel.")
        for family in (name.removeprefix("weasel."),)
        if not (family == "group size" and sized)
        for span in spans
    ]
    return tuple(sorted(words, key=lambda w: (w.span.start, w.family)))


def _is_background(span: Span) -> bool:
    """«He benefits from music, so a therapist will ...»: a fact, and no wish as «would benefit»."""
    return span.text.lower().startswith("benefit")


def _ranges(text: str, found: Found) -> tuple[Span, ...]:
    """«up to 30 minutes», «20-45 minutes»."""
    ranged = [Span(m.start(), m.end(), m[0]) for m in _RANGE.finditer(text)]
    return tuple(sorted([*found.get("weasel.up to", ()), *ranged], key=lambda s: s.start))


def _is_wide(span: Span) -> bool:
    """Whether the most is twice the least or more: «10 to 20 hours»."""
    numbers = [value for word in words_of(span.text) if (value := amount(word.key)) is not None]
    return len(numbers) > 1 and max(numbers) >= 2 * min(numbers)


def _sort(found: Found) -> ProvisionSort:
    """The sort of provision that is named first; inside a role's name nothing is named."""
    occasions = tuple(_occasions(found))
    roles = (*found.get("staff.role", ()), *occasions)
    named = [
        (span.start, order, sort, kind)
        for order, (kind, sort) in enumerate(_KINDS)
        for span in found.get(kind, ())
        if not any(r.start <= span.start and span.end <= r.end for r in roles)
    ]
    if not named and "manner" in found:
        return ProvisionSort.CONTINUOUS
    if not named:
        # «An interpreter in every lesson»: the adult is what is provided.
        there = occasions and ("staff.role" in found or "expertise" in found)
        return ProvisionSort.ADULT_SUPPORT if there else ProvisionSort.OTHER
    *_, sort, kind = min(named)
    # So many minutes of a thing, so often, is something that is done with the child.
    timed = "length" in found and "frequency" in found and "type.continuous" not in found
    used = kind == "type.equipment" and timed
    return ProvisionSort.SESSION if used else sort


def _occasions(found: Found) -> Iterator[Span]:
    """«in every lesson», where the lesson is when something is done and not what is done."""
    for name in ("frequency", "occasion"):
        for span in found.get(name, ()):
            if span.text.lower().split()[0] in _ON:
                yield span


def _is_bare(full: str, slots: dict[Slot, tuple[Span, ...]], found: Found) -> bool:
    """Whether it names a thing that most classrooms have, and says no more: «A quiet area»."""
    all_day = [s for s in slots[Slot.HOW_OFTEN] if s.text.lower().startswith(_ALL_THE_TIME)]
    said = [s for slot, spans in slots.items() if slot is not Slot.WHAT for s in spans]
    beside = len(all_day[0].text.split()) if all_day else 0
    said = [s for s in said if s not in all_day]
    return not said and "type.classroom" in found and len(full.split()) - beside <= _BARE


def _specified(
    sort: ProvisionSort,
    slots: dict[Slot, tuple[Span, ...]],
    weasel: tuple[Weasel, ...],
    found: Found,
    *,
    bare: bool,
    wide: bool,
) -> Met:
    """Whether the line says as much as its sort needs."""
    if any(not w.softened and w.family not in LIGHT for w in weasel):
        return Met.NOT_MET
    often, who = bool(slots[Slot.HOW_OFTEN]), bool(slots[Slot.WHO] or slots[Slot.EXPERTISE])
    # An amount for the whole of a term or block says as much as so many minutes a week.
    timed = (bool(slots[Slot.HOW_LONG]) and (often or "total" in found)) or "all_day" in found
    if timed and (who or slots[Slot.RATIO]):
        return Met.MET
    if sort is ProvisionSort.EQUIPMENT:
        # «An adapted curriculum», «a nurturing environment» fit every classroom.
        return Met.NOT_MET if bare or ("type.generic" in found and not who) else Met.MET
    if _says_enough(sort, found, timed=timed, often=often, who=who):
        return Met.MET
    return Met.UNCLEAR if _nearly(sort, slots, timed=timed) and not wide else Met.NOT_MET


# These need no minutes: who does it, and on which occasions, says enough.
_CONTENT_WITH_WHO = (ProvisionSort.ADULT_SUPPORT, ProvisionSort.CONTINUOUS, ProvisionSort.REVIEW)


def _says_enough(sort: ProvisionSort, found: Found, *, timed: bool, often: bool, who: bool) -> bool:
    """Whether what is done needs no minutes: by whom and when is said, or how, in numbers."""
    if sort in _CONTENT_WITH_WHO and often and who:
        return True
    owed, manner = "duty" in found, "manner" in found and "weak_duty" not in found
    return sort is ProvisionSort.CONTINUOUS and (timed or manner or (often and owed))


def _nearly(sort: ProvisionSort, slots: dict[Slot, tuple[Span, ...]], *, timed: bool) -> bool:
    """Whether one thing is missing that may stand elsewhere in the plan."""
    if sort is ProvisionSort.TRAINING:
        by_whom = slots[Slot.WHO] or slots[Slot.EXPERTISE]
        return timed or bool(by_whom and slots[Slot.HOW_OFTEN])
    if sort is ProvisionSort.ADULT_SUPPORT:
        return timed or bool(slots[Slot.WHO] and slots[Slot.HOW_LONG])
    if sort in (ProvisionSort.CONTINUOUS, ProvisionSort.REVIEW):
        return bool(slots[Slot.HOW_OFTEN])
    return timed
