"""gh-specific."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.health_and_care.said import lines_of, said
from checks.language.provision import read_provision
from checks.language.readings import ProvisionSort, Slot

_SAYS_HOW_MUCH = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twice|once|half|daily|weekly|"
    r"monthly|termly|annual(?:ly)?|yearly|fortnightly|each|every|spring|summer|autumn|winter|per)\b",
    re.IGNORECASE,
)
_THING = re.compile(
    r"\b(?:lift|ramps?|hoist|rails?|chair|bed|seat|adaptations?|aids?|equipment|alarm|wet room|"
    r"plan|protocol)\b",
    re.IGNORECASE,
)

_OPEN = frozenset({"as required", "regular", "available", "consider"})


@check(
    "gh-specific",
    "Health and social care provision says what, who and how often",
    section="G",
    severity=Severity.SHOULD,
    source="Code of Practice 9.69; Buckinghamshire, outcomes and provision",
    suggestion="[Service or role] will [do what], [how long], [how often].",
    by=By.WORDS,
    knows=lambda case: any(True for _ in lines_of(case, "G", "H1", "H2")),
    examples=[
        example(G="«Health will monitor.»"),
        example(G="The epilepsy nurse will review the rescue plan every six months."),
        example(H2="«Family support as required.»"),
        example(H1="A through-floor lift has been agreed."),
        example(G="As set out in Section F."),
    ],
    not_flagged="Clinics and services named by their title; equipment; how long each appointment"
    " is, which clinicians decide.",
)
def gh_specific(case: Case) -> Iterator[Hit]:
    """Health and care provision binds the services only as far as it says what they will do."""
    for line in lines_of(case, "G", "H1", "H2"):
        text = line.words.text
        found = said(text)
        if "elsewhere" in found or "as in f" in found:
            continue
        reading = read_provision(text)
        open_ended = any(weasel.family in _OPEN for weasel in reading.weasel)
        if not open_ended and (_SAYS_HOW_MUCH.search(text) or reading.slot(Slot.HOW_OFTEN)):
            continue
        if not open_ended and (reading.sort is ProvisionSort.EQUIPMENT or _THING.search(text)):
            continue
        yield Hit(line.words, line.item)
