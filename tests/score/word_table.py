"""Builds the word table: `python -m tests.score.word_table MODEL_FOLDER FILE`.

MODEL_FOLDER holds `model.safetensors` and `tokenizer.json` of all-MiniLM-L6-v2 (Apache-2.0); any
others are refused. FILE, `words.npz` where none is named, is what a rubric then names.
docs/word-table.md says what it is for.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from checks.thread.table import NAME, About, write_table
from tests.score.minilm import CLS, SEP, Ids, Numbers, embedded, read_safetensors, vocabulary

Shares = NDArray[np.float64]

MODEL, TOKENIZER = "model.safetensors", "tokenizer.json"
INPUTS = {
    MODEL: "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    TOKENIZER: "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
LICENCE = (
    "Derived from sentence-transformers/all-MiniLM-L6-v2, licensed under the Apache License,"
    " Version 2.0 (https://www.apache.org/licenses/LICENSE-2.0). Changed: of the model only one"
    " row for each word piece is left, cut to 128 numbers, weighed by how common the piece is, and"
    " rounded."
)
WIDTH = 128  # numbers a piece; 384 would be three times the size and find hardly more
COMMON = 0.0005  # how common a word must be to count half (Arora and others, 2017)
FIRST_WORD = 1996  # in the vocabulary; from here on it runs from the commonest word to the rarest
_AT_ONCE = 512  # pieces


def main(arguments: Sequence[str]) -> int:
    """Checks what is given, builds the table and says what became of it."""
    if len(arguments) not in (1, 2):
        print(__doc__)  # noqa: T201 -- a script says what it does
        return 2
    folder, file = Path(arguments[0]), Path(*arguments[1:] or ["words.npz"])
    if wrong := [why for name, known in INPUTS.items() if (why := refusal(folder / name, known))]:
        print("\n".join(wrong))  # noqa: T201 -- a script says why it did nothing
        return 1
    pieces = vocabulary(folder / TOKENIZER)
    kept = np.array([n for n, piece in enumerate(pieces) if not is_sign(piece)])
    built = rows(alone(read_safetensors(folder / MODEL), kept), how_common(kept))
    write_table(file, About(NAME, LICENCE, INPUTS), [pieces[n] for n in kept], built)
    sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
    print(f"{file}: {len(kept)} word pieces, {file.stat().st_size} bytes, SHA-256 {sha256}")  # noqa: T201 -- as above
    return 0


def refusal(file: Path, known: str) -> str:
    """Why a file is not the one that the table is built from; nothing where it is."""
    if not file.is_file():
        return f"{file.name} is not there."
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    if found == known:
        return ""
    return f"{file.name} is another file than tables are built from: SHA-256 {found}, not {known}."


def is_sign(piece: str) -> bool:
    """Whether a piece stands for no text: [CLS], [unused12]."""
    return len(piece) > 1 and piece[0] == "[" and piece[-1] == "]"


def alone(model: Mapping[str, Numbers], ids: Ids) -> Numbers:
    """Each piece as the model has it when it is all that a text says."""
    parts = [ids[first : first + _AT_ONCE] for first in range(0, len(ids), _AT_ONCE)]
    return np.vstack([embedded(model, _as_texts(part)) for part in parts])


def _as_texts(ids: Ids) -> Ids:
    return np.stack([np.full_like(ids, CLS), ids, np.full_like(ids, SEP)], axis=1)


def how_common(ids: Ids) -> Shares:
    """The share of each piece in running text, by Zipf's law; single letters as the commonest."""
    return np.asarray(1.0 / np.maximum(ids - FIRST_WORD + 1, 1) / np.log(ids.max()))


def rows(vectors: Numbers, common: Shares) -> Numbers:
    """The vectors along the directions that part them most, the commonest words weighing least."""
    centred = vectors.astype(np.float64) - vectors.mean(axis=0)
    _, directions = np.linalg.eigh(centred.T @ centred)
    widest = directions[:, ::-1][:, :WIDTH]
    # A direction and its opposite part them alike: always the same one.
    turned = widest * np.sign(widest[np.abs(widest).argmax(axis=0), np.arange(WIDTH)])
    weight = COMMON / (COMMON + common)
    return np.asarray(centred @ turned * weight[:, np.newaxis], dtype=np.float32)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
