"""Names that stand where the child's would, and pronouns that speak of the child."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from checks.aspirations.voices import names_of
from checks.case import Case
from checks.wordlists import wordlist

_NAME = r"([A-ZÀ-Þ][^\W\d_]{1,14}(?:-[A-ZÀ-Þ][^\W\d_]{1,14})?)"
# What plans say of the child, and of nobody else: «Callum finds it hard», «Callum will be able to».
_OF_CHILD = (
    r"(?:(?:also|often|sometimes|usually|currently|still|frequently|really|always|never) )?"
    r"(?:will be able to|is able to|is unable to|cannot|can(?:'t|’t)?|finds?|struggles?|needs?|"
    r"requires?|has (?:a |an |some |significant |severe |poor |limited |great |few )?"
    r"(?:difficult|need|delay|diagnos|attention|outburst|autism|adhd|speech|language|anxi|meltdown|"
    r"trouble|problem|memory|skills|strength|been diagnosed|made|learn)\w*|does(?: not|n't|n’t)|"
    r"likes|enjoys|loves|dislikes|becomes|gets|feels|learns|responds|communicates|experiences|"
    r"presents|displays|demonstrates|shows|loses|refuses|avoids|relies|benefits|prefers|attends|"
    r"will (?:say|ask|write|read|tell|use|choose|join|follow|play|count|walk|eat|dress|wash|travel|"
    r"attend|complete|learn|develop|improve|achieve|make|take|recognise|identify|spend|share|sit|"
    r"speak|stay|manage|become|understand|express|cook|pay|go|receive|have|need|require|access))\b"
)
_OWNED = (
    r"(?:needs?|difficult\w+|attention|learning|speech|language|behaviou?rs?|anxiety|outcomes?|"
    r"progress|plan|ehcp|teachers?|tutors?|class(?:room)?|parents?|mum|mother|dad|father|family|"
    r"handwriting|confidence|independence|self-esteem|communication|understanding|skills?|views?|"
    r"strengths?|interests?|key ?worker|ta|one-to-one|peers|friends|day|desk|timetable|targets?|"
    r"triggers?|anxiet\w+|feelings|emotions|moods?|regulation|well-?being|safety|sleep|hearing|"
    r"vision|seizures?|feeds?|wheelchair|walker|equipment|care|reading|writing|spelling|maths|work|"
    r"education|development|provision|support|placement|engagement|attendance|passport|profile)"
)
_HELPED = (
    r"(?:help|helps|support|supports|supporting|helping|enable|enables|enabling|encourage|"
    r"encourages|encouraging|allow|allows|allowing|remind|reminds|teach|prompt|prompts|for)"
)
_SUBJECT = re.compile(
    rf"(?:^|(?<=[.!?;:] )|(?<=, )|(?<=\d )|(?<=that )|(?<=when )|(?<=because ))"
    rf"{_NAME} (?i:{_OF_CHILD})"
)
_OWNER = re.compile(rf"\b{_NAME}['’]s? (?:\w+ )?(?i:{_OWNED})\b")
_OBJECT = re.compile(rf"{_NAME} (?:to|with|in)\b")
_BEFORE_OBJECT = re.compile(rf"\b{_HELPED} $", re.IGNORECASE)
# «his sister Hafsa», «Mr Bassey», «with her friend Beth»: somebody else, and said to be.
_RELATION = (
    r"(?:mr|mrs|ms|miss|mx|dr|sir|prof|sister|brother|twin|cousin|friends?|mate|mum|mother|dad|"
    r"father|aunt(?:ie|y)?|uncle|nan|nana|gran\w*|grand\w+|teacher|tutor|worker|assistant|mentor|"
    r"therapist|psychologist|keyworker|ta|senco|headteacher|carers?|dog|cat|horse|rabbit|pony|"
    r"called|named)"
)
_INTRODUCED = re.compile(rf"\b(?:{_RELATION}|and|&|with)\.? $", re.IGNORECASE)
_RELATED = re.compile(rf"\b{_RELATION}\.?,? $", re.IGNORECASE)
_SOMEBODY = re.compile(rf"\b{_RELATION}\b", re.IGNORECASE)
_LONGEST = 20  # letters of a word that introduces
_AT_ONCE = 40  # names looked up together: no more than a text that is read has room for


_CAPITAL = re.compile(r"[A-ZÀ-Þ](?<!\w.)[^\W\d_]+(?:-[A-ZÀ-Þ][^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Stranger:
    """A name where the child's would stand."""

    name: str
    subject: bool  # it is said to do or need what only the child would


