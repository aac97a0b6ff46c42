"""The same plan as a Word file and as its PDF: how far the two give the same items."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extractors.document import Caveat
from extractors.plan import Plan
from extractors.read import read

OFFICE = shutil.which("soffice")
_Key = tuple[str, str, str]  # kind, section, words


@dataclass(slots=True)
class Agreement:
    """Items of both files, of the Word file alone and of the PDF alone."""

    both: Counter[_Key] = field(default_factory=Counter)
    word: Counter[_Key] = field(default_factory=Counter)
    pdf: Counter[_Key] = field(default_factory=Counter)
    plans: int = 0

    def add(self, word: Plan, pdf: Plan) -> None:
        """Takes in one plan, read from either file."""
        one, other = _items(word), _items(pdf)
        self.both += one & other
        self.word += one - other
        self.pdf += other - one
        self.plans += 1

    def f1(self, kind: str = "") -> float:
        """How many items are the same: of one kind, or of all."""
        both, word, pdf = (_count(keys, kind) for keys in (self.both, self.word, self.pdf))
        return 2 * both / (2 * both + word + pdf) if both + word + pdf else 1.0

    def lines(self) -> Iterator[str]:
        """The figures, and each item that only one of the files gave."""
        yield f"{self.plans} plans, all items: F1 {self.f1():.4f}"
        for kind in sorted({key[0] for key in self.both + self.word + self.pdf}):
            yield f"    {kind:<11} F1 {self.f1(kind):.4f}, {_count(self.both, kind)} the same"
        for only, keys in (("Word", self.word), ("PDF", self.pdf)):
            for kind, section, words in sorted(keys.elements()):
                yield f"    {only} only: {section} {kind}: {words[:90]}"


def _count(keys: Counter[_Key], kind: str) -> int:
    return sum(count for key, count in keys.items() if kind in {"", key[0]})


def _items(plan: Plan) -> Counter[_Key]:
    return Counter((item.kind, item.section, _normal(item.text)) for item in plan.items)


def _normal(text: str) -> str:
    """The words alone: neither capitals nor signs."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def printed(files: Iterable[Path], folder: Path) -> list[Path]:
    """The PDFs of Word files, all made by one call of LibreOffice; `folder` holds its profile."""
    files = list(files)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run(  # noqa: S603 -- our own files, by the program that was found
        [*command, *map(str, files)], check=True, capture_output=True, timeout=300
    )
    return [folder / f"{file.stem}.pdf" for file in files]


def agreement(files: Iterable[Path], folder: Path) -> Agreement:
    """How far Word files and their PDFs agree.

    Left out are files that hold no plan, and those with tracked changes: LibreOffice prints what
    was deleted as well.
    """
    plans = {file: plan for file in files if isinstance(plan := read(file), Plan)}
    plans = {
        file: plan for file, plan in plans.items() if Caveat.TRACKED_CHANGES not in plan.caveats
    }
    found = Agreement()
    for plan, pdf in zip(plans.values(), printed(plans, folder), strict=True):
        other = read(pdf)
        if isinstance(other, Plan):
            found.add(plan, other)
        else:
            found.word += _items(plan)
    return found
