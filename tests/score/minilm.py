"""all-MiniLM-L6-v2 in plain numpy: what the word table is built with, and nothing else needs.

The model is a BERT of six layers (Devlin and others, 2019), its sentence the mean of all places.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]
Ids = NDArray[np.int64]

LAYERS, HEADS = 6, 12
CLS, SEP = 101, 102  # what begins and ends a text
_TAIL = np.array([1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592, 0], np.float32)
_NEARLY_NOTHING = 1e-12  # the model's own, against a division by zero


def read_safetensors(path: Path) -> dict[str, Numbers]:
    """The arrays of a safetensors file: the length of a JSON header, the header, raw numbers."""
    content = path.read_bytes()
    start = 8 + int.from_bytes(content[:8], "little")
    header = json.loads(content[8:start])
    return {
        # Copied, so that the numbers lie where numpy can multiply them fast.
        name: np.frombuffer(content, "<f4", int(np.prod(told["shape"])), start + first)
        .reshape(told["shape"])
        .copy()
        for name, told in header.items()
        if told.get("dtype") == "F32"
        for first in [told["data_offsets"][0]]
    }


def vocabulary(path: Path) -> list[str]:
    """The word pieces of a tokenizer.json, by their numbers."""
    pieces: dict[str, int] = json.loads(path.read_text(encoding="utf-8"))["model"]["vocab"]
    return sorted(pieces, key=pieces.__getitem__)


def embedded(model: Mapping[str, Numbers], ids: Ids) -> Numbers:
    """One row of 384 numbers for each text; all texts are equally long, `ids` texts x places."""
    places = np.arange(ids.shape[1])
    rows = (
        model["embeddings.word_embeddings.weight"][ids]
        + model["embeddings.position_embeddings.weight"][places]
        + model["embeddings.token_type_embeddings.weight"][0]
    )
    rows = _evened(model, "embeddings.LayerNorm", rows)
    for number in range(LAYERS):
        rows = _layer(model, f"encoder.layer.{number}", rows)
    return np.asarray(rows.mean(axis=1))


def _layer(model: Mapping[str, Numbers], name: str, rows: Numbers) -> Numbers:
    heard = _dense(model, f"{name}.attention.output.dense", _attended(model, name, rows))
    rows = _evened(model, f"{name}.attention.output.LayerNorm", rows + heard)
    thought = _gelu(_dense(model, f"{name}.intermediate.dense", rows))
    said = _dense(model, f"{name}.output.dense", thought)
    return _evened(model, f"{name}.output.LayerNorm", rows + said)


def _attended(model: Mapping[str, Numbers], name: str, rows: Numbers) -> Numbers:
    """What each place hears of the others, in each head."""
    texts, places, width = rows.shape
    asked, offered, told = (
        _dense(model, f"{name}.attention.self.{which}", rows)
        .reshape(texts, places, HEADS, width // HEADS)
        .transpose(0, 2, 1, 3)
        for which in ("query", "key", "value")
    )
    scores = asked @ offered.transpose(0, 1, 3, 2) / np.float32(np.sqrt(width // HEADS))
    shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares /= shares.sum(axis=-1, keepdims=True)
    return np.asarray((shares @ told).transpose(0, 2, 1, 3).reshape(texts, places, width))


def _dense(model: Mapping[str, Numbers], name: str, rows: Numbers) -> Numbers:
    flat = rows.reshape(-1, rows.shape[-1])  # one product: far quicker than one for each text
    made = flat @ model[f"{name}.weight"].T + model[f"{name}.bias"]
    return made.reshape(*rows.shape[:-1], -1)


def _evened(model: Mapping[str, Numbers], name: str, rows: Numbers) -> Numbers:
    rows = rows - rows.mean(axis=-1, keepdims=True)
    rows = rows / np.sqrt((rows * rows).mean(axis=-1, keepdims=True) + np.float32(_NEARLY_NOTHING))
    return np.asarray(rows * model[f"{name}.weight"] + model[f"{name}.bias"])


def _gelu(x: Numbers) -> Numbers:
    """Each number times the normal distribution up to it.

    The error function is Abramowitz and Stegun's 7.1.26, right to 1.5e-7: as fine as the numbers.
    """
    far = np.abs(x) * np.float32(np.sqrt(0.5))
    t = 1 / (1 + np.float32(0.3275911) * far)
    below = np.float32(0.5) * np.polyval(_TAIL, t) * np.exp(-far * far)
    return np.asarray(x * np.where(x > 0, 1 - below, below))
