"""id-dob-conflict."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case, Statement
from checks.caseload.masking import names_in
from checks.check import By, Hit, Severity, Verdict, check, example
from checks.dates.ends import in_words
from checks.identity.births import ages_in, births_in, upns_in
from checks.language.school import add_months, age_on
from extractors.document import Caveat
from extractors.plan import LETTERS, Passage

_YEAR_BEFORE = 1  # words that were written for the draft, or kept from last year's review
_MONTHS_AHEAD = 3  # «will be ten in June»


@check(
    "id-dob-conflict",
    "One date of birth, one age and one pupil number",
    section="",
    severity=Severity.SHOULD,
    source="UK GDPR, Article 5(1)(d): personal data are accurate",
    suggestion="Date of birth: [as the birth certificate or the school's record has it].",
    knows=lambda case: bool(case.born or case.plan.child.upn),
    caseload=True,
    by=By.FORM,
    examples=[
        example(
            name="Amira Hussain",
            born="2016-03-04",
            plan_date="2026-05-04",
            view="Amira was born on 4 March 2016, six weeks early.",
            need="Amira is ten years old and reads like a five-year-old.",
        ),
        example(
            name="Amira Hussain",
            born="2016-03-04",
            plan_date="2026-05-04",
            view="Amira was «born on 14 March 2015», six weeks early.",
        ),
        example(
            name="Amira Hussain",
            born="2016-03-04",
            plan_date="2026-05-04",
            need="«Amira is seven years old» and cannot yet tell the time.",
        ),
        example(
            name="Amira Hussain",
            born="2016-03-04",
            plan_date="2026-05-04",
            view="Her brother was born on 14 March 2019. At the age of four she began to talk.",
        ),
        example(
            born="2016-03-04",
            plan_date="2026-05-04",
            listed="born: 2016-04-03",
            fails=True,
            note="the caseload list has another day",
        ),
    ],
    not_flagged="Ages in the past, levels («reads like a five-year-old») and birthdays of other"
    " people; an age of last year, for a draft takes months. Where the list or an earlier plan has"
    " another date, which of them is right cannot be told.",
)
def id_dob_conflict(case: Case) -> Iterator[Hit]:
    """Two dates of birth mean that one is wrong, or that words are another child's."""
    for statement in case.statements(*LETTERS):
        yield from _in_words(case, statement)
    yield from _on_record(case)


def _in_words(case: Case, statement: Statement) -> Iterator[Hit]:
    """Gives what a statement says of birth, age or number that the cover says otherwise."""
    text, names = statement.words.text, names_in(case.plan)
    born, upn = case.born, case.plan.child.upn
    at, item = statement.words.place, statement.item
    for said in births_in(text, names) if born else ():
        if said.day != born and born:
            reason = f"The cover gives {in_words(born)} as the date of birth."
            yield Hit(Passage(said.words, at), item, reason=reason)
    for said in ages_in(text, names) if case.dated else ():
        if case.age is not None and said.age is not None and not _fits(said.age, case):
            reason = f"By the cover's date of birth the child was {case.age} on the plan's date."
            yield Hit(Passage(said.words, at), item, reason=reason)
    for said in upns_in(text) if upn and case.plan.child.upn_valid else ():
        if said.upn != upn:
            yield Hit(Passage(said.words, at), item, reason="The cover gives another pupil number.")


def _fits(age: int, case: Case) -> bool:
    born, written = case.born, case.written
    if born is None:
        return True
    youngest = age_on(born, written) - _YEAR_BEFORE
    return youngest <= age <= age_on(born, add_months(written, _MONTHS_AHEAD))


def _on_record(case: Case) -> Iterator[Hit]:
    """Gives the date of birth that the caseload list or the plan before has otherwise."""
    known, born = case.known, case.born
    if known is None or born is None:
        return
    verdict = Verdict.UNCLEAR if _by_picture(case) else Verdict.FAIL
    if known.listed and known.listed.born and known.listed.born != born:
        yield Hit(verdict=verdict, reason="The caseload list has another date of birth.")
    before = known.earlier.child.date_of_birth if known.earlier else None
    if before and before != born:
        yield Hit(verdict=verdict, reason="The child's plan before has another date of birth.")


def _by_picture(case: Case) -> bool:
    """Whether figures may have been misread."""
    return not case.plan.caveats.isdisjoint({Caveat.READ_BY_OCR, Caveat.PARTLY_READ_BY_OCR})
