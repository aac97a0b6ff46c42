"""How copied text is put together, and what is known of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from checks.audit import audit, audit_caseload, clusters_in
from checks.caseload.alike import groups, like
from checks.caseload.masking import masked, names_in, wording
from checks.check import example
from checks.examples import plan_of
from checks.rubric import load_rubric
from extractors.listed import Listed
from extractors.plan import Child, Facts, Plan
from tests.bench.caseload import score, statements

RUBRIC = load_rubric()
AS_OF = date(2026, 11, 21)
NEED = "{} loses the thread of a story when more than two people are in it, and then walks away."


def plan(name: str, setting: str, day: date, part: tuple[str, str]) -> Plan:
    return replace(
        plan_of(example(part)), child=Child(name), facts=Facts("final", day, setting=setting)
    )


def test_near_duplicates_are_put_together_and_nothing_else() -> None:
    told = statements(1500)

    precision, recall = score(told, groups(Counter(words for words, _ in told), 0.9))

    assert precision >= 0.95
    assert recall >= 0.95


def test_groups_do_not_depend_on_the_order_of_files() -> None:
    said = Counter(words for words, _ in statements(200))
    turned = Counter(dict(reversed(list(said.items()))))

    assert groups(said, 0.9) == groups(turned, 0.9)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=9).map(tuple)))
def test_each_wording_stands_in_one_group_with_one_that_it_is_like(
    said: list[tuple[str, ...]],
) -> None:
    found = groups(Counter(said), 0.9)

    assert sorted(words for group in found for words in group) == sorted(set(said))
    assert all(like(group[0], words) >= 0.9 for group in found for words in group)


def test_time_frames_and_set_turns_say_nothing_of_what_was_copied() -> None:
    names = frozenset({"amira", "leon"})
    one = wording("By the end of Key Stage 2, Amira will be able to pack her bag.", names)
    two = wording("Leon will pack his bag by July 2029.", names)

    assert one == two == ("@", "will", "pack", "@", "bag")


def test_a_name_that_is_a_word_is_masked_only_as_a_name() -> None:
    assert masked("Will will read.", frozenset({"will"})) == ["@", "will", "read"]


def test_a_cluster_tells_who_holds_it_and_never_whose_it_was() -> None:
    plans = [
        plan("Amira Hussain", "Quay School", date(2026, 5, 4), ("need", NEED.format("Amira"))),
        plan("Leon Adeyinka", "Quay School", date(2026, 6, 1), ("need", NEED.format("Leon"))),
        plan("Ruth Carver", "Hill School", date(2026, 5, 9), ("A", NEED.format("Ruth"))),
    ]
    audits = [(f"{n}.docx", audit(one, RUBRIC, AS_OF)) for n, one in enumerate(plans)]
    listed = {"0.docx": Listed(2, writer="Team B"), "2.docx": Listed(3, writer="Team A")}

    shown = audit_caseload(audits, RUBRIC, AS_OF, listed)
    (cluster,) = clusters_in(shown.values())

    assert cluster.children == 3
    assert cluster.kind == "need"
    assert cluster.text == NEED.format("[name]")
    assert [(c.file, c.section, c.item) for c in cluster.copies] == [
        ("0.docx", "B", "B1"),
        ("1.docx", "B", "B1"),
        ("2.docx", "A", None),
    ]
    assert cluster.writers == (("Team A", 1), ("Team B", 1))
    assert cluster.settings == (("Quay School", 2), ("Hill School", 1))
    assert cluster.months == (("2026-05", 2), ("2026-06", 1))


def test_the_names_of_a_child_are_those_of_the_cover() -> None:
    named = plan_of(example(name="Bao-Long Nguyen", known_as="Bao", need="He reads."))

    assert names_in(named) == {"bao", "long", "nguyen"}
