"""What the reader is to be told, read from the files that the user named."""

from __future__ import annotations

import os
from pathlib import Path

from extractors.instructions import Instructions
from extractors.passwords import MAX_BYTES, Passwords, PasswordsError, passwords_in
from extractors.profile import Profile, ProfileError, load_profile
from flows import console
from flows.exits import ExitCode, Stop


def instructions_of(profile: Path | None, passwords: Path | None = None) -> Instructions:
    """The reader's instructions; ends the command where a file cannot be understood."""
    return Instructions(profile=_profile(profile), passwords=_passwords(passwords))


def _passwords(path: Path | None) -> Passwords:
    """The passwords in a file. What is said of it never holds a word of it."""
    if path is None:
        return Passwords()
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
            is_open_to_others = os.name != "nt" and os.fstat(file.fileno()).st_mode & 0o077
        found = passwords_in(data)
    except OSError:
        raise Stop(f"The file of passwords {path} cannot be opened.", ExitCode.USAGE) from None
    except PasswordsError as error:
        said = f"The file of passwords {path} cannot be understood. {error}"
        raise Stop(said, ExitCode.USAGE) from None
    if is_open_to_others:
        console.warn(f"Other users of this computer can open the file of passwords {path}.")
    return found


def _profile(path: Path | None) -> Profile:
    try:
        return load_profile(path) if path else Profile()
    except ProfileError as error:
        raise Stop(str(error), ExitCode.USAGE) from error
