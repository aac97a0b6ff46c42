"""What the headings, labels and column heads of plans say: sections, roles and areas of need."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from extractors.plan import Area
from extractors.vocabulary import current, remembered

_LONGEST = 120  # letters: no heading or label is longer


class Role(StrEnum):
    """What stands under a heading, beside a label or in a column."""

    NEED_REF = "need ref"
    OUTCOME_REF = "outcome ref"
    ASPIRATION_REF = "aspiration ref"
    NUMBER = "number"
    MONITORING = "monitoring"
    CURRENT = "current"
    MIXED = "mixed"  # strengths and needs together
    STRENGTH = "strength"
    NEED = "need"
    ASPIRATION = "aspiration"
    STEP = "step"
    MEDIUM = "medium"  # a step below a longer outcome, else an outcome
    OUTCOME = "outcome"
    HEALTH_PROVISION = "health provision"
    CARE_PROVISION = "care provision"
    DETAIL = "detail"  # who, how often, by when
    PROVISION = "provision"
    VOICE = "voice"  # whose words they are
    REF = "ref"  # a number of another item, of which kind is not said
    AREA = "area"  # a column that names the area of need
    VIEW = "view"
    OTHER = "other"


_CONTRACTED = re.compile(r"\b(what|who|how|where|that|there|here)'s\b")
_POSSESSIVE = re.compile(r"\b([\w-]+?)(?:'s|(?<=s)')(?=\s|$)")
_WHOSE = frozenset(
    {"child", "person", "parent", "parents", "carer", "carers", "family", "families"}
)
_NOT_WORDS = re.compile(r"[^a-z0-9# ]+")
_BRACKETS = re.compile(r"\s*[(\[{][^)\]}]*[)\]}]\s*")
_INSIDE = re.compile(r"[(\[]([^()\[\]\d]{3,})[)\]]\W*$")
_MAY_PART = re.compile(r"[(\[{:;|/\n–—-]")
_SEGMENTS = re.compile(r"\s*[:;|]\s+|\s+[-–—]\s*|\s*[–—]\s+|\s+/\s+|\n")


@remembered(8192)
def plain(text: str) -> str:
    """A heading in small letters without punctuation, "my" and "the", and whose it is."""
    text = unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'").lower()
    if "'" in text:
        text = _CONTRACTED.sub(r"\1 is", text)
        text = _POSSESSIVE.sub(lambda m: m[1] if m[1] in _WHOSE else " ", text)
    text = (
        text.replace("&", " and ")
        .replace("'", "")
        .replace("and/or", "and")
        .replace("and / or", "and")
    )
    idle, lead = (current().words("plain", where) for where in ("anywhere", "lead"))
    found = _NOT_WORDS.sub(" ", text).split()
    words = [w for w in found if w not in idle] or found
    while len(words) > 1 and words[0] in lead:
        words.pop(0)
    return " ".join(words)


@remembered(8192)
def _readings(text: str) -> tuple[str, ...]:
    """The heading whole, without its brackets, then each of its parts."""
    if not _MAY_PART.search(text):
        return (said,) if (said := plain(text)) else ()
    bare = _BRACKETS.sub(" ", text)
    found = [plain(text), plain(bare), *(plain(p) for p in _SEGMENTS.split(bare))]
    return tuple(dict.fromkeys(f for f in found if f))


def _in_brackets(text: str) -> str | None:
    """What brackets at its end say that it is: "What is going well (strengths)"."""
    inside = _INSIDE.search(text)
    parts = (plain(part) for part in _SEGMENTS.split(inside[1])) if inside else ()
    name = current().first("roles", tuple(p for p in parts if p))
    return name if name in _EXPLAINED else None


@remembered(8192)
def titles(text: str) -> tuple[str, ...]:
    """The letters of the sections that are called so; H stands for H1 and H2."""
    return current().every("titles", _readings(text)[:3])


@remembered(8192)
def joint_titles(text: str) -> tuple[str, ...]:
    """The same of a title of several sections: "Needs, outcomes and provision"."""
    parts = [p for p in re.split(r",|;|/|\b(?:and|AND|And)\b|&|\+", text) if p.strip()]
    found = [x for p in parts for x in (*titles(p.strip()), _SECTION.get(role(p.strip()), ""))]
    return tuple(dict.fromkeys(x for x in (*titles(text), *found) if x))


@remembered(8192)
def role(text: str) -> Role | None:
    """What such a heading, label or column head announces."""
    if len(text) > _LONGEST:
        return None
    name = current().first("roles", _readings(text)) or _in_brackets(text)
    return Role(name) if name else None


@remembered(8192)
def area(text: str) -> Area | None:
    """The area of need that such a heading names."""
    if len(text) > _LONGEST:
        return None
    name = current().first("areas", _readings(text))
    return Area[name.upper()] if name else None


_EXPLAINED = frozenset({Role.NEED, Role.STRENGTH, Role.CURRENT, Role.OUTCOME, Role.STEP})
_SECTION: dict[Role | None, str] = {
    Role.NEED: "B",
    Role.OUTCOME: "E",
    Role.PROVISION: "F",
    Role.HEALTH_PROVISION: "G",
    Role.CARE_PROVISION: "H",
    Role.ASPIRATION: "A",
}


@remembered(1)
def reference_words() -> dict[str, str]:
    """The small words of a line that only says what an item serves, and what each stands for."""
    return {e.expression: e.name for e in current().entries if e.table == "references"}


@remembered(4096)
def label_of_detail(text: str) -> bool:
    """Such a label may stand on one line with its words: "By whom: a teacher"."""
    return current().whole("labels", "detail", (plain(text),))


@remembered(4096)
def other_document(text: str, what: str) -> bool:
    """Such a title, or such a question, belongs to a document that is not a plan."""
    return current().whole("not_a_plan", what, _readings(text))


def left_out(text: str) -> bool:
    """A whole paragraph that the authority's profile says is no part of a plan."""
    words = current()
    return words.has("left out") and words.whole("left out", "texts", (plain(text),))
