"""What the Plans sheet says of the other plans of a child, and of other children of its name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from checks.caseload.versions import Version
from reports.result import FileResult

_NAMED = 3  # files; of more, how many


def versions_in_words(result: FileResult) -> str:
    """The same plan elsewhere, earlier and later versions, namesakes: a sentence each."""
    return " ".join(_sentences(result.file, result.version)) if result.version else ""


def _sentences(file: str, version: Version) -> Iterator[str]:
    if version.is_copy:
        other = PurePosixPath(version.file).suffix != PurePosixPath(file).suffix
        how = "in another format " if other else ""
        yield f"The same plan {how}as «{version.file}», where it is counted."
    elif not version.ordered:
        others = [name for name in version.history if name != file]
        once = "" if version.counts else " This one is not counted."
        yield f"Another version in {_files(others)}; which is newer could not be told.{once}"
    else:
        if version.later:
            yield f"Newer version in «{version.later}», which is counted."
        if version.earlier:
            yield f"Earlier version in «{version.earlier}»."
    if version.whose.perhaps:
        yield f"Perhaps the same child as in {_files(version.whose.perhaps)}: could not tell."
    if version.whose.namesakes:
        yield f"Another child of this name in {_files(version.whose.namesakes)}."


def _files(files: list[str] | tuple[str, ...]) -> str:
    named = ", ".join(f"«{file}»" for file in files[:_NAMED])
    more = len(files) - _NAMED
    return f"{named} and {more} more" if more > 0 else named
