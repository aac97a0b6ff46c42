"""Each outcome that stands in the child's earlier plan too, with its end point then and now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from checks.case import Case, outcomes_of
from checks.language.readings import Timeframe
from checks.versions.pairs import names_of_child, pairs, same_words, without_time
from extractors.plan import Item, Plan

_WEEKS = 9


@dataclass(frozen=True, slots=True)
class Kept:
    """An outcome whose words are those of the earlier plan, whatever both say of by when."""

    now: Item
    before: Item
    time: Timeframe | None
    time_before: Timeframe | None

    @property
    def end(self) -> date | None:
        """When it ends by this plan, where that is known."""
        return self.time.date if self.time else None

    @property
    def end_before(self) -> date | None:
        """When it ended by the earlier plan, where that is known."""
        return self.time_before.date if self.time_before else None


def put_off(kept: Kept) -> bool:
    """Whether it has a later end than it had; a few weeks are another way to say the same end."""
    then, now = kept.end_before, kept.end
    return then is not None and now is not None and (now - then).days > _WEEKS * 7


def kept_outcomes(case: Case, earlier: Plan) -> Iterator[Kept]:
    """Gives the outcomes that say what the earlier plan said."""
    names = names_of_child(case.plan, earlier)
    read = outcomes_of(earlier, case.stages)
    for pair in pairs(case.plan.outcomes, earlier.outcomes, names):
        time, before = case.outcomes[pair.now.id].timeframe, read[pair.before.id].timeframe
        if same_words(without_time(pair.now, time), without_time(pair.before, before), names):
            yield Kept(pair.now, pair.before, time, before)
