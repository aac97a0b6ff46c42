"""Children's names as plans print them: "GREEN, Sam", "Éloïse Marchetti-Dunne (known as Ella)"."""

from __future__ import annotations

import re

_PARTICLES = re.compile(
    r"(?:al|ab|ap|bin|bint|da|das|de|del|della|den|der|di|do|dos|du|e|el|ferch|ibn|la|le|ter|ul|"
    r"van|von|y)",
    re.IGNORECASE,
)
_TITLES = re.compile(r"^(?:(?:master|miss|mr|mrs|ms|mx)\.?\s+)+", re.IGNORECASE)
_SMALL_PREFIX = re.compile(r"[a-zà-þ]{1,3}[-‑’'][A-ZÀ-Þ]")  # al-Rashid, d'Arcy
_SPACED_HYPHEN = re.compile(r"\s*[-–‐‑]\s+|\s+[-–‐‑]\s*")
_KNOWN_AS = re.compile(
    r"[\s,;–-]*[(\[]?\s*\b(?:(?:but|and|who|also|usually|often|is|likes|prefers|wants|to be)\s+)*"
    r"(?:known (?:as|by)|called|preferred name:?|goes by|aka)\s*[:“\"'‘]?\s*"
    r"(?P<called>[^)\]\n;,]+?)[”\"'’]?\s*[)\]]?\s*$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\s*[“\"‘'](?P<called>[^\W\d_][\w’'-]*)[”\"’'](?=\s|$)\s*")
_BRACKETS = re.compile(r"\s*[(\[](?P<called>[^)\]]*)[)\]]\s*")
_NOT_CALLED = re.compile(
    r"\W*(?:m|f|he|him|his|she|her|hers|they|them|their|theirs|male|female|boy|girl|twin|sister|"
    r"brother|formerly|previously|née|nee|deceased)\b.*",
    re.IGNORECASE,
)
# What a cell or line goes on to say after the name that it states.
_MORE = re.compile(
    r"[\s,;(|–-]*(?:\b(?:d\.?\s?o\.?\s?b|date of birth|born|aged?|upn|nhs|year|yr|ncy|class|gender|"
    r"sex)\b|\d).*",
    re.IGNORECASE | re.DOTALL,
)
_WORD = re.compile(r"[^\W\d_][^\W\d_'’.\-‑]*(?:['’.\-‑][^\W\d_]*)*")
_NOT_NAMES = re.compile(
    r"(?:plan|plans|council|education|educational|health|care|draft|proposed|final|amended|"
    r"section|school|academy|college|nursery|service|services|county|city|borough|"
    r"authority|page|official|sensitive|date|birth|dob|name|names|special|needs|review|"
    r"annual|year|photo|space|my|the|this|private|confidential|support|for|of|about|child|"
    r"children|young|person|pupil|student|information|details|contents|appendix|part|upn|"
    r"nhs|born|is|who|ehc|ehcp|send|sen|department|local|copy|version|document|and|"
    r"statement|insert|personal|restricted|protect|team|father|mother|parent|parents|"
    r"carer|carers|address|none|yes|no|unknown|n/a|tbc|contact|surname|forename|forenames|first|"
    r"last|profile|me|not|known|see|above|below|here|click|tap|enter|text|confirmed|provided|"
    r"applicable|redacted|withheld|anonymous|pending|be)",
    re.IGNORECASE,
)
# Surnames and first names that are words of a plan as well: where a label says that it is a name.
_SURNAMES_TOO = frozenset({"page", "young", "child", "sen", "care", "parent", "space", "first"})
_FIRST_NAMES_TOO = frozenset({"my", "page"})
_MOST_WORDS = 6
_INITIALS = 4  # letters: longer ones are words
_SHORT = 2  # letters: in capitals, "TJ" as well as "LI"


def as_name(
    text: str, *, stated: bool = False, surname_first: bool = False
) -> tuple[str | None, str | None]:
    """A name as it is spoken, first names first, and what the child is called, where stated.

    `stated` where a label says that a name follows, `surname_first` where it says in which order.
    """
    text = " ".join(text.split()).strip(" ,;:|–-*†‡")
    called = None
    if found := _KNOWN_AS.search(text):
        called, text = as_called(found["called"]), text[: found.start()]
    if stated:
        text = _MORE.sub("", text)
    for beside in (_QUOTED, _BRACKETS):
        while found := beside.search(text):
            if not _NOT_CALLED.fullmatch(found["called"]):
                called = called or as_called(found["called"])
            text = f"{text[: found.start()]} {text[found.end() :]}"
    text = _in_spoken_order(text.strip(" ,;:|–-"), surname_first=surname_first)
    if "." not in text[:-1]:  # the end of a sentence, not of initials
        text = text.rstrip(".")
    if stated and text.islower() and " " in text:
        text = text.title()
    return (_cased(text) if is_name(text, stated=stated) else None), called


