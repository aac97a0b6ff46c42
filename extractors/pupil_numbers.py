"""The numbers that a child is known by: how they are compared, whether check digits agree."""

from __future__ import annotations

import re

_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"  # I, O and S are not used
_UPN = re.compile(rf"[{_UPN_LETTERS}]\d{{11}}[\d{_UPN_LETTERS}]")
_MODULUS_OF_UPN = 23
_NHS = re.compile(r"\d{10}")
_MODULUS_OF_NHS = 11
_BETWEEN = re.compile(r"[\W_]+")


def is_upn(number: str) -> bool:
    """Whether a unique pupil number's first letter agrees with the twelve characters behind it.

    Source: DfE, "Unique pupil numbers (UPNs): a guide for schools and local authorities": each
    character times its weight, 2 to 13, summed modulo 23, gives the letter. A temporary number
    ends in a letter, which counts as its place in the same alphabet.
    """
    if not _UPN.fullmatch(number) or not number[1:].strip("0"):
        return False
    values = [int(c) if c.isdigit() else _UPN_LETTERS.index(c) for c in number[1:]]
    total = sum(weight * value for weight, value in enumerate(values, 2))
    return _UPN_LETTERS[total % _MODULUS_OF_UPN] == number[0]


def is_temporary(upn: str) -> bool:
    """Whether a unique pupil number is one that a school gives until the real one is known."""
    return upn[-1:].isalpha()


def is_nhs_number(number: str) -> bool:
    """Whether an NHS number's last digit agrees with the nine before it.

    Source: NHS Data Model and Dictionary, "NHS number": the digits times 10 down to 2, summed;
    11 less the remainder by 11 is the last digit, 11 standing for 0, and 10 is never given out.
    """
    if not _NHS.fullmatch(number) or len(set(number)) == 1:  # a row of noughts is a blank
        return False
    total = sum(
        weight * int(digit) for weight, digit in zip(range(10, 1, -1), number, strict=False)
    )
    return (_MODULUS_OF_NHS - total % _MODULUS_OF_NHS) % _MODULUS_OF_NHS == int(number[-1])


def plain_reference(reference: str) -> str:
    """An authority's reference without what people put between its signs, leading noughts kept."""
    return _BETWEEN.sub("", reference.casefold())
