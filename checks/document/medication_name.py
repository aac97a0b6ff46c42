"""doc-medication-name."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Hit, Severity, check, example
from checks.wordlists import wordlist
from extractors.plan import Passage

_LETTERS = ("A", "B", "C", "D", "E", "F", "G", "H1", "H2")


@check(
    "doc-medication-name",
    "Medicines are left to the health care plan",
    section="",
    severity=Severity.GOOD,
    source="Somerset, EHC plan quality guidance",
    suggestion="[Name] takes medication for [condition]: see the health care plan of [date].",
    examples=[
        example(C="He takes «methylphenidate» 18 mg each morning for ADHD."),
        example(C="He takes medication for ADHD: see his health care plan."),
        example(G="Staff will follow her rescue protocol: buccal midazolam after five minutes."),
        example(view="She has slept better on «melatonin»."),
        example(G="Salbutamol is given as his asthma care plan says."),
    ],
    not_flagged="A medicine of an emergency protocol or care plan, an allergy, an auto-injector or"
    " inhaler; insulin, which is a kind of care. It is said once a plan.",
)
def doc_medication_name(case: Case) -> Iterator[Hit]:
    """Medicines and doses change sooner than plans, and an old one in a plan is a danger."""
    first: Hit | None = None
    names: dict[str, None] = {}
    for statement in case.statements(*_LETTERS):
        found = wordlist("medication").find(statement.words.text)
        if "protocol" in found:
            continue
        for span in found.get("medicine", ()):
            names.setdefault(span.text.lower())
            first = first or Hit(Passage(span.text, statement.words.place), statement.item)
    if first:
        several = f" ({len(names)} medicines are named: {', '.join(names)})" if names else ""
        yield Hit(
            first.words,
            first.item,
            reason="A medicine is named in the plan, where it will be out of date when it"
            f" changes{several if len(names) > 1 else ''}.",
        )
