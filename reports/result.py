"""What one audit gives the reports: every file given, what became of it, and what was left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from extractors.status import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checks.audit import Audit
    from checks.caseload.copies import Cluster
    from checks.caseload.listing import Unlisted
    from checks.caseload.versions import Version
    from checks.clocks.clock import Clock
    from extractors.listed import Listed, Remark


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of one file given. Every file given has exactly one.

    How long it took is not here: the same files give the same bytes of every report.
    """

    file: str  # path inside the folder given, with "/"; bytes that are no UTF-8 stand as \\xNN
    sha256: str | None  # of its content; None where it was never opened
    status: Status
    reason: str  # one or two plain sentences
    action: str  # what a person can do about it; empty where nothing is needed
    audit: Audit | None = None  # only where the status is audited or audited-partly
    same_as: str | None = None  # for a duplicate: the file that was audited in its stead
    version: Version | None = None  # where its plan stands among those of its child, once known
    listed: Listed | None = None  # the child's row in the caseload list
    matched_by: str = ""  # by what that row was found to be the child's
    clocks: tuple[Clock, ...] = ()  # what the law says by when, as the list shows it

    @property
    def counts(self) -> bool:
        """Whether its plan stands in the caseload's figures: the latest of each child does."""
        return self.audit is not None and (self.version is None or self.version.counts)


@dataclass(frozen=True, slots=True)
class ListedChild:
    """A child of the caseload list of whom no plan was found."""

    listed: Listed
    why: str
    clocks: tuple[Clock, ...] = ()


@dataclass(frozen=True, slots=True)
class Caseload:
    """The authority's caseload list, beside the plans."""

    file: str  # its name, without the folder
    hash: str
    children: int
    rows: int
    columns: tuple[tuple[str, str], ...]  # what was found, under which head
    unknown: tuple[str, ...]  # heads that nothing is known of
    remarks: tuple[Remark, ...]
    differs: Mapping[str, str]  # by file: in what list and plan differ
    unlisted: tuple[Unlisted, ...]
    no_plan: tuple[ListedChild, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that is no document of anybody's: a lock file, an unfinished download."""

    file: str
    why: str  # in plain words: "hidden file", "unfinished download"


@dataclass(frozen=True, slots=True)
class Results:
    """All that one audit found: what every report is made from."""

    files: tuple[FileResult, ...]  # in the byte order of their paths
    left_out: tuple[LeftOut, ...]  # in the same order
    as_of: date  # the day on which dates were judged
    rubric: str  # its name and version
    rubric_hash: str
    version: str  # of the program
    clusters: tuple[Cluster, ...] = ()  # what was copied between the plans of different children
    caseload: Caseload | None = None  # the authority's own list; None where none was given
    lexicon: str = ""  # the words that plans were judged by: name, version, hash
    word_table: str = ""  # that helped to link the thread; empty where the rubric names none
    profile: str = ""  # the authority's own headings that were read by; empty where none were

    @property
    def by_status(self) -> dict[Status, int]:
        """How many files have each status, in the order of the list; those with none left out."""
        counts = Counter(result.status for result in self.files)
        return {status: counts[status] for status in Status if counts[status]}

    @property
    def audited(self) -> tuple[FileResult, ...]:
        """The files that were audited, wholly or in part."""
        return tuple(result for result in self.files if result.audit is not None)

    @property
    def counted(self) -> tuple[FileResult, ...]:
        """The files whose plans stand in the figures: one for each child."""
        return tuple(result for result in self.files if result.counts)
