"""The rubric that the user named: a file, or one that comes with the program."""

from __future__ import annotations

from pathlib import Path

from checks.rubric import SHIPPED, Rubric, RubricError, load_rubric
from flows.exits import ExitCode, Stop

ABOUT = (
    "your own rubric (a TOML file), or the name of one that comes with the program: "
    f"{', '.join(sorted(SHIPPED))}"
)


def rubric_of(given: str | Path | None) -> Rubric:
    """The rubric; ends the command where it cannot be used."""
    try:
        return load_rubric(Path(given) if given else None)
    except RubricError as error:
        raise Stop(str(error), ExitCode.USAGE) from error


def settled(given: Path | None) -> Path | None:
    """What was named, in a form that means the same from every folder."""
    return given if given is None or str(given) in SHIPPED else given.resolve()
