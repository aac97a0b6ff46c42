"""The caseload list: any list that we can write is read back, and what is wrong is said."""

from __future__ import annotations

import contextlib
import csv
import io
import time
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from extractors import guards
from extractors.caseload_columns import words
from extractors.caseload_list import caseload_in, load_caseload
from extractors.caseload_table import CaseloadError
from extractors.caseload_values import DATES, YES_OR_NO, Wrong, date_of
from extractors.listed import CaseloadList
from extractors.pupil_numbers import is_upn

UPN = "K992446522065"
OTHER_UPN = "F851496765553"
HEADS = ["UPN", "Name", "Date of birth", "Request received", "Tribunal"]
Row = Sequence[object]


def as_csv(rows: Sequence[Row], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


def as_xlsx(*sheets: Sequence[Row]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"Sheet {number}")
        for row in rows:
            sheet.append(list(row))
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def read(data: bytes) -> CaseloadList:
    return caseload_in(data, "list.csv")


def says(told: CaseloadList) -> list[tuple[int, str, str]]:
    return [(r.row, r.column, r.says) for r in told.remarks]


DAYS = st.dates(date(1985, 1, 1), date(2059, 12, 31))
WRITTEN: dict[str, Callable[[date], str]] = {
    "ISO": lambda d: d.isoformat(),
    "ISO with a time": lambda d: f"{d.isoformat()}T00:00:00",
    "day first": lambda d: f"{d:%d/%m/%Y}",
    "with dots": lambda d: f"{d.day}.{d.month}.{d.year}",
    "short year": lambda d: f"{d:%d-%m-%y}",
    "in words": lambda d: f"{d.day} {d:%B} {d.year}",
    "short month": lambda d: f"{d:%d-%b-%y}",
    "SEN2 export": lambda d: f"{d:%Y-%b-%d} 00:00:00",
    "month in words first": lambda d: f"{d:%B} {d.day}, {d.year}",
    "Excel's count": lambda d: str((d - date(1899, 12, 30)).days),
}


@pytest.mark.parametrize("form", WRITTEN)
@settings(max_examples=15, deadline=None)
@given(day=DAYS)
def test_a_date_in_any_form_is_read_back(form: str, day: date) -> None:
    assert date_of(WRITTEN[form](day)) == day


@pytest.mark.parametrize(
    ("cell", "wrong"),
    [
        ("31/02/2026", Wrong.NO_SUCH_DAY),
        ("12/31/2026", Wrong.NO_SUCH_DAY),
        ("Spring term", Wrong.NO_DATE),
        ("01/02", Wrong.NO_DATE),
        ("1066-10-14", Wrong.FAR_AWAY),
        (12, Wrong.NO_DATE),
        (float("inf"), Wrong.NO_DATE),
        (True, Wrong.NO_DATE),
    ],
)
def test_what_is_no_date_is_never_made_one(cell: object, wrong: Wrong) -> None:
    assert date_of(cell) is wrong


def test_a_column_with_the_month_first_is_not_guessed_at() -> None:
    rows = [HEADS, [UPN, "A B", "", "03/04/2026", ""], ["", "C D", "", "03/31/2026", ""]]

    told = read(as_csv(rows))

    assert [child.requested for child in told.children] == [None, None]
    assert (0, "Request received", Wrong.MONTH_FIRST.value) in says(told)


def test_one_slip_among_many_dates_does_not_tell_of_the_column() -> None:
    rows: list[Row] = [["Ref", "DOB"], *([f"R{n}", "25/04/2015"] for n in range(20))]
    rows += [["R20", "12/31/2015"], ["R21", "03/04/2015"]]

    told = read(as_csv(rows))

    assert says(told) == [(22, "DOB", Wrong.NO_SUCH_DAY.value)]
    assert told.children[-1].born == date(2015, 4, 3)


def test_another_column_with_the_month_first_makes_ambiguous_ones_doubtful() -> None:
    rows: list[Row] = [["Ref", "DOB", "Request received", "Draft issued"]]
    rows += [
        ["R1", "03/14/2015", "03/04/2026", "25/04/2026"],
        ["R2", "", "01/02/2026", "01/05/2026"],
    ]

    told = read(as_csv(rows))

    assert [(c.born, c.requested) for c in told.children] == [(None, None), (None, None)]
    assert [c.drafted for c in told.children] == [date(2026, 4, 25), date(2026, 5, 1)]
    assert says(told) == [
        (0, "DOB", Wrong.MONTH_FIRST.value),
        (0, "Request received", Wrong.MAY_BE_MONTH_FIRST.value),
    ]


def test_dates_that_excel_seems_to_have_turned_are_not_used() -> None:
    meant = [date(2026, 4, 3), date(2026, 2, 1), date(2025, 12, 11)]  # read as 4 March, ...
    rows: list[Row] = [["Ref", "Request received"]]
    rows += [[f"R{n}", datetime(d.year, d.day, d.month)] for n, d in enumerate(meant)]  # noqa: DTZ001 -- a cell
    rows += [[f"T{n}", f"{n + 13}/03/2026"] for n in range(3)]

    told = read(as_xlsx(rows))

    assert {child.requested for child in told.children} == {None}
    assert says(told) == [(0, "Request received", Wrong.TURNED.value)]


TEXT = st.text(st.characters(codec="cp1252", categories=["L", "Nd"]), min_size=1, max_size=12)
NAMES = st.lists(TEXT.filter(str.isalpha), min_size=2, max_size=3).map(" ".join)
BIRTHS, REQUESTS = (
    st.dates(date(2001, 1, 1), date(2019, 1, 1)),
    st.dates(date(2020, 1, 1), date(2059, 1, 1)),
)
CHILDREN = st.lists(
    st.tuples(NAMES, BIRTHS, st.none() | REQUESTS, st.none() | st.booleans()),
    min_size=1,
    max_size=6,
    unique_by=lambda child: child[0].casefold(),
)


@settings(max_examples=25, deadline=None)
@given(
    children=CHILDREN,
    delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
    above=st.integers(0, 4),
)
def test_any_csv_that_can_be_written_is_read_back(
    children: list[tuple[str, date, date | None, bool | None]],
    delimiter: str,
    encoding: str,
    above: int,
) -> None:
    answers = {True: "Yes", False: "no", None: ""}
    heads = ["Case ref", *HEADS[1:]]
    rows = [["Open cases"]] * above + [heads]
    rows += [
        [f"REF{n}", name, f"{born:%d/%m/%Y}", asked.isoformat() if asked else "", answers[appeal]]
        for n, (name, born, asked, appeal) in enumerate(children)
    ]

    told = read(as_csv(rows, delimiter, encoding))

    assert [(c.reference, c.born, c.requested, c.tribunal) for c in told.children] == [
        (f"REF{n}", born, asked, appeal) for n, (_, born, asked, appeal) in enumerate(children)
    ]
    assert [c.row for c in told.children] == [above + 2 + n for n in range(len(children))]
    assert not told.remarks


@settings(max_examples=10, deadline=None)
@given(children=CHILDREN)
def test_any_workbook_that_can_be_written_is_read_back(
    children: list[tuple[str, date, date | None, bool | None]],
) -> None:
    rows: list[Row] = [["Case ref", *HEADS[1:]]]
    rows += [
        [f"REF{n}", name, datetime(b.year, b.month, b.day), asked, appeal]  # noqa: DTZ001 -- a cell
        for n, (name, b, asked, appeal) in enumerate(children)
    ]

    told = read(as_xlsx(rows))

    assert [(c.name, c.born, c.requested, c.tribunal) for c in told.children] == children
    assert not told.remarks


def test_every_name_of_a_column_means_one_thing_and_every_field_is_known() -> None:
    from extractors.listed import Listed  # noqa: PLC0415 -- beside what it is compared with

    columns = words()["columns"]
    assert isinstance(columns, dict)
    fields = set(Listed.__dataclass_fields__) | {"forename", "surname"}
    assert set(columns) <= fields
    assert set(columns) >= DATES | YES_OR_NO
    names = [name for field in columns for name in {n.replace(" ", "") for n in columns[field]}]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("PersonBirthDate", "born"),
        ("DOB (dd/mm/yyyy)", "born"),
        ("ReceivedDate", "requested"),
        ("Date of the EHCP request", "requested"),
        ("RequestOutcomeDate", "decided"),
        ("AssessmentOutcomeDate", "first_finalised"),
        ("ReviewMeeting", "reviewed"),
        ("Date of most recent annual review", "reviewed"),
        ("LastReview", "review_decided"),
        ("ReviewDraft", "amendment_noticed"),
        ("PhaseTransferFinalDate", "phase_finalised"),
        ("Week20", "exception"),
        ("SENtype", "primary_need"),
        ("Next Annual Review Due Date", "review_due"),
    ],
)
def test_columns_are_known_by_their_sen2_names_and_by_plain_ones(head: str, field: str) -> None:
    told = read(as_csv([["UPN", head], [UPN, "2026-01-05"]]))

    assert (field, head) in told.columns


