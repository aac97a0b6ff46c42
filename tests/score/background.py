"""The words that plans use anyway: what the lint holds the terms of a lexicon against.

`python -m tests.score.background` writes checks/lexicon/background.txt anew from the sample plans.
"""

from __future__ import annotations

from pathlib import Path

from checks.lexicon_lint import BACKGROUND
from extractors.instructions import Instructions
from extractors.plan import Kind, Plan
from extractors.read import read

PLANS = Path(__file__).parents[2] / "sample_plans" / "plans"
_KINDS = (Kind.ASPIRATION, Kind.NEED, Kind.OUTCOME, Kind.PROVISION)


def texts_of(folder: Path) -> list[str]:
    """What the items of all plans say, each text once, in order."""
    found: set[str] = set()
    for path in sorted(folder.iterdir()):
        plan = read(path, Instructions(scans=False))
        if isinstance(plan, Plan):
            found |= {" ".join(item.text.split()) for item in plan.of(*_KINDS)}
    return sorted(found)


if __name__ == "__main__":
    BACKGROUND.write_text("\n".join(texts_of(PLANS)) + "\n", encoding="utf-8")
