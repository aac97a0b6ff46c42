"""Writes the kept findings of the sample plans anew: `make golden`. Read the difference."""

from __future__ import annotations

from tests.golden.findings import KEPT, found

if __name__ == "__main__":
    texts = found()
    KEPT.mkdir(exist_ok=True)
    for path in KEPT.iterdir():
        if path.name not in texts:
            path.unlink()
    for name, text in texts.items():
        (KEPT / name).write_text(text, encoding="utf-8")
