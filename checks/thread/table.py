"""A table of word pieces, each with what it lies near: for words that the lexicon has never met.

It is made from a language model (docs/word-table.md) and used only where a rubric names it. What it
says is likeness alone: it is no evidence, links nothing by itself, and print comes before it.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Row = NDArray[np.float32]

NAME = "all-MiniLM-L6-v2 in 128 numbers, edition 1"  # of the table that ours are fitted with
_MOST_BYTES = 20_000_000  # of the file, and of what it unpacks to: ours has a fifth of that
_LONGEST_WORD = 100  # letters; the model it comes from reads no longer ones
_INSIDE = "##"  # before a piece that does not begin a word
_WORD = re.compile(r"[^\W_]+")
# What a file that is none of ours makes of being read as one.
_UNREADABLE = (
    ValueError,
    KeyError,
    TypeError,
    OSError,
    EOFError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
)
_ARRAYS = ("about", "pieces", "rows", "scales")


class TableError(ValueError):
    """A file that is no word table of ours, with what to do in plain words."""


@dataclass(frozen=True, slots=True)
class About:
    """What a table is, and what it was made from."""

    name: str
    licence: str
    inputs: Mapping[str, str]  # file to SHA-256


@dataclass(frozen=True, slots=True, eq=False)
class WordTable:
    """Word pieces, and for each a row of whole numbers that its scale makes true ones."""

    about: About
    sha256: str  # of the file
    places: Mapping[str, int]  # piece to row
    rows: NDArray[np.int8]
    scales: Row

    @property
    def in_words(self) -> str:
        """What reports call it."""
        return f"{self.about.name}, {self.sha256[:12]}"

    def vector(self, words: Iterable[str]) -> Row:
        """Where words lie together, as a row of length 1; all zeros where it knows none of them."""
        total = np.zeros(self.rows.shape[1], dtype=np.float32)
        for word in words:
            total += _lying(self, word)
        length = float(np.sqrt(total @ total))
        return total / np.float32(length) if length else total


@lru_cache(maxsize=10_000)
def _lying(table: WordTable, word: str) -> Row:
    """Where one word lies: the sum of its pieces."""
    found = [place for part in plain(word) for place in pieces_of(part, table.places)]
    return np.asarray(table.scales[found] @ table.rows[found].astype(np.float32))


def plain(text: str) -> list[str]:
    """The words of a text as the table has them: small letters, no accents, no punctuation."""
    apart = unicodedata.normalize("NFD", text.lower())
    return _WORD.findall("".join(c for c in apart if unicodedata.category(c) != "Mn"))


def pieces_of(word: str, places: Mapping[str, int]) -> list[int]:
    """The rows of a word's pieces, each the longest known; none where one of them is not."""
    found: list[int] = []
    start = 0
    while start < len(word) <= _LONGEST_WORD:
        before = _INSIDE if start else ""
        for end in range(len(word), start, -1):
            place = places.get(before + word[start:end])
            if place is not None:
                break
        else:
            return []
        found.append(place)
        start = end
    return found


@lru_cache(maxsize=2)
def table_in(path: Path, sha256: str) -> WordTable:
    """The table in a file that was read before. Raises TableError where it is another one now."""
    table = read_table(path)
    if table.sha256 != sha256:
        raise TableError(f"the word table {path.name} has changed since it was first read")
    return table


def read_table(path: Path) -> WordTable:
    """The table in a file. Raises TableError, whose message names the file and what is wrong."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise TableError(f"{path.name} is no word table: it is too large")
        content = path.read_bytes()
    except OSError:
        raise TableError(f"the word table {path.name} is not there or cannot be opened") from None
    try:
        table = _table(content)
    except _UNREADABLE:
        raise TableError(
            f"{path.name} is no word table, or a damaged one: make it anew (docs/word-table.md)"
        ) from None
    if table.about.name != NAME:
        raise TableError(
            f"{path.name} is the word table «{table.about.name}», and the thread's weights were"
            f" fitted with «{NAME}»: make it anew (docs/word-table.md)"
        )
    return table


def _table(content: bytes) -> WordTable:
    """The table that those bytes hold. Raises one of several errors where they hold none."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        if sum(member.file_size for member in packed.infolist()) > _MOST_BYTES:
            raise ValueError("too large")
    with np.load(io.BytesIO(content), allow_pickle=False) as kept:
        told, words, rows, scales = (kept[name] for name in _ARRAYS)
    about: dict[str, Any] = json.loads(told.tobytes())
    pieces = words.tobytes().decode().split("\n")
    count, _ = rows.shape
    if (rows.dtype, scales.dtype) != (np.int8, np.float32):
        raise ValueError("not these numbers")
    if len(pieces) != count or scales.shape != (count,):
        raise ValueError("not as many rows as pieces")
    if not np.isfinite(scales).all() or len(set(pieces)) != len(pieces):
        raise ValueError("no numbers, or the same piece twice")
    return WordTable(
        About(str(about["name"]), str(about["licence"]), dict(about["inputs"])),
        hashlib.sha256(content).hexdigest(),
        {piece: place for place, piece in enumerate(pieces)},
        rows,
        scales,
    )


def write_table(path: Path, about: About, pieces: Iterable[str], rows: Row) -> None:
    """Keeps a table in a file: each row in whole numbers up to 127, with a scale of its own."""
    scales = np.maximum(np.abs(rows).max(axis=1), np.float32(1e-12)) / np.float32(127)
    told = {"name": about.name, "licence": about.licence, "inputs": dict(about.inputs)}
    np.savez_compressed(
        path,
        about=np.frombuffer(json.dumps(told, sort_keys=True).encode(), np.uint8),
        pieces=np.frombuffer("\n".join(pieces).encode(), np.uint8),
        rows=np.rint(rows / scales[:, np.newaxis]).astype(np.int8),
        scales=scales.astype(np.float32),
    )
