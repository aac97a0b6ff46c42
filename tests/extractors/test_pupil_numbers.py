"""Pupil and NHS numbers: which can be right, and what a cover prints of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.plan import Child
from extractors.pupil_numbers import is_nhs_number, is_temporary, is_upn

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
DIGITS = st.text("0123456789", min_size=11, max_size=11).filter(lambda text: text.strip("0"))


def upn(body: str) -> str:
    """The twelve characters with the letter that belongs before them."""
    return next(letter + body for letter in LETTERS if is_upn(letter + body))


@pytest.mark.parametrize(
    ("number", "good"),
    [
        ("M993484416630", True),
        ("A993484416630", False),
        ("M99348441663", False),
        ("M9934844166300", False),
        ("m993484416630", False),
        ("I993484416630", False),
        ("A000000000000", False),
        ("", False),
    ],
)
def test_a_pupil_number_agrees_with_its_letter(number: str, good: bool) -> None:
    assert is_upn(number) is good
    assert Child(upn=number).upn_valid is good


@given(DIGITS, st.sampled_from("0123456789" + LETTERS), st.integers(1, 12), st.data())
@settings(max_examples=60, deadline=None)
def test_one_wrong_character_is_seen(body: str, last: str, at: int, data: st.DataObject) -> None:
    number = upn(body + last)
    assert sum(is_upn(letter + body + last) for letter in LETTERS) == 1
    others = "0123456789" if at < 12 or last.isdigit() else LETTERS
    wrong = data.draw(st.sampled_from([c for c in others if c != number[at]]))
    assert not is_upn(number[:at] + wrong + number[at + 1 :])
    assert is_temporary(number) is last.isalpha()


@pytest.mark.parametrize(
    ("number", "good"),
    [
        ("9434765919", True),  # the example of the NHS Data Dictionary
        ("4010232137", True),
        ("9434765918", False),
        ("943476591", False),
        ("943 476 5919", False),
        ("0000000000", False),
        ("1111111111", False),
    ],
)
def test_an_nhs_number_agrees_with_its_last_digit(number: str, good: bool) -> None:
    assert is_nhs_number(number) is good
    assert Child(nhs_number=number).nhs_number_valid is good


@given(st.text("0123456789", min_size=9, max_size=9), st.integers(0, 8), st.integers(1, 9))
@settings(max_examples=60, deadline=None)
def test_one_wrong_digit_is_seen(body: str, at: int, more: int) -> None:
    good = [body + last for last in "0123456789" if is_nhs_number(body + last)]
    assert len(good) <= 1
    for number in good:
        wrong = str((int(number[at]) + more) % 10)
        assert not is_nhs_number(number[:at] + wrong + number[at + 1 :])
