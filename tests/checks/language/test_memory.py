"""What is remembered of a plan's words, and that it is forgotten with the plan."""

from __future__ import annotations

import gc
from datetime import date
from functools import _lru_cache_wrapper

from checks.audit import audit
from checks.check import example
from checks.examples import plan_of
from checks.language.memory import forget, remembered
from checks.rubric import load_rubric


def test_an_answer_is_worked_out_once_until_it_is_forgotten() -> None:
    asked = []

    @remembered
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    assert [length("one"), length("one"), length("three")] == [3, 3, 5]
    assert asked == ["one", "three"]
    forget()
    assert length("one") == 3
    assert asked == ["one", "three", "one"]


def test_no_word_of_a_plan_is_kept_once_it_is_audited() -> None:
    words = "By the end of Key Stage 2 Xanthippe will read a page aloud to Zebedee."
    audit(plan_of(example(outcome=words)), load_rubric(), date(2026, 11, 21))
    kept = [cache for cache in gc.get_objects() if isinstance(cache, _lru_cache_wrapper)]
    told = [str(gc.get_referents(cache)) for cache in kept if "checks" in cache.__module__]
    assert told
    assert not any("Zebedee" in one or "zebedee" in one for one in told)
