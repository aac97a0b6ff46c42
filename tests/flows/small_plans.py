"""Small plans as files, and the command line as a person uses it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from docx import Document

FAULTS = Path(__file__).parent / "faults"
ROOT = Path(__file__).parents[2]

_SECTIONS = (
    ("Section A: The views, interests and aspirations of {name}", "{name} wants to be a baker."),
    ("Section B: Special educational needs", "{name} has difficulty with reading: {detail}."),
    ("Section C: Health needs", "None identified."),
    ("Section D: Social care needs", "None identified."),
    (
        "Section E: Outcomes",
        "By the end of Year 6, {name} will read 60 words a minute from a Year 4 text.",
    ),
    (
        "Section F: Special educational provision",
        "A TA trained in phonics will teach {name} to read for 20 minutes, four times a week.",
    ),
    ("Section I: Placement", "{name} attends Alder Bank Primary School."),
    ("Section K: Advice and information", "Educational psychologist, 2 February 2026."),
)


def plan_file(path: Path, name: str = "Amira Hussain", detail: str = "she reads ten words") -> Path:
    """A plan of a few lines as a Word file."""
    document = Document()
    document.add_heading("Education, Health and Care Plan", 0)
    for label, value in (
        ("Name", name),
        ("Date of birth", "4 March 2016"),
        ("Date of final plan", "4 May 2026"),
    ):
        document.add_paragraph(f"{label}: {value}")
    for heading, text in _SECTIONS:
        document.add_heading(heading.format(name=name), 1)
        document.add_paragraph(text.format(name=name.partition(" ")[0], detail=detail))
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))
    return path


def caseload(folder: Path, size: int) -> Path:
    """A folder of so many plans, each of another child."""
    for number in range(size):
        name = f"Child{chr(65 + number % 26)}{chr(97 + number // 26)} Tester"
        plan_file(folder / f"plan {number:03}.docx", name, f"she reads {number} words")
    return folder


def environment(**more: str) -> dict[str, str]:
    """The environment of a person, with the faults within reach and nothing of Prefect's."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    return {**own, "PYTHONPATH": str(FAULTS), "PYTHONWARNINGS": "default", **more}


def goldenthread(*words: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    """What the command says, and how it ends."""
    return subprocess.run(  # noqa: S603 -- our own command
        command(*words),
        env=environment(**more),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def command(*words: str | Path) -> list[str]:
    """The command as the system starts it."""
    return [sys.executable, "-m", "flows.cli", *map(str, words)]
