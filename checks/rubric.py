"""The rubric: which checks are on, how firmly they ask, and every number they hold a plan to."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from checks.catalogue import BY_ID
from checks.check import Severity
from checks.language.lexicon import OURS, Lexicon
from checks.language.school import Stage
from checks.lexicon_file import LexiconError, lexicon_in, load_lexicon, near
from checks.questions import QUESTIONS
from checks.rubric_parts import (
    Adulthood,
    Copied,
    Dates,
    Grades,
    KeyStageEnds,
    Outcomes,
    Part,
    Provision,
    TableFile,
    Threads,
)
from checks.thread.table import TableError, read_table
from checks.toml_lines import Key, TomlError, Written, read_toml

_FOLDER = Path(__file__).parent / "rubrics"
DEFAULT = _FOLDER / "code-2015.toml"
# The rubrics that come with the program, by the name under which they are asked for.
SHIPPED = {path.stem: path for path in sorted(_FOLDER.glob("*.toml"))} | {"default": DEFAULT}
_LISTS = ("off", "ask", "assert", "on")
_PLAIN = {  # what pydantic says, in plain words
    "tuple_type": "write it as a list in square brackets",
    "int_type": "a whole number is wanted",
    "int_parsing": "a whole number is wanted",
    "int_from_float": "a whole number is wanted",
    "bool_type": "write true or false",
    "bool_parsing": "write true or false",
    "string_type": "write it in quotes",
    "dict_type": "write it as a table: its name in square brackets on a line of its own",
    "model_type": "write it as a table: its name in square brackets on a line of its own",
    "date_from_datetime_parsing": "write a day as 2026-11-21",
    "date_type": "write a day as 2026-11-21",
}


class RubricError(ValueError):
    """A rubric file that cannot be used, with what to mend in plain words."""


class Rubric(Part):
    """What plans are held against. `hash` names its content, whatever file it came from."""

    name: str
    version: str
    dated: date
    off: tuple[str, ...]
    ask: tuple[str, ...]
    asserts: tuple[str, ...] = Field((), alias="assert")  # moderated on an authority's own plans
    on: tuple[str, ...] = Field((), exclude=True)  # as measured, whatever a rubric below says
    severity: dict[str, Severity]
    key_stages: KeyStageEnds
    outcomes: Outcomes
    dates: Dates
    adulthood: Adulthood
    thread: Threads
    provision: Provision
    copied: Copied
    grades: Grades
    lexicon: Lexicon = Field(OURS, exclude=True)

    @property
    def hash(self) -> str:
        """Twelve letters that change whenever anything in the rubric does, its words aside."""
        content = json.dumps(self.model_dump(mode="json", exclude_none=True), sort_keys=True)
        return hashlib.sha256(content.encode()).hexdigest()[:12]

    def horizon(self, year: int) -> int | None:
        """The school year with which outcomes end that are written in that one; None: yearly.

        It is the end of the key stage, or of the next in a stage's last year, save where the
        rubric says otherwise.
        """
        stages = self.key_stages.stages
        stage = stages.of(year)
        if year in self.outcomes.horizon or stage is None:
            return self.outcomes.horizon.get(year)
        if year < stages.last_year(stage):
            return stages.last_year(stage)
        later = list(Stage)[stage.number + 1 :]
        return stages.last_year(later[0]) if later else None


def load_rubric(path: Path | None = None) -> Rubric:
    """The default rubric, with another laid over it where one is given: a file, or a name.

    A file may begin with `based_on = "NAME"` of one that comes with the program. Raises
    RubricError, whose message names the file, the line and the entry.
    """
    default = _read(DEFAULT)
    if path is None:
        return _rubric(default.content, default, DEFAULT.parent)
    path = SHIPPED.get(str(path), path)
    over = _read(path)
    content = _laid_over(_below(over, default), over.content)
    content.pop("based_on", None)
    return _rubric(content, over, path.parent)


def _read(path: Path) -> Written:
    try:
        return read_toml(path)
    except TomlError as error:
        raise RubricError(f"The rubric {path.name} {error}.") from None


def _below(over: Written, default: Written) -> dict[str, Any]:
    """What a rubric is laid over: the default, or one that it names, laid over the default."""
    named = over.content.get("based_on", "default")
    if named not in SHIPPED:
        raise _fault(over, [(("based_on",), f"there is no rubric «{named}»{near(named, SHIPPED)}")])
    if SHIPPED[named] == DEFAULT:
        return default.content
    return _laid_over(default.content, _read(SHIPPED[named]).content)


def _laid_over(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Tables are merged entry by entry, lists of checks joined; everything else is replaced."""
    merged = _tables_over(under, over)
    named = {id for which in _LISTS for id in _strings(over.get(which))}
    for which in _LISTS:
        if isinstance(over.get(which, []), list):
            kept = [id for id in _strings(under.get(which)) if id not in named]
            merged[which] = [*over.get(which, ()), *kept]  # its own first: errors count in them
    return merged


