"""What another rubric changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from checks.check import Verdict, example
from checks.difference import audited, counts, differences
from checks.examples import plan_of
from checks.rubric import load_rubric

AS_OF = date(2026, 11, 21)
PLANS = (
    ("a.pdf", plan_of(example(provision="Support as required."))),
    ("b.pdf", plan_of(example(provision="A teacher will read with Ada for 20 minutes each day."))),
)


def test_the_same_rubric_changes_nothing() -> None:
    ours = audited(PLANS, load_rubric(), AS_OF)

    assert differences(ours, ours) == []


def test_what_comes_what_goes_and_what_is_said_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "theirs.toml"
    path.write_text('off = ["f-who"]\n[severity]\nf-weasel = "must"\n', encoding="utf-8")
    before = audited(PLANS, load_rubric(), AS_OF)
    after = audited(PLANS, load_rubric(path), AS_OF)
    (one,) = differences(before, after)

    assert one.file == "a.pdf"
    assert {f.check for f in one.gone} == {"f-who"}
    assert one.added == ()
    assert {then.check for then, _ in one.turned} == {"f-weasel"}
    (back,) = differences(after, before)
    assert {f.check for f in back.added} == {"f-who"}
    said = {verdict for check, verdict in counts(before.values()) if check == "f-who"}
    assert said <= {Verdict.FAIL, Verdict.UNCLEAR}
    assert said
