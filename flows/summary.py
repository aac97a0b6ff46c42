"""What an audit found, in a few lines that a manager understands."""

from __future__ import annotations

from collections import Counter

from checks.catalogue import BY_ID
from checks.check import Verdict
from extractors.status import Status
from flows.inventory import Inventory
from flows.job import Job
from flows.output import PLANS, WORKBOOK
from reports.result import Results

_MOST = 5
_READ = (Status.AUDITED, Status.AUDITED_PARTLY)


def summary(job: Job, inventory: Inventory, results: Results) -> str:
    """The files, counted so that they add up; what stands out; where the workbook lies."""
    parts = [
        _files(inventory, results),
        _by_the_list(results),
        _stands_out(results),
        _where(job, results),
    ]
    return "\n\n".join(part for part in parts if part)


def adds_up(inventory: Inventory, results: Results) -> bool:
    """Whether every file found is accounted for, once."""
    return len(results.files) + len(results.left_out) == inventory.found


def _files(inventory: Inventory, results: Results) -> str:
    counts = results.by_status
    lines = [f"{_count(inventory.found, 'file')} found:"]
    lines.append(_line(counts.get(Status.AUDITED, 0), "audited"))
    if part := counts.get(Status.AUDITED_PARTLY):
        lines.append(_line(part, "audited in part; the workbook says which part was not"))
    refused = {status: n for status, n in counts.items() if status not in _READ}
    for status, n in refused.items():
        lines.append(_line(n, f"not audited ({status.value}): {status.reason}"))
    if results.left_out:
        why = Counter(left.why for left in results.left_out)
        said = ", ".join(f"{n} × {words}" for words, n in sorted(why.items()))
        lines.append(_line(len(results.left_out), f"left out, being no documents: {said}"))
    return "\n".join(lines)


def _by_the_list(results: Results) -> str:
    """How the caseload list and the plans fit together, and how many clocks were missed."""
    told = results.caseload
    if told is None:
        return ""
    clocks = [clock for file in results.counted for clock in file.clocks]
    lines = [
        f"{told.children:,} children in the caseload list:",
        _line(told.children - len(told.no_plan), "have a plan here"),
        _line(len(told.no_plan), "have none that was found"),
        _line(len(told.unlisted), "plans belong to no row"),
        _line(len(told.remarks), "places to mend in the list"),
        _line(sum(c.verdict is Verdict.FAIL for c in clocks), f"of {len(clocks):,} clocks missed"),
    ]
    return "\n".join(lines)


def _stands_out(results: Results) -> str:
    """The checks that most plans do not meet."""
    plans = len(results.counted)
    failed: Counter[str] = Counter()
    for result in results.counted:
        if result.audit is not None:
            verdicts = result.audit.verdicts
            failed.update(check for check, said in verdicts.items() if said is Verdict.FAIL)
    order = {check: n for n, check in enumerate(BY_ID)}
    most = sorted(failed.items(), key=lambda entry: (-entry[1], order.get(entry[0], len(order))))
    if not most:
        return ""
    width = max(len(BY_ID[check].title) for check, _ in most[:_MOST])
    others = len(results.audited) - plans
    once = f", the latest of each child ({others} more not counted)" if others else " audited"
    lines = [f"What stands out in {_count(plans, 'plan')}{once} (most often not met):"]
    for check, n in most[:_MOST]:
        title = BY_ID[check].title
        lines.append(f"  {title:<{width}}  not met in {n:,} of {plans:,}  ({check})")
    return "\n".join(lines)


def _profile(results: Results) -> str:
    return f"Read by the profile: {results.profile}\n" if results.profile else ""


def _where(job: Job, results: Results) -> str:
    return f"{_profile(results)}Workbook: {job.out / WORKBOOK}\nThe same as data: {job.out / PLANS}"


def _line(count: int, words: str) -> str:
    return f"  {count:>6,}  {words}"


def _count(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