def test_bad_values_are_said_with_row_and_column_and_never_repeated() -> None:
    rows = [HEADS, ["K123", "Ann Bee", "31/02/2017", "soon", "maybe"], [UPN, "=1+1", "", "", ""]]

    told = read(as_csv(rows))

    assert says(told) == [
        (2, "Date of birth", Wrong.NO_SUCH_DAY.value),
        (2, "Request received", Wrong.NO_DATE.value),
        (2, "Tribunal", Wrong.NO_ANSWER.value),
        (2, "UPN", Wrong.BAD_UPN.value),
        (3, "Name", Wrong.FORMULA.value),
    ]
    assert not any(bad in str(told.remarks) for bad in ("K123", "Ann", "soon", "maybe", "=1"))


def test_a_child_listed_twice_is_one_and_what_differs_is_not_used() -> None:
    heads = ["UPN", "Name", "Case officer", "Setting"]
    rows = [heads, [UPN, "Ann Bee", "M Ray", "Hill School"], [UPN, "Ann Bee", "P Law", ""]]

    told = read(as_csv(rows))

    (child,) = told.children
    assert (child.name, child.caseworker, child.setting) == ("Ann Bee", "", "Hill School")
    ((row, _, said),) = says(told)
    assert row == 3
    assert said.startswith("The same child as in row 2. The rows differ in «Case officer», and")


