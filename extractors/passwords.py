"""The passwords that open an authority's protected files. None is ever shown or logged."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import translate

MAX_BYTES = 1024 * 1024
MAX_LINES = 10_000
_BOM_16 = (b"\xff\xfe", b"\xfe\xff")
_ARROW = re.compile(r"\s+(?:→|=>|->)\s+|\t+")  # what parts a file's name from its password
_DANGLING = re.compile(r"(?:→|=>|->)\s|.*\s(?:→|=>|->)$", re.DOTALL)


class PasswordsError(ValueError):
    """The file of passwords cannot be understood; says in which line, never what stands there."""


@dataclass(frozen=True, slots=True)
class Passwords:
    """Passwords to try on any file, and those that belong to files of certain names."""

    for_any: tuple[str, ...] = field(default=(), repr=False)
    for_names: tuple[tuple[str, str], ...] = field(default=(), repr=False)  # pattern, password

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.for_any or self.for_names)

    def for_file(self, name: str) -> Iterator[str]:
        """The passwords to try on a file of that name: its own first, each once."""
        plain = _folded(name)
        own = [word for pattern, word in self.for_names if re.match(translate(pattern), plain)]
        yield from dict.fromkeys([*own, *self.for_any])


def passwords_in(data: bytes) -> Passwords:
    """The passwords that a text file holds, one a line: for any file, or `name → password`.

    The arrow may be written →, =>, -> with spaces around it, or as a tab; the name may hold * and
    ? for letters that differ. Spaces at the ends of a line do not count.
    """
    if len(data) > MAX_BYTES:
        raise PasswordsError("It is too large to be a list of passwords.")
    lines = _text(data).splitlines()
    if len(lines) > MAX_LINES:
        raise PasswordsError(f"It has more than {MAX_LINES:,} lines.")
    for_any: list[str] = []
    for_names: list[tuple[str, str]] = []
    for number, line in enumerate(lines, 1):
        if not (words := line.strip()):
            continue
        if any(unicodedata.category(char) == "Cc" and char != "\t" for char in words):
            raise PasswordsError(f"Line {number} holds signs that no password has.")
        if _DANGLING.match(line.strip(" ")):
            raise PasswordsError(f"Line {number} has a name or a password missing at its arrow.")
        name, *password = _ARROW.split(words, maxsplit=1)
        if password:
            for_names.append((_folded(name), password[0]))
        else:
            for_any.append(words)
    if not (for_any or for_names):
        raise PasswordsError("It holds no password.")
    return Passwords(tuple(for_any), tuple(for_names))


def _text(data: bytes) -> str:
    """The file's text, as the usual editors save it."""
    if data.startswith(_BOM_16):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _folded(name: str) -> str:
    """A file's name, whichever way its accents and capitals are written."""
    return unicodedata.normalize("NFC", name).casefold()
