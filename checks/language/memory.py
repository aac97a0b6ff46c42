"""What was found in a text, remembered while plans are judged.

Many checks ask the same of the same words. Nothing of it outlives the audit, of the plan or of
the caseload: its words are personal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TypeVar

_MOST = 4096  # answers of one function; no plan comes near

Function = TypeVar("Function", bound=Callable[..., object])
_forget: list[Callable[[], None]] = []


def remembered(function: Function) -> Function:
    """The function, which works out each answer once a plan."""
    known = lru_cache(maxsize=_MOST)(function)
    _forget.append(known.cache_clear)
    return known  # type: ignore[return-value]  # it is called as the function is


@contextmanager
def remembering() -> Iterator[None]:
    """Forgets every answer once what is done inside has ended, well or not."""
    try:
        yield
    finally:
        forget()


def forget() -> None:
    """Forgets every answer."""
    for each in _forget:
        each()
