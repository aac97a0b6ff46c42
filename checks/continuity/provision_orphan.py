"""thread-provision-orphan."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example, whole
from checks.continuity.ends import loose
from checks.thread.links import End, Relation
from extractors.plan import Item, Kind


@check(
    "thread-provision-orphan",
    "Each line of provision is for a need or an outcome",
    section="F",
    severity=Severity.GOOD,
    source="Developing outcomes in EHC plans, Delivering Better Outcomes Together",
    suggestion="Say what it is for: «Towards outcome [number], for need [number]».",
    reads=("F",),
    each=(Kind.PROVISION,),
    examples=[
        example(
            need=("His handwriting is slow, and he tires after two lines.",),
            outcome=("By the end of Key Stage 2 he will write half a page by hand.",),
            provision=("An occupational therapist will teach him handwriting for an hour a week.",),
            link=(
                "F1>E1",
                "F1>B1",
            ),
            note="the plan prints which belong together",
        ),
        example(
            need=(
                "His handwriting is slow, and he tires after two lines.",
                "He cannot follow spoken instructions that have three parts.",
            ),
            outcome=(
                "By the end of Key Stage 2 he will write half a page by hand.",
                "By the end of Key Stage 2 he will follow spoken instructions with three parts.",
            ),
            provision=(
                "An occupational therapist will teach him handwriting for an hour a week.",
                "A speech therapist will teach him to follow instructions for an hour a week.",
                "«A swimming teacher will teach him to swim for 30 minutes a week.»",
            ),
            link=(
                "F1>E1",
                "F2>E2",
                "F1>B1",
                "F2>B2",
            ),
        ),
    ],
    not_flagged="Provision that is linked to a need or to an outcome, if not to both.",
    by=By.MEANING,
)
def thread_provision_orphan(case: Case) -> Iterator[Hit]:
    """Provision that nothing in the plan asks for cannot be judged, and is soon cut."""
    by_need = {h.item: h for h in _loose(case, Relation.PROVISION_NEED) if h.item}
    by_outcome = {h.item: h for h in _loose(case, Relation.PROVISION_OUTCOME) if h.item}
    for item in case.plan.provision:
        ends = _ends(case, item)
        if not ends or End.LINKED in ends:
            continue
        found = [hits[item] for hits in (by_need, by_outcome) if item in hits]
        if len(found) == len(ends):
            firm = all(hit.verdict is Verdict.FAIL for hit in found)
            yield Hit(
                whole(item),
                item,
                Verdict.FAIL if firm else Verdict.UNCLEAR,
                "No need and no outcome was found that this line is for."
                + ("" if firm else " Please check."),
                printed=firm,
            )


def _loose(case: Case, relation: Relation) -> Iterator[Hit]:
    return loose(case, case.plan.provision, relation, "other end")


def _ends(case: Case, item: Item) -> list[End]:
    relations = (Relation.PROVISION_NEED, Relation.PROVISION_OUTCOME)
    endings = [case.thread.ending(relation, item.id) for relation in relations]
    return [ending.end for ending in endings if ending is not None]
