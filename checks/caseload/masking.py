"""The words of a statement with all taken out that differs from child to child.

Names, pronouns, numbers and dates are masked. How long something is given for, and by when, is left
out altogether: «By the end of Key Stage 2, Amira will be able to» stands in most plans of any
caseload, and says nothing of what was copied.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from checks.language.words import word_set
from extractors.plan import Plan

NAME, NUMBER = "@", "#"
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+")
_NAMED = re.compile(r"[^\W\d_]+")
_PRONOUNS = word_set(
    "he she they him her them his hers their theirs himself herself themself themselves myself i me"
    " my mine we us our"
)
_CHILD = word_set("he she him her his hers himself herself i me my mine myself")
_NUMBERS = word_set(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty"
    " fifty january february march april may june july august september october november december"
)
_UNIT = (
    r"(?:key stage|ks|(?:school |academic |calendar )?years?|yr|ncy|terms?|half terms?|months?|"
    r"weeks?|phase|reception|(?:primary |secondary )(?:school|phase|education)|sixth form|"
    r"post #|early years(?: foundation stage)?|foundation stage|eyfs|annual review|review)"
)
_TIMES = re.compile(
    rf"\b(?:by|before|until) (?:the |@ )*(?:(?:beginning|start|middle|end|time) of )?"
    rf"(?:(?:the|@|this|next|early|late|first|second|current|coming|autumn|spring|summer) )*"
    rf"(?:{_UNIT}(?: of)?(?: year)?(?: #)*|#(?: (?:of )?#)*|age(?: of)? #)(?= |$)|"
    rf"\b(?:within|in|over) (?:the )?(?:next |coming |first )*(?:# )*{_UNIT}(?= |$)|"
    rf"\bby the time @ (?:is|are|am) #(?: years old)?(?= |$)"
)
_TURN = re.compile(r"(?<=will )(?:be (?:able to|supported to|helped to) |have )(?=[a-z])")


def masked(text: str, names: frozenset[str], *, numbers: bool = False) -> list[str]:
    """The words of a text, with the child's names, pronouns and (unless kept) numbers the same.

    A name counts only with its capital: the «will» of a child called Will stays a word.
    """
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    plain = plain.encode("ascii", "ignore").decode()
    return [_mask(word, names, numbers=numbers) for word in _WORD.findall(plain)]


def wording(text: str, names: frozenset[str]) -> tuple[str, ...]:
    """The masked words of a text that are left when its time-frames and set turns are gone."""
    said = _TIMES.sub(" ", " ".join(masked(text, names)))
    return tuple(_TURN.sub("", " ".join(said.split())).split())


def telling(words: Sequence[str]) -> int:
    """How many of the masked words are words."""
    return sum(word not in (NAME, NUMBER) for word in words)


def names_in(plan: Plan) -> frozenset[str]:
    """The words of the child's names, in small letters, initials left out."""
    called = f"{plan.child.name or ''} {plan.child.known_as or ''}"
    return frozenset(word for word in masked(called, frozenset()) if len(word) > 1)


def speaks_of(text: str, names: frozenset[str]) -> bool:
    """Whether a text names the child, or says he, she or I."""
    return any(word.lower() in _CHILD or _is_name(word, names) for word in _NAMED.findall(text))


def without_names(text: str, names: frozenset[str]) -> str:
    """The text as printed, with the child's names replaced by «[name]»."""
    return _NAMED.sub(lambda m: "[name]" if _is_name(m[0], names) else m[0], text)


def _is_name(word: str, names: frozenset[str]) -> bool:
    plain = "".join(masked(word.lower(), frozenset()))
    return word[0].isupper() and plain in names


def _mask(word: str, names: frozenset[str], *, numbers: bool) -> str:
    small = word.lower()
    if small in _PRONOUNS or (word[0].isupper() and small.removesuffix("'s") in names):
        return NAME
    return NUMBER if not numbers and (small in _NUMBERS or small.isdigit()) else small
