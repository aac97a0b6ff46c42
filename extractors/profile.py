"""What an authority's own templates call things, as a file of plain phrases: its profile."""

from __future__ import annotations

import difflib
import hashlib
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_LONGEST = 160  # letters: no heading or label is longer
_MOST = 2_000  # letters of a text to leave out

Place = tuple[str, str]  # a table of the vocabulary, and a list of it

# What may stand under each heading of the file, in its own words, and which lists it adds to.
_LETTERS = ("A", "B", "C", "D", "E", "F", "G", "H", "H1", "H2", "I", "J", "K")
_ALSO = {"B": "need", "E": "outcome", "F": "provision", "G": "health provision"}
_ALSO |= dict.fromkeys(("H", "H1", "H2"), "care provision")
_LABELS = {
    "need": "need",
    "strength": "strength",
    "how-things-are-now": "current",
    "strengths-and-needs": "mixed",
    "aspiration": "aspiration",
    "outcome": "outcome",
    "medium-term-outcome": "medium",
    "step": "step",
    "monitoring": "monitoring",
    "provision": "provision",
    "health-provision": "health provision",
    "care-provision": "care provision",
    "who-how-often-or-when": "detail",
    "need-met": "need ref",
    "outcome-met": "outcome ref",
    "aspiration-met": "aspiration ref",
    "area-of-need": "area",
    "number": "number",
    "views": "view",
}
_AREAS = {
    "communication": "communication",
    "cognition": "cognition",
    "social-emotional": "semh",
    "sensory-physical": "sensory_physical",
    "adulthood": "adulthood",
    "health": "health",
    "social-care": "care",
}
_COVER = {
    name.replace("_", "-").replace(" ", "-"): name
    for name in (
        *("name", "surname", "forenames", "known_as", "date_of_birth", "upn", "year_group", "sex"),
        *("reference", "setting", "status", "authority", "final date", "amended date", "plan date"),
        *("draft date", "review date", "other date", "other"),
    )
}
KEYS: dict[str, dict[str, tuple[Place, ...]]] = {
    "sections": {
        x: (("titles", x), *((("roles", _ALSO[x]),) if x in _ALSO else ())) for x in _LETTERS
    },
    "labels": {
        key: (("roles", role), *((("labels", role),) if role == "detail" else ()))
        for key, role in _LABELS.items()
    },
    "areas": {key: (("areas", area),) for key, area in _AREAS.items()},
    "cover": {key: (("cover", name),) for key, name in _COVER.items()},
    "leave-out": {"texts": (("left out", "texts"),)},
    "not-a-plan": {"titles": (("not_a_plan", "title"),)},
}
_EXAMPLE = 'For example: E = ["Where I want to get to", "My next steps in life"]'


class ProfileError(ValueError):
    """A profile that cannot be used, with what to mend in plain words."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words as an authority prints them, and what they are in its plans."""

    table: str  # of the file: "sections", "labels", "cover"
    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Profile:
    """An authority's own headings and labels, beside those that come with the program."""

    authority: str = ""
    phrases: tuple[Phrase, ...] = ()

    @property
    def hash(self) -> str:
        """Twelve letters that change whenever anything in the profile does; none for no profile."""
        if not self.phrases:
            return ""
        told = [(p.table, p.key, p.words) for p in self.phrases]
        return hashlib.sha256(repr((self.authority, told)).encode()).hexdigest()[:12]


def load_profile(path: Path) -> Profile:
    """The profile in a file.

    Raises ProfileError, whose message names the file, the entry, and what to do.
    """
    content = _read(path)
    authority = content.pop("authority", "")
    if not isinstance(authority, str):
        raise _fault(path, "«authority»", 'write the name in quotes: authority = "Name"')
    for table in content:
        if table not in KEYS:
            raise _fault(path, f"«{table}»", f"there is no such heading; {_choice(table, KEYS)}")
    phrases = tuple(p for table, keys in content.items() for p in _phrases(path, table, keys))
    seen: dict[tuple[str, str], Phrase] = {}
    for phrase in phrases:
        first = seen.setdefault((phrase.table, _bare(phrase.words)), phrase)
        if first.key != phrase.key:
            where = f"[{phrase.table}], «{phrase.key}»"
            what = f"«{phrase.words}» stands under «{first.key}» too; keep it under one of the two"
            raise _fault(path, where, what)
    return Profile(authority.strip() or path.stem, phrases)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ProfileError(f"The profile {path.name} cannot be opened: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise ProfileError(
            f"The profile {path.name} is not a plain text file. Save it as text (UTF-8)."
        ) from None
    except (ValueError, RecursionError) as error:
        line = re.search(r"at line (\d+)", str(error))
        where = f"line {line[1]}" if line else "its end"
        raise ProfileError(
            f"The profile {path.name} cannot be understood at {where}. Every phrase stands in "
            f"double quotes, a comma between two, square brackets around them all. {_EXAMPLE}"
        ) from None


def _phrases(path: Path, table: str, keys: object) -> Iterator[Phrase]:
    """The phrases under one heading of the file."""
    if not isinstance(keys, dict):
        raise _fault(path, f"«{table}»", f"write it as a heading on its own line: [{table}]")
    for key, phrases in keys.items():
        where = f"[{table}], «{key}»"
        if key not in KEYS[table]:
            raise _fault(path, where, f"there is no such entry; {_choice(key, KEYS[table])}")
        if not isinstance(phrases, list) or not all(isinstance(p, str) for p in phrases):
            raise _fault(path, where, f"phrases stand in quotes, in square brackets. {_EXAMPLE}")
        most = _MOST if table == "leave-out" else _LONGEST
        for words in phrases:
            if not _bare(words):
                raise _fault(path, where, f"«{words}» holds no words; take it out")
            if len(words) > most:
                what = f"«{words[:40]}…» is longer than {most} letters; give its first words and …"
                raise _fault(path, where, what)
            yield Phrase(table, key, " ".join(words.split()))


def _bare(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))


def _choice(word: str, known: dict[str, Any]) -> str:
    near = difflib.get_close_matches(word.lower(), [k.lower() for k in known], 1)
    guess = f"did you mean «{next(k for k in known if k.lower() == near[0])}»? " if near else ""
    return f"{guess}there are: {', '.join(known)}"


def _fault(path: Path, where: str, what: str) -> ProfileError:
    return ProfileError(f"The profile {path.name} has to be mended. {where}: {what}.")
