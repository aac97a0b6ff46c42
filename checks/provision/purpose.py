"""Whether a line of provision says what its time is for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.language.phrases import load_phrases
from checks.language.readings import ProvisionReading, Slot, Span
from checks.provision.arithmetic import UNSAID, role_of
from checks.provision.said import said
from checks.wordlists import wordlist
from extractors.plan import Child

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_MEASURES = frozenset(
    {"length", "frequency", "occasion", "total", "all_day", "ratio", "staff.role", "duty"}
    | {"weak_duty", "expertise.title", "type.unnamed"}
)
# «who has completed ADHD training» tells of the helper, «taught BSL level 1» of what is taught.
_OF_THE_HELPER = re.compile(
    r"train|qualif|award|certificate|experience|complet|hold|accredit|register|diploma|supervis",
    re.IGNORECASE,
)
_HELPERS = frozenset({UNSAID, "teaching assistant", "support worker", "early years practitioner"})


def purpose_told(reading: ProvisionReading, child: Child) -> bool:
    """Whether a word is left once who, how long, how often and with how many are taken away."""
    spans = [*_loose(reading.text), *(weasel.span for weasel in reading.weasel)]
    names = {name.lower() for name in _WORD.findall(f"{child.name or ''} {child.known_as or ''}")}
    return any(
        _bare(word[0]) not in names
        and not any(span.start <= word.start() < span.end for span in spans)
        for word in _WORD.finditer(reading.text)
    )


def _loose(text: str) -> Iterator[Span]:
    """Gives the words that do not tell what happens."""
    for category, found in load_phrases("provision").find(text).items():
        if category in _MEASURES:
            yield from found
        elif category == "expertise":
            yield from (span for span in found if _OF_THE_HELPER.search(span.text))
    yield from wordlist("generic").find(text).get("generic", ())
    duties = said(text)
    yield from (*duties.get("contentless", ()), *duties.get("nobody", ()))


def _bare(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s")


def hours_alone(reading: ProvisionReading, child: Child) -> bool:
    """Whether it gives hours of a helper and nothing that they are for: «25 hours LSA»."""
    timed = bool(reading.slot(Slot.HOW_LONG))
    return timed and role_of(reading) in _HELPERS and not purpose_told(reading, child)
