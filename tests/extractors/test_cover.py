"""Whose plan it is and as of when, in every shape that covers have."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.cover import read_cover
from extractors.document import Block, Caveat, Cell, Document, Paragraph, Place, Table
from extractors.plan import Child, Facts

PLACE = Place()
TITLE = "Education, Health and Care Plan"
REST = (
    "Section A: The views, interests and aspirations of the child",
    "Sam likes otters, swimming and being read to by his grandmother on Sundays, he told us.",
    "Section B: Special educational needs",
    "Sam finds it hard to follow an instruction of more than three words in a busy room.",
)


def line(text: str, *, bold: bool = False) -> Paragraph:
    return Paragraph(text, PLACE, bold=bold)


def grid(*rows: tuple[str, ...], shaded: tuple[int, ...] = (0,), head: bool = False) -> Table:
    """A table; the columns named in `shaded` hold labels."""
    cells = tuple(
        Cell(
            row=r,
            column=c,
            blocks=tuple(line(part, bold=c in shaded) for part in text.split("\n") if part),
            place=PLACE,
            shaded=c in shaded or (head and r == 0),
            head=head and r == 0,
        )
        for r, texts in enumerate(rows)
        for c, text in enumerate(texts)
    )
    return Table(cells, len(rows), max(map(len, rows)), PLACE)


def cover(*blocks: Block | str, margins: tuple[str, ...] = ()) -> tuple[Child, Facts]:
    """What is read from a cover of those blocks with a plan behind it."""
    made = (line(b) if isinstance(b, str) else b for b in (*blocks, *REST))
    return read_cover(Document("docx", tuple(made), margins=tuple(map(line, margins))))


def child(*blocks: Block | str, margins: tuple[str, ...] = ()) -> Child:
    return cover(*blocks, margins=margins)[0]


def facts(*blocks: Block | str, margins: tuple[str, ...] = ()) -> Facts:
    return cover(*blocks, margins=margins)[1]


BORN = date(2012, 2, 1)


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param((grid(("Name", "Sam Green"), ("DOB", "01/02/2012")),), id="two cells"),
        pytest.param(
            (grid(("Name:", "Sam Green", "D.O.B.:", "1.2.12"), shaded=(0, 2)),), id="four cells"
        ),
        pytest.param(
            (grid(("Name", "Date of birth"), ("Sam Green", "1 Feb 2012"), shaded=(), head=True),),
            id="label over value",
        ),
        pytest.param(
            (grid(("Name\nSam Green", "Date of birth\n1st February 2012"), shaded=()),),
            id="label and value in one cell",
        ),
        pytest.param(
            (grid(("Name: Sam Green", "DOB: 01/02/2012"), shaded=()),), id="colon in cell"
        ),
        pytest.param(("Name: Sam Green", "Date of Birth: 01-Feb-2012"), id="colon"),
        pytest.param(("Name: Sam Green DOB: 01/02/2012",), id="two on a line"),
        pytest.param(("Name:\tSam Green\tD.O.B:\t01/02/2012",), id="tabs"),
        pytest.param(
            ("Name\tSam Green\tSex\tMale", "Date of birth 1/2/12\tSchool\tHill"), id="columns"
        ),
        pytest.param(
            ("Child’s name:", "Sam Green", "Date of birth:", "01/02/2012"), id="next line"
        ),
        pytest.param(("My name is Sam Green", "I was born on 1 February 2012"), id="first person"),
        pytest.param(("for Sam Green", "Born 1 February 2012"), id="title goes on"),
        pytest.param(("Sam Green", "Date of birth 1 February 2012"), id="a line of its own"),
        pytest.param(
            (grid(("Surname", "GREEN"), ("Forename(s)", "Sam"), ("DOB", "01/02/2012")),), id="apart"
        ),
        pytest.param(
            (grid(("Surname: GREEN", "First name: Sam"), ("DOB: 01/02/2012", "")),),
            id="apart inline",
        ),
        pytest.param((grid(("Name of child", "GREEN, Sam"), ("DOB", "01/02/2012")),), id="comma"),
        pytest.param((grid(("Full name", "SAM GREEN"), ("DOB", "01/02/2012")),), id="capitals"),
        pytest.param(
            (grid(("Child / Young Person", "Master Sam Green"), ("Birth date", "2012-02-01")),),
            id="child or young person",
        ),
        pytest.param(
            (grid(("Pupil's full name", "Sam Green"), ("Date of Birth (DOB)", "01/02/12")),),
            id="pupil",
        ),
    ],
)
def test_name_and_date_of_birth(blocks: tuple[Block | str, ...]) -> None:
    read = child(line(TITLE, bold=True), *blocks)
    assert (read.name, read.date_of_birth) == ("Sam Green", BORN)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Education, Health and Care Plan for Zoë O’Hare", "Zoë O’Hare"),
        ("Education, Health and Care (EHC) Plan: Sam Green", "Sam Green"),
        ("EHC Plan – Éloïse Marchetti-Dunne", "Éloïse Marchetti-Dunne"),
        ("Sam Green’s Education, Health and Care Plan", "Sam Green"),
        ("EDUCATION, HEALTH AND CARE PLAN FOR IDRIS AP RHYS", "Idris ap Rhys"),
        ("Education, Health and Care Plan", None),
        ("Final Education, Health and Care Plan", None),
    ],
)
def test_a_name_in_the_title(title: str, name: str | None) -> None:
    assert child(title).name == name


@pytest.mark.parametrize(
    ("printed", "name", "called"),
    [
        ("Samuel Green (known as Sam)", "Samuel Green", "Sam"),
        ("Samuel Green, likes to be called Sam", "Samuel Green", "Sam"),
        ("Samuel “Sam” Green", "Samuel Green", "Sam"),
        ("Xiu-Ying Tan", "Xiu-Ying Tan", None),
        ("Luka Petrović", "Luka Petrović", None),
        ("Sofia de la Cruz", "Sofia de la Cruz", None),
        ("Róisín Ní Bhriain", "Róisín Ní Bhriain", None),
        ("MCDONALD, Isla", "Isla McDonald", None),
        ("[Name]", None, None),
        ("XXXX", None, None),
        ("Click or tap here to enter text.", None, None),
        ("", None, None),
    ],
)
def test_names_as_printed(printed: str, name: str | None, called: str | None) -> None:
    read = child(TITLE, grid(("Name", printed), ("DOB", "01/02/2012")))
    assert (read.name, read.known_as) == (name, called)


def test_initials_on_the_cover_and_the_whole_name_in_the_running_head() -> None:
    read = child(
        TITLE, grid(("Name", "S.G."), ("DOB", "x")), margins=("EHC Plan Sam Green Page 1",)
    )
    assert read.name == "Sam Green"
    assert child(TITLE, grid(("Name", "S.G."), ("DOB", "x"))).name == "S.G."


def test_known_as_by_its_own_label() -> None:
    read = child(TITLE, grid(("Name", "Samuel Green"), ("Preferred name", "Sam")))
    assert (read.name, read.known_as) == ("Samuel Green", "Sam")


def test_the_running_head_where_there_is_no_cover() -> None:
    read = child(margins=("Sam Green    DOB 01/02/2012", "OFFICIAL-SENSITIVE | Page 1 of 9"))
    assert (read.name, read.date_of_birth) == ("Sam Green", BORN)


def test_the_parents_are_not_the_child() -> None:
    details = grid(("Name", "Sam Green"), ("DOB", "01/02/2012"))
    parents = grid(
        ("Name", "Relationship", "Telephone", "DOB"),
        ("Jo Green", "Mother", "01632 960001", "03/04/1980"),
        head=True,
    )
    for blocks in ((details, parents), (parents, details)):
        read = child(TITLE, *blocks)
        assert (read.name, read.date_of_birth) == ("Sam Green", BORN)


@pytest.mark.parametrize(
    ("title", "born"),
    [
        ("for Sam Green (01/02/2012)", BORN),
        ("for Sam Green (10/03/2026)", None),  # the plan's own date
        ("for Sam Green (01/02/1980)", None),  # nobody of that age has a plan
        ("for Sam Green, who was seen on 01/02/2012", None),
    ],
)
def test_a_date_beside_the_name_that_gives_an_age(title: str, born: date | None) -> None:
    found = child("EHC Plan", title, grid(("Name", "Sam Green"), ("Date of plan", "10/03/2026")))
    assert found.date_of_birth == born


def test_a_labelled_date_of_the_plan_comes_before_one_in_a_sentence() -> None:
    read = facts("Date of plan: 10 March 2026", "See the health care plan of 12 February 2026.")
    assert read.date == date(2026, 3, 10)


def test_two_dates_of_birth_and_no_way_to_tell() -> None:
    assert child(TITLE, "DOB: 01/02/2012", "DOB: 01/03/2012").date_of_birth is None
    told = child(TITLE, "DOB: 01/02/2012", "DOB: 01/03/2012", margins=("DOB 01/02/2012",))
    assert told.date_of_birth == BORN


def test_a_slogan_is_not_a_name() -> None:
    assert (
        child("Working Together", TITLE, "Sam Green", "Date of birth: 1/2/2012").name == "Sam Green"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Previous status: Draft",
        "Previous school: Alder Bank School",
        "Parent’s name: Jo Green",
        "Name of parent: Jo Green",
        "Type of setting: Special school",
        "Parent date of birth: 03/04/1980",
        "Social worker’s name: Jo Green",
        "Academic year: 2025/26",
    ],
)
def test_labels_of_something_else(text: str) -> None:
    assert cover(TITLE, text) == (Child(), Facts())
    label, value = text.split(": ")
    assert cover(TITLE, grid((label, value))) == (Child(), Facts())


def test_an_empty_cell_between_label_and_value() -> None:
    assert child(TITLE, grid(("Name", "", "Sam Green"))).name == "Sam Green"
    read = child(TITLE, grid(("Name", "", "DOB", "1/2/2012")))
    assert (read.name, read.date_of_birth) == (None, BORN)


def test_one_column_of_labels_and_values() -> None:
    read = child(TITLE, grid(("Name",), ("Sam Green",), ("DOB",), ("1/2/2012",), shaded=()))
    assert (read.name, read.date_of_birth) == ("Sam Green", BORN)


def test_a_blank_cover_gives_nothing() -> None:
    read, plan = cover(TITLE, grid(("Name", ""), ("Date of birth", ""), ("Year group", "")))
    assert read == Child()
    assert plan == Facts()


@pytest.mark.parametrize(
    ("label", "printed", "read"),
    [
        ("Year group", "Year 4", "Year 4"),
        ("Year group:", "Y9", "Y9"),
        ("NCY", "6", "NCY 6"),
        ("National Curriculum Year", "NCY 6", "NCY 6"),
        ("NC Year", "11", "Year 11"),
        ("Year", "Reception", "Reception"),
        ("Current year group", "Nursery", "Nursery"),
        ("Year group", "Year 12 (2025-26)", "Year 12"),
        ("I am in", "Year 8", "Year 8"),
        ("Year group", "", None),
        ("Year group", "n/a", None),
        ("Year group", "2025", None),
    ],
)
def test_year_group(label: str, printed: str, read: str | None) -> None:
    assert child(TITLE, grid(("Name", "Sam Green"), (label, printed))).year_group == read


def test_values_that_are_labels_elsewhere() -> None:
    table = grid(("Status", "Final plan", "Year group", "Nursery"), shaded=())
    read, plan = cover(TITLE, table)
    assert (plan.status, read.year_group) == ("final", "Nursery")


def test_no_year_group_from_the_text() -> None:
    assert child(TITLE, "Name: Sam Green").year_group is None


@pytest.mark.parametrize(
    "label",
    [
        "Setting",
        "Current setting",
        "School",
        "School or setting",
        "Current placement",
        "Name of current school/setting",
        "Current educational placement",
        "School, college or setting",
        "Attends",
        "Where I go to school or college",
        "School, college or training provider",
        "I go to",
    ],
)
def test_setting(label: str) -> None:
    assert facts(TITLE, grid((label, "Alder Bank School"))).setting == "Alder Bank School"


def test_a_value_that_ends_like_a_label() -> None:
    read, plan = cover(TITLE, "School:\tHill High School\tYear group:\tYear 9")
    assert (plan.setting, read.year_group) == ("Hill High School", "Year 9")


@pytest.mark.parametrize("printed", ["To be confirmed", "N/A", "", "-"])
def test_no_setting(printed: str) -> None:
    assert facts(TITLE, grid(("Setting", printed))).setting is None


@pytest.mark.parametrize(
    ("blocks", "status"),
    [
        pytest.param((grid(("Status", "Final")),), "final", id="label"),
        pytest.param((grid(("Plan status", "Draft amended")),), "draft", id="draft amended"),
        pytest.param(
            (grid(("Type of plan", "Final Amended Plan")),), "amended", id="final amended"
        ),
        pytest.param((grid(("Status", "Proposed amended")),), "proposed", id="proposed"),
        pytest.param((grid(("Status", "Draft / Proposed / Final")),), None, id="no choice made"),
        pytest.param(("☒ Final ☐ Draft",), "final", id="boxes before"),
        pytest.param(("Draft ☐ Final ☒",), "final", id="boxes after"),
        pytest.param(("☐ Draft ☐ Proposed ☐ Final ☑ Amended final",), "amended", id="amended box"),
        pytest.param(("☐ ☐ ☒ Draft Proposed Final amended",), "amended", id="boxes all first"),
        pytest.param(("Draft Final Amended ☐ ☒ ☐",), "final", id="boxes all last"),
        pytest.param(("[ ] Draft [x] Final",), "final", id="typed boxes"),
        pytest.param(
            (grid(("☐ Draft plan", "☒ Proposed plan", "☐ Final plan"), shaded=()),),
            "proposed",
            id="boxes in cells",
        ),
        pytest.param((grid(("Draft", "☐"), ("Final", "☒")),), "final", id="boxes in own cells"),
        pytest.param(("☐ Draft plan ☐ Final plan",), None, id="no box ticked"),
        pytest.param(("FINAL PLAN",), "final", id="line"),
        pytest.param((f"My {TITLE} Sam Green Amended final plan",), "amended", id="one long line"),
        pytest.param(
            (grid(("Status of plan: Proposed plan", "x"), shaded=()),), "proposed", id="in"
        ),
        pytest.param(
            (grid(("About this plan", "This is Sam’s plan.\nStatus: Draft")),), "draft", id="beside"
        ),
        pytest.param(("Final plan, 21 October 2024",), "final", id="line with date"),
        pytest.param(("Amended Final EHC Plan",), "amended", id="amended line"),
        pytest.param((grid(("Date of final plan", "03/02/2025")),), "final", id="date alone"),
        pytest.param((grid(("Amended with effect from", "03/02/2025")),), "amended", id="amended"),
        pytest.param((), None, id="nothing"),
    ],
)
def test_status(blocks: tuple[Block | str, ...], status: str | None) -> None:
    assert facts(TITLE, "Name: Sam Green", *blocks).status == status


def test_a_draft_by_its_watermark() -> None:
    assert facts(TITLE, "Name: Sam Green", margins=("DRAFT",)).status == "draft"
    assert facts(TITLE, "Final plan", "Name: Sam Green", margins=("DRAFT",)).status == "final"


MADE = date(2025, 2, 3)


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param(
            (
                grid(
                    ("Date original EHCP issued", "01/02/2020"),
                    ("Date of draft", "06/01/2025"),
                    ("Date of final plan", "03/02/2025"),
                    ("Date of last review", "10/12/2024"),
                    ("Next review date", "02/02/2026"),
                ),
            ),
            id="many dates",
        ),
        pytest.param(
            (grid(("Final plan", "01/02/2020"), ("Amended with effect from", "03/02/2025")),),
            id="amended",
        ),
        pytest.param((grid(("Plan dated", "3rd February 2025"), ("Draft", "6.1.25")),), id="dated"),
        pytest.param(
            (
                grid(
                    ("First plan", "Draft", "Final / amended", "Review by"),
                    ("01/02/2020", "06/01/2025", "03/02/2025", "02/02/2026"),
                    shaded=(0, 1, 2, 3),
                    head=True,
                ),
            ),
            id="heads over values",
        ),
        pytest.param(("Initial plan: 01/02/2020 Current plan: 03/02/2025",), id="on one line"),
        pytest.param(
            ("This plan was made on 3 February 2025 by Northmere Council.",), id="sentence"
        ),
        pytest.param(("Date of issue: 03/02/2025",), id="issue"),
        pytest.param(("for Sam Green made on 3 February 2025 by the City",), id="made on"),
        pytest.param(("This is a final plan. It was issued on 3rd February 2025.",), id="issued"),
        pytest.param(("UPN\tX1\tThis plan\t03/02/2025",), id="this plan in columns"),
        pytest.param((grid(("Date", "3 February 2025")),), id="plain"),
        pytest.param(
            (grid(("Previous final plan", "01/02/2024"), ("This EHCP:", "03/02/2025")),),
            id="this and the one before",
        ),
    ],
)
def test_the_date_of_the_plan(blocks: tuple[Block | str, ...]) -> None:
    assert facts(TITLE, "Name: Sam Green", "DOB: 01/02/2012", *blocks).date == MADE


@pytest.mark.parametrize(
    "line_text",
    ["First plan: 01/02/2020", "Date of annual review meeting: 3/4/2024", "Printed 1/1/26"],
)
def test_other_dates_are_not_the_plans(line_text: str) -> None:
    assert facts(TITLE, "Name: Sam Green", line_text).date is None


def test_two_dates_and_no_way_to_tell() -> None:
    plan = facts(TITLE, "Name: Sam Green", "Plan date: 03/02/2025", "Plan dated: 04/02/2025")
    assert plan.date is None


def test_a_draft_speaks_from_its_own_date() -> None:
    table = grid(("Status", "Draft"), ("Draft plan sent", "03/02/2025"), ("Final plan", ""))
    plan = facts(TITLE, "Name: Sam Green", table)
    assert (plan.status, plan.date) == ("draft", MADE)


def test_the_sign_off_where_the_cover_has_no_date() -> None:
    blocks = (TITLE, "Name: Sam Green", "DOB: 01/02/2012", *REST)
    advice = grid(("Advice from", "Name", "Date"), ("Teacher", "Mr Hall", "01/11/2024"), head=True)
    signed = grid(("Signed", "J. Hollins"), ("Date", "3 February 2025"))
    plan = facts(*blocks, "Section K: Advice", advice, signed)
    assert plan.date == MADE
    assert facts(*blocks, "Section K: Advice", advice).date is None
    line_off = "Signed on behalf of the authority: ________ Date: 3 February 2025"
    assert facts(*blocks, "Section K: Advice", advice, line_off).date == MADE
    assert facts(*blocks, "Signed: J. Hollins", "Dated this 3rd day of February 2025").date == MADE


@pytest.mark.parametrize(
    "text",
    [
        "To be reviewed by: 02/02/2026",
        "Next annual review by 2 February 2026",
        "Review due: 02.02.26 and annually thereafter",
        "This plan must be reviewed before 2 February 2026",
        "Date by which it must be reviewed: 02/02/2026",
        "We will look at this plan again by: 2 February 2026, and every six months after that",
        (
            "This is the final plan for Sam Green, made after the annual review of 15 January 2025."
            " The plan must be reviewed no later than 2 February 2026."
        ),
    ],
)
def test_review_date(text: str) -> None:
    plan = facts(TITLE, "Name: Sam Green", "Final plan: 03/02/2025", text)
    assert (plan.date, plan.review_date) == (MADE, date(2026, 2, 2))


def test_a_review_already_held_is_not_the_next_one() -> None:
    plan = facts(TITLE, "Final plan: 03/02/2025", "Date of annual review: 10/12/2024")
    assert plan.review_date is None


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("Northmere County Council", "Northmere County Council"),
        ("EASTMARCH CITY COUNCIL", "Eastmarch City Council"),
        ("Local authority: Calderhythe", "Calderhythe"),
        ("Sam Green\tNorthmere County Council", "Northmere County Council"),
        ("Marlow and Heath Borough Council", "Marlow and Heath Borough Council"),
        ("London Borough of Saltings", "London Borough of Saltings"),
        ("A plan", None),
    ],
)
def test_authority(text: str, authority: str | None) -> None:
    assert facts(TITLE, text, "Name: Sam Green").authority == authority


def test_a_letter_before_the_cover_loses() -> None:
    letter = ("Eastmarch City Council", "1 May 2026", "Dear Jo Green", "I enclose the plan.")
    read, plan = cover(*letter, line(TITLE, bold=True), "Name: Sam Green", "Plan dated: 3/2/25")
    assert (read.name, plan.date) == ("Sam Green", MADE)


def test_a_review_form_before_the_cover_loses() -> None:
    form = (
        line("Annual Review Report", bold=True),
        grid(("Name of child", "Sam Green"), ("Year group", "Year 6"), ("Date", "1 May 2026")),
    )
    details = grid(("Name", "Sam Green"), ("Year group", "Year 5"), ("Plan dated", "3/2/2025"))
    read, plan = cover(*form, line(TITLE, bold=True), details)
    assert (read.year_group, plan.date) == ("Year 5", MADE)


def test_a_contents_page_does_not_end_the_cover() -> None:
    contents = ("Section A: Views 2", "Section B: Needs 3", "Section C: Health 5", "Section D 6")
    read = child(TITLE, *contents, grid(("Name", "Sam Green"), ("Year group", "Year 5")))
    assert (read.name, read.year_group) == ("Sam Green", "Year 5")


def test_an_empty_document() -> None:
    assert read_cover(Document("pdf", ())) == (Child(), Facts())
    assert read_cover(Document("pdf", (line("Dear Jo"),))) == (Child(), Facts())


PIECES = st.sampled_from(
    [
        "Name",
        "DOB:",
        "1/2/12",
        "Sam Green",
        ":",
        "\n",
        "\t",
        "☒",
        "Final",
        "Section A",
        "Dear",
        " ",
        "(",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=5), max_size=8).map(" ".join)


@given(texts=st.lists(TEXTS, max_size=6), rows=st.lists(st.tuples(TEXTS, TEXTS), max_size=4))
@settings(max_examples=100, deadline=None)
def test_any_document_has_a_cover_or_none(texts: list[str], rows: list[tuple[str, str]]) -> None:
    blocks: tuple[Block, ...] = tuple(map(line, texts))
    read, _ = read_cover(Document("docx", (*blocks, *([grid(*rows)] if rows else []))))
    assert read.name is None or read.name.strip()


def test_details_inside_the_first_part() -> None:
    table = grid(("My name is", "Sam Green"), ("I was born on", "1/2/12"), ("I am in", "Year 8"))
    read = child("Part 1: Who am I?", table, "Part 2: About me (Section A)")
    assert (read.name, read.date_of_birth, read.year_group) == ("Sam Green", BORN, "Year 8")


def test_what_text_recognition_was_not_sure_of_is_not_stated() -> None:
    told = grid(("Name", "Amira Hale"), ("Date of birth", "12/05/2015"), ("UPN", "W993074745824"))
    unsure = replace(told, cells=tuple(map(_unsure, told.cells)))
    found, _ = read_cover(Document("pdf", (unsure,), caveats=frozenset({Caveat.READ_BY_OCR})))
    assert (found.name, found.date_of_birth, found.upn) == ("Amira Hale", None, "W993074745824")


def _unsure(cell: Cell) -> Cell:
    """A date as a scan may give it: not certain."""
    if "/" not in cell.text:
        return cell
    place = Place(page=1, confidence=0.4)
    return replace(cell, blocks=(Paragraph(cell.text, place),))
