"""The rubric: which checks are on, how firmly they ask, and every number they hold a plan to."""

from __future__ import annotations

import hashlib
import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from checks.catalogue import BY_ID
from checks.check import Severity
from checks.language.readings import ProvisionSort, Slot
from checks.questions import QUESTIONS

DEFAULT = Path(__file__).parent / "rubrics" / "code-2015.toml"

Count = Annotated[int, Field(ge=0)]
Share = Annotated[float, Field(ge=0, le=1)]


class RubricError(ValueError):
    """A rubric file that cannot be used, with what to mend in plain words."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Outcomes(_Part):
    """How many outcomes, and how far they look."""

    count: tuple[Count, Count]
    count_limits: tuple[Count, Count]
    minimum_months: Count
    minimum_age: Count
    short_months: Count
    results_limit: Count
    post_16_may_be_yearly: bool
    horizon: dict[int, int]


class Dates(_Part):
    """When something is announced or late."""

    expiring_months: Count
    review_months: Count


class Adulthood(_Part):
    """From when outcomes prepare for adulthood."""

    from_year: Count


class Provision(_Part):
    """What each sort of provision has to say."""

    asks: dict[ProvisionSort, tuple[Slot, ...]]


class Threads(_Part):
    """How firmly a missing link is said."""

    assert_by_words: bool


class Copied(_Part):
    """When the same words in several plans are called copied."""

    children: Annotated[int, Field(ge=2)]
    likeness: Share
    fewest_words: Count
    stock_lines: tuple[str, ...]


class Grades(_Part):
    """The ladder from verdicts to a word."""

    words: tuple[str, ...] = Field(min_length=2)
    floors: tuple[Share, ...]
    capped_at: str
    weights: dict[Severity, Count]

    @model_validator(mode="after")
    def _ladder(self) -> Self:
        if len(self.floors) != len(self.words) - 1:
            raise ValueError("give one floor for each word but the last")
        if list(self.floors) != sorted(self.floors, reverse=True):
            raise ValueError("the floors must fall from the best word to the worst")
        if self.capped_at not in self.words:
            raise ValueError(f"«{self.capped_at}» is not one of the words")
        return self


class Rubric(_Part):
    """What plans are held against. `hash` names its content, whatever file it came from."""

    name: str
    version: str
    dated: date
    off: tuple[str, ...]
    ask: tuple[str, ...]
    asserts: tuple[str, ...] = Field((), alias="assert")  # moderated on an authority's own plans
    severity: dict[str, Severity]
    outcomes: Outcomes
    dates: Dates
    adulthood: Adulthood
    thread: Threads
    provision: Provision
    copied: Copied
    grades: Grades

    @property
    def hash(self) -> str:
        """Twelve letters that change whenever anything in the rubric does."""
        content = json.dumps(self.model_dump(mode="json"), sort_keys=True)
        return hashlib.sha256(content.encode()).hexdigest()[:12]


def load_rubric(path: Path | None = None) -> Rubric:
    """The default rubric, with an authority's own file laid over it where one is given.

    Raises RubricError, whose message names the file and the entry.
    """
    content = _read(DEFAULT)
    if path is None:
        return _validated(content, DEFAULT)
    return _validated(_laid_over(content, _read(path)), path)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RubricError(f"The rubric {path.name} cannot be opened: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise RubricError(f"The rubric {path.name} is not a plain text (UTF-8) file.") from error
    except tomllib.TOMLDecodeError as error:
        raise RubricError(f"The rubric {path.name} cannot be understood: {error}.") from error


def _laid_over(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Tables are merged entry by entry; everything else is replaced."""
    merged = dict(under)
    for key, value in over.items():
        if isinstance(value, dict) and isinstance(merged.get(key), dict):
            merged[key] = _laid_over(merged[key], value)
        else:
            merged[key] = value
    return merged


def _validated(content: dict[str, Any], path: Path) -> Rubric:
    try:
        rubric = Rubric.model_validate(content)
    except ValidationError as error:
        faults = [_fault(e["loc"], e["msg"], e["type"]) for e in error.errors()]
        raise RubricError(
            f"The rubric {path.name} has to be mended: {'; '.join(faults)}."
        ) from error
    asked = {question.id for question in QUESTIONS}
    for entry in (*rubric.off, *rubric.ask, *rubric.asserts, *rubric.severity):
        if entry not in BY_ID and not (entry in asked and entry in rubric.off):
            raise RubricError(f"The rubric {path.name} names «{entry}», which is not a check.")
    return rubric


def _fault(where: tuple[int | str, ...], message: str, sort: str) -> str:
    entry = ".".join(str(part) for part in where)
    if sort == "extra_forbidden":
        return f"«{entry}» is not an entry of a rubric"
    if sort == "missing":
        return f"«{entry}» is missing"
    plain = message.removeprefix("Value error, ")
    return f"«{entry}»: {plain[:1].lower()}{plain[1:]}"
