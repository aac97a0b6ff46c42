"""f-additional: what only a person can judge of a line of provision."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Question
from checks.provision.said import saying
from extractors.plan import Item

_MOST = 5  # lines asked of: a plan of nothing else is no better known by asking more often


def _ordinary(case: Case) -> Iterator[Item]:
    """Gives the lines that speak of what good teaching gives every child."""
    for number, (line, _, _) in enumerate(saying(case, "ordinary")):
        if number == _MOST:
            return
        yield line


f_additional = Question(
    id="f-additional",
    title="Provision is additional to, or different from, what is ordinarily available",
    section="F",
    source="Children and Families Act 2014, section 21(1); Code of Practice, page 163",
    asks="Would any child in this school get this without a plan? Then it is good teaching, and"
    " what this child gets beyond it is still to be written.",
    about=_ordinary,
)
