"""Statements that say nearly the same, put together in near-linear time.

MinHash sketches in a locality-sensitive index propose the few that may be alike; each proposal is
then measured exactly, word by word in their order. Each statement is compared with the first of a
group only, so that groups do not run into each other by small steps.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from itertools import islice, pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel

Words = tuple[str, ...]
_Parts = NDArray[np.uint32]

# So many rows of so many hashes each: wordings with 65 of 100 rare parts in common are proposed in
# 95 cases of 100, with 80 in all, with 20 in 2.
_ROWS, _HASHES = 15, 4
_COMMON = 0.005  # of all wordings: parts that more of them share are turns of phrase, and tell less
_FEW = 20  # wordings: parts that no more of them share are never turns of phrase
_LOOKED_AT = 100  # proposals
_BATCH = 2000  # sketches at a time


def groups(said: Mapping[Words, int], likeness: float) -> list[list[Words]]:
    """The wordings put together with those that are like them: each stands in one group.

    `said` has how often each wording stands there: the most frequent of a group is its first, so
    the groups do not depend on the order in which files come.
    """
    # Loads SciPy, most of a second; the processes that read one plan each never come here.
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415

    order = sorted(said, key=lambda words: (-said[words], words))
    index = MinHashLSH(num_perm=_ROWS * _HASHES, params=(_ROWS, _HASHES))
    found: list[list[Words]] = []
    parts = _telling([_parts(words) for words in order])
    for begin in range(0, len(order), _BATCH):
        some = slice(begin, begin + _BATCH)
        sketches = MinHash.bulk(parts[some], num_perm=_ROWS * _HASHES, hashfunc=int)
        for words, sketch in zip(order[some], sketches, strict=True):
            home = _home(words, index.query(sketch), found, likeness)
            if home is None:
                index.insert(len(found), sketch)
                found.append([words])
            else:
                found[home].append(words)
    return found


def like(one: Words, other: Words) -> float:
    """The share of the words of both that both have, in the same order."""
    return Indel.normalized_similarity(one, other)


def _home(
    words: Words, proposed: Sequence[int], found: Sequence[Sequence[Words]], likeness: float
) -> int | None:
    """The group that the wording is most like, the first of those where several are the same."""
    near = ((like(words, found[at][0]), -at) for at in islice(sorted(proposed), _LOOKED_AT))
    best, at = max(near, default=(0.0, 0))
    return -at if best >= likeness else None


def _parts(words: Words) -> _Parts:
    """Numbers for the single words of a statement, and for each two that follow each other."""
    pairs = (f"{one} {other}" for one, other in pairwise(words))
    numbers = {zlib.crc32(part.encode()) for part in (*words, *pairs)}
    return np.array(sorted(numbers), dtype=np.uint32)


def _telling(parts: Sequence[_Parts]) -> list[_Parts]:
    """Of each wording the parts that few others share; at least the rarer half of them."""
    if not parts:
        return []
    numbers, counts = np.unique(np.concatenate(parts), return_counts=True)
    common = max(_FEW, _COMMON * len(parts))
    kept = []
    for own in parts:
        shared = counts[np.searchsorted(numbers, own)]
        rare = np.argsort(shared, kind="stable")
        few = max(int((shared <= common).sum()), (len(own) + 1) // 2)
        kept.append(own[rare[:few]])
    return kept
