"""Plans in a layout whose headings nobody knows: mountains, ropes and guides."""

from __future__ import annotations

from pathlib import Path

from docx import Document

HEADINGS = {
    "A": "The climber",
    "B": "The mountain",
    "E": "The summits",
    "F": "Ropes and guides",
}
CHILDREN = (
    ("Amira Hussain", "4 March 2016", "reading", "twenty"),
    ("Tomas Varga", "19 July 2015", "writing", "fifteen"),
    ("Bethan Rowe", "2 November 2014", "number", "twelve"),
)
_PARTS = (
    ("A", ("{name} wants to be a vet one day.", "The family went up to the mountain in summer.")),
    (
        "B",
        (
            "{name} finds {subject} hard and needs each step shown twice.",
            "{name} struggles to stay with {subject} for more than {count} minutes.",
        ),
    ),
    (None, ("Health needs", "None identified.")),
    (None, ("Social care needs", "None identified.")),
    (
        "E",
        (
            "By the end of Year 6, {name} will finish {count} minutes of {subject} alone.",
            "By July 2027, {name} will ask a friend for help with {subject} on four days a week.",
        ),
    ),
    (
        "F",
        (
            "A teaching assistant will work with {name} on {subject} for {count} minutes a day.",
            "The school will give {name} a rope of guides and summits for {subject} every Monday.",
        ),
    ),
    (None, ("Placement", "{name} attends a primary school.")),
)


def plan_file(path: Path, child: tuple[str, str, str, str]) -> Path:
    """One child's plan in that layout."""
    name, born, subject, count = child
    words = {"name": name.split()[0], "subject": subject, "count": count}
    document = Document()
    document.add_heading("Education, Health and Care Plan", 0)
    table = document.add_table(3, 2)
    for row, (label, value) in enumerate(
        (("Who is climbing", name), ("Set out on", born), ("Form signed", "4 May 2026"))
    ):
        table.cell(row, 0).text, table.cell(row, 1).text = label, value
    document.add_paragraph(f"{words['name']}'s own page, for {subject}").runs[0].bold = True
    document.add_paragraph(f"{words['name']} drew a climber here, with ropes, and {count} trees.")
    for letter, texts in _PARTS:
        heading, *rest = (HEADINGS[letter], *texts) if letter else texts
        document.add_heading(heading, 1)
        for text in rest:
            document.add_paragraph(text.format(**words))
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))
    return path


def caseload(folder: Path) -> Path:
    """A folder of three children's plans, and a second copy of the first child's."""
    for number, child in enumerate(CHILDREN):
        plan_file(folder / f"{number}.docx", child)
    return folder