def test_one_name_or_reference_written_in_two_ways_is_no_difference() -> None:
    heads = ["UPN", "Name", "Case ref"]
    rows = [heads, [UPN, "Ann Bee", "SEN/12"], [UPN, "BEE, Ann", "sen 12"]]

    told = read(as_csv(rows))

    assert [(c.name, c.reference) for c in told.children] == [("Ann Bee", "SEN/12")]
    assert says(told) == [(3, "", "The same child as in row 2.")]


@pytest.mark.parametrize(
    "other", [[OTHER_UPN, "Bee Ann", "1/2/15", ""], ["", "Ann Bee", "1/2/15", "R9"]]
)
def test_two_rows_of_one_name_and_birth_stay_two_and_it_is_asked(other: Row) -> None:
    rows = [["UPN", "Name", "DOB", "Ref"], [UPN, "Ann Bee", "1/2/15", ""], other]

    told = read(as_csv(rows))

    assert len(told.children) == 2
    assert says(told) == [
        (3, "", "The same name and date of birth as in row 2: is it one child, listed twice?")
    ]


def test_two_children_who_share_a_number_are_not_made_one() -> None:
    rows = [["UPN", "Name"], [UPN, "Ann Bee"], [UPN, "Carl Dee"]]

    told = read(as_csv(rows))

    assert [(c.name, c.upn) for c in told.children] == [("Ann Bee", ""), ("Carl Dee", "")]
    assert [(row, said[:34]) for row, _, said in says(told)] == [
        (2, "The same UPN stands in row 3 under"),
        (3, "The same UPN stands in row 2 under"),
    ]


