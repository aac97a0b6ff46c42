"""How the signals are weighed, and where the bands lie: fitted by script, kept in a file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from checks.thread.likeness import SIGNALS, SIGNALS_WITH_TABLE, Matrix
from checks.thread.links import Relation, Side

FILE = Path(__file__).with_name("weights.json")
FILE_WITH_TABLE = FILE.with_name("weights-with-table.json")

# What speaks for or against an item having no other end, in the order of an item's row.
SIGNS = (
    "likeliest",
    "all together",
    "concepts",
    "words",
    "others printed",
    "rival",
    "mentions",
    "under heading",
    "no such heading",
    "how many",
)

# What settles a pair among the others of its plan, in the order of a pair's row.
SETTLING = (
    "by itself",
    "ahead in row",
    "ahead in column",
    "through a third",
    "third ahead in row",
    "third ahead in column",
    "no third",
)


@dataclass(frozen=True, slots=True)
class Scale:
    """A weight for each signal and what is added to their sum: a likelihood from 0 to 1."""

    weights: tuple[float, ...]
    bias: float

    def likelihood(self, signals: Matrix) -> Matrix:
        """How likely it is. For ranking and bands: never shown."""
        return np.asarray(1.0 / (1.0 + np.exp(-(signals @ np.array(self.weights) + self.bias))))


@dataclass(frozen=True, slots=True)
class Ends:
    """How one question is answered: whether an item has no other end.

    From a band on none was found: by one band where the plan prints most links
    of this kind, by another where only words can tell. A band above 1 is never reached.
    """

    scale: Scale
    none_printed: float
    none_by_words: float


Question = tuple[Relation, Side]


@dataclass(frozen=True, slots=True)
class Weights:
    """How the pairs of each relation are weighed and linked, and how each question is answered."""

    pairs: Mapping[Relation, Scale]
    settling: Mapping[Relation, Scale]  # of pairs among each other: not where aspirations are one
    linked: Mapping[Relation, float]
    ends: Mapping[Question, Ends]
    data: str  # the SHA-256 of the linked plans that they were fitted on
    table: str = ""  # the word table that they were fitted with; empty for none


@cache
def standard_weights() -> Weights:
    """The weights that ship with Goldenthread."""
    return read_weights(FILE)


@cache
def weights_with_table() -> Weights:
    """The weights that ship with Goldenthread for plans compared by a word table as well."""
    return read_weights(FILE_WITH_TABLE)


def read_weights(path: Path) -> Weights:
    """The weights kept in a file. Raises ValueError where they are for other signals."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    table = kept.get("table", "")
    signals = SIGNALS_WITH_TABLE if table else SIGNALS
    try:
        return Weights(
            pairs={Relation(name): _scale(row, signals) for name, row in kept["pairs"].items()},
            settling={
                Relation(name): _scale(row, SETTLING) for name, row in kept["settling"].items()
            },
            linked={Relation(name): row["linked"] for name, row in kept["pairs"].items()},
            ends={
                (Relation(name), Side(side)): Ends(
                    _scale(row, SIGNS), row["none_printed"], row["none_by_words"]
                )
                for name, sides in kept["ends"].items()
                for side, row in sides.items()
            },
            data=kept["data"],
            table=table,
        )
    except KeyError as missing:
        raise ValueError(f"{path.name} was fitted for other signals; fit it again") from missing


def _scale(row: Mapping[str, Any], names: Sequence[str]) -> Scale:
    if row["signals"].keys() != set(names):
        raise KeyError("signals")
    return Scale(tuple(row["signals"][name] for name in names), row["bias"])


def write_weights(weights: Weights, path: Path) -> None:
    """Keeps the weights in a file, rounded to what they are worth."""
    ends: dict[str, dict[str, Any]] = {}
    for (relation, side), end in weights.ends.items():
        bands = {
            "none_printed": round(end.none_printed, 3),
            "none_by_words": round(end.none_by_words, 3),
        }
        ends.setdefault(relation.value, {})[side.value] = bands | _told(end.scale, SIGNS)
    kept = ({"table": weights.table} if weights.table else {}) | {
        "data": weights.data,
        "pairs": {
            relation.value: {"linked": round(weights.linked[relation], 3)}
            | _told(scale, SIGNALS_WITH_TABLE[: len(scale.weights)])
            for relation, scale in weights.pairs.items()
        },
        "settling": {
            relation.value: _told(scale, SETTLING) for relation, scale in weights.settling.items()
        },
        "ends": ends,
    }
    path.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")


def _told(scale: Scale, names: Sequence[str]) -> dict[str, Any]:
    return {
        "bias": round(scale.bias, 3),
        "signals": {n: round(w, 3) for n, w in zip(names, scale.weights, strict=True)},
    }
