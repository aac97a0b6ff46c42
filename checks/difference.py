"""What would change for a caseload if it were held to another rubric."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from checks.audit import Audit, audit, audit_caseload, joined
from checks.check import Finding, Severity, Verdict
from checks.grade import OVERALL
from checks.rubric import Rubric
from extractors.listed import Listed
from extractors.plan import LETTERS, Plan

UNGRADED = "not graded"
_Key = tuple[str, str, str, str]  # check, section, item, quote


@dataclass(frozen=True, slots=True)
class Difference:
    """What another rubric changes for one plan."""

    file: str
    grades: tuple[str, str]  # of the whole plan, before and after
    gone: tuple[Finding, ...] = ()
    added: tuple[Finding, ...] = ()
    turned: tuple[tuple[Finding, Finding], ...] = ()  # said more or less firmly than before
    sections: tuple[tuple[str, str, str], ...] = ()  # each whose grade changes: before and after

    @property
    def regraded(self) -> bool:
        """Whether the plan's grade is another."""
        return self.grades[0] != self.grades[1]

    def __bool__(self) -> bool:
        return bool(self.regraded or self.sections or self.gone or self.added or self.turned)


def audited(
    plans: Sequence[tuple[str, Plan]],
    rubric: Rubric,
    as_of: date,
    listed: Mapping[str, Listed] | None = None,
) -> dict[str, Audit]:
    """The audits of a caseload under a rubric, by file, with what only all of it shows.

    `listed` has the child's row of the caseload list for each file that has one.
    """
    audits = [(file, audit(plan, rubric, as_of)) for file, plan in plans]
    shown = audit_caseload(audits, rubric, as_of, listed)
    return {file: joined(one, shown[file]) for file, one in audits}


def differences(before: Mapping[str, Audit], after: Mapping[str, Audit]) -> list[Difference]:
    """What changes for each plan, in the order given; plans for which nothing does are left out."""
    found = (_difference(file, one, after[file]) for file, one in before.items())
    return [difference for difference in found if difference]


def counts(audits: Iterable[Audit]) -> Counter[tuple[str, Verdict]]:
    """How many findings of each verdict each check has."""
    return Counter((f.check, f.verdict) for one in audits for f in one.findings)


def severities(audits: Iterable[Audit]) -> dict[str, Severity]:
    """How firmly each check asks that has a finding."""
    return {f.check: f.severity for one in audits for f in one.findings}


def _difference(file: str, before: Audit, after: Audit) -> Difference:
    gone: list[Finding] = []
    added: list[Finding] = []
    turned: list[tuple[Finding, Finding]] = []
    for one, other in _pairs(before.findings, after.findings):
        if one is None and other is not None:
            added.append(other)
        elif other is None and one is not None:
            gone.append(one)
        elif one and other and (one.verdict, one.severity) != (other.verdict, other.severity):
            turned.append((one, other))
    grades = (_grade(before), _grade(after))
    each = ((letter, _grade(before, letter), _grade(after, letter)) for letter in LETTERS)
    sections = tuple(one for one in each if one[1] != one[2])
    return Difference(file, grades, tuple(gone), tuple(added), tuple(turned), sections)


def _pairs(
    before: Iterable[Finding], after: Iterable[Finding]
) -> Iterator[tuple[Finding | None, Finding | None]]:
    """The same finding on both sides, or one that stands on one side alone."""
    here, there = _by_key(before), _by_key(after)
    for key in dict.fromkeys([*here, *there]):
        yield from zip_longest(here.get(key, ()), there.get(key, ()))


def _by_key(findings: Iterable[Finding]) -> dict[_Key, list[Finding]]:
    found: dict[_Key, list[Finding]] = {}
    for f in findings:
        found.setdefault((f.check, f.section, f.item or "", f.quote), []).append(f)
    return found


def _grade(found: Audit, of: str = OVERALL) -> str:
    return found.grades[of].word if of in found.grades else UNGRADED