def _tables_over(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(under)
    for key, value in over.items():
        if isinstance(value, dict) and isinstance(merged.get(key), dict):
            merged[key] = _tables_over(merged[key], value)
        else:
            merged[key] = value
    return merged


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, list):
        yield from (one for one in value if isinstance(one, str))


def _rubric(content: dict[str, Any], written: Written, folder: Path) -> Rubric:
    if unknown := list(_unknown_checks(written)):
        raise _fault(written, unknown)
    lexicon = _lexicon(content.pop("lexicon", None), written, folder)
    thread = content.get("thread")
    if isinstance(thread, dict) and "word_table" in thread:
        named = _word_table(thread["word_table"], written, folder)
        content["thread"] = thread | {"word_table": named}
    try:
        return Rubric.model_validate(content | {"lexicon": lexicon})
    except ValidationError as error:
        told = [(e["loc"], _in_words(e["type"], e["msg"], e["loc"])) for e in error.errors()]
        raise _fault(written, told) from None


def _lexicon(given: object, written: Written, folder: Path) -> Lexicon:
    """The words of a rubric: in a file beside it, or in a table of its own."""
    try:
        if isinstance(given, str):
            return load_lexicon(folder / given)
        if isinstance(given, dict):
            return lexicon_in(written, given, ("lexicon",))
    except LexiconError as error:
        raise RubricError(str(error)) from None
    if given is None:
        return OURS
    raise _fault(written, [(("lexicon",), 'name a file in quotes: lexicon = "our-words.toml"')])


def _word_table(given: object, written: Written, folder: Path) -> TableFile:
    """The word table that a rubric names: a file beside it, of the sort that ours are fitted to."""
    where = ("thread", "word_table")
    if not isinstance(given, str):
        raise _fault(written, [(where, 'name a file in quotes: word_table = "words.npz"')])
    path = (folder / given).absolute()
    try:
        table = read_table(path)
    except TableError as error:
        raise _fault(written, [(where, str(error))]) from None
    return TableFile(path=path, sha256=table.sha256)


def _unknown_checks(written: Written) -> Iterator[tuple[Key, str]]:
    """What a file names as a check that is none, or under two lists."""
    questions = {question.id for question in QUESTIONS}
    first: dict[str, str] = {}
    for which in _LISTS:
        known = {*BY_ID, *questions} if which in ("off", "on") else BY_ID.keys()
        for n, id in enumerate(_strings(written.content.get(which))):
            if id not in known:
                yield (which, n), f"«{id}», which is not a check{near(id, known)}"
            elif first.setdefault(id, which) != which:
                yield (which, n), f"«{id}» stands under «{first[id]}» too; keep one of the two"
    severity = written.content.get("severity")
    for id in severity if isinstance(severity, dict) else ():
        if id not in BY_ID:
            yield ("severity", id), f"«{id}», which is not a check{near(id, BY_ID)}"


def _in_words(sort: str, message: str, where: Key) -> str:
    if sort == "extra_forbidden":
        known = _entries(where[:-1])
        return f"it is not an entry of a rubric{near(str(where[-1]), known)}"
    if sort == "missing":
        return "it is missing"
    plain = message.removeprefix("Value error, ").replace("Input should be", "it should be")
    return _PLAIN.get(sort, f"{plain[:1].lower()}{plain[1:]}")


def _entries(where: Key) -> list[str]:
    """What may stand in a table of a rubric."""
    part: Any = Rubric
    for name in where:
        part = part.model_fields[name].annotation if name in part.model_fields else part
    return [field.alias or name for name, field in part.model_fields.items()]


def _fault(written: Written, told: Iterable[tuple[Key, str]]) -> RubricError:
    """What to mend, each with the line on which it stands."""
    faults = []
    for where, what in told:
        entry = ".".join(str(part) for part in where if part != "[key]")
        faults.append(f"line {written.line(*where)}, «{entry}»: {what}")
    return RubricError(f"The rubric {written.name} has to be mended: {'; '.join(faults)}.")
