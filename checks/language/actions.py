"""The verbs of an outcome that say what will be seen or heard."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from checks.language.readings import Span
from checks.language.words import STOP, Word, word_set, words_of

_MODALS = word_set("will to can could shall i we they you")
_SUBJECTS = word_set("he she it who i'm")
_BEING = word_set("am is are be been i'm he's she's they're starts start begins begin")
_PRONOUNS = word_set("i he she it they we you who")
_SUBORDINATE = word_set(
    "when if before after until that which what who how because while where whenever as than so"
)
_BEFORE_TO = word_set("able and will begin begun confident willing")
_QUOTED = re.compile(r"[\"“][^\"“”]{1,80}[\"”]")
_ASIDE = re.compile(r"(?<=\w )\((?:aged? )?\d[^()]{0,30}\)")  # «Lena (9 years old) walks ...»
_JOINERS = word_set("and or then but")
_PASSED_OVER = word_set(
    "not also always usually often both either only just still now even be able sometimes "
    "himself herself themselves myself together further more regularly"
)
_NO_VERB = word_set(
    "be have feel the a an his her their my able not also always usually have had more less is has "
    "was does as its this needs wants requires likes hopes wishes "
    "sessions lessons visits trips groups classes hours minutes breaks meetings reviews stays"
)
_NOT_SHOWN = word_set(
    "attending working using practising having doing accessing receiving completing following "
    "learning making trying keeping taking providing giving exploring"
)
_AFTER_VERB = word_set(
    "a an the his her their my to with at in on up for into from out by himself herself"
)


@dataclass(frozen=True, slots=True)
class Actions:
    """What an outcome asks to see, in the order of the text."""

    seen: tuple[Span, ...]  # known verbs of doing
    results: tuple[Span, ...]  # without those that only say what something is for
    unknown: Span | None  # a verb after «will» that no list knows

    @property
    def first(self) -> Span | None:
        """The first thing to be seen."""
        return self.seen[0] if self.seen else None


def actions_of(text: str, verbs: tuple[Span, ...], outside: list[Span]) -> Actions:
    """The verbs that stand where a verb can stand; «his talking» and «the walk» don't."""
    words = list(words_of(text))
    aside = (Span(*m.span(), "") for pattern in (_QUOTED, _ASIDE) for m in pattern.finditer(text))
    for part in (*outside, *aside):
        words = [w for w in words if w.start < part.start or w.start >= part.end]
    at = {w.start: index for index, w in enumerate(words)}
    seen: list[Span] = []
    results: list[Span] = []
    forms: set[str] = set()
    kind = "own"
    for span in verbs:
        index = at.get(span.start)
        if index is None:
            continue
        form = _form(words[index])
        anchor = _anchor(text, words, index, form)
        if anchor == "joined" and form not in forms and not _modal_before(words, index, form):
            continue
        if anchor:
            kind = kind if anchor == "joined" else anchor
            seen.append(span)
            if anchor == "means":
                results.append(span)
                kind = "purpose"  # one way of doing it, in however many steps
            if kind != "purpose":
                results.append(span)
            forms.add(form)
    return Actions(tuple(seen), tuple(results), None if seen else _unknown(text, words))


def _form(word: Word) -> str:
    if word.key.endswith("ing") and len(word.key) > 4:  # noqa: PLR2004 -- «sing» and «ring»
        return "ing"
    return "s" if word.key.endswith("s") and not word.key.endswith("ss") else "base"


def _anchor(text: str, words: list[Word], index: int, form: str) -> str:
    """Why the word can be a verb here: "own", "joined" to one, or "" where it can't.

    "means" is the way in which it is done: «manages conflict by walking away».
    "purpose" is a verb that says what something is for, or when: «a card to ask», «when he asks».
    """
    before = index - 1
    while before >= 0 and _passed_over(words[before], form):
        before -= 1
    if before < 0 or words[before].key == STOP:
        return "own" if _opens(words, index, form) else ""
    last = words[before]
    between = text[last.end : words[before + 1].start]
    if form == "base" and last.key == "to":
        return _after_to(text, words, before)
    if form == "ing" and last.key == "by":
        return "" if words[index].key in _NOT_SHOWN else "means"
    if last.key in _PRONOUNS and _SUBORDINATE & {last.key, words[max(before - 1, 0)].key}:
        return "purpose"
    if _carries(text, last, form) or (form == "base" and re.search(r"[:–—]", between)):
        return "own"
    return "joined" if last.key in _JOINERS or "," in between else ""


def _passed_over(word: Word, form: str) -> bool:
    """Whether the word may stand between a verb and what carries it: «will be able to», «often»."""
    if form == "ing" and word.key in _BEING:
        return False
    return word.key in _PASSED_OVER or word.key.endswith("ly")


def _opens(words: list[Word], index: int, form: str) -> bool:
    """Whether it can be a verb where nothing stands before it: «Reads the sign», not «Signs»."""
    follows = words[index + 1].key if index + 1 < len(words) else ""
    return form == "base" or (form == "s" and follows in _AFTER_VERB)


def _carries(text: str, last: Word, form: str) -> bool:
    """Whether the word before is one that a verb of that form follows."""
    if form == "ing":
        return last.key in _BEING
    if form == "s":
        named = text[last.start].isupper() and last.key not in _JOINERS
        return last.key in _SUBJECTS or named
    return last.key in _MODALS


def _after_to(text: str, words: list[Word], at: int) -> str:
    """«able to read» and «Sam to read» are the action; «his card to ask» is what it is for."""
    if at == 0 or words[at - 1].key in _BEFORE_TO:
        return "own"
    return "own" if text[words[at - 1].start].isupper() else "purpose"


def _modal_before(words: list[Word], index: int, form: str) -> bool:
    """Whether «will» stands earlier in the sentence: «will understand and use»."""
    if form != "base":
        return False
    for word in reversed(words[:index]):
        if word.key == STOP:
            return False
        if word.key in ("will", "can", "to"):
            return True
    return False


def _unknown(text: str, words: list[Word]) -> Span | None:
    """A verb that the lexicon doesn't know: after «will» or «can», or «Sam tessellates»."""
    for word, follows in pairwise(words):
        named = text[word.start].isupper() and follows.key.endswith("s")
        if word.key not in ("will", "can") and not named:
            continue
        if follows.key not in _NO_VERB and follows.key.isalpha() and text[follows.start].islower():
            return Span(follows.start, follows.end, follows.key)
    return None
