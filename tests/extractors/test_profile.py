"""An authority's profile: what may stand in it, what it teaches, and what it may not change."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.cover_labels import Asked, asked, date_asked
from extractors.headings import Role, area, left_out, role, titles
from extractors.plan import Area
from extractors.profile import KEYS, Phrase, Profile, ProfileError, load_profile
from extractors.teaching import vocabulary_of
from extractors.vocabulary import Entry, Vocabulary, current, standard, using

TAUGHT = """
authority = "Brackenshire"

[sections]
E = ["The summits I'm heading for", "Peaks and \\"passes\\" (2026)"]

[labels]
provision = ["Ropes and guides"]
who-how-often-or-when = ["Whose rope"]
step = ["What outcomes does this meet"]

[areas]
social-emotional = ["Weather inside"]

[cover]
date-of-birth = ["Set out on"]
final-date = ["Signed at base camp"]

[leave-out]
texts = ["Draw your own mountain here.", "Please rope up …"]

[not-a-plan]
titles = ["Weather report"]
"""


def profile(folder: Path, text: str) -> Profile:
    path = folder / "brackenshire.toml"
    path.write_text(text, encoding="utf-8")
    return load_profile(path)


def test_what_a_profile_says_is_known_while_it_holds(tmp_path: Path) -> None:
    words = "The summits I'm heading for"
    assert not titles(words)
    with using(vocabulary_of(profile(tmp_path, TAUGHT))):
        assert titles(words) == ("E",)
        assert titles('Peaks and "passes" (2026)') == ("E",)
        assert role(words) is Role.OUTCOME
        assert role("Ropes and guides:") is Role.PROVISION
        assert role("Whose rope") is Role.DETAIL
        assert area("Weather inside") is Area.SEMH
        assert asked("Set out on") is Asked.DATE_OF_BIRTH
        assert date_asked("signed at base camp") is Asked.FINAL_DATE
        assert left_out("Draw your own mountain here")
        assert left_out("Please rope up before you write anything in this box.")
        assert not left_out("Draw your own mountain here with a rope.")
    assert not titles(words)
    assert role("Ropes and guides") is None
    assert asked("Set out on") is None


def test_a_profile_counts_before_what_comes_with_the_program(tmp_path: Path) -> None:
    words = "What outcomes does this meet"
    assert role(words) is Role.OUTCOME_REF
    with using(vocabulary_of(profile(tmp_path, TAUGHT))):
        assert role(words) is Role.STEP
    assert role(words) is Role.OUTCOME_REF


def test_signs_of_regular_expressions_are_plain_letters(tmp_path: Path) -> None:
    taught = profile(tmp_path, '[labels]\nneed = ["Peaks .* (a|b)+ [x]"]')
    with using(vocabulary_of(taught)):
        assert role("Peaks and valleys a") is None
        assert role("Peaks .* (a|b)+ [x]") is Role.NEED


def test_no_profile_is_the_standard_vocabulary() -> None:
    assert vocabulary_of(Profile()) is standard() is current()


def test_the_same_profile_is_made_a_vocabulary_once(tmp_path: Path) -> None:
    one, other = profile(tmp_path, TAUGHT), profile(tmp_path, TAUGHT)
    assert one is not other
    assert vocabulary_of(one) is vocabulary_of(other)


def test_its_hash_changes_with_every_phrase(tmp_path: Path) -> None:
    one = profile(tmp_path, TAUGHT)
    assert one.hash == profile(tmp_path, TAUGHT + "\n# a remark\n").hash
    assert one.hash != profile(tmp_path, TAUGHT.replace("Weather inside", "Weather")).hash
    assert Profile().hash == ""


def test_a_profile_without_a_name_is_called_as_its_file_is(tmp_path: Path) -> None:
    assert profile(tmp_path, '[areas]\nhealth = ["Lungs"]').authority == "brackenshire"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[sections]\nE = [Summits]", "line 2"),
        ("[sections\nE = []", "line 1"),
        ('[sections]\nE = "Summits"', "[sections], «E»: phrases stand in quotes"),
        ('[sections]\nZ = ["Summits"]', "[sections], «Z»: there is no such entry"),
        ('[labels]\nOutcomes = ["x y"]', "did you mean «outcome»?"),
        ('[section]\nE = ["Summits"]', "did you mean «sections»?"),
        ('sections = ["Summits"]', "[sections]"),
        ("authority = 3", "«authority»"),
        ('[labels]\nneed = ["--"]', "«--» holds no words"),
        ('[labels]\nneed = ["' + "x" * 161 + '"]', "longer than 160 letters"),
        ('[labels]\nneed = ["Peaks"]\nstep = ["peaks:"]', "stands under «need» too"),
    ],
)
def test_what_is_wrong_with_a_profile_is_said_in_plain_words(
    tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(ProfileError) as error:
        profile(tmp_path, text)
    message = str(error.value)
    assert "brackenshire.toml" in message
    assert said in message


_PIECES = st.sampled_from(["[sections]", "[labels]", "E = ", '"Summits"', *'[],\n#1={"'])


@given(st.one_of(st.text(), st.lists(_PIECES).map("".join)))
@settings(deadline=None, max_examples=60)
def test_any_file_is_a_profile_or_is_said_not_to_be_one(text: str) -> None:
    with TemporaryDirectory() as folder:
        try:
            found = profile(Path(folder), text)
        except ProfileError:
            return
        assert vocabulary_of(found).entries


def test_a_profile_that_never_ends_its_brackets(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match="cannot be understood"):
        profile(tmp_path, "[sections]\nE = " + "[" * 20_000)


def test_a_profile_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"none\.toml cannot be opened"):
        load_profile(tmp_path / "none.toml")
    (tmp_path / "word.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ProfileError, match="not a plain text file"):
        load_profile(tmp_path / "word.toml")


def test_everything_that_may_stand_in_a_profile_reaches_a_list_that_is_read() -> None:
    lists = {(e.table, e.name) for e in standard().entries} | {("left out", "texts")}
    dates = {"final date", "amended date", "plan date", "draft date", "review date", "other date"}
    for table, keys in KEYS.items():
        for key, places in keys.items():
            for place in places:
                known = place in lists or place[1] in dates or place[1] in ("H1", "H2")
                assert known, (table, key)
            phrase = Phrase(table, key, "Ropes, knots and guides")
            assert vocabulary_of(Profile("X", (phrase,))).entries[0].table == places[0][0]


def test_the_paper_on_profiles_names_every_entry_and_its_example_can_be_used(
    tmp_path: Path,
) -> None:
    paper = (Path(__file__).parents[2] / "docs" / "profile.md").read_text(encoding="utf-8")
    example = paper.split("```toml\n")[1].split("```")[0]
    assert {p.table for p in profile(tmp_path, example).phrases} == set(KEYS)
    for table, keys in KEYS.items():
        named = keys if table != "sections" else ()
        assert not [k for k in named if f"`{k}`" not in paper and f"\n{k} =" not in example]


def test_what_one_vocabulary_read_is_not_remembered_for_another() -> None:
    mine = Vocabulary((Entry("roles", "step", "ropes and guides"), *standard().entries))
    for _ in range(2):
        assert role("Ropes and guides") is None
        with using(mine):
            assert role("Ropes and guides") is Role.STEP
            with using(standard()):
                assert role("Ropes and guides") is None
