"""What is remembered of a plan's words, and that it is forgotten with the plan."""

from __future__ import annotations

import gc
from datetime import date
from functools import _lru_cache_wrapper

import pytest

from checks.audit import audit, audit_caseload
from checks.check import example
from checks.examples import plan_of
from checks.language.memory import forget, remembered, remembering
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
    assert not _kept("Zebedee")


def test_no_word_of_a_plan_is_kept_once_the_caseload_is_audited() -> None:
    rubric, day = load_rubric(), date(2026, 11, 21)
    told = ("name", "Xanthippe Vane"), ("need", "Xanthippe cannot read to Zebedee.")
    days = ("2024-03-04", "2026-03-04")
    plans = [plan_of(example(*told, born="2015-05-06", plan_date=one)) for one in days]
    audits = [(f"{n}.docx", audit(plan, rubric, day)) for n, plan in enumerate(plans)]
    audit_caseload(audits, rubric, day)
    assert not _kept("Zebedee")


def test_what_goes_wrong_is_no_reason_to_remember() -> None:
    @remembered
    def length(text: str) -> int:
        return len(text)

    with pytest.raises(ValueError, match="3"), remembering():
        raise ValueError(length("one"))
    assert length.cache_info().currsize == 0  # type: ignore[attr-defined]  # of the cache behind it


def _kept(name: str) -> bool:
    """Whether a word stands in anything that our functions remember."""
    kept = [cache for cache in gc.get_objects() if isinstance(cache, _lru_cache_wrapper)]
    told = [str(gc.get_referents(cache)) for cache in kept if "checks" in cache.__module__]
    assert told
    return any(name in one or name.lower() in one for one in told)
