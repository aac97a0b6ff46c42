"""Children's names as plans print them: "GREEN, Sam", "Éloïse Marchetti-Dunne (known as Ella)"."""

from __future__ import annotations

import re

_PARTICLES = re.compile(
    r"(?:al|ab|ap|bin|bint|da|das|de|del|della|den|der|di|do|dos|du|e|el|ferch|ibn|la|le|ter|ul|"
    r"van|von|y)",
    re.IGNORECASE,
)
_TITLES = re.compile(r"^(?:(?:master|miss|mr|mrs|ms|mx)\.?\s+)+", re.IGNORECASE)
_KNOWN_AS = re.compile(
    r"[\s,;–-]*[(\[]?\s*\b(?:also |usually |preferred to be )?(?:known as|prefers to be called|"
    r"likes to be called|preferred name:?|called|aka)\s*[:“\"'‘]?\s*(?P<called>[^)\]\n;,]+?)"
    r"[”\"'’]?\s*[)\]]?\s*$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\s*[“\"‘(](?P<called>[^\W\d_][\w’'-]*)[”\"’)]\s*")
_WORD = re.compile(r"[^\W\d_][^\W\d_'’.\-‑]*(?:['’.\-‑][^\W\d_]*)*")
_NOT_NAMES = re.compile(
    r"(?:plan|plans|council|education|educational|health|care|draft|proposed|final|amended|"
    r"section|school|academy|college|nursery|service|services|county|city|borough|"
    r"authority|page|official|sensitive|date|birth|dob|name|names|special|needs|review|"
    r"annual|year|photo|space|my|the|this|private|confidential|support|for|of|about|child|"
    r"children|young|person|pupil|student|information|details|contents|appendix|part|upn|"
    r"nhs|born|is|who|ehc|ehcp|send|sen|department|local|copy|version|document|and|"
    r"statement|insert|personal|restricted|protect|team|father|mother|parent|parents|"
    r"carer|carers|address|none|yes|no|unknown|n/a|tbc|contact|surname|forename|first|"
    r"last|profile|me)",
    re.IGNORECASE,
)
_MOST_WORDS = 6
_INITIALS = 4  # letters: longer ones are words


def as_name(text: str) -> tuple[str | None, str | None]:
    """A name as it is spoken, first names first, and what the child is called, where stated."""
    text = " ".join(text.split()).strip(" ,;:|–-")
    called = None
    if found := _KNOWN_AS.search(text):
        called, text = as_called(found["called"]), text[: found.start()]
    elif found := _QUOTED.search(text):
        called = as_called(found["called"])
        text = f"{text[: found.start()]} {text[found.end() :]}"
    text = _TITLES.sub("", text.strip(" ,;:|–-"))
    if text.count(",") == 1:  # "GREEN, Sam James"
        last, given = text.split(",")
        text = f"{given.strip()} {last.strip()}"
    if "." not in text[:-1]:  # the end of a sentence, not of initials
        text = text.rstrip(".")
    return (_cased(text) if is_name(text) else None), called


def as_called(text: str) -> str | None:
    """The name that a child goes by."""
    text = " ".join(text.split()).strip(" ,;:.|“”\"'‘’")
    return _cased(text) if is_name(text) else None


def is_name(text: str) -> bool:
    """Whether a text can be somebody's name."""
    words = text.split()
    if not 0 < len(words) <= _MOST_WORDS or any(char.isdigit() for char in text):
        return False
    if any(_NOT_NAMES.fullmatch(word.strip(".,")) for word in words):
        return False
    whole = all(_WORD.fullmatch(word) for word in words)
    return whole and all(_is_capital(word) for word in words) and not _is_placeholder(text)


def is_initials(name: str) -> bool:
    """Whether a name is initials only: "S.G.", "S G"."""
    letters = re.sub(r"[.\s'’-]", "", name)
    dotted = "." in name and letters.isupper() and len(letters) <= _INITIALS
    return dotted or all(len(word.strip(".")) == 1 for word in name.split())


def fits_initials(name: str, initials: str) -> bool:
    """Whether initials may be those of a name."""
    own = [word[0].upper() for word in re.split(r"[\s-]+", name) if word]
    letters = re.sub(r"[.\s'’-]", "", initials).upper()
    return bool(letters) and bool(own) and letters[0] == own[0] and set(letters) <= set(own)


def _is_capital(word: str) -> bool:
    return word[0].isupper() or bool(_PARTICLES.fullmatch(word)) or word[:2] in {"d'", "d’"}


def _is_placeholder(text: str) -> bool:
    return bool(re.search(r"x{3,}|\bname\b", text, re.IGNORECASE))


def _cased(name: str) -> str:
    """A name in capitals, or with a surname in capitals, as it is usually written."""
    words = name.split()
    if name.isupper():
        words = [word.lower() if _PARTICLES.fullmatch(word) else word for word in words]
    short = 2 if name.isupper() else 3  # "TAN", but "TJ" and "Sam LEE"
    return " ".join(
        _capitalised(word) if word.isupper() and len(word) > short else word for word in words
    )


def _capitalised(word: str) -> str:
    word = re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), word)
    word = re.sub(r"(['’])S\b", r"\1s", word)
    return re.sub(r"\bMc([a-z])", lambda found: f"Mc{found[1].upper()}", word)
