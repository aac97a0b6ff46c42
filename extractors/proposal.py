"""A profile proposed from many plans: what they print alike that no word of the vocabulary knows.

Only what stands in plans of two children at least, and holds no word that may be a name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.plan import LETTERS
from extractors.profile import KEYS
from extractors.unplaced import Form, Gleaned, Unplaced, in_common
from extractors.vocabulary import Vocabulary

_FEWEST = 2  # children
_SHARED = 0.5  # of the paragraphs of the shorter plan: then both are one child's
_MOST_SAY = 0.6  # of the lines beneath that say anything: then it is what they say
_WORD = re.compile(r"[^\W\d_]+")
_READ_AS = {
    "need": "needs",
    "outcome": "outcomes",
    "provision": "provision",
    "aspiration": "hopes for the future",
    "strength": "strengths",
}
_Reason = tuple[str, str, str]  # a table and a key of a profile, and why
_OPENS = {"need": "B", "outcome": "E", "provision": "F", "aspiration": "A"}


@dataclass(frozen=True, slots=True)
class Proposed:
    """A phrase, where it may go, and why; it goes nowhere without a good reason."""

    words: str
    plans: int
    table: str
    key: str
    why: str


def propose(plans: Sequence[Gleaned], vocabulary: Vocabulary) -> list[Proposed]:
    """What a profile of these plans may say, the most frequent first."""
    children = _children(plans)
    names = frozenset[str]().union(*(p.names for p in plans))
    common = frozenset[str]().union(*(p.small for p in plans)) | _words_of(vocabulary)
    opened = _opened(plans)
    found: dict[tuple[str, bool], dict[int, list[Unplaced]]] = defaultdict(dict)
    for number, plan in enumerate(plans):
        for one in plan.unplaced:
            key = (in_common(one.words), one.form is Form.COVER)
            found[key].setdefault(number, []).append(one)
    proposed = []
    for (plain, _), by_plan in found.items():
        if len({children[number] for number in by_plan}) < _FEWEST:
            continue
        words = _as_printed(plain, by_plan)
        if _may_be_said(words, names, common):
            proposed.append(_guess(words, by_plan, opened))
    return sorted(proposed, key=lambda p: (-p.plans, p.words))


def _children(plans: Sequence[Gleaned]) -> list[int]:
    """A number for each plan's child: the same for plans that may be of one child."""
    found: list[int] = []
    for place, plan in enumerate(plans):
        same = (n for n in range(place) if _one_child(plans[n], plan))
        first = next(same, None)
        found.append(place if first is None else found[first])
    return found


def _one_child(one: Gleaned, other: Gleaned) -> bool:
    if one.child and one.child == other.child:
        return True
    if one.child and other.child and one.prose.isdisjoint(other.prose):
        return False
    fewer = min(len(one.prose), len(other.prose))
    return len(one.prose & other.prose) > _SHARED * fewer or not fewer


