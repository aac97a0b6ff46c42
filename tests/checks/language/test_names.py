"""Names of people, told apart from other capitals; pronouns, told apart from other people's."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.language.names import Pronouns, names_in, pronouns_of


def names(text: str) -> list[str]:
    return [span.text for span in names_in(text)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("By the end of Year 4 Callum will read a page.", ["Callum"]),
        ("Callum's teacher will ask him first.", ["Callum"]),
        ("He sits next to Priya and Tom.", ["Priya", "Tom"]),
        ("By the end of Year 4 Zuriel will read.", ["Zuriel"]),
        ("Grace will be able to write her name.", ["Grace"]),
        ("Will is able to write his name.", ["Will"]),
        ("LEGO-based therapy and Lego Club with Makaton signs", []),
        ("He attends St Mary's Primary School and Jordan House.", []),
        ("He reads Harry Potter and Roald Dahl.", []),
        ("Mrs Grace Hall and Dr James will review it.", []),
        ("In May and June, on Mondays and at Easter.", []),
        ("Zones of Regulation, Numicon, Nessy and Colourful Semantics", []),
        ("The Learning Mentor will meet him. Staff will help. Adults are to wait.", []),
        ("She has Down syndrome. Tourette syndrome is named in the report.", []),
        ("The School is to tell the Local Authority.", []),
        ("Hope, mark making and grant funding. May be tired. Dawn chorus.", []),
        ("The Zones will be used each day; the SENCO has a copy.", []),
        ("English is her second language, and Maths is hard.", []),
    ],
)
def test_names_of_people(text: str, want: list[str]) -> None:
    assert names(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("He will read his book. She hands it in.", Pronouns(he=2, she=1)),
        ("Mum says that she is tired. She works at night.", Pronouns()),
        ("Her mother says that she is tired.", Pronouns(she=1)),
        ("Marcus will have updated their CV.", Pronouns(they=1)),
        ("Tom said “she took it” and he left.", Pronouns(he=1)),
        ("He plays with his sister when she lets him.", Pronouns(he=2)),
        ("His teaching assistant will sit beside him. She will prompt him.", Pronouns(he=1)),
    ],
)
def test_pronouns_of_the_child(text: str, want: Pronouns) -> None:
    assert pronouns_of(text) == want


@settings(deadline=None, max_examples=80)
@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    assert all(text[s.start : s.end] == s.text for s in names_in(text))
    pronouns_of(text)
