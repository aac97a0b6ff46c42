"""Abbreviations and hard words in a sentence, and whether a plan says what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checks.language.memory import remembered
from checks.language.readings import Span
from checks.language.words import LONGEST, word_set
from checks.wordlists import wordlist

_SHORT = re.compile(r"(?<![\w’'-])[A-Z][A-Za-z]{0,2}[A-Z][A-Z]{0,3}s?(?![\w’'&-])")
_NO_VOWEL = re.compile(r"[B-DF-HJ-NP-TV-XZ]{3,5}")
_ROMAN = re.compile(r"[IVXLC]+")
_BRACKET = re.compile(r"\([^)]*\)")
_LETTERS = re.compile(r"[^\W\d_]+")
_SMALL = word_set("a an and as at by for from in of on or the to with")
_TOLD_BESIDE = re.compile(r"[(:–—]| - ")


def abbreviations(sentence: str, *, strange: bool = True) -> list[Span]:
    """The abbreviations in a sentence that not everybody knows.

    `strange` takes those too that no list has, where no word could be spelt so.
    """
    candidates = list(_SHORT.finditer(sentence))
    if not candidates or sentence.isupper():  # in capitals: a heading
        return []
    listed = {s.start for spans in wordlist("acronyms").find(sentence).values() for s in spans}
    known = {span.start for span in wordlist("plain").find(sentence).get("known", ())}
    inside = [match.span() for match in _BRACKET.finditer(sentence)]
    found = []
    for match in candidates:
        short = match[0]
        cited = any(start < match.start() < end for start, end in inside)
        odd = strange and _NO_VOWEL.fullmatch(short) and not _ROMAN.fullmatch(short)
        if match.start() not in known and not cited and (match.start() in listed or odd):
            found.append(Span(match.start(), match.end(), short))
    return found


def written_out(short: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts writes an abbreviation out, or says it in brackets."""
    explains = re.compile(
        rf"\w\s*\(\s*(?:the )?{re.escape(short)}s?\s*\)|\b{re.escape(short)}s?\s*\(\s*[a-z]|"
        rf"\b{re.escape(short)}s?(?:,| [–—-]) (?:an? |which (?:is|are|means|stands) |that is )"
    )
    letters = short.removesuffix("s").lower()
    for text in texts:
        meant = wordlist("acronyms").find(text).get(letters.upper(), ())
        if any(span.text.lower().removesuffix("s") != letters for span in meant):
            return True
        if explains.search(text):
            return True
        if len(letters) > 2 and _spelt(letters, text):  # noqa: PLR2004 -- two letters are chance
            return True
    return False


def _spelt(letters: str, text: str) -> bool:
    """Whether words in a row begin with those letters: «cognitive behaviour therapy»."""
    return any(letters in initials for initials in _initials(text))


@remembered
def _initials(text: str) -> tuple[str, str]:
    """The first letters of the words of a text, without its small words and with them."""
    words = _LETTERS.findall(text.lower())
    return "".join([w[0] for w in words if w not in _SMALL]), "".join([w[0] for w in words])


def hard_words(sentence: str) -> tuple[Span, ...]:
    """The technical words of a sentence that says nothing of what they mean."""
    hard = wordlist("jargon").find(sentence).get("jargon", ())
    if not hard or _TOLD_BESIDE.search(sentence) or "gloss" in wordlist("plain").find(sentence):
        return ()
    return hard


def may_be_hard(text: str, *, technical: bool) -> bool:
    """Whether a text has anything like an abbreviation, or where asked a technical word.

    Most have none, and need no closer look sentence by sentence.
    """
    if _SHORT.search(text) or len(text) > LONGEST:
        return True
    return technical and "jargon" in wordlist("jargon").find(text)
