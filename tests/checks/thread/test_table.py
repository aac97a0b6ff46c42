"""The word table: off unless a rubric names it, and then no more than a help."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.audit import audit
from checks.rubric import RubricError, load_rubric
from checks.thread.evidence import BY_TABLE
from checks.thread.likeness import SIGNALS
from checks.thread.link import link, printed_links
from checks.thread.links import Basis, End, Linked, Relation, Thread
from checks.thread.table import (
    NAME,
    About,
    TableError,
    WordTable,
    pieces_of,
    plain,
    read_table,
    table_in,
    write_table,
)
from checks.thread.weigh import weigh
from checks.thread.weights import standard_weights, weights_with_table
from extractors.document import Place
from extractors.plan import LETTERS, Child, Facts, Item, Kind, Plan, Reference, Section

KINDS = {"A": Kind.ASPIRATION, "B": Kind.NEED, "E": Kind.OUTCOME, "F": Kind.PROVISION}
# Words that no lexicon has: what lies near what is told by the tiny table alone.
NEAR = {
    "flurbing": (1.0, 0.1),
    "blenching": (1.0, 0.0),
    "quorls": (0.0, 1.0),
    "zindles": (0.1, 1.0),
}
PIECES = {
    **NEAR,
    "hydro": (0.6, 0.8),
    "##therap": (0.8, 0.6),
    "##y": (0.0, 0.1),
    "cafe": (0.3, 0.9),
    "therap": (0.0, 1.0),
    "a": (0.1, 0.1),
}
ABOUT = About(NAME, "Derived from a model under Apache-2.0.", {"model.safetensors": "53aa"})
TEXTS = {
    "B1": "She cannot do any flurbing without a grown-up beside her.",
    "B2": "Her quorls are far behind those of her friends, and she is anxious about them.",
    "E1": "By July 2028 she will manage blenching by herself on four days in five.",
    "E2": "By July 2028 she will show her zindles to a visitor without being asked.",
    "F1": "Blenching tuition from a specialist for 30 minutes each week.",
    "F2": "A session on quorls and zindles with the class teacher on Mondays.",
}


def plan_of(texts: dict[str, str], printed: Sequence[tuple[str, str]] = ()) -> Plan:
    items = tuple(Item(id, id[0], KINDS[id[0]], text, Place(page=1)) for id, text in texts.items())
    sections = tuple(Section(letter, found=letter in KINDS) for letter in LETTERS)
    references = tuple(Reference(a, b, "same row", Place(page=2)) for a, b in printed)
    return Plan(Child(name="Olwen Pryce"), Facts(), sections, items, references)


def kept(folder: Path, about: About = ABOUT) -> Path:
    path = folder / "words.npz"
    write_table(path, about, PIECES, np.array(list(PIECES.values()), dtype=np.float32))
    return path


@pytest.fixture
def table(tmp_path: Path) -> WordTable:
    return read_table(kept(tmp_path))


def by_words(thread: Thread) -> dict[tuple[str, str], tuple[Linked, str]]:
    return {
        (k.from_id, k.to_id): (k.verdict, k.evidence)
        for k in thread.links
        if k.basis is Basis.WORDS
    }


def test_a_word_is_cut_into_the_longest_pieces_known() -> None:
    places = {piece: n for n, piece in enumerate(PIECES)}
    assert pieces_of("hydrotherapy", places) == [places["hydro"], places["##therap"], places["##y"]]
    assert pieces_of("hydro", places) == [places["hydro"]]
    assert pieces_of("therapy", places) == [places["therap"], places["##y"]]


@pytest.mark.parametrize("word", ["", "hydrofoil", "yhydro", "y", "a" * 101])
def test_a_word_with_an_unknown_piece_has_none(word: str) -> None:
    places = {piece: n for n, piece in enumerate(PIECES)} | {"##a": 99}
    assert pieces_of(word, places) == []


def test_words_are_compared_without_capitals_accents_and_marks() -> None:
    assert plain("Café: HYDRO-therapy (A’s)!") == ["cafe", "hydro", "therapy", "a", "s"]


@given(st.text(max_size=40))
@settings(max_examples=100, deadline=None)
def test_any_text_has_pieces_that_are_known_or_none(text: str) -> None:
    places = {piece: n for n, piece in enumerate(PIECES)}
    found = [place for word in plain(text) for place in pieces_of(word, places)]
    assert set(found) <= set(places.values())


def test_a_text_lies_where_its_words_do(table: WordTable) -> None:
    one = table.vector(["Flurbing", "unheardof"])
    assert float(np.linalg.norm(one)) == pytest.approx(1.0)
    assert one @ table.vector(["blenching"]) > 0.9
    assert one @ table.vector(["quorls"]) < 0.2
    assert not table.vector(["unheardof", ""]).any()


def test_what_was_written_is_read_and_the_same_words_make_the_same_bytes(tmp_path: Path) -> None:
    path = kept(tmp_path)
    first = path.read_bytes()
    found = read_table(path)
    true = np.array(list(PIECES.values()))
    rows = found.rows * found.scales[:, np.newaxis]
    assert found.about == ABOUT
    assert np.abs(rows - true).max() <= 1 / 127
    assert kept(tmp_path).read_bytes() == first


def without(path: Path, name: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(packed, "w") as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
    return packed.getvalue()


def test_a_file_that_is_no_table_is_refused_in_plain_words(tmp_path: Path) -> None:
    path = kept(tmp_path)
    whole = path.read_bytes()
    half = bytearray(whole)
    half[whole.index(b"rows.npy") + 90] ^= 0xFF
    for content in (b"", b"PK", b"words", whole[:-40], bytes(half), without(path, "rows.npy")):
        path.write_bytes(content)
        with pytest.raises(TableError, match=r"words\.npz is no word table, or a damaged one"):
            read_table(path)
    path.write_bytes(whole)
    assert read_table(path).about == ABOUT
    with pytest.raises(TableError, match=r"nowhere\.npz is not there"):
        read_table(tmp_path / "nowhere.npz")


def test_a_table_of_other_numbers_or_too_few_rows_is_refused(tmp_path: Path) -> None:
    path = kept(tmp_path)
    with np.load(path) as loaded:
        good = dict(loaded)
    for wrong in (
        {"rows": good["rows"].astype(float)},
        {"rows": good["rows"][:-1]},
        {"rows": good["rows"].ravel()},
        {"scales": good["scales"][:-1]},
        {"scales": np.full_like(good["scales"], np.nan)},
        {"about": np.frombuffer(b"[]", np.uint8)},
        {"pieces": np.frombuffer("\n".join(["a"] * len(PIECES)).encode(), np.uint8)},
    ):
        np.savez(path, **(good | wrong))
        with pytest.raises(TableError, match="no word table"):
            read_table(path)


def test_a_file_that_unpacks_to_too_much_is_refused_before_it_does(tmp_path: Path) -> None:
    path = tmp_path / "words.npz"
    np.savez_compressed(path, rows=np.zeros((30_000, 1_000), dtype=np.int8))
    assert path.stat().st_size < 100_000
    with pytest.raises(TableError, match="no word table"):
        read_table(path)


def test_another_table_than_the_weights_were_fitted_with_is_refused(tmp_path: Path) -> None:
    path = kept(tmp_path, About("GloVe", "PDDL", {}))
    with pytest.raises(TableError, match="is the word table «GloVe»"):
        read_table(path)
    assert weights_with_table().table == NAME


def test_a_table_that_changed_after_it_was_named_is_refused(tmp_path: Path) -> None:
    path = kept(tmp_path)
    table_in.cache_clear()
    assert table_in(path, read_table(path).sha256).about == ABOUT
    with pytest.raises(TableError, match="has changed"):
        table_in(path, "0" * 64)


def rubric_file(folder: Path, entry: str) -> Path:
    path = folder / "northmere.toml"
    path.write_text(f'name = "Northmere"\n[thread]\n{entry}\n', encoding="utf-8")
    return path


def test_a_rubric_names_its_table_and_its_hash_changes_with_it(tmp_path: Path) -> None:
    plainly = load_rubric(rubric_file(tmp_path, ""))
    named = rubric_file(tmp_path, 'word_table = "words.npz"')
    kept(tmp_path)
    first = load_rubric(named)
    assert first.thread.table
    assert first.thread.table.in_words.startswith(f"{NAME}, ")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    kept(elsewhere)
    moved = load_rubric(rubric_file(elsewhere, 'word_table = "words.npz"'))
    kept(tmp_path, About(NAME, "another notice", {}))
    other = load_rubric(named)
    assert plainly.thread.table is None
    assert moved.hash == first.hash
    assert len({plainly.hash, first.hash, other.hash}) == 3


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ('word_table = "nowhere.npz"', "the word table nowhere.npz is not there"),
        ("word_table = 3", 'name a file in quotes: word_table = "words.npz"'),
        ('word_table = "northmere.toml"', "northmere.toml is no word table"),
        ('word_tabel = "words.npz"', "did you mean «word_table»?"),
    ],
)
def test_a_table_that_cannot_be_used_is_told_with_its_line(
    tmp_path: Path, entry: str, told: str
) -> None:
    with pytest.raises(RubricError) as error:
        load_rubric(rubric_file(tmp_path, entry))
    assert "line 3, «thread.word_tab" in str(error.value)
    assert told in str(error.value)


def test_without_a_table_nothing_changes(table: WordTable) -> None:
    plan = plan_of(TEXTS)
    found = link(plan)
    assert found == link(plan, standard_weights())
    assert BY_TABLE not in str(found)
    assert by_words(link(plan, table=table)) != by_words(found)
    assert link(plan) == found


def test_the_table_alone_asks_and_never_links(table: WordTable) -> None:
    thread = link(plan_of(TEXTS), table=table)
    verdict, evidence = by_words(thread)["E1", "B1"]
    assert verdict is Linked.UNCLEAR
    assert evidence == BY_TABLE
    ending = thread.ending(Relation.OUTCOME_NEED, "B1")
    assert ending is not None
    assert ending.end is End.UNCLEAR


def test_print_comes_before_the_table(table: WordTable) -> None:
    plan = plan_of(TEXTS, printed=[("E1", "B2"), ("F1", "E2")])
    found = link(plan, table=table)
    assert {k.to_id for k in found.links if k.from_id == "E1" and k.to_id[0] == "B"} == {"B2"}
    assert {k.to_id for k in found.links if k.from_id == "F1" and k.to_id[0] == "E"} == {"E2"}
    printed = [k for k in found.links if k.basis is Basis.PRINTED]
    assert printed == [k for k in link(plan).links if k.basis is Basis.PRINTED]
    assert {k.verdict for k in printed_links(plan).values()} == {Linked.LINKED}


@given(st.permutations(sorted(PIECES)))
@settings(max_examples=10, deadline=None)
def test_a_link_by_words_never_rests_on_the_table(said: list[str]) -> None:
    rows = np.array([PIECES[piece] for piece in said], dtype=np.float32)
    places = {piece: n for n, piece in enumerate(PIECES)}
    whole = np.rint(rows / np.abs(rows).max(axis=1, keepdims=True) * 127).astype(np.int8)
    table = WordTable(ABOUT, "0" * 64, places, whole, np.ones(len(rows), dtype=np.float32))
    for verdict, evidence in by_words(link(plan_of(TEXTS), table=table)).values():
        assert verdict is Linked.UNCLEAR or evidence.startswith(("both ", "near ", "through "))


def test_the_weights_with_a_table_know_one_signal_more(table: WordTable) -> None:
    weights = weights_with_table()
    assert {len(scale.weights) for scale in weights.pairs.values()} == {len(SIGNALS) + 1}
    assert weigh({}, weights, {}) == {}
    assert table.rows.dtype == np.int8


def test_an_audit_uses_the_table_that_its_rubric_names(tmp_path: Path) -> None:
    kept(tmp_path)
    named = load_rubric(rubric_file(tmp_path, 'word_table = "words.npz"'))
    plan = plan_of(TEXTS)
    found = audit(plan, named, date(2026, 11, 21))
    assert BY_TABLE in {k.evidence for k in found.thread.links}
    assert BY_TABLE not in {f.reason for f in found.findings}
    assert found == audit(plan, named, date(2026, 11, 21))
