"""An authority's own words, laid over ours."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest

from checks.audit import audit
from checks.check import Verdict, example
from checks.examples import plan_of
from checks.language.lexicon import OURS, Lexicon, current, using
from checks.language.outcome import read_outcome
from checks.language.phrases import load_phrases
from checks.lexicon_file import LexiconError, load_lexicon
from checks.rubric import RubricError, load_rubric
from checks.thread.concepts import mentions, standard_lexicon
from checks.wordlists import wordlist

AS_OF = date(2026, 11, 21)


def written(folder: Path, text: str) -> Path:
    path = folder / "our-words.toml"
    path.write_text(text, encoding="utf-8")
    return path


def lexicon(folder: Path, text: str) -> Lexicon:
    return load_lexicon(written(folder, text))


def subjects(text: str) -> set[str]:
    return {m.concept for m in mentions(text, standard_lexicon())}


def test_an_authority_adds_words_and_takes_some_away(tmp_path: Path) -> None:
    theirs = lexicon(
        tmp_path,
        """
        [phrases.provision.weasel.some]
        patterns = '''
        the odd _
        -a few
        '''
        [phrases.provision.weasel."local usage"]
        patterns = "in the round"
        [adulthood.work]
        patterns = "pathways scheme"
        """,
    )
    odd, few, round_ = "the odd chat", "a few chats", "seen in the round"
    with using(theirs):
        found = load_phrases("provision")
        assert found.find(odd)["weasel.some"]
        assert "weasel.some" not in found.find(few)
        assert "weasel.local usage" in found.find(round_)
        assert "work" in wordlist("adulthood").find("on the pathways scheme")
    ours = load_phrases("provision")
    assert "weasel.some" not in ours.find(odd)
    assert ours.find(few)["weasel.some"]
    assert "weasel.local usage" not in ours.find(round_)
    assert "work" not in wordlist("adulthood").find("on the pathways scheme")


def test_one_of_several_words_on_a_line_of_ours_can_be_taken_away(tmp_path: Path) -> None:
    kept, gone = "By July 2028 she will imitate a clap.", "By July 2028 she will hop on one leg."
    taken = "[phrases.outcome.verb.observable]\npatterns = '-hop'\n"

    with using(lexicon(tmp_path, taken)):
        assert not read_outcome(gone).observable
        assert read_outcome(kept).observable
    assert read_outcome(gone).observable


def test_concepts_are_added_to_taken_from_and_made(tmp_path: Path) -> None:
    theirs = lexicon(
        tmp_path,
        '''
        [concepts]
        near = [["forest_school", "attendance", 0.4]]
        template_words = "northmere"

        [concepts.forest_school]
        area = "semh"
        terms = """
        forest school
        wattle weaving
        """

        [concepts.attendance]
        terms = """
        morning welcome
        -suspension
        """
        ''',
    )
    with using(theirs):
        found = standard_lexicon()
        assert subjects("Wattle weaving on Fridays") == {"forest_school"}
        assert "attendance" in subjects("the morning welcome")
        assert found.near["attendance", "forest_school"] == 0.4
        assert "northmere" in found.template_words
    assert "forest_school" not in standard_lexicon().concepts


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[phrase.outcome.vague]\npatterns = 'x'\n", "line 1, «phrase»: there is no such list of"),
        ("[phrase.outcome.vague]\npatterns = 'x'\n", "did you mean «phrases»?"),
        ("\n[phrases.outcome.vauge]\npatterns = 'x'\n", "line 2, «phrases.outcome.vauge»"),
        ("[phrases.outcome.vague]\npatterns = '''\nfine\n(one|two\n'''\n", "line 4, «phrases."),
        ("[phrases.outcome.vague]\npatterns = '''\n-no such words\n'''\n", "line 3, «phrases."),
        ("[phrases.outcome.vague]\npattern = 'x'\n", "line 2, «phrases.outcome.vague.pattern»"),
        ("[people.nobody]\npatterns = 7\n", "line 2, «people.nobody.patterns»: write its"),
        ("people = 'x'\n", "line 1, «people»: write it as a table"),
        ("name = 3\n", "line 1, «name»: write it in quotes"),
        ("[concepts.bees]\narea = 'semh'\n", "«concepts.bees»: a new concept wants its terms"),
        ("[concepts.bees]\narea = 'sem'\nterms = 'bee'\n", "line 2, «concepts.bees.area»"),
        ("[concepts.bees]\narea = 'semh'\nup = 'honey'\nterms = 'bee'\n", "line 3, «concepts."),
        ("[concepts.attendance]\nterm = 'bee'\n", "did you mean «terms»?"),
        ("[concepts.attendance]\nterms = '''\nfine\n[bee]\n'''\n", "line 4, «concepts.attendance"),
        ("[concepts.attendance]\nterms = '''\n-xylophone\n'''\n", "nothing like it to take away"),
        ("[concepts]\nnear = [\n ['attendance', 'hony', 0.2],\n]\n", "line 3, «concepts.near.0»"),
        ("[concepts]\nnear = [['attendance', 'reading', 3]]\n", "how near they are, 0 to 1"),
        ("[concepts\n", "our-words.toml cannot be understood"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(LexiconError) as error:
        lexicon(tmp_path, text)

    assert "our-words.toml" in str(error.value)
    assert said in str(error.value)


def test_the_hash_follows_the_words_alone(tmp_path: Path) -> None:
    text = "[people.nobody]\npatterns = 'warden'\n"
    one = lexicon(tmp_path, text)

    assert one == lexicon(tmp_path, f"# a comment\nname = 'Northmere'\n{text}")
    assert one != OURS
    assert one.hash not in (OURS.hash, lexicon(tmp_path, text.replace("warden", "beadle")).hash)
    assert lexicon(tmp_path, "").hash == OURS.hash
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 -- as it goes to the processes


PLAN = plan_of(example(provision="Ada will be seen in the round."))


def test_an_audit_holds_a_plan_to_the_words_that_its_rubric_names(tmp_path: Path) -> None:
    words = "[phrases.provision.weasel.'local usage']\npatterns = 'in the round'\n"
    written(tmp_path, words)
    beside = tmp_path / "rubric.toml"
    beside.write_text('lexicon = "our-words.toml"\n', encoding="utf-8")
    inline = tmp_path / "inline.toml"
    inline.write_text(words.replace("[phrases", "[lexicon.phrases"), encoding="utf-8")

    for rubric in (load_rubric(beside), load_rubric(inline)):
        found = audit(PLAN, rubric, AS_OF)
        assert [f.quote for f in found.findings if f.check == "f-weasel"] == ["in the round"]
        assert rubric.hash == load_rubric().hash
        assert rubric.lexicon.hash != OURS.hash
    assert audit(PLAN, load_rubric(), AS_OF).verdicts["f-weasel"] is Verdict.PASS
    assert current() is OURS


def test_a_mistake_in_the_words_of_a_rubric_is_told(tmp_path: Path) -> None:
    path = tmp_path / "rubric.toml"
    path.write_text("name = 'N'\n\n[lexicon.people.nobdy]\npatterns = 'x'\n", encoding="utf-8")
    with pytest.raises(RubricError, match=r"rubric\.toml has to be mended: line 3"):
        load_rubric(path)

    path.write_text('lexicon = "nowhere.toml"\n', encoding="utf-8")
    with pytest.raises(RubricError, match=r"The lexicon nowhere\.toml cannot be opened"):
        load_rubric(path)
