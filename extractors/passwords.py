"""The passwords that open an authority's protected files. None is ever shown or logged."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Passwords:
    """Passwords to try on any file, and those that belong to one file."""

    for_any: tuple[str, ...] = field(default=(), repr=False)
