"""A plan becomes an audit: every check run, one root cause told once, every section graded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from checks.case import Case, prepare
from checks.caseload.copies import Cluster
from checks.caseload.known import Known, known_of
from checks.caseload.versions import Version
from checks.catalogue import CHECKS
from checks.check import Check, Fill, Finding, Hit, Severity, Verdict
from checks.filled import filled
from checks.grade import Grade, grades_of
from checks.language.lexicon import using
from checks.language.memory import remembering
from checks.language.readings import OutcomeReading, ProvisionReading
from checks.provision.arithmetic import Timetable
from checks.questions import QUESTIONS
from checks.rollup import Result, roll_up
from checks.rubric import Rubric
from checks.standing import Standing, standing_of
from checks.thread.links import Thread
from extractors.listed import Listed
from extractors.plan import LETTERS, Plan

# Words that text recognition is less certain of than this are misread too often to be held
# against a plan.
_CERTAIN = 0.75
_NOT_CERTAIN = "The text was read from a scan and is not certain here."


@dataclass(frozen=True, slots=True)
class Asked:
    """A question for the auditor, of one item or of the plan."""

    question: str
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Audit:
    """What one plan was found to say, and how it stands."""

    plan: Plan
    findings: tuple[Finding, ...]
    verdicts: Mapping[str, Verdict]  # by check, for the plan as a whole
    grades: Mapping[str, Grade]  # by section letter, and "overall"
    thread: Thread
    outcomes: Mapping[str, OutcomeReading]
    provisions: Mapping[str, ProvisionReading]
    timetable: Timetable = field(default_factory=lambda: Timetable(()))
    asked: tuple[Asked, ...] = ()


def audit(plan: Plan, rubric: Rubric, as_of: date) -> Audit:
    """The audit of one plan: the same plan, rubric and day always give the same findings."""
    return audit_by(CHECKS, plan, rubric, as_of)


def audit_by(checks: Sequence[Check], plan: Plan, rubric: Rubric, as_of: date) -> Audit:
    """The audit of one plan by these checks, in whatever order they come."""
    with using(rubric.lexicon), remembering():
        return _audited(checks, plan, rubric, as_of)


def _audited(checks: Sequence[Check], plan: Plan, rubric: Rubric, as_of: date) -> Audit:
    case = prepare(plan, rubric, as_of)
    results = roll_up([judge(check, case) for check in _run(checks, rubric)])
    findings = [finding_of(result.check, hit, case) for result in results for hit in result.hits]
    return Audit(
        plan=plan,
        findings=tuple(in_order(findings, plan)),
        verdicts={result.check.id: result.verdict for result in results},
        grades=grades_of(results, rubric),
        thread=case.thread,
        outcomes=case.outcomes,
        provisions=case.provisions,
        timetable=case.timetable,
        asked=tuple(
            Asked(question.id, item.id if item else None)
            for question in QUESTIONS
            if question.id not in rubric.off
            for item in question.about(case)
        ),
    )


def _run(checks: Iterable[Check], rubric: Rubric) -> Iterator[Check]:
    """The checks that are right often enough to be worth running, or that the rubric wants."""
    return (c for c in checks if standing_of(c, rubric) is not Standing.OFF)


def judge(check: Check, case: Case) -> Result:
    """What one check says of a plan."""
    items = len(case.plan.of(*check.each)) if check.each else 0
    if (check.caseload and case.known is None) or not check.knows(case):
        return Result(check, Verdict.NOT_ASSESSED)
    if not check.applies(case):
        return Result(check, Verdict.NOT_APPLICABLE)
    if not all(case.plan.section(letter).found for letter in check.reads):
        return Result(check, Verdict.NOT_ASSESSED)
    if check.each and not items:
        return Result(check, Verdict.NOT_ASSESSED)
    hits = tuple(_weighed(hit, check, case) for hit in check.run(case))
    return Result(check, _verdict(hits), hits, items)


def _weighed(hit: Hit, check: Check, case: Case) -> Hit:
    """The hit, said no more firmly than the file, the rubric and the check's standing allow."""
    if severity_of(check, case.rubric) is Severity.INFO:
        return replace(hit, verdict=Verdict.PASS)
    if hit.verdict is not Verdict.FAIL:
        return hit
    if any(part.place.confidence < _CERTAIN for part in (hit.words, hit.item) if part):
        told = f"{hit.reason or check.reason} {_NOT_CERTAIN}"
        return replace(hit, verdict=Verdict.UNCLEAR, reason=told)
    missing = hit.words is None and not case.complete
    if missing or not _may_assert(hit, check, case.rubric):
        return replace(hit, verdict=Verdict.UNCLEAR)
    return hit


