"""ver-provision-cut."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checks.case import Case, provisions_of
from checks.check import By, Hit, Severity, check, example, whole
from checks.dates.ends import in_words
from checks.language.readings import ProvisionReading, Slot
from checks.versions.earlier import last_issued
from checks.versions.pairs import Pair, names_of_child, pairs
from checks.wordlists import wordlist
from extractors.plan import Kind, Plan

_LESS = 0.95  # of what it was: less is a cut, and no rounding


@check(
    "ver-provision-cut",
    "Less provision than before has a reason",
    section="F",
    severity=Severity.SHOULD,
    source="Code of Practice 9.69; Children and Families Act 2014, section 44: a review",
    suggestion="[What], [how long], [how often], by [whom]; before: [how much]; changed because"
    " [what the review found].",
    reads=("F",),
    each=(Kind.PROVISION,),
    knows=lambda case: bool((earlier := last_issued(case)) and earlier.provision),
    caseload=True,
    by=By.RECORDS,
    examples=[
        example(
            provision="«Speech and language therapy, one to one, for 30 minutes each week by a"
            " speech and language therapist.»",
            earlier_provision="Speech and language therapy, one to one, for 60 minutes each week"
            " by a speech and language therapist.",
        ),
        example(
            provision="«Regular speech and language therapy, one to one, by a speech and language"
            " therapist.»",
            earlier_provision="Speech and language therapy, one to one, for 60 minutes each week"
            " by a speech and language therapist.",
        ),
        example(
            provision="Speech and language therapy, one to one, for 60 minutes every week by a"
            " speech and language therapist.",
            earlier_provision="Speech and language therapy, one to one, for an hour each week by a"
            " speech and language therapist.",
        ),
        example(
            provision=(
                "A teaching assistant will read with Amira for 20 minutes a day.",
                "A teaching assistant will practise spelling with Amira for 20 minutes a day.",
            ),
            earlier_provision="A teaching assistant will read and practise spelling with Amira for"
            " 40 minutes a day.",
            note="the same time in two lines",
        ),
    ],
    not_flagged="A line of which the other part now stands in another line; a line that says"
    " beside it why it changed; lines too different to be one. A cut that a tribunal ordered or a"
    " family asked for cannot be told from the plan: ask before you act.",
)
def ver_provision_cut(case: Case) -> Iterator[Hit]:
    """Provision that shrinks or grows vague without a reason leaves a need less met than before."""
    earlier = last_issued(case)
    if earlier is None:
        return
    dated = earlier.facts.date
    of = f"In the plan of {in_words(dated)}" if dated else "In the plan before"
    for pair, told in _cuts(case, earlier):
        yield Hit(whole(pair.now), pair.now, reason=f"{of} {told}", before=whole(pair.before))


def _cuts(case: Case, earlier: Plan) -> Iterator[tuple[Pair, str]]:
    """Gives each line that says less than it did, with what it said, where no reason is given."""
    then = provisions_of(earlier)
    for pair in pairs(case.plan.provision, earlier.provision, names_of_child(case.plan, earlier)):
        now, before = case.provisions[pair.now.id], then[pair.before.id]
        told = _less(now, before)
        explained = wordlist("versions").find(now.text)
        if told and not explained and _by_role(now, case.provisions) < _by_role(before, then):
            yield pair, told


def _less(now: ProvisionReading, before: ProvisionReading) -> str:
    """In what a line says less than it did; empty where it does not, or cannot be compared."""
    was, left = before.minutes_a_week, now.minutes_a_week
    if was and left:
        told = f"it came to {amount(was)} a week, and comes to {amount(left)} now."
        return told if left < was * _LESS else ""
    for slot, asks in ((Slot.HOW_LONG, "how long"), (Slot.HOW_OFTEN, "how often")):
        if (said := before.slot(slot)) and not (now.slot(Slot.HOW_LONG) or now.slot(slot)):
            return f"it said {asks} («{said[0].text}»), and says neither how much nor {asks} now."
    return ""


def _by_role(line: ProvisionReading, plan: Mapping[str, ProvisionReading]) -> float:
    """Minutes a week that all lines with the same staff come to; of none, the line's own."""
    staff = _staff(line)
    those = [one for one in plan.values() if one is line or not staff.isdisjoint(_staff(one))]
    return sum(one.minutes_a_week or 0 for one in those)


def _staff(line: ProvisionReading) -> frozenset[str]:
    return frozenset(span.text.lower().rstrip("s") for span in line.slot(Slot.WHO))


def amount(minutes: float) -> str:
    """Minutes as people say them: «45 minutes», «2 hours 30 minutes»."""
    hours, rest = divmod(round(minutes), 60)
    said = [f"{hours} hour{'s' if hours > 1 else ''}"] if hours else []
    said += [f"{rest} minute{'s' if rest != 1 else ''}"] if rest else []
    return " ".join(said) or "0 minutes"
