"""The pattern that would satisfy a check, filled with what the plan already says.

What the plan says stands in its own words; what it does not say is a blank in square brackets.
Nothing is ever made up about a child: a person who knows the child fills the blanks.
"""

from __future__ import annotations

import re

from checks.case import Case
from checks.language.readings import Letter, Met, OutcomeReading, ProvisionReading, Slot, Span
from extractors.plan import Item

_EDGE = " ,;:.–-"
_SPACES = re.compile(r"\s+")
_WHEN = "By the end of [which year or key stage]"
_ACT = "[do what: something that can be seen or heard]"
_MEASURE = "[how many, how often or with how much help]"
_SHOWN = "shown by [what will be seen or heard, how often or with how much help]"
_SLOTS = (
    (Slot.WHO, "who", "[whose role]"),
    (Slot.EXPERTISE, "trained in", "[what training or qualification]"),
    (Slot.WHAT, "what", "[what will be done]"),
    (Slot.HOW_LONG, "how long", "[minutes a session]"),
    (Slot.HOW_OFTEN, "how often", "[times a week or term]"),
    (Slot.RATIO, "in what group", "[alone, or with how many]"),
)
_REVIEWED = "reviewed: [when, and by whom]"


def filled(item: Item, case: Case, *, anew: bool = False) -> str:
    """The pattern for an outcome or a line of provision; nothing where no blank would be left.

    `anew`: what stands there is no outcome, so that only its time and its purpose can be kept.
    """
    if outcome := case.outcomes.get(item.id):
        text = _outcome(outcome, _called(case, outcome), anew=anew)
    elif provision := case.provisions.get(item.id):
        text = _provision(provision, case.rubric.provision.asks.get(provision.sort, ()))
    else:
        return ""
    return text if "[" in text else ""


def _called(case: Case, reading: OutcomeReading) -> str:
    """What the child is called: in an outcome in the child's own voice, «I»."""
    if re.match(r"(?:.*[,.] )?I\b", reading.text):
        return "I"
    child = case.plan.child
    first = (child.known_as or child.name or "").split()
    return first[0] if first else "[name]"


def _outcome(reading: OutcomeReading, name: str, *, anew: bool) -> str:
    """«By … [name] will …, so that …»: the order in which guidance advises to write it."""
    when, purpose = reading.timeframe, reading.benefit
    if purpose and purpose.end - purpose.start > len(reading.text) - len(_EDGE):
        purpose = None  # it could not be told from the rest
    told_when = when.span if when and when.span.start >= 0 else None
    core = f"{name} will {_ACT}" if anew else _core(reading, told_when, purpose)
    if core.lower().startswith("to "):  # «To read …» is said of the child
        core = f"{name} will {core[3:]}"
    if not anew and reading.letter(Letter.MEASURABLE) is not Met.MET:
        core += f", {_SHOWN}" if reading.vague else f" {_MEASURE}"
    if told_when:
        core = f"{_initial(told_when.text)}, {core}"
    elif when is None:
        core = f"{_WHEN}, {core}"
    why = (
        _lower(purpose.text.strip(_EDGE))
        if purpose
        else f"so that {name} [can do what in daily life]"
    )
    return _SPACES.sub(" ", f"{core}, {why}.")


def _core(reading: OutcomeReading, *taken: Span | None) -> str:
    """The outcome without the words that stand elsewhere in the pattern."""
    text = reading.text
    for span in sorted((s for s in taken if s), key=lambda s: -s.start):
        text = f"{text[: span.start].rstrip(_EDGE)} {text[span.end :].lstrip(_EDGE)}"
    return text.strip(_EDGE)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _initial(text: str) -> str:
    return text[:1].upper() + text[1:]


def _provision(reading: ProvisionReading, asked: tuple[Slot, ...]) -> str:
    """«Who, what, how long, how often, in what group, reviewed when»: the parts that 9.69 asks."""
    parts = [
        f"{label}: {_said(reading.slot(slot)) or blank}"
        for slot, label, blank in _SLOTS
        if (slot in asked or reading.slot(slot)) and not _by_title(reading, slot)
    ]
    doubts = [f"in place of «{w.span.text}»: [exactly what, or when]" for w in reading.weasel]
    return _initial("; ".join([*parts, *doubts, _REVIEWED])) + "."


def _by_title(reading: ProvisionReading, slot: Slot) -> bool:
    """Whether the role itself says what its holder is trained in: a therapist's does."""
    return slot is Slot.EXPERTISE and reading.slot(slot) == reading.slot(Slot.WHO) != ()


def _said(spans: tuple[Span, ...]) -> str:
    """The words that say most of it."""
    return max((span.text.strip(_EDGE) for span in spans), key=len, default="")
