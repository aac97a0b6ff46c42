"""How hard words are to read, and what they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.language.plain import grade, sentences, syllables
from checks.language.terms import abbreviations, hard_words, written_out


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1),
        ("people", 2),
        ("little", 2),
        ("walked", 1),
        ("wanted", 2),
        ("horses", 2),
        ("science", 2),
        ("family", 3),
        ("education", 4),
        ("occupational", 5),
    ],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_short_words_in_a_short_sentence_need_few_years_of_school() -> None:
    assert grade("He likes his dog.") < 2
    assert grade("Individual multidisciplinary interventions necessitate consideration.") > 20


def test_sentences_are_not_cut_at_titles_and_abbreviations() -> None:
    text = "Dr. Ames saw her. She likes sand, e.g. Kinetic sand. “No!” She left."

    assert list(sentences(text)) == [
        "Dr. Ames saw her.",
        "She likes sand, e.g. Kinetic sand.",
        "“No!”",
        "She left.",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The OT and the SaLT will meet.", ["OT", "SaLT"]),
        ("He has ADHD and likes PE.", []),
        ("Tested with the XPLK scale.", ["XPLK"]),
        ("Henry VIII and Key Stage III.", []),
        ("See the report (SLCN profile).", []),
        ("McAllister and O'Hare met JJ.", []),
    ],
)
def test_abbreviations_that_not_everybody_knows(text: str, found: list[str]) -> None:
    assert [span.text for span in abbreviations(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "occupational therapy each week",
        "a therapist (OT) will come",
        "OT (a therapist for hands)",
    ],
)
def test_written_out(text: str) -> None:
    assert written_out("OT", [text])


def test_two_letters_are_not_spelt_by_chance() -> None:
    assert not written_out("OT", ["other teachers will help", "the OT will come"])


def test_a_hard_word_is_easy_once_its_meaning_is_said() -> None:
    assert [s.text for s in hard_words("Her prosody is flat.")] == ["prosody"]
    assert not hard_words("Her prosody (the tune of her voice) is flat.")
    assert not hard_words("Her prosody is flat, so people think she is cross.")


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=120))
def test_any_text_can_be_measured(text: str) -> None:
    assert all(part.strip() for part in sentences(text))
    assert grade(text) == grade(text)
    assert [text[s.start : s.end] for s in abbreviations(text)] == [
        s.text for s in abbreviations(text)
    ]