def test_rows_of_several_sheets_are_put_together() -> None:
    people: list[Row] = [
        ["UPN", "Forename", "Surname"],
        [UPN, "Ann", "Bee"],
        [OTHER_UPN, "Carl", "Dee"],
    ]
    dates: list[Row] = [["UPN", "ReceivedDate"], [OTHER_UPN, datetime(2026, 1, 5)]]  # noqa: DTZ001 -- a cell

    told = read(as_xlsx(people, [["Notes"], ["nothing"]], dates))

    assert [(c.name, c.requested) for c in told.children] == [
        ("Ann Bee", None),
        ("Carl Dee", date(2026, 1, 5)),
    ]
    assert not told.remarks


def test_of_a_childs_needs_the_first_in_rank_counts() -> None:
    rows: list[Row] = [["UPN", "SENtype", "SENtypeRank"], [UPN, "SLCN", 1], [UPN, "MLD", 2]]

    (child,) = read(as_csv(rows)).children

    assert child.primary_need == "SLCN"


def test_heads_in_two_rows_are_read_together() -> None:
    rows: list[Row] = [
        ["Open cases"],
        ["UPN", "Name", None, "Annual review", None, "Date of birth"],
        [None, "Forename", "Surname", "Held", "Due", None],
        [UPN, "Ann", "Bee", "5/1/2026", "5/1/2027", "1/2/2015"],
    ]

    told = read(as_xlsx(rows))

    (child,) = told.children
    assert (child.row, child.name, child.born) == (4, "Ann Bee", date(2015, 2, 1))
    assert (child.reviewed, child.review_due) == (date(2026, 1, 5), date(2027, 1, 5))
    assert ("review_due", "Annual review Due") in told.columns


def test_rows_of_no_child_are_left_out_in_silence() -> None:
    rows: list[Row] = [["UPN", "Name", "Date of birth"], [UPN, "Ann Bee", "1/2/2015"]]
    rows += [[], ["", " ", ""], ["UPN", "Name", "Date of birth"], [OTHER_UPN, "Carl Dee", ""]]
    rows += [["Total", "", "2"], ["", "Grand total: 2", ""], ["Printed on 1 May 2026", "", ""]]

    told = read(as_csv(rows))

    assert [(c.row, c.name) for c in told.children] == [(2, "Ann Bee"), (6, "Carl Dee")]
    assert not told.remarks


def test_a_column_that_stands_twice_is_read_as_one() -> None:
    rows = [["UPN", "Name", "Setting", "UPN", "Setting"]]
    rows += [["", "Ann Bee", "Hill", UPN, "Hill"], [OTHER_UPN, "Carl Dee", "Hill", "", "Vale"]]

    told = read(as_csv(rows))

    assert [(c.upn, c.setting) for c in told.children] == [(UPN, "Hill"), (OTHER_UPN, "")]
    assert says(told) == [(3, "Setting", Wrong.TWO_VALUES.value)]


def test_hidden_sheets_are_not_read_and_that_is_said() -> None:
    book = Workbook()
    book.active.title = "Open"  # type: ignore[union-attr]
    book.create_sheet("Ceased").sheet_state = "hidden"
    for sheet, number in zip(book.worksheets, (UPN, OTHER_UPN), strict=True):
        sheet.append(["UPN", "Name"])
        sheet.append([number, "Ann Bee"])
    data = io.BytesIO()
    book.save(data)

    told = read(data.getvalue())

    assert [child.upn for child in told.children] == [UPN]
    assert [(r.sheet, r.says) for r in told.remarks] == [
        ("Ceased", "The sheet is hidden, and is not read.")
    ]
    book["Open"].delete_rows(1, 2)
    data = io.BytesIO()
    book.save(data)
    with pytest.raises(CaseloadError, match="Hidden sheets are not read"):
        read(data.getvalue())


