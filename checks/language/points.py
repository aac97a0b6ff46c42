"""Points in time as plans name them: dates, terms, school years, key stages, phases, ages, reviews.

Where two readings are possible the later one is taken, and the note says so: nobody is told that
time has run out because a phrase was read early.
"""

from __future__ import annotations

from checks.language import calendar_points, school_points
from checks.language.point import Point, Setting

_READERS = (*calendar_points.READERS, *school_points.READERS)


def read_point(text: str, at: int, setting: Setting) -> Point | None:
    """The point in time whose words begin there."""
    for pattern, read in _READERS:
        match = pattern.match(text, at)
        if match and (point := read(match, setting)):
            return point
    return None