def _words_of(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(
        w for e in vocabulary.entries for w in _WORD.findall(e.expression) if w.islower()
    )


def _as_printed(plain: str, by_plan: dict[int, list[Unplaced]]) -> str:
    """The phrase as all plans print it; without whose it is, where that differs."""
    printed = Counter(u.words for found in by_plan.values() for u in found)
    if len({words.casefold() for words in printed}) == 1:
        return min(printed, key=lambda words: (-printed[words], words))
    return plain


def _may_be_said(words: str, names: frozenset[str], common: frozenset[str]) -> bool:
    """It holds no figure, no word of a name, and none that only ever stands with a capital."""
    said = [w.lower() for w in _WORD.findall(words)]
    return (
        bool(said)
        and not any(c.isdigit() for c in words)
        and not names & set(said)
        and all(w in common for w in said)
    )


def _opened(plans: Sequence[Gleaned]) -> frozenset[str]:
    """The sections that most plans open by a known heading, as far as their neighbours show."""
    seen: Counter[str] = Counter()
    for plan in plans:
        seen.update({x for u in plan.unplaced for x in (u.before, u.after) if x})
    return frozenset(x for x, n in seen.items() if n * 2 >= len(plans))


def _guess(words: str, by_plan: dict[int, list[Unplaced]], opened: frozenset[str]) -> Proposed:
    """Where a phrase goes, and why: nowhere, where nothing tells."""
    ones = [u for found in by_plan.values() for u in found]
    form = Counter(u.form for u in ones).most_common(1)[0][0]
    if form is Form.COVER:
        table, key, why = _on_cover(ones)
    else:
        table, key, why = _by_letter(ones) or _in_sections(form, ones, opened)
    told = f"{form.value}{_where(ones)}"
    return Proposed(words, len(by_plan), table, key, f"{told}; {why}" if why else told)


def _on_cover(ones: list[Unplaced]) -> _Reason:
    kind = _most(s for u in ones for s in u.said)
    why = f"its values look like a {kind.replace('-', ' ')}" if kind else ""
    return ("cover", kind, why) if kind in KEYS["cover"] else ("", "", why)


def _by_letter(ones: list[Unplaced]) -> _Reason | None:
    letters = sorted({u.letter for u in ones if u.letter})
    if len(letters) > 1:
        return "", "", f"the letters {', '.join(letters)} are printed with it"
    return (
        ("sections", letters[0], f"the letter {letters[0]} is printed with it") if letters else None
    )


def _in_sections(form: Form, ones: list[Unplaced], opened: frozenset[str]) -> _Reason:
    """By what stands beneath or beside it, else by the one section that is missing there."""
    kind = _most(s for u in ones for s in u.said)
    if _inside_a(ones, opened) and kind != "aspiration":
        return "labels", "views", "it stands in Section A"
    if kind and not _before_all(ones):
        letter = _OPENS.get(kind, "")
        opens = form is Form.HEADING and letter and letter not in opened
        beside = "beside" if form is Form.LABEL else "beneath"
        why = f"what stands {beside} it reads like {_READ_AS[kind]}"
        return ("sections", letter, why) if opens else ("labels", kind, why)
    if form is Form.HEADING and (letter := _between(ones, opened)):
        return "sections", letter, "it is the only section that is missing there"
    return "", "", ""


def _before_all(ones: list[Unplaced]) -> bool:
    """It stands before Section A: on the cover, or in what explains the form."""
    return any(u.after == "A" and not u.before for u in ones)


def _inside_a(ones: list[Unplaced], opened: frozenset[str]) -> bool:
    """It mostly stands in Section A, and no section is missing that it could open."""
    return "B" in opened and sum(u.before == "A" for u in ones) * 2 > len(ones)


def _most(said: Iterable[str]) -> str:
    """What most of them say; empty where few say anything, or they say different things."""
    counts = Counter(said)
    silent = counts.pop("", 0)
    if not counts:
        return ""
    kind, count = min(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    clear = count >= _MOST_SAY * counts.total() and count >= silent
    return kind if count >= _FEWEST and clear else ""


def _where(ones: list[Unplaced]) -> str:
    """Between which sections it stands, where that is the same in most plans."""
    pairs = Counter((u.before, u.after) for u in ones)
    (before, after), count = min(pairs.items(), key=lambda entry: (-entry[1], entry[0]))
    if count * 2 <= len(ones) or not (before or after):
        return ""
    if before == after or not after:
        return f" in Section {before}"
    return f" between Sections {before} and {after}" if before else f" before Section {after}"


def _between(ones: list[Unplaced], opened: frozenset[str]) -> str:
    """The one section that is missing between the two known ones; empty where several are."""
    pairs = {(u.before, u.after) for u in ones}
    if len(pairs) != 1 or "" in (pair := pairs.pop()):
        return ""
    first, last = LETTERS.index(pair[0]), LETTERS.index(pair[1])
    missing = [x for x in LETTERS[first + 1 : last] if x not in opened]
    return missing[0] if len(missing) == 1 else ""


def as_file(proposed: Sequence[Proposed], plans: int) -> str:
    """The proposal as a profile: with a good reason as entries, all others as comments."""
    return "\n".join(_lines(proposed, plans)) + "\n"


def _lines(proposed: Sequence[Proposed], plans: int) -> Iterator[str]:
    yield f"# A profile proposed from {plans} plans: what they print like headings and labels, and"
    yield "# is not known. Look through it: take out what is wrong, move what stands in the"
    yield "# wrong list, and then use it with --profile."
    yield ""
    yield 'authority = ""  # your authority\'s name'
    for table, keys in KEYS.items():
        listed = [p for p in proposed if p.table == table]
        if listed:
            yield f"\n[{table}]"
        for key in keys:
            if here := [p for p in listed if p.key == key]:
                yield f"{key} = ["
                for one in here:
                    yield f"  # in {one.plans} plans: {one.why}"
                    yield f"  {_quoted(one.words)},"
                yield "]"
    if unsure := [p for p in proposed if not p.table]:
        yield "\n# What these are could not be told. Copy those that you know into a list:"
        for table, keys in KEYS.items():
            yield f"#   [{table}] {', '.join(keys)}"
        for one in unsure:
            yield f"# {_quoted(one.words)}  in {one.plans} plans: {one.why}"


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
