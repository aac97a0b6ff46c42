"""The authority's own references as covers print them, and the numbers that are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.cover import read_cover
from extractors.document import Document
from extractors.profile import load_profile
from extractors.pupil_numbers import plain_reference
from extractors.teaching import vocabulary_of
from extractors.vocabulary import using
from tests.extractors.documents import Words, h, p
from tests.extractors.whose_plan import AMIRA, TITLE, columns, cover, labels, plain


def references(document: Document) -> list[str]:
    return [printed.text for printed in read_cover(document)[0].references]


@pytest.mark.parametrize(
    ("blocks", "printed"),
    [
        ((labels(("EHCP number", "EHC-004512"), ("Case ID:", "1234")),), ["EHC-004512", "1234"]),
        ((p("Our ref: SEN/JB/00417"),), ["SEN/JB/00417"]),
        ((p("Name: Amira Smith  LA Reference: 8812"),), ["8812"]),
        ((plain(("Mosaic ID", "77123"), ("Liquidlogic number", "5512")),), ["77123", "5512"]),
        ((plain(("Capita ONE ID / Synergy ID", "771230")),), ["771230"]),
        ((plain(("Case reference number (SEND)", "N-2019-0042 (SEN team)")),), ["N-2019-0042"]),
        ((p("Name: Amira Smith"), p("Reference number"), p("100-2331")), ["100-2331"]),
        ((p("Name: Amira Smith"), p("System ID 55671")), ["55671"]),
        ((columns(("Name", "Reference"), (AMIRA, "EHCP 004 417")),), ["EHCP 004 417"]),
        ((plain(("Case No.", "417 A"), ("Ref", "417a")),), ["417 A"]),
        ((p("Education Health and Care Plan Reference: 2026/0417"),), ["2026/0417"]),
        ((plain(("Mosaic No", "1234567 / 7654321")),), ["1234567", "7654321"]),
        ((p("Please quote reference number 00417 when you write to us."),), ["00417"]),
        ((h("Education, Health and Care Plan (Ref: 00417)"),), ["00417"]),
    ],
)  # fmt: skip
def test_a_reference_is_read_by_its_label(blocks: tuple[Words, ...], printed: list[str]) -> None:
    assert references(cover("", TITLE, *blocks).document) == printed


@pytest.mark.parametrize(
    "head",
    [
        "Amira Smith   EHCP Ref: 2026/0417   Page 1 of 9",
        "Amira Smith | Ref 2026/0417 | DOB 04/03/2016",
        "Case No 2026/0417",
    ],
)
def test_a_running_head_gives_one_with_other_things_on_its_line(head: str) -> None:
    assert references(cover("", TITLE, heads=(head,)).document) == ["2026/0417"]


@pytest.mark.parametrize(
    "row",
    [
        ("NHS number", "943 476 5919"),
        ("UPN", "M993484416630"),
        ("Reference", "M993484416630"),  # the pupil number in another place
        ("Social care number", "991288"),
        ("CareFirst ID", "991288"),
        ("LCS number", "991288"),
        ("Unique learner number", "9912883344"),
        ("National Insurance number", "QQ 12 34 56 C"),
        ("Hospital number", "991288"),
        ("Tribunal reference", "EH912/24/00017"),
        ("Your ref", "JB/417"),
        ("Reference", "01604 123456"),
        ("Ref", "+44 1604 123456"),
        ("Reference", "12/03/2024"),
        ("Reference", "Version 12"),
        ("Plan number", "3"),
        ("System ID", "to be confirmed"),
        ("Contact number", "0161 123 4567"),
        ("Case officer telephone number", "0161 123 4567"),
    ],
)
def test_a_number_of_another_kind_is_no_reference(row: tuple[str, str]) -> None:
    assert references(cover("", TITLE, labels(("Name", AMIRA), row)).document) == []


@pytest.mark.parametrize(
    "head", ["Form ref: EHCP-T-2023", "Northmere, document reference SEN12/2023", "Your ref 4471"]
)
def test_the_reference_of_a_form_is_not_the_childs(head: str) -> None:
    assert references(cover("", TITLE, labels(("Name", AMIRA)), heads=(head,)).document) == []


def test_the_nhs_number_said_again_as_a_reference_is_none() -> None:
    rows = plain(("NHS number", "943 476 5919"), ("Reference", "9434765919"))
    assert references(cover("", TITLE, rows).document) == []


def test_a_reference_under_a_heading_of_other_people_is_not_the_childs() -> None:
    made = cover("", TITLE, labels(("Name", AMIRA)), h("Social worker"), labels(("Ref", "551234")))
    assert references(made.document) == []


def test_references_of_items_are_no_references_of_the_child() -> None:
    made = cover("", TITLE, labels(("Name", AMIRA), ("DOB", "4/3/2016")),
                 behind=(plain(("Reference", "NEED-101"), ("Need", "Reading")),))  # fmt: skip
    assert references(made.document) == []


def test_where_a_reference_stands_is_kept() -> None:
    made = cover("", TITLE, p("Case reference: 2026/0417")).document
    (found,) = read_cover(made)[0].references
    (paragraph,) = [b for b in made.blocks if "2026/0417" in getattr(b, "text", "")]
    assert found.place == paragraph.place


def test_an_authority_can_teach_its_own_label(tmp_path: Path) -> None:
    made = cover("", TITLE, labels(("Name", AMIRA), ("Badger tag", "88-1204"))).document
    path = tmp_path / "northmere.toml"
    path.write_text('authority = "Northmere"\n[cover]\nreference = ["Badger tag"]\n')
    with using(vocabulary_of(load_profile(path))):
        assert references(made) == ["88-1204"]


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_whatever_stands_behind_the_label_is_read_or_left(value: str) -> None:
    for printed in references(cover("", TITLE, p(f"Case reference: {value}")).document):
        assert printed in " ".join(value.split()) or printed in value
        assert plain_reference(printed)
