"""Nothing that is found in the sample plans changes unseen."""

from __future__ import annotations

from tests.golden.findings import KEPT, found


def test_what_is_found_is_what_was_kept() -> None:
    kept = {path.name: path.read_text(encoding="utf-8") for path in KEPT.iterdir()}
    assert found() == kept, "if the change is meant, run «make golden» and read the difference"
