"""Scanned files: how long reading them takes, said before it begins."""

from __future__ import annotations

from collections.abc import Sequence

_SECONDS_A_PAGE = 3.0  # measured; on a busy machine it takes longer
_MINUTE = 60


def time_for(pages: Sequence[int], workers: int) -> str:
    """What waits and how long it takes: «12 scanned files, about 140 pages, about 3 minutes»."""
    files, every = len(pages), sum(pages)
    at_once = max(1, min(workers, files))
    seconds = _SECONDS_A_PAGE * max(every / at_once, *pages)
    minutes = max(round(seconds / _MINUTE), 1)
    return (
        f"{_counted(files, 'scanned file')}, about {_counted(every, 'page')}, "
        f"about {_counted(minutes, 'minute')}"
    )


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
