"""doc-named-practitioner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.aspirations.voices import names_of
from checks.case import Case
from checks.check import Hit, Severity, check, example
from checks.document.advice import advice_of
from extractors.plan import Kind, Passage

_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?)\.? (?:[A-Z]\. ?)*[A-Z][\w'’-]+")
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
    ],
    not_flagged="The names of the child and family; names in other sections. It is off unless an"
    " authority switches it on: families often like to see a name.",
)
def doc_named_practitioner(case: Case) -> Iterator[Hit]:
    """A named person moves on, and the provision is owed all the same."""
    advisers = {name for row in advice_of(case.plan) for name in _FULL_NAME.findall(row.words.text)}
    own = names_of(case)
    for item in case.plan.provision:
        for match in (*_TITLED.finditer(item.full_text), *_FULL_NAME.finditer(item.full_text)):
            name = match[0]
            titled = _TITLED.match(name) is not None
            if (titled or name in advisers) and not own & set(name.split()):
                yield Hit(
                    words=Passage(name, item.place),
                    item=item,
                    reason=f"«{name}» is named. What if somebody else does it next year?",
                )
                break
