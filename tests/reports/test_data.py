"""plans.jsonl: one object a file, by its published schema, whatever the words."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.status import Status
from reports.data import jsonl
from tests.reports.audits import TEXTS, audited, refused

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
