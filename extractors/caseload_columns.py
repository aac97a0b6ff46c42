"""Which column of a caseload list holds what: heads by their many names, wherever they stand."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, zip_longest
from pathlib import Path

_LOOKED_AT = 40  # rows above the heads: titles, notes, a date of the export
_FEWEST = 2  # columns that make a row of heads
_IDENTITY = frozenset({"upn", "reference", "name", "surname", "forename"})
_LONGEST_HEAD = 120
_IN_WORDS = re.compile(r"[^\W_]+")
_FIGURE = re.compile(r"\d{2}")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")  # between the words of «ReviewMeeting»
_REST = re.compile(r"[\W_]+")
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff]")
_FILE = Path(__file__).parent / "caseload.toml"
Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class Heads:
    """The row of heads of one table, and what was understood of it."""

    row: int  # where it stands, the first being 0
    columns: tuple[tuple[int, str, str], ...]  # which column, what it holds, its head as printed
    unknown: tuple[str, ...]
    twice: tuple[tuple[str, str], ...]  # what two columns claim to hold: the head that lost
    rank: int | None = None  # the column that ranks several needs of one child
    again: Mapping[str, tuple[int, ...]] = field(default_factory=dict)  # more columns of one head

    @property
    def fields(self) -> frozenset[str]:
        """All that its columns hold."""
        return frozenset(held for _, held, _ in self.columns)

    @property
    def tells_who(self) -> bool:
        """Whether a row of it can be of somebody."""
        return bool(self.fields & _IDENTITY)


@functools.cache
def words() -> Mapping[str, object]:
    """What the data file beside this module says."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def plain(head: object) -> str:
    """A head without anything but its letters and figures."""
    return _REST.sub("", str(head if head is not None else "").casefold())


@functools.cache
def _by_name() -> Mapping[str, tuple[str, int]]:
    """What each name of a column means, and how far behind the first names of it it stands."""
    columns = words()["columns"]
    assert isinstance(columns, dict)  # noqa: S101 -- our own file
    return {
        plain(name): (held, rank)
        for held, names in columns.items()
        for rank, name in enumerate(names)
    }


@functools.cache
def _without_filler() -> Mapping[str, tuple[str, int]]:
    """The same without the words that say no more; what would then mean two things is left out."""
    columns = words()["columns"]
    assert isinstance(columns, dict)  # noqa: S101 -- our own file
    claims: dict[str, dict[str, int]] = {}
    for held, names in columns.items():
        for rank, name in enumerate(names):
            claims.setdefault(_bare(name), {}).setdefault(held, len(names) + rank)
    return {bare: next(iter(c.items())) for bare, c in claims.items() if bare and len(c) == 1}


@functools.cache
def _filler() -> frozenset[str]:
    filler = words()["filler"]
    assert isinstance(filler, dict)  # noqa: S101 -- our own file
    return frozenset(filler["words"])


def _bare(head: str) -> str:
    """A head without the words that say no more."""
    told = _IN_WORDS.findall(_CAMEL.sub(" ", head).casefold())
    return "".join(word for word in told if word not in _filler())


def _meant(cell: object) -> tuple[str, int] | None:
    """What a head means, and how far behind the first names of that column it stands."""
    if not isinstance(cell, str) or len(cell) > _LONGEST_HEAD:
        return None
    return _by_name().get(plain(cell)) or _without_filler().get(_bare(cell))


@functools.cache
def _ranks() -> frozenset[str]:
    rank = words()["rank"]
    assert isinstance(rank, dict)  # noqa: S101 -- our own file
    return frozenset(plain(head) for head in rank["heads"])


def find_heads(rows: Iterable[Row]) -> Heads | None:
    """The row of heads among the first rows: the one with the most heads known, the upper first."""
    best: Heads | None = None
    above: Row = ()
    for number, row in enumerate(islice(rows, _LOOKED_AT)):
        for told in (row, _over_two_rows(above, row)):
            heads = _heads(number, told)
            enough = len(heads.columns) >= _FEWEST and heads.tells_who
            if enough and (best is None or len(heads.columns) > len(best.columns)):
                best = heads
        above = row
    return best


def _over_two_rows(above: Row, below: Row) -> Row:
    """Heads that stand in two rows, the upper merged over several columns: «Review | Due»."""
    told_below = [cell for cell in below if cell is not None]
    if not all(isinstance(cell, str) and not _FIGURE.search(cell) for cell in told_below):
        return ()  # a row of a child
    told: list[str] = []
    over = ""
    for upper, lower in zip_longest(above, below):
        over = _printed(upper) or (over if lower else "")
        both = (f"{over} {_printed(lower)}".strip(), _printed(lower), over)
        told.append(next((head for head in both if _meant(head)), both[0]))
    return told


def _printed(cell: object) -> str:
    """A head as it is seen."""
    return " ".join(_UNSEEN.sub("", str(cell)).split()) if cell is not None else ""


def _heads(number: int, row: Row) -> Heads:
    """What a row would mean as the row of heads."""
    claims: dict[str, list[tuple[int, int, str]]] = {}
    unknown: list[str] = []
    ranked: int | None = None
    for at, cell in enumerate(row):
        head = plain(cell)
        if meant := _meant(cell):
            held, rank = meant
            claims.setdefault(held, []).append((rank, at, _printed(cell)))
        elif head in _ranks():
            ranked = at
        elif head:
            unknown.append(_printed(cell))
    columns, twice, again = [], [], {}
    for held, claimed in claims.items():
        _, at, printed = min(claimed)
        columns.append((at, held, printed))
        others = [(n, head) for _, n, head in claimed if n != at]
        again[held] = tuple(n for n, head in others if plain(head) == plain(printed))
        twice += [(held, head) for n, head in others if n not in again[held]]
    more = {held: where for held, where in again.items() if where}
    return Heads(number, tuple(sorted(columns)), tuple(unknown), tuple(twice), ranked, more)
