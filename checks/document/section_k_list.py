"""doc-section-k-list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.aspirations.voices import names_of
from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example
from checks.document.advice import Advice, advice_of

_MOST_NAMED = 4  # rows named in one finding


@check(
    "doc-section-k-list",
    "Section K lists each piece of advice with whose it is and its date",
    section="K",
    severity=Severity.MUST,
    source="SEND Regulations 2014, regulation 12(4); Code of Practice 9.62",
    suggestion="[Role], [name], [date of the report].",
    reads=("K",),
    by=By.FORM,
    examples=[
        example(K=("Educational psychologist, Dr W. Ashby, 2 February 2026", "School, 9.2.26")),
        example(K="«See reports attached.»"),
        example(K=("Educational psychologist, 2 February 2026", "«Speech and language therapist»")),
        example(K=("Parents, 2 February 2026", "Social care: not involved")),
        example(
            name="Sam Marsh",
            K=("Sam and Dawn Marsh, 2 February 2026", "School, 9 February 2026"),
            note="the child's own family name needs no role",
        ),
        example(K=("Portage worker, January 2026", "Paediatrician (report of 2025)")),
    ],
    not_flagged="A month or a year for a date; a service that gave no advice and is said not to"
    " have; how old the advice is.",
)
def doc_section_k_list(case: Case) -> Iterator[Hit]:
    """Who advised, and when, shows what the plan rests on and what was not asked."""
    section = case.plan.section("K")
    if section.empty:
        return
    rows = [row for row in advice_of(case.plan) if row.given]
    if not rows:
        yield Hit(
            words=section.passages[0],
            reason="Section K holds no list of who gave advice, with dates.",
        )
        return
    undated = [row for row in rows if not row.dated]
    family = names_of(case)
    nameless = [r for r in rows if not r.role and not family & set(r.words.text.split())]
    if undated:
        few = len(undated) < len(rows)  # where none has a date, they may stand elsewhere
        yield Hit(
            words=undated[0].words,
            verdict=Verdict.FAIL if few else Verdict.UNCLEAR,
            reason=f"No date was found for the advice of {_named(undated)}.",
        )
    if nameless:
        yield Hit(
            words=nameless[0].words,
            verdict=Verdict.UNCLEAR,
            reason="It could not be told whose advice this is: its role is not named.",
        )


def _named(rows: Sequence[Advice]) -> str:
    """The rows by their roles, the first few of them."""
    names = "; ".join(row.role for row in rows[:_MOST_NAMED] if row.role) or "this row"
    more = len(rows) - _MOST_NAMED
    return f"{names} and {more} more" if more > 0 else names
