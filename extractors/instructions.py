"""What the reader is told beside the file itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.office import Office
from extractors.passwords import Passwords
from extractors.profile import Profile


@dataclass(frozen=True, slots=True)
class Instructions:
    """What holds for every file of an audit: the authority's profile, and its passwords."""

    profile: Profile = field(default_factory=Profile)
    passwords: Passwords = field(default_factory=Passwords)
    scans: bool = True  # scanned pages are read by text recognition, which takes long
    office: Office | None = None  # LibreOffice, where it may read older formats for us


NONE = Instructions()
