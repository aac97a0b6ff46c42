"""Small plans as files, and the command line as a person uses it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from docx import Document
from reportlab.pdfgen.canvas import Canvas

from tests.extractors.pdf_files import drawn, write

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


def plan_file(
    path: Path,
    name: str = "Amira Hussain",
    detail: str = "she reads ten words",
    born: str = "4 March 2016",
    made: str = "4 May 2026",
) -> Path:
    """A plan of a few lines as a Word file, or as a PDF where the path ends so."""
    title, *lines = _lines(name, detail, born, made)
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".pdf":
        path.write_bytes(drawn(lambda page: _draw(page, [title, *lines])))
        return path
    document = Document()
    document.add_heading(title, 0)
    for line in lines:
        if line.startswith("Section"):
            document.add_heading(line, 1)
        else:
            document.add_paragraph(line)
    document.save(str(path))
    return path


def _lines(name: str, detail: str, born: str, made: str) -> Iterator[str]:
    yield "Education, Health and Care Plan"
    yield from (f"Name: {name}", f"Date of birth: {born}", f"Date of final plan: {made}")
    for heading, text in _SECTIONS:
        yield heading.format(name=name)
        yield text.format(name=name.partition(" ")[0], detail=detail)


def _draw(page: Canvas, lines: list[str]) -> None:
    """Each line of a plan as a paragraph of its own, headings in bold."""
    for number, line in enumerate(lines):
        heading = number == 0 or line.startswith("Section")
        page.setFont("Helvetica-Bold" if heading else "Helvetica", 14 if heading else 10)
        write(page, line, top=80 + number * 30)


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
        timeout=300,
        check=False,
    )


def command(*words: str | Path) -> list[str]:
    """The command as the system starts it."""
    return [sys.executable, "-m", "flows.cli", *map(str, words)]