def _in_spoken_order(text: str, *, surname_first: bool) -> str:
    """A name with its title left out and its surname last: «GREEN, Sam James», «GREEN Sam»."""
    if text.count(",") == 1:
        last, given = (_TITLES.sub("", part.strip()) for part in text.split(","))
        return f"{given} {_SPACED_HYPHEN.sub('-', last)}".strip()
    words = _TITLES.sub("", text).split()
    surname = _leading_capitals(words)
    if surname_first and not surname:
        surname = next((n for n, w in enumerate(words, 1) if not _PARTICLES.fullmatch(w)), 0)
    return " ".join(words[surname:] + words[:surname])


def _leading_capitals(words: list[str]) -> int:
    """How many words in capitals lead a name whose other words are in small letters."""
    capitals = [word.isupper() and len(word) > 1 for word in words]
    lead = capitals.index(False) if False in capitals else 0
    whole = any(len(word) > _SHORT for word in words[:lead])
    return lead if whole and not any(capitals[lead:]) else 0


def as_called(text: str) -> str | None:
    """The name that a child goes by."""
    text = " ".join(text.split()).strip(" ,;:.|“”\"'‘’")
    return _cased(text) if is_name(text, stated=True) else None


def is_name(text: str, *, stated: bool = False) -> bool:
    """Whether a text can be somebody's name."""
    words = text.split()
    if not 0 < len(words) <= _MOST_WORDS or any(char.isdigit() for char in text):
        return False
    others = [word for word in words if _NOT_NAMES.fullmatch(word.strip(".,"))]
    if others and not (stated and _may_be_names(words, others)):
        return False
    whole = all(_WORD.fullmatch(word) for word in words)
    return whole and all(_is_capital(word) for word in words) and not _is_placeholder(text)


def _may_be_names(words: list[str], others: list[str]) -> bool:
    """Whether a word of plans is a name here: beside one that is none, in its usual place."""
    if (
        len(others) > 1
        or max((len(word) for word in words if word != others[0]), default=0) < _SHORT
    ):
        return False
    last = words[-1] == others[0] and others[0].lower() in _SURNAMES_TOO
    return last or (words[0] == others[0] and others[0].lower() in _FIRST_NAMES_TOO)


def is_initials(name: str) -> bool:
    """Whether a name is initials only: "S.G.", "S G", "SG"."""
    letters = re.sub(r"[.\s'’-]", "", name)
    dotted = "." in name and letters.isupper() and len(letters) <= _INITIALS
    short = name.isupper() and len(name) <= _SHORT
    return dotted or short or all(len(word.strip(".")) == 1 for word in name.split())


def is_fuller(name: str, part: str) -> bool:
    """Whether a name is the whole of one that is given in part: «A.S.», «A Smith», «Amira»."""
    if is_initials(part):
        words = [letter.casefold() for letter in part if letter.isalpha()]
    else:
        words = _tokens(part)
    own = _tokens(name)
    if not words or len(name) <= len(part):
        return False
    at = 0
    for word in words:
        while at < len(own) and not (own[at] == word or (len(word) == 1 and own[at][0] == word)):
            at += 1
        if at == len(own):
            return False
        at += 1
    return own[0].startswith(words[0]) or len(words) == 1 < len(words[0])


def _tokens(name: str) -> list[str]:
    return [
        token for word in name.casefold().split() for token in re.split(r"[-‑.]", word) if token
    ]


def _is_capital(word: str) -> bool:
    return (
        word[0].isupper()
        or bool(_PARTICLES.fullmatch(word))
        or word[:2] in {"d'", "d’"}
        or bool(_SMALL_PREFIX.match(word))
    )


def _is_placeholder(text: str) -> bool:
    return bool(re.search(r"x{3,}|\bname\b", text, re.IGNORECASE))


def _cased(name: str) -> str:
    """A name in capitals, or with a surname in capitals, as it is usually written."""
    words = name.split()
    if len(name) <= _SHORT:  # letters of a name: "AS"
        return name
    done = []
    for at, word in enumerate(words):
        if not word.isupper() or len(word.strip(".")) == 1 or _letters_alone(word):
            done.append(word)
        elif at and _PARTICLES.fullmatch(word) and at + 1 < len(words):
            done.append(word.lower())
        else:
            done.append(_capitalised(word))
    return " ".join(done)


def _letters_alone(word: str) -> bool:
    """Whether two capitals are letters, as in "TJ" and "AJ", and no name like "LI"."""
    return "." in word or (
        len(word) == _SHORT and (word[1] == "J" or not re.search(r"[AEIOUY]", word))
    )


def _capitalised(word: str) -> str:
    word = re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), word)
    word = re.sub(r"(['’])S\b", r"\1s", word)
    return re.sub(r"\bMc([a-z])", lambda found: f"Mc{found[1].upper()}", word)