def test_an_error_of_excel_is_no_value() -> None:
    told = read(as_csv([["Ref", "Name", "Year group"], ["#REF!", "Ann Bee", "#N/A"]]))

    assert [(c.reference, c.year_group) for c in told.children] == [("", "")]
    assert says(told) == [(2, "Ref", Wrong.ERROR.value)]


def test_rows_of_a_csv_are_counted_as_excel_counts_them() -> None:
    data = f'sep=;\r\nUPN;Name\r\n\r\n{UPN};"Bee,\nAnn"\r\n{OTHER_UPN};Carl Dee\r\n'.encode()

    assert [child.row for child in read(data).children] == [3, 4]


def test_five_thousand_rows_take_no_time() -> None:
    rows = [HEADS, *([f"{n}", f"Ann Bee{n}", "1/2/2015", "5/1/2026", ""] for n in range(5_000))]
    rows = [["Ref", *row[1:]] if row is HEADS else [f"R{row[0]}", *row[1:]] for row in rows]
    began = time.process_time()

    assert len(read(as_csv(rows)).children) == 5_000
    assert time.process_time() - began < 5


def test_a_formula_without_a_value_is_said() -> None:
    book = as_xlsx([["UPN", "Request received"], [UPN, "=TODAY()"]])

    told = read(book)

    assert told.children[0].requested is None
    assert says(told) == [(2, "Request received", Wrong.FORMULA.value)]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"\0\0\0", "empty"),
        (b"hello\nworld\n", "No row of it can be its heads"),
        (b"%PDF-1.7 ...", "neither a CSV"),
        (b"\x89PNG\r\n\x1a\n\0\0", "neither a CSV"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "password"),
        (b"PK\x03\x04 cut off", "damaged"),
        (b"UPN,Name\n", "no row below"),
        (b"\xef\xbb\xbf\n<html><table><tr><td>UPN</td><td>Name</td></tr></table>", "web page"),
        (b'UPN,Name\n"' + b"x" * 200_000 + b'",b\n', "Line"),
    ],
)
def test_what_is_no_list_is_refused_in_words(data: bytes, said: str) -> None:
    with pytest.raises(CaseloadError, match=said):
        read(data)


def test_a_workbook_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "MAX_INFLATED_BYTES", 1024 * 1024)
    data = io.BytesIO(as_xlsx([HEADS]))
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", b" " * (2 * 1024 * 1024))

    with pytest.raises(CaseloadError, match="unpacks"):
        read(data.getvalue())


def test_other_packages_are_refused_in_words() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", b"<w/>")

    with pytest.raises(CaseloadError, match="neither a CSV"):
        read(data.getvalue())


def test_a_workbook_that_lies_about_its_size_is_read_as_it_is() -> None:
    data = as_xlsx([["UPN", "Name"], [UPN, "Ann Bee"]])
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            part = old.read(name).replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')
            new.writestr(name, part)

    (child,) = read(changed.getvalue()).children

    assert child.name == "Ann Bee"


@settings(max_examples=40, deadline=None)
@given(data=st.binary(max_size=300) | st.binary(max_size=200).map(lambda b: b"UPN,Name\n" + b))
def test_no_bytes_break_it(data: bytes) -> None:
    with contextlib.suppress(CaseloadError):
        assert read(data).children


def test_a_file_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    with pytest.raises(CaseloadError, match="no such file"):
        load_caseload(tmp_path / "missing.csv")
    with pytest.raises(CaseloadError, match="not an ordinary file"):
        load_caseload(tmp_path)


def test_the_list_of_the_sample_plans_is_read() -> None:
    told = load_caseload(Path(__file__).parents[2] / "sample_plans" / "caseload.csv")

    assert len(told.children) > 50
    assert sum(is_upn(child.upn) for child in told.children) > 40
    assert told.unknown == ("RAG",)
    assert {"UPN", "Annual review meeting", "Next review due", "First final plan"} <= {
        remark.column for remark in told.remarks
    }
