"""The pattern language, and the files that are written in it."""

from __future__ import annotations

import itertools
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.language.categories import Category, PhraseError, read_categories
from checks.language.lexicon import FOLDER
from checks.language.phrases import Phrases, load_phrases


def found(pattern: str, text: str, *, inflect: bool = False) -> list[str]:
    phrases = Phrases({"one": Category((pattern,), inflect=inflect)})
    return [span.text for span in phrases.find(text).get("one", ())]


@pytest.mark.parametrize(
    ("pattern", "text", "want"),
    [
        ("as|when [and when] needed|required", "as and when required", ["as and when required"]),
        (
            "as|when [and when] needed|required",
            "When needed, as needed",
            ["When needed", "as needed"],
        ),
        ("(read aloud|write down)", "to read aloud and write down", ["read aloud", "write down"]),
        ("(read aloud|write down)", "read down", []),
        ("opportunit*", "Opportunities for an opportunity", ["Opportunities", "opportunity"]),
        (
            "# minute*",
            "20 minutes, twenty-five minutes, 1½ minutes",
            ["20 minutes", "twenty-five minutes", "1½ minutes"],
        ),
        ("# support", "1:1 support and 8/10 support", ["1:1 support", "8/10 support"]),
        ("each _ week", "each school week, each week", ["each school week"]),
        ("will ... be given", "he will now always be given it", ["will now always be given"]),
        ("will ... be given", "he will now always and ever be given it", []),
        ("one to one", "One-to-one help", ["One-to-one"]),
        ("don't know", "I don’t know", ["don’t know"]),
        ("regular support", "It is regular. Support is given.", []),
        ("eg", "games, e.g. dominoes", ["e.g."]),
        ("x #", "20 minutes × 3", ["× 3"]),
        ("a [b [c] d] e", "a e, a b d e, a b c d e", ["a e", "a b d e", "a b c d e"]),
    ],
)
def test_what_a_pattern_finds(pattern: str, text: str, want: list[str]) -> None:
    assert found(pattern, text) == want


def test_a_verb_stands_for_its_forms() -> None:
    text = "read reads reading write writes writing carry carries swim swimming tie tying reader"
    for verb, want in (
        ("read", ["read", "reads", "reading"]),
        ("write", ["write", "writes", "writing"]),
        ("carry", ["carry", "carries"]),
        ("swim", ["swim", "swimming"]),
        ("tie", ["tie", "tying"]),
    ):
        assert found(verb, text, inflect=True) == want


def test_the_longest_of_phrases_that_overlap_counts() -> None:
    phrases = Phrases({"one": Category(("small", "small group", "group of #"))})
    assert [s.text for s in phrases.find("a small group of 4")["one"]] == ["small group"]


def test_words_that_are_excepted_are_not_found() -> None:
    phrases = Phrases({"one": Category(("up to #",), excepted=("group of up to #",))})
    assert not phrases.find("a group of up to 3")
    assert phrases.find("up to 3 hours")


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("(one|two", "«)» is missing"),
        ("one]", "has nothing to close"),
        ("[one]", "can be empty"),
        ("one |", "nothing follows"),
        ("| one", "has nothing to close"),
        ("[(one] two)", "«)» is missing"),
    ],
)
def test_a_pattern_that_is_not_well_made_names_its_line(
    tmp_path: Path, pattern: str, why: str
) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(
        f"[provision.weasel.ours]\npatterns = '''\nfine\n{pattern}\n'''\n", encoding="utf-8"
    )
    with pytest.raises(PhraseError) as caught:
        read_categories(file)
    assert "ours.toml, line 4" in str(caught.value)
    assert why in str(caught.value)


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("[a\n", "ours.toml"),
        ("[a]\npattern = 'x'\n", "no such key"),
        ("[a]\npatterns = 3\n", "one text"),
        ("[a]\npatterns = 'x'\ninflect = 'yes'\n", "true or false"),
    ],
)
def test_a_file_that_is_not_well_made_says_why(tmp_path: Path, source: str, why: str) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(source, encoding="utf-8")
    with pytest.raises(PhraseError, match=why):
        read_categories(file)


def test_no_pattern_of_ours_stands_twice_in_a_category() -> None:
    for name, category in read_categories(FOLDER / "phrases.toml").items():
        lines = [*category.patterns, *category.excepted]
        assert len(lines) == len(set(lines)), name


SOME = "will be given up to 20 minutes small group regular . , one-to-one as x % the"
words = st.sampled_from(SOME.split(" "))


@settings(deadline=None, max_examples=80)
@given(st.one_of(st.text(max_size=200), st.lists(words, max_size=60).map(" ".join)))
def test_spans_lie_in_the_text_and_apart(text: str) -> None:
    for part in ("outcome", "provision"):
        for spans in load_phrases(part).find(text).values():
            assert all(text[s.start : s.end] == s.text for s in spans)
            assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


def test_time_grows_with_the_text_and_no_faster() -> None:
    phrases = load_phrases("provision")
    unit = (
        "a small group of up to 3 as and when it is required will ... be given regular access to "
    )

    def seconds(times: int) -> float:
        text = unit * times
        best = 9.0
        for _ in range(5):
            began = time.perf_counter()
            phrases.find(text + " " * _)
            best = min(best, time.perf_counter() - began)
        return best

    seconds(20)
    assert seconds(20) < 12 * seconds(5)  # four times the words