def _may_assert(hit: Hit, check: Check, rubric: Rubric) -> bool:
    if hit.printed and check.id not in rubric.ask:
        return True
    return standing_of(check, rubric) is Standing.RED


def _verdict(hits: Iterable[Hit]) -> Verdict:
    said = {hit.verdict for hit in hits}
    return next((v for v in (Verdict.FAIL, Verdict.UNCLEAR) if v in said), Verdict.PASS)


def severity_of(check: Check, rubric: Rubric) -> Severity:
    """How firmly a check asks under a rubric."""
    return rubric.severity.get(check.id, check.severity)


def finding_of(check: Check, hit: Hit, case: Case) -> Finding:
    """A hit with all that a person needs to judge it."""
    place = hit.words.place if hit.words else hit.item.place if hit.item else None
    return Finding(
        check=check.id,
        verdict=hit.verdict,
        severity=severity_of(check, case.rubric),
        section=hit.item.section if hit.item else check.section,
        item=hit.item.id if hit.item else None,
        quote=hit.words.text if hit.words else "",
        place=place,
        reason=hit.reason or check.reason,
        suggestion=hit.suggestion or _pattern(check, hit, case),
        before=hit.before.text if hit.before else "",
    )


def _pattern(check: Check, hit: Hit, case: Case) -> str:
    """What would satisfy the check, with the plan's own words where it has them."""
    if hit.item is None or check.fill is Fill.NOTHING:
        return check.suggestion
    return filled(hit.item, case, anew=check.fill is Fill.ANEW) or check.suggestion


def in_order(findings: Iterable[Finding], plan: Plan) -> list[Finding]:
    """The findings by section, then place, then check."""
    order = {item.id: n for n, item in enumerate(plan.items)}

    def key(finding: Finding) -> tuple[int, int, int, int, str, str]:
        section = LETTERS.index(finding.section) if finding.section else -1
        page = (finding.place.page or 0) if finding.place else 0
        paragraph = (finding.place.paragraph or 0) if finding.place else 0
        item = order.get(finding.item or "", -1)
        return section, item, page, paragraph, finding.check, finding.quote

    return sorted(findings, key=key)


@dataclass(frozen=True, slots=True)
class FromCaseload:
    """What only the whole caseload, or its list, shows of one plan."""

    findings: tuple[Finding, ...] = ()
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    clusters: tuple[Cluster, ...] = ()  # in which its words stand with those of other plans
    version: Version | None = None  # how it stands among the plans of its child


def audit_caseload(
    audits: Sequence[tuple[str, Audit]],
    rubric: Rubric,
    as_of: date,
    listed: Mapping[str, Listed] | None = None,
) -> dict[str, FromCaseload]:
    """What only all of the plans together show, by file: for every file given, if nothing.

    `listed` has the child's row of the caseload list for each file that has one. `joined` puts
    what is shown among a plan's own findings.
    """
    checks = [c for c in _run(CHECKS, rubric) if c.caseload]
    with using(rubric.lexicon), remembering():
        known = known_of([(file, one.plan) for file, one in audits], rubric, listed or {})
        return {file: _shown(checks, one, rubric, as_of, known[file]) for file, one in audits}


def _shown(
    checks: Sequence[Check], one: Audit, rubric: Rubric, as_of: date, known: Known
) -> FromCaseload:
    read = (one.outcomes, one.provisions, one.thread, one.timetable)
    case = Case(one.plan, rubric, as_of, *read, known)
    results = [judge(check, case) for check in checks]
    return FromCaseload(
        tuple(finding_of(r.check, hit, case) for r in results for hit in r.hits),
        {r.check.id: r.verdict for r in results},
        tuple({id(cluster): cluster for _, cluster in known.copied}.values()),
        known.version,
    )


def clusters_in(shown: Iterable[FromCaseload]) -> tuple[Cluster, ...]:
    """All that was copied between the plans of a caseload, the most copied first."""
    found = {(c.code, c.kind, c.text): c for one in shown for c in one.clusters}
    return tuple(sorted(found.values(), key=lambda c: (-c.children, c.kind, c.code, c.text)))


def joined(audit: Audit, shown: FromCaseload) -> Audit:
    """The audit with what the caseload showed of its plan, once all plans have been seen."""
    together = in_order([*audit.findings, *shown.findings], audit.plan)
    verdicts = {**audit.verdicts, **shown.verdicts}
    return replace(audit, findings=tuple(together), verdicts=verdicts)
