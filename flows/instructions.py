"""What the reader is to be told, read from the files that the user named."""

from __future__ import annotations

from pathlib import Path

from extractors.instructions import Instructions
from extractors.profile import Profile, ProfileError, load_profile
from flows.exits import ExitCode, Stop


def instructions_of(profile: Path | None) -> Instructions:
    """The reader's instructions; ends the command where a file cannot be understood."""
    return Instructions(profile=_profile(profile))


def _profile(path: Path | None) -> Profile:
    try:
        return load_profile(path) if path else Profile()
    except ProfileError as error:
        raise Stop(str(error), ExitCode.USAGE) from error
