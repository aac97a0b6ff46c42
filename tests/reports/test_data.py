"""plans.jsonl: one object a file, by its published schema, whatever the words."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.clocks.clocks import clocks_of
from checks.clocks.records import Records
from extractors.document import Place
from extractors.listed import Listed
from extractors.plan import Passage
from extractors.status import Status
from reports.data import jsonl
from tests.reports.audits import AS_OF, TEXTS, audited, refused

SCHEMA = json.loads(Path("docs/plans.schema.json").read_text(encoding="utf-8"))


def test_every_file_given_has_its_line_in_order() -> None:
    files = (refused("a.pdf"), audited("b/plan.docx"), refused("c.doc", Status.UNSUPPORTED))
    rows = [json.loads(line) for line in jsonl(files).splitlines()]
    assert [row["file"] for row in rows] == ["a.pdf", "b/plan.docx", "c.doc"]
    assert [row["status"] for row in rows] == ["password", "audited", "unsupported"]


def test_an_audited_plan_says_what_was_understood() -> None:
    row = json.loads(jsonl((audited("plan.pdf"),)))
    assert row["child"]["name"] == "Osian Prosser"
    assert row["plan"]["date"] == "2025-03-01"
    assert [item["id"] for item in row["items"]] == list(TEXTS)
    assert {"from": "F1", "to": "E1", "basis": "printed"} in [
        {key: link[key] for key in ("from", "to", "basis")} for link in row["links"]
    ]
    assert (
        row["findings"][0].keys() == SCHEMA["properties"]["findings"]["items"]["properties"].keys()
    )


def test_a_plan_says_what_the_caseload_list_says_of_its_child() -> None:
    told = Listed(5, requested=date(2024, 6, 3), finalised=date(2025, 3, 1), primary_need="SLCN")
    one = audited("plan.pdf")
    assert one.audit is not None
    clocks = clocks_of(Records(told, AS_OF, one.audit.plan))
    row = json.loads(jsonl((replace(one, listed=told, matched_by="UPN", clocks=clocks),)))
    jsonschema.validate(row, SCHEMA)

    assert (row["listed"]["row"], row["listed"]["matched_by"]) == (5, "UPN")
    assert (row["listed"]["primary_need"], row["listed"]["setting"]) == ("SLCN", None)
    (late,) = [clock for clock in row["listed"]["clocks"] if clock["check"] == "t-20wk"]
    assert (late["due"], late["done"], late["days_late"]) == ("2024-10-21", "2025-03-01", 131)
    assert json.loads(jsonl((one,)))["listed"] is None


def test_a_reference_stands_with_its_place() -> None:
    one = audited("plan.pdf")
    assert one.audit is not None
    child = replace(one.audit.plan.child, references=(Passage("SEN/417", Place(page=1)),))
    plan = replace(one.audit.plan, child=child)
    row = json.loads(jsonl((replace(one, audit=replace(one.audit, plan=plan)),)))
    jsonschema.validate(row, SCHEMA)
    assert row["child"]["references"] == [{"text": "SEN/417", "page": 1, "place": "page 1"}]


@pytest.mark.parametrize("status", list(Status))
def test_every_status_is_in_the_schema(status: Status) -> None:
    jsonschema.validate(json.loads(jsonl((refused("x", status),))), SCHEMA)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(), min_size=1, max_size=60))
def test_any_words_make_valid_lines(words: str) -> None:
    lines = jsonl((audited("plan.pdf", texts={"E1": words, "F1": words}),))
    assert len(lines.splitlines()) == 1 or "\n" not in lines[:-1]
    jsonschema.validate(json.loads(lines), SCHEMA)
    lines.encode()
