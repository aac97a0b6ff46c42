"""How a plan that was read stands among the files: audited, or audited in part, and why."""

from __future__ import annotations

from checks.audit import Audit
from extractors.document import Caveat
from extractors.status import Status, Unreadable

_INCOMPLETE = {
    Caveat.PARTLY_UNREADABLE: "Some of it is pictures, or another file put in, and was not read.",
    Caveat.CUT_AT_LIMIT: "It is longer than the limit, so its end was not read.",
    Caveat.READERS_DISAGREE: "Two readers of the file find different words on some of its pages.",
    Caveat.REPAIRED: "The file is damaged; what could be recovered was read.",
}
_SCANNED = {
    Caveat.READ_BY_OCR: "It is a scan, read by text recognition: what is not certain is asked.",
    Caveat.PARTLY_READ_BY_OCR: (
        "Some pages are scans, read by text recognition: what is not certain is asked."
    ),
}
_THREAD = ("A", "B", "E", "F")


def status_of(audit: Audit) -> Unreadable:
    """Whether all of a plan was there to be audited, with what was not, in words."""
    plan = audit.plan
    said = [words for caveat, words in _INCOMPLETE.items() if caveat in plan.caveats]
    if missing := [letter for letter in _THREAD if not plan.section(letter).found]:
        sections = "Section" if len(missing) == 1 else "Sections"
        verb = "was" if len(missing) == 1 else "were"
        said.append(f"{sections} {', '.join(missing)} {verb} not found.")
    status = Status.AUDITED_PARTLY if said else Status.AUDITED
    said += [words for caveat, words in _SCANNED.items() if caveat in plan.caveats]
    return Unreadable(status, " ".join(said))
