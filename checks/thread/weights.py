"""How the signals are weighed, and where the bands lie: fitted by script, kept in a file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

import numpy as np

from checks.thread.likeness import SIGNALS, Matrix
from checks.thread.links import Relation

FILE = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class Band:
    """Where a pair is a link, and where an item has no link at all. Between them: unclear.

    Fitted for either end by itself: that a need has no outcome shows more plainly in the words than
    that a line of provision has none.
    """

    linked: float
    none_from: float
    none_to: float


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each signal, the same for all relations, and a bias and a band for each."""

    signals: tuple[float, ...]
    bias: Mapping[Relation, float]
    bands: Mapping[Relation, Band]
    data: str  # the SHA-256 of the linked plans that they were fitted on

    def likelihood(self, relation: Relation, signals: Matrix) -> Matrix:
        """How likely each pair is a link, 0 to 1. For ranking and bands: never shown."""
        logit = signals @ np.array(self.signals) + self.bias[relation]
        return np.asarray(1.0 / (1.0 + np.exp(-logit)))


@cache
def standard_weights() -> Weights:
    """The weights that ship with Goldenthread."""
    return read_weights(FILE)


def read_weights(path: Path) -> Weights:
    """The weights kept in a file. Raises ValueError where they are for other signals."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    if tuple(kept["signals"]) != SIGNALS:
        raise ValueError(f"{path.name} was fitted for other signals; fit it again")
    return Weights(
        signals=tuple(kept["signals"].values()),
        bias={Relation(name): value for name, value in kept["bias"].items()},
        bands={Relation(name): Band(**band) for name, band in kept["bands"].items()},
        data=kept["data"],
    )


def write_weights(weights: Weights, path: Path) -> None:
    """Keeps the weights in a file, rounded to what they are worth."""
    kept = {
        "data": weights.data,
        "signals": {n: round(w, 3) for n, w in zip(SIGNALS, weights.signals, strict=True)},
        "bias": {r.value: round(b, 3) for r, b in weights.bias.items()},
        "bands": {
            r.value: {name: round(value, 3) for name, value in asdict(b).items()}
            for r, b in weights.bands.items()
        },
    }
    path.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
