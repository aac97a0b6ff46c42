"""Words that look like a person's first name, and pronouns that look like the child's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from checks.language.readings import Span
from checks.language.words import word_set

_FIRST_NAMES = Path(__file__).parents[1] / "lexicon" / "first_names.txt"
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ][\w-]*[a-zß-öø-ÿ](?:['’][A-ZÀ-ÖØ-Þ][\w]*)?")
# Names that are ordinary words too: believed only where a person acts or owns something.
_ALSO_WORDS = word_set(
    "april august autumn art angel belle blessing brooke dale dawn dean destiny devon drew eve "
    "faith fern frank grace grant guy harmony harper hazel heath heather holly hope iris ivy "
    "jade jasmine jean joy june junior king kit lee mark mason max may mercy miles mo nova "
    "olive parker patience penny pearl phoenix precious prince princess ray river robin rose "
    "rowan ruby sandy sky skye summer sue taylor victor victoria viola violet ward wade will "
    "willow wren paige sierra"
)
# Never names here: programmes, aids, games, stories and tests that carry a capital or a name.
_NOT_NAMES = word_set(
    "lego makaton zones numicon nessy lexia elklan thrive portage wellcomm widgit braille "
    "velcro minecraft roblox fortnite pokemon disney elsa eyfs senco sendco camhs jolly "
    "letters toe read write black sheep time talk boost bucket attention autism colourful "
    "semantics shape coding picture exchange friends zippy fizzy clicker doodle kahoot teams "
    "zoom google apple microsoft english maths french spanish german science history "
    "geography art music drama computing reception nursery year key stage level entry grade "
    "pathway section outcome need provision monday tuesday wednesday thursday friday saturday "
    "sunday january february march october november december september july easter christmas "
    "he she it we they you this that there what when who if and but so then one everyone "
    "nobody tourette down asperger zero mama tata mum dad nan nain gran grandma discord"
)
_PLACE_AFTER = re.compile(
    r"(?:['’]s)?\s+(?:[A-Z]\w+\s+){0,2}(?:School|Academy|College|Primary|Infants?|Juniors?|Nursery|House|Hospital|Centre"
    r"|Street|Road|Avenue|Lane|Close|Trust|Council|Park|Hall|Church|Unit|Ward|Clinic|Programme|Therapy|Scales?"
    r"|[Ss]yndrome|Test|Tests|Phonics|Potter|Pig|Dahl|Tank|Donaldson|Walliams|Award|Method|Approach|Technique|Model"
    r"|Questionnaire|Inventory|Assessment|Foundation|Association|Society|County|Borough)\b"
)
_TITLE_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Lady|Lord|St|Saint|King|Queen|Duke|Prince|Princess|Coach|Nurse"
    r"|Auntie|Aunty|Aunt|Uncle|Nanny|Granny|Grandma|Nan)\.?\s+(?:[A-Z]\w+\s+)?$"
)
_ACTS = re.compile(
    r"(?:['’]s\b|\s+(?:will|is|has|can|could|needs?|was|had|does|finds?|likes?|enjoys?|wants?|struggles?|uses?|says?"
    r"|said|requires?|receives?|benefits?|would|should|may|must|to|and\s+h(?:is|er)|knows?|gets?|makes?|becomes?"
    r"|loves?|lives?|attends?|works?|responds?|reads?|writes?|talks?|shows?|tells?|presents?|experiences?)\b)"
)


_QUOTES = " \"“”‘’'"


@lru_cache(maxsize=1)
def first_names() -> frozenset[str]:
    """First names in use in England, in lower case."""
    return frozenset(_FIRST_NAMES.read_text(encoding="utf-8").lower().split())


def names_in(text: str) -> tuple[Span, ...]:
    """Likely first names of people.

    Left out are names that belong to something else: to a school or place («St Mary's», «Jordan
    House»), a programme or story («Harry Potter»), or a surname after a title («Mrs Grace»).
    A word that no list has is believed only in mid-sentence, where somebody acts («Year 4 Zuri
    will»): rare names are missed rather than words mistaken.
    """
    return tuple(
        Span(m.start(), m.end(), m[0]) for m in _CAPITAL.finditer(text) if _is_name(text, m)
    )


def _is_name(text: str, match: re.Match[str]) -> bool:
    word = re.split("['’]", match[0])[0].lower()
    if word in _NOT_NAMES or _PLACE_AFTER.match(text, match.end()):
        return False
    before = text[max(0, match.start() - 30) : match.start()]
    if _TITLE_BEFORE.search(before):
        return False
    acts = bool(_ACTS.match(text, match.end()))
    opens = not before.strip(_QUOTES) or before.rstrip(_QUOTES)[-1] in ".!?:;•|\n"
    if word in first_names():
        return acts if word in _ALSO_WORDS else True
    in_a_run = re.search(r"[A-Z][\w'’-]*\s+$", before) or re.match(r"\s+[A-Z]", text[match.end() :])
    after_article = re.search(
        r"\b(?:the|a|an|his|her|their|our|your|this|each|every)\s+$", before, re.IGNORECASE
    )
    return acts and not opens and not in_a_run and not after_article


@dataclass(frozen=True, slots=True)
class Pronouns:
    """How often each set of pronouns likely speaks of the child."""

    he: int = 0
    she: int = 0
    they: int = 0  # neutral: it can mean anybody, and says nothing against «he» or «she»


_SETS = (
    ("he", word_set("he him his himself he's he'll he'd")),
    ("she", word_set("she her hers herself she's she'll she'd")),
    ("they", word_set("they them their theirs themselves themself they're they'll")),
)
_OTHERS = re.compile(
    r"\b(?:mum|mummy|mother|mam|dad|daddy|father|parents?|carers?|sisters?|brothers?|siblings?|twin|nan|nana|gran"
    r"|grandma|grandmother|grandad|grandfather|aunt|auntie|uncle|cousins?|partner|stepfather|stepmother|foster"
    r"|friends?|peers?|classmates?|buddy|teachers?|tutor|ta|tas|lsa|assistants?|senco|sendco|therapists?|psychologist"
    r"|doctor|nurse|consultant|paediatrician|adults?|staff|mentor|coach|worker|keyworker|headteacher|driver"
    r"|girls?|boys?|wom[ae]n|m[ae]n|person|mrs|mr|ms|miss|dr)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“][^\"“”]{0,400}[\"”]|(?<!\w)[‘'][^‘’'\n]{3,200}[’'](?!\w)")
_SENTENCE = re.compile(r"[^.!?\n|•]+")


def pronouns_of(text: str) -> Pronouns:
    """Pronouns of a text that likely mean the child.

    Quoted words are left out, and sentences that name somebody else whom the pronoun could mean
    («Mum says that she ...»), with the next one where it goes on with the same person.
    """
    counts = {"he": 0, "she": 0, "they": 0}
    for sentence in _about_the_child(_QUOTED.sub(" ", text)):
        for word in re.findall(r"[a-z]+(?:['’][a-z]+)?", sentence.lower()):
            for name, forms in _SETS:
                counts[name] += word.replace("’", "'") in forms
    return Pronouns(**counts)


def _about_the_child(text: str) -> Iterator[str]:
    """The parts of sentences before anybody else is named."""
    others = False
    for match in _SENTENCE.finditer(text):
        sentence = match[0].strip()
        goes_on = re.match(r"(?:he|she|they|his|her|their)\b", sentence, re.IGNORECASE)
        if others and goes_on:
            continue
        other = _OTHERS.search(sentence)
        others = other is not None
        yield sentence[: other.start()] if other else sentence
