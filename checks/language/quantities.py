"""How much a line of provision comes to in a week, where it says so."""

from __future__ import annotations

from checks.language.words import STOP, Word, amount, word_set, words_of

DAYS = 5  # a school week
_WEEKS = {"week": 1, "fortnight": 2, "month": 52 / 12, "term": 13, "half": 6.5, "year": 39}
_ADVERBS = {
    "daily": DAYS,
    "weekly": 1,
    "fortnightly": 1 / 2,
    "monthly": 12 / 52,
    "termly": 1 / 13,
    "annually": 1 / 39,
    "yearly": 1 / 39,
}
_DAILY = word_set("day morning afternoon lunchtime evening")
_WEEKDAYS = word_set("monday tuesday wednesday thursday friday mon tue wed thu fri")
_OFTEN = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_EACH = frozenset({"a", "per", "each", "every"})
_COUNTED = ("session", "time", "day", "lesson", "visit", "x", "morning", "afternoon", "block")


def minutes_a_week(text: str) -> float | None:
    """Minutes in a school week, all parts of the line together; None where it can't be told."""
    total = 0.0
    for clause in _clauses(text):
        keys = [word.key for word in clause]
        length, rate = _length(text, clause), _rate(keys)
        if length is not None and rate is not None:
            total += length * rate
    return round(total, 1) or None


def _clauses(text: str) -> list[list[Word]]:
    """The words between full stops, semicolons and «plus»."""
    clauses: list[list[Word]] = [[]]
    for word in words_of(text):
        if word.key in (STOP, "plus") and not text[word.start : word.end].startswith("|"):
            clauses.append([])
        elif word.key != STOP:
            clauses[-1].append(word)
    return clauses


def _length(text: str, clause: list[Word]) -> float | None:
    """Minutes of one go, times how many goes are meant («2 x 45 minutes»)."""
    for index, word in enumerate(clause):
        unit = 60 if word.key.startswith(("hour", "hr")) else 1 if word.key.startswith("min") else 0
        if not unit or not index or word.key == "hourly":
            continue
        value, first = _value(clause, index)
        if value is None:
            continue
        minutes = value * unit
        after = clause[index + 1 : index + 3]
        if len(after) == 2 and after[0].key == "x" and amount(after[1].key):  # noqa: PLR2004 -- x 3
            return minutes * (amount(after[1].key) or 1)
        return minutes * _goes(text, clause, first)
    return None


def _value(clause: list[Word], index: int) -> tuple[float | None, int]:
    """The number before «minutes», and where it begins; «half an hour» is 0.5."""
    last = clause[index - 1].key
    if last in ("a", "an"):
        half = index > 1 and clause[index - 2].key == "half"
        return (0.5 if half else 1.0), index - 2 if half else index - 1
    return amount(last), index - 1


def _goes(text: str, clause: list[Word], first: int) -> float:
    """How many goes a number before the length says: «3 x 20», «two 30-minute sessions»."""
    at = first - 1
    if at >= 0 and clause[at].key == "x":
        at -= 1
    if at < 0:
        return _sessions_before(clause, first)
    goes = amount(clause[at].key)
    between = text[clause[at].end : clause[first].start]
    if goes is None:
        return _sessions_before(clause, first)
    return 1.0 if any(mark in between for mark in ",-–:") else goes


def _sessions_before(clause: list[Word], first: int) -> float:
    """«two sessions of 45 minutes a week»: two, unless they are so many a week already."""
    for at in range(max(1, first - 3), first):
        if clause[at].key.startswith("session") and clause[first - 1].key == "of":
            return amount(clause[at - 1].key) or 1.0
    return 1.0


def _rate(keys: list[str]) -> float | None:
    """Times a week."""
    for index, key in enumerate(keys):
        before = keys[max(0, index - 2) : index]
        if key in _ADVERBS:
            halves = 2 if before[-1:] == ["half"] else 1
            return _ADVERBS[key] * halves * _times(before)
        if key in _EACH and (per := _unit(keys[index + 1 : index + 3])):
            return _times(before) / per
    return float(sum(key.rstrip("s") in _WEEKDAYS for key in keys)) or None


def _unit(after: list[str]) -> float | None:
    """How many weeks the unit after «a» or «every» is: «day», «school week», «half term»."""
    unit = next((key for key in after if key not in ("school", "working", "full")), "")
    return 1 / DAYS if unit in _DAILY else _WEEKS.get(unit)


def _times(before: list[str]) -> float:
    """How often the words before «a week» say: «twice», «3 times», «on two days»."""
    last = before[-1] if before else ""
    if last in _OFTEN:
        return _OFTEN[last]
    if last == "x" or last.startswith(_COUNTED):
        return (amount(before[0]) if len(before) > 1 else None) or 1.0
    return 1.0
