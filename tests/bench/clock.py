"""Processor time, this program's and that of others that it starts."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from extractors.labels import split_number
from extractors.vocabulary import standard

TURNS = 3  # the best of them counts: the rest is the machine's other work

Work = Callable[[Path], object]
Spent = dict[str, dict[Path, float]]  # seconds, by what was done and by file


def least(works: Mapping[str, Work], paths: Sequence[Path]) -> Spent:
    """The least time that each work took on each file, all of them taken in turns.

    Each turn begins with no text remembered: a caseload's plans share headings, and each is read
    once.
    """
    spent: Spent = {name: dict.fromkeys(paths, float("inf")) for name in works}
    for _ in range(TURNS):
        for name, work in works.items():
            standard().remembered.clear()
            split_number.cache_clear()
            for path in paths:
                before = _now()
                work(path)
                spent[name][path] = min(spent[name][path], _now() - before)
    return spent


def _now() -> float:
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + others.ru_utime + others.ru_stime
