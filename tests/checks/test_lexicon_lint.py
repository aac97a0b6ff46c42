"""What should be mended in a file of words; our own first of all."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.lexicon_lint import Background, background, lint, lint_ours

TEXTS = Background(
    ["Ada will read a page.", "Ada will read signs.", "He likes horses.", *["She sings."] * 9]
)


def told(folder: Path, text: str) -> list[str]:
    path = folder / "our-words.toml"
    path.write_text(text, encoding="utf-8")
    return [f"{r.line} {r.words}: {r.why}" for r in lint(path, TEXTS)]


def concept(terms: str) -> str:
    return f"[concepts.horses]\narea = 'semh'\nterms = '''\n{terms}\n'''\n"


def test_good_words_are_left_alone(tmp_path: Path) -> None:
    assert told(tmp_path, concept("horse\nriding stable*\n(hack|trot) out")) == []
    weasel = "[phrases.provision.weasel.some]\npatterns = '''\nthe odd _\n'''\n"
    assert told(tmp_path, weasel) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (concept("horse\nhorses"), "5 horses: «horse» in «horses» finds it already"),
        (concept("hors*\nriding horse\nhorsed"), "6 horsed: «hors*» in «horses» finds it already"),
        (concept("horse\n# @ horse"), "5 # @ horse: «@» can never be found"),
        (concept("horse\n*ride"), "5 *ride: «*ride» can never be found"),
        (concept("horse\nriding (RDA)"), "5 riding (RDA): what stands in the round brackets is no"),
        (concept("read"), "4 read: it stands in 17% of statements, so it tells nothing"),
        (concept("zebra"), "4 zebra: no statement looked through speaks of «horses»"),
        (
            "[phrases.provision.weasel.some]\npatterns = '''\na few\n'''\n",
            "3 a few: «",
        ),
        (
            "[phrases.provision.weasel.ours]\npatterns = '''\nfair bit\n'''\nexcept = 'fair bit'\n",
            "3 fair bit: it can never be found: the same list excepts it",
        ),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    assert any(line.startswith(said) for line in told(tmp_path, text)), told(tmp_path, text)


def test_a_term_that_many_concepts_claim_is_told(tmp_path: Path) -> None:
    three = "".join(
        f"[concepts.{name}]\narea = 'semh'\nterms = 'wobble horse'\n" for name in ("a", "b", "c")
    )
    assert [line.partition(": ")[2] for line in told(tmp_path, three)].count(
        "3 concepts claim it: a, b, c"
    ) == 3


def test_our_own_words_need_no_mending() -> None:
    assert [remark for remark in lint_ours(background()) if remark.must] == []
