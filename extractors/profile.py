"""What an authority's own templates call things, as data: its profile."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """An authority's own headings and labels, beside those that come with the program."""
