"""A result as plain JSON and back: what goes from process to process, and into the store.

Never pickle: whoever can write a pickle runs code in the process that reads it.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from checks.audit import Audit
from checks.thread.links import Thread
from extractors.pdf_pictures import Picture
from extractors.plan import Plan
from extractors.status import Unreadable
from extractors.trace import Trace
from extractors.unplaced import Gleaned

Reader = Callable[[typing.Any], typing.Any]


class NoRecord(ValueError):  # noqa: N818 -- said of what was given
    """It is not what this program writes."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds: one of the two is there."""

    plan: Plan | None = None
    unreadable: Unreadable | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """What became of a file's content: one of the two is there."""

    audit: Audit | None = None
    unreadable: Unreadable | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page needs that shows how a file was read, or why there is nothing to show."""

    trace: Trace | None = None
    unreadable: Unreadable | None = None
    pictures: tuple[Picture, ...] = ()
    thread: Thread | None = None


Result = Audit | Unreadable


def of(result: Result) -> bytes:
    """A result as JSON."""
    if isinstance(result, Unreadable):
        return dump(Record(unreadable=result))
    return dump(Record(audit=result))


def result(data: bytes) -> Result:
    """The result that was written as that JSON. Raises NoRecord for anything else."""
    record: Record = _read(Record, data)
    found = record.audit or record.unreadable
    if found is None:
        raise NoRecord
    return found


def plan(data: bytes) -> Plan | Unreadable:
    """The plan alone of a result that was written as JSON."""
    found = result(data)
    return found if isinstance(found, Unreadable) else found.plan


def of_reading(found: Plan | Unreadable) -> bytes:
    """A plan, or why there is none, as JSON."""
    if isinstance(found, Unreadable):
        return dump(Reading(unreadable=found))
    return dump(Reading(plan=found))


def plan_or_why(data: bytes) -> Plan | Unreadable:
    """The plan that was written as that JSON, or why there is none."""
    reading: Reading = _read(Reading, data)
    found = reading.plan or reading.unreadable
    if found is None:
        raise NoRecord
    return found


def shown(data: bytes) -> Shown:
    """What was written as that JSON for the page that shows a reading."""
    found: Shown = _read(Shown, data)
    if found.trace is None and found.unreadable is None:
        raise NoRecord
    return found


def gleaned(data: bytes) -> Gleaned | None:
    """What was written as that JSON of a plan's layout; None where nothing was."""
    found: Gleaned | None = _read(Gleaned, data) if data else None
    return found


def dump(value: object) -> bytes:
    """A value made of dataclasses, tuples, enums and dates as JSON, the same each time."""
    return json.dumps(value, default=_plain, ensure_ascii=True, separators=(",", ":")).encode()


def _read(kind: type, data: bytes) -> typing.Any:  # noqa: ANN401 -- a value of that kind
    try:
        return _reader(kind)(json.loads(data))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise NoRecord from error


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no place in a record")


@functools.cache
def _reader(kind: typing.Any) -> Reader:  # noqa: ANN401 -- a type, however it is written
    """What makes a value of that type from JSON."""
    if dataclasses.is_dataclass(kind):
        return _dataclass_reader(typing.cast(type, kind))
    if typing.get_origin(kind) is not None:
        return _composite_reader(typing.get_origin(kind), typing.get_args(kind))
    if kind is date:
        return date.fromisoformat
    if kind in (str, float, int, bool):
        return _as_it_is
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    raise TypeError(f"{kind} has no place in a record")


def _as_it_is(value: object) -> object:
    return value


def _composite_reader(origin: typing.Any, parts: tuple[typing.Any, ...]) -> Reader:  # noqa: ANN401 -- types
    if origin in (types.UnionType, typing.Union):
        return _optional(parts)
    if origin is tuple:
        return _tuple(parts)
    if origin is frozenset:
        return lambda value: frozenset(map(_reader(parts[0]), value))
    if issubclass(origin, Mapping):
        key, each = (_reader(part) for part in parts)
        return lambda value: {key(k): each(v) for k, v in value.items()}
    raise TypeError(f"{origin} has no place in a record")


def _dataclass_reader(kind: type) -> Reader:
    hints = typing.get_type_hints(kind)
    readers = [(name, _reader(hint)) for name, hint in hints.items()]
    changed = [(name, reader) for name, reader in readers if reader is not _as_it_is]

    def read(value: dict[str, typing.Any]) -> object:
        for name, reader in changed:
            value[name] = reader(value[name])
        return kind(**value)

    return read


def _optional(parts: tuple[typing.Any, ...]) -> Reader:
    (some,) = [_reader(part) for part in parts if part is not type(None)]
    if some is _as_it_is:
        return some
    return lambda value: None if value is None else some(value)


def _tuple(parts: tuple[typing.Any, ...]) -> Reader:
    if parts[-1] is Ellipsis:
        each = _reader(parts[0])
        return tuple if each is _as_it_is else lambda value: tuple(map(each, value))
    readers = [_reader(part) for part in parts]
    return lambda value: tuple(r(v) for r, v in zip(readers, value, strict=True))
