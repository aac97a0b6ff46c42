"""Statements that say nearly the same, put together in near-linear time.

MinHash sketches in a locality-sensitive index propose the few that may be alike; each proposal is
then measured exactly, word by word in their order. Each statement is compared with the first of a
group only, so that groups do not run into each other by small steps.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from itertools import islice, pairwise

from datasketch import MinHash, MinHashLSH
from rapidfuzz.distance import Indel

Words = tuple[str, ...]

# So many rows of so many hashes each: statements with 70 of 100 single words and pairs of words in
# common are proposed in 89 cases of 100, with 80 of 100 in 99, with 30 of 100 in 3.
_ROWS, _HASHES = 12, 5
_LOOKED_AT = 100  # proposals: who shares a turn of phrase with more shares nothing that tells


def groups(said: Mapping[Words, int], likeness: float) -> list[list[Words]]:
    """The wordings that are alike, those alone left out as groups of one.

    `said` has how often each wording stands there: the most frequent of a group is its first, so
    the groups do not depend on the order in which files come.
    """
    order = sorted(said, key=lambda words: (-said[words], words))
    index = MinHashLSH(num_perm=_ROWS * _HASHES, params=(_ROWS, _HASHES))
    found: list[list[Words]] = []
    for sketched in _batches(order):
        sketches = MinHash.bulk(
            [_parts(words) for words in sketched], num_perm=_ROWS * _HASHES, hashfunc=int
        )
        for words, sketch in zip(sketched, sketches, strict=True):
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


def _parts(words: Words) -> list[int]:
    """Numbers for the single words of a statement, and for each two that follow each other."""
    pairs = (f"{one} {other}" for one, other in pairwise(words))
    return [zlib.crc32(part.encode()) for part in (*words, *pairs)]


def _batches(order: Sequence[Words], size: int = 2000) -> list[Sequence[Words]]:
    return [order[n : n + size] for n in range(0, len(order), size)]