def strangers(text: str, unknown: frozenset[str]) -> Iterator[Stranger]:
    """Gives the unknown names of a text that stand where the child's would."""
    places = [word.start() for word in _CAPITAL.finditer(text) if word[0] in unknown]
    for pattern in (_SUBJECT, _OWNER, _OBJECT):
        for at in places:
            match = pattern.match(text, at)
            before = _before(text, at)
            if match is None or match[1] not in unknown or _INTRODUCED.search(before):
                continue
            if pattern is not _OBJECT or _BEFORE_OBJECT.search(before):
                yield Stranger(match[1], pattern is _SUBJECT)


def unknown_names(case: Case) -> frozenset[str]:
    """The words with a capital in the plan that are nobody's who may be named in it."""
    own = " . ".join(s.words.text for s in case.statements("B", "E", "F", "G", "H1", "H2"))
    known = _known(case, own)
    own_names = {plain(name) for name in names_of(case)}
    places = [(word[0], word.start()) for word in _CAPITAL.finditer(own)]
    others = sorted(word for word in {word for word, _ in places} if plain(word) not in known)
    unknown = set(others).difference(_nobodys(others))
    related = {
        plain(word) for word, at in places if word in unknown and is_related(_before(own, at))
    }
    return frozenset(
        word
        for word in unknown
        if plain(word) not in related and not any(is_form(plain(word), name) for name in own_names)
    )


def _nobodys(words: Sequence[str]) -> Iterator[str]:
    """Gives those of some words with a capital that are nobody's name: «Staff», «Monday»."""
    for at in range(0, len(words), _AT_ONCE):
        lines = "\n".join(words[at : at + _AT_ONCE])
        for span in wordlist("people").find(lines).get("nobody", ()):
            yield lines[lines.rfind("\n", 0, span.start) + 1 :].partition("\n")[0]


def _before(text: str, at: int) -> str:
    """What stands right before a name, as far as it may say whose it is."""
    return text[max(0, at - _LONGEST) : at]


def _known(case: Case, own: str) -> frozenset[str]:
    """Names on the cover, in Section A and in the list of advice, and words that are no names."""
    facts = case.plan.facts
    texts = [facts.setting or "", facts.authority or ""]
    texts += [statement.words.text for statement in case.statements("A", "C", "D", "I", "K")]
    names = {word for text in texts for word in re.findall(r"\b[A-ZÀ-Þ][\w'’-]+", text)}
    # A word that the plan also writes small is a word: «Tutors will», «his tutor».
    small = set(re.findall(r"\b[a-z]{3,}\b", own))
    return frozenset({plain(name) for name in names} | small | {f"{word}s" for word in small})


def is_related(before: str) -> bool:
    """Whether the words before a name say who it is: «her friend», «Mr», «the tutor»."""
    return _RELATED.search(before) is not None


def tells_relation(text: str) -> bool:
    """Whether a text speaks of friends, family or staff anywhere: a name in it may be theirs."""
    return _SOMEBODY.search(text) is not None


def plain(name: str) -> str:
    """A name in small letters, without accents and without its 's."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return bare.removesuffix("'s")


_LIKE = 0.75  # a slip of the pen, or an accent that was left out
_SHORT = 3  # letters that a pet name keeps: Dom for Dominic


def is_form(one: str, other: str) -> bool:
    """Whether two names may be forms of one: a pet name, a part, a slip of the pen."""
    if one[:_SHORT] == other[:_SHORT] or one in other.split("-") or other in one.split("-"):
        return True
    if 2 * min(len(one), len(other)) < _LIKE * (len(one) + len(other)):
        return False
    match = SequenceMatcher(None, one, other)  # the first ratio is cheap, and never the lesser
    return match.quick_ratio() >= _LIKE and match.ratio() >= _LIKE
