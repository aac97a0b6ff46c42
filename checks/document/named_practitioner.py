"""doc-named-practitioner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.aspirations.voices import names_of
from checks.case import Case
from checks.check import Hit, Severity, check, example
from checks.document.advice import advice_of
from extractors.plan import Kind, Passage

_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Nurse|Matron|Coach)\.? "
    r"(?:[A-Z]\. ?)*[A-Z][\w'’-]+"
)
# A first name with the post behind it: «Amy, his teaching assistant, will …».
_IN_POST = re.compile(
    r"(?:^|[.;:] |\b(?:with|by|from) )(?P<name>[A-Z][a-zà-ÿ'’-]+), (?:his|her|their|my) "
    r"(?:[\w-]+ ){0,3}?"
    r"(?:assistant|teacher|tutor|mentor|therapist|nurse|worker|psychologist|coach|lecturer|SENCO)\b"
)
# Somebody in a book, a film or a song provides nothing.
_TOLD_OF = re.compile(
    r"\b(?:books?|chapters?|stor(?:y|ies)|tales?|episodes?|adventures|series|characters?|films?|"
    r"songs?|poems?|programmes?|worksheets?)(?: of| about| by| from| with| called)?(?: the)? $|"
    r"\b(?:reads?|reading|called|about|featuring|the|watch(?:es|ing)?) $",
    re.IGNORECASE,
)
_FULL_NAME = re.compile(r"\b(?:[A-Z]\.|[A-Z][a-zà-ÿ'’-]+) [A-Z][a-zà-ÿ'’-]+(?:-[A-Z][a-zà-ÿ]+)*")


@check(
    "doc-named-practitioner",
    "Section F gives the role and training of who provides, not a person's name",
    section="F",
    severity=Severity.GOOD,
    source="Somerset, EHC plan quality guidance",
    suggestion="A [role] with [training or qualification] will ... (instead of the name).",
    reads=("F",),
    each=(Kind.PROVISION,),
    examples=[
        example(provision="«Ms Hall» will teach phonics to Amira for 20 minutes daily."),
        example(provision="A teaching assistant will teach phonics to Amira for 20 minutes daily."),
        example(
            ("K", "Speech and language therapist, Carys Bellamy, 2 February 2026"),
            ("provision", "«Carys Bellamy» will see Amira each week for half an hour."),
        ),
        example(("name", "Amira Hussain"), ("provision", "Amira Hussain will be taught to sign.")),
        example(provision="«Amy», her teaching assistant, will go through the list each day."),
        example(provision="A teaching assistant will read her a chapter of Mr Toad each day."),
    ],
    not_flagged="The names of the child and family; names in other sections. It is off unless an"
    " authority switches it on: families often like to see a name.",
)
def doc_named_practitioner(case: Case) -> Iterator[Hit]:
    """A named person moves on, and the provision is owed all the same."""
    advisers = {name for row in advice_of(case.plan) for name in _FULL_NAME.findall(row.words.text)}
    own = names_of(case)
    for item in case.plan.provision:
        for name in _named(item.full_text, advisers):
            if not own & set(name.split()):
                yield Hit(
                    words=Passage(name, item.place),
                    item=item,
                    reason=f"«{name}» is named. What if somebody else does it next year?",
                )
                break


def _named(text: str, advisers: set[str]) -> Iterator[str]:
    """Gives who is named as one that provides: by a title, a post, or in the list of advice."""
    for match in _TITLED.finditer(text):
        if not _TOLD_OF.search(text[: match.start()]):
            yield match[0]
    yield from (match["name"] for match in _IN_POST.finditer(text))
    yield from (match[0] for match in _FULL_NAME.finditer(text) if match[0] in advisers)
