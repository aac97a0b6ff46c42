"""An authority's own words, read from its file and tried before anything is judged by them.

The file is written as ours are: under the name of one of our files ([phrases...], [concepts...],
[adulthood...]), a line for each pattern; a line that begins with «-» takes one of ours away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from rapidfuzz import process

from checks.language import categories
from checks.language.categories import MisreadError, read_categories
from checks.language.lexicon import FOLDER, Lexicon, changed
from checks.thread import concepts
from checks.thread.concepts import standard_areas, standard_data
from checks.toml_lines import Key, TomlError, Written, read_toml

LISTS = tuple(path.stem for path in sorted(FOLDER.glob("*.toml")))
_NEAR = 60  # of 100: how like a word must be to be what was meant
_OPEN = "provision.weasel."  # here an authority may open lists of its own
_CONCEPT_KEYS = ("area", "up", "terms")
_LOOSE = ("near", "template_words", "template_phrases")  # entries of [concepts] beside the concepts


class LexiconError(ValueError):
    """A lexicon that cannot be used: which file, which line, and what to mend."""


def load_lexicon(path: Path) -> Lexicon:
    """The lexicon in a file, over ours. Raises LexiconError."""
    try:
        written = read_toml(path)
    except TomlError as error:
        raise LexiconError(f"The lexicon {path.name} {error}.") from None
    return lexicon_in(written, written.content)


def lexicon_in(written: Written, content: Mapping[str, Any], above: Key = ()) -> Lexicon:
    """The lexicon that a table of a file holds, over ours; `above` is where the table stands."""
    changes = dict(content)
    try:
        name = _text(changes, "name", Path(written.name).stem)
        version = _text(changes, "version", "")
        for of_ours, tables in changes.items():
            _try(of_ours, tables)
    except MisreadError as error:
        where = ".".join(str(part) for part in error.key)
        raise LexiconError(
            f"The lexicon {written.name} has to be mended: line {error.line(written, above)},"
            f" «{where}»: {error}."
        ) from None
    return changed(name, version, changes)


def _text(changes: dict[str, Any], name: str, otherwise: str) -> str:
    text = changes.pop(name, otherwise)
    if not isinstance(text, str):
        raise MisreadError((name,), "write it in quotes")
    return text


def _try(of_ours: str, tables: object) -> None:
    """Raises MisreadError where what changes one of our files cannot be laid over it."""
    if of_ours not in LISTS:
        why = f"there is no such list of words{near(of_ours, LISTS)}"
        raise MisreadError((of_ours,), why)
    if not isinstance(tables, dict):
        raise MisreadError((of_ours,), f"write it as a table: [{of_ours}] on a line of its own")
    try:
        if of_ours == "concepts":
            _try_concepts(tables)
        else:
            _try_categories(of_ours, tables)
    except MisreadError as error:
        raise MisreadError((of_ours, *error.key), error.why, error.words) from None


def _try_categories(of_ours: str, tables: Mapping[str, Any]) -> None:
    ours = read_categories(FOLDER / f"{of_ours}.toml")
    for name in categories.categories_in(tables):
        if name not in ours and not name.startswith(_OPEN):
            why = f"there is no such list in our {of_ours}{near(name, ours)}"
            raise MisreadError(tuple(name.split(".")), why)
    categories.with_changes(ours, tables)


def _try_concepts(tables: Mapping[str, Any]) -> None:
    ours = standard_data()
    known = {name for name in {**ours, **tables} if name not in _LOOSE}
    for name, entry in tables.items():
        if name == "near":
            _try_near(entry, known)
        elif name in _LOOSE:
            categories.lines_in(entry, (name,))
        else:
            _try_concept(name, entry, name in ours, known)
    concepts.with_changes(ours, tables)


def _try_near(pairs: object, known: Iterable[str]) -> None:
    if not isinstance(pairs, list):
        raise MisreadError(("near",), 'write pairs in square brackets: [["one", "other", 0.3]]')
    for n, pair in enumerate(pairs):
        match pair:
            case [str(one), str(other), int() | float() as weight] if 0 <= weight <= 1:
                for name in (one, other):
                    if name not in known:
                        why = f"there is no concept «{name}»{near(name, known)}"
                        raise MisreadError(("near", n), why)
            case _:
                why = 'write two concepts and how near they are, 0 to 1: ["one", "other", 0.3]'
                raise MisreadError(("near", n), why)


def _try_concept(name: str, entry: object, is_ours: bool, known: set[str]) -> None:
    if not isinstance(entry, dict):
        raise MisreadError((name,), f"write it as a table: [concepts.{name}]")
    for key in entry:
        if key not in _CONCEPT_KEYS:
            raise MisreadError((name, key), f"there is no such key{near(key, _CONCEPT_KEYS)}")
    areas = standard_areas()
    if "area" in entry and entry["area"] not in areas:
        raise MisreadError((name, "area"), f"the areas are {', '.join(areas)}")
    if "up" in entry and (entry["up"] not in known or entry["up"] == name):
        why = f"there is no concept «{entry['up']}»{near(str(entry['up']), known)}"
        raise MisreadError((name, "up"), why)
    if not is_ours:
        for key in ("area", "terms"):
            if key not in entry:
                guess = near(name, known - {name})
                raise MisreadError((name,), f"a new concept wants its {key}{guess}")
    categories.lines_in(entry.get("terms", ""), (name, "terms"))


def near(word: str, known: Iterable[str]) -> str:
    """« (did you mean ...?)» where one of the known words is much like it; else nothing."""
    found = process.extractOne(word, sorted(known), score_cutoff=_NEAR)
    return f" (did you mean «{found[0]}»?)" if found else ""
