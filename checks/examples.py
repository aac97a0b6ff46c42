"""Examples become plans: a few parts, written as in a declaration, make a tiny plan.

The parts of `example(...)`:
- `aspiration view need strength current outcome step provision`: an item in its section. Other
  columns of its row follow a bar: "Precision teaching | By whom: a TA | How often: daily".
- `area heading stem`: what the items after it stand under.
- `A` to `K`: other words in that section.
- `name known_as upn nhs_number year_group sex`, `status setting review_date`: the cover.
- `missing`, `unlabelled`, `empty`, `none` (says that there is nothing): letters, "C D H1".
- `link`: what the plan prints as belonging together, "F1>E1".
- `unread`: some pages are pictures. `changed`: changes are tracked.
- `deleted struck hidden`: words in the file that are no part of the plan.
- `listed`: the child's row of the caseload list, "requested: 2026-01-05; tribunal: yes".
- `elsewhere`: an outcome or line of provision in the plan of another child, who is called Leon
  Adeyinka unless `other_child` says otherwise. `file`: the name of the plan's own file.
- `earlier_` before any part: what the child's plan before this one says. `earlier_date`: of when it
  is, "2025-05-04" unless it says otherwise.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from checks.check import Example
from extractors.document import Caveat, Place, SetAside
from extractors.listed import Listed
from extractors.plan import (
    LETTERS,
    Area,
    Child,
    Column,
    Facts,
    Item,
    Kind,
    Passage,
    Plan,
    Reference,
    Section,
)

_SECTION_OF = {
    Kind.ASPIRATION: "A",
    Kind.VIEW: "A",
    Kind.NEED: "B",
    Kind.STRENGTH: "B",
    Kind.CURRENT: "B",
    Kind.OUTCOME: "E",
    Kind.STEP: "E",
    Kind.PROVISION: "F",
}
_MARKED = re.compile(r"«([^»]*)»")
_PLACE = Place(page=1)
_ASIDE = {
    "deleted": Caveat.TRACKED_CHANGES,
    "struck": Caveat.STRUCK_THROUGH,
    "hidden": Caveat.HIDDEN_TEXT,
}
_FILE = {"unread": Caveat.PARTLY_UNREADABLE, "changed": Caveat.TRACKED_CHANGES}
_STATES = ("missing", "unlabelled", "empty", "none")
_BESIDE = ("elsewhere", "listed", "other_child", "file")
_EARLIER = "earlier_"
# Whose plans they are where an example has an earlier one and does not say.
_NAME, _BORN, _DATE, _EARLIER_DATE = "Amira Hussain", "2016-03-04", "2026-05-04", "2025-05-04"
_CHILD = ("name", "known_as", "upn", "nhs_number", "year_group", "sex")


def marked(example: Example) -> list[str]:
    """The words between the marks, in order."""
    return [words for _, text in example.parts for words in _MARKED.findall(text)]


@dataclass(slots=True)
class _Draft:
    """A plan in the making."""

    items: list[Item] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    passages: dict[str, list[Passage]] = field(default_factory=dict)
    states: dict[str, set[str]] = field(default_factory=dict)
    cover: dict[str, str] = field(default_factory=dict)
    under: dict[str, str] = field(default_factory=dict)
    count: Counter[str] = field(default_factory=Counter)
    set_aside: list[SetAside] = field(default_factory=list)
    caveats: set[Caveat] = field(default_factory=set)

    def add(self, name: str, text: str) -> None:
        """Takes one part of an example."""
        if name in set(Kind):
            self._add_item(Kind(name), text)
        elif name in LETTERS:
            self.passages.setdefault(name, []).append(Passage(text, _PLACE))
        elif name in _STATES:
            self.states.setdefault(name, set()).update(text.split())
        elif name in ("area", "heading", "stem"):
            self.under[name] = text
        elif name == "link":
            from_id, to_id = text.split(">")
            how = f"«{to_id}» is printed beside it"
            self.references.append(Reference(from_id, to_id, how, _PLACE))
        elif name in _FILE:
            self.caveats.add(_FILE[name])
        elif name in _ASIDE:
            self.set_aside.append(SetAside(text, _ASIDE[name], _PLACE))
            self.caveats.add(_ASIDE[name])
        elif name in _BESIDE or name.startswith(_EARLIER):
            return  # beside the plan: see `neighbour_of`, `listed_of`, `earlier_of`, `file_of`
        elif name in (*_CHILD, "status", "setting", "review_date"):
            self.cover[name] = text
        else:
            raise ValueError(f"an example has no part called {name}")

    def _add_item(self, kind: Kind, text: str) -> None:
        letter = _SECTION_OF[kind]
        self.count[letter] += 1
        own, *others = (part.strip() for part in text.split(" | "))
        columns = tuple(
            Column(head, told, _PLACE) for head, _, told in (o.partition(": ") for o in others)
        )
        area = self.under.get("area")
        item = Item(
            id=f"{letter}{self.count[letter]}",
            section=letter,
            kind=kind,
            text=own,
            place=_PLACE,
            area=Area(area) if area else None,
            heading=self.under.get("heading", ""),
            stem=self.under.get("stem", ""),
            columns=columns,
        )
        self.items.append(item)
        self.passages.setdefault(letter, []).append(Passage(own, _PLACE))

    def section(self, letter: str) -> Section:
        """One section: found, labelled and filled unless the example says otherwise."""
        said: Callable[[str], bool] = lambda state: letter in self.states.get(state, ())  # noqa: E731 -- one line
        if said("missing"):
            return Section(letter)
        labelled = not said("unlabelled")
        heading = f"Section {letter}" if labelled else "A title without a letter"
        passages = tuple(self.passages.get(letter, ()))
        if said("none"):
            passages = (Passage("None identified.", _PLACE),)
        elif not passages and not said("empty"):
            passages = (Passage("As recorded.", _PLACE),)
        return Section(
            letter,
            found=True,
            labelled=labelled,
            says_none=said("none"),
            headings=(Passage(heading, _PLACE),),
            passages=passages,
        )

    def plan(self, example: Example) -> Plan:
        """The plan, with its cover."""
        told = self.cover.get
        review = told("review_date")
        return Plan(
            child=Child(
                told("name"),
                told("known_as"),
                example.born,
                told("upn"),
                told("year_group"),
                told("sex"),
                told("nhs_number"),
            ),
            facts=Facts(
                status=told("status"),
                date=example.plan_date,
                review_date=date.fromisoformat(review) if review else None,
                setting=told("setting"),
            ),
            sections=tuple(self.section(letter) for letter in LETTERS),
            items=tuple(self.items),
            references=tuple(self.references),
            caveats=frozenset(self.caveats),
            set_aside=tuple(self.set_aside),
        )


def plan_of(example: Example) -> Plan:
    """The tiny plan that an example describes, its marks taken away."""
    example = _whole(example)
    draft = _Draft()
    for name, text in example.parts:
        draft.add(name, _MARKED.sub(r"\1", text))
    return draft.plan(example)


def earlier_of(example: Example) -> Plan | None:
    """The child's plan before this one, where the example has one."""
    example = _whole(example)
    told = [(n.removeprefix(_EARLIER), t) for n, t in example.parts if n.startswith(_EARLIER)]
    if not told:
        return None
    own = {name: text for name, text in told if name != "date"}
    cover = [(n, t) for n, t in example.parts if n in _CHILD and n not in own]
    day = dict(told).get("date", _EARLIER_DATE)
    parts = (*cover, *((name, text) for name, text in told if name != "date"))
    return plan_of(Example(parts, example.born, date.fromisoformat(day)))


def file_of(example: Example) -> str:
    """The name of the plan's file."""
    return next((text for name, text in example.parts if name == "file"), "one.docx")


def _whole(example: Example) -> Example:
    """The example with a child and a date, where it has an earlier plan and does not say whose."""
    if not any(name.startswith(_EARLIER) for name, _ in example.parts):
        return example
    named = any(name == "name" for name, _ in example.parts)
    return replace(
        example,
        parts=example.parts if named else (("name", _NAME), *example.parts),
        born=example.born or date.fromisoformat(_BORN),
        plan_date=example.plan_date or date.fromisoformat(_DATE),
    )


def listed_of(example: Example) -> Listed | None:
    """The child's row of the caseload list, where the example gives one."""
    told = "; ".join(text for name, text in example.parts if name == "listed")
    pairs = [pair.partition(": ") for pair in told.split("; ") if pair]
    found = {name.strip(): _of_list(text.strip()) for name, _, text in pairs}
    return Listed(row=2, **found) if found else None  # type: ignore[arg-type]  # by their names


def _of_list(text: str) -> str | bool | date:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return date.fromisoformat(text)
    return {"yes": True, "no": False}.get(text, text)


def neighbour_of(example: Example) -> Plan:
    """The plan of another child, which holds what the example says stands elsewhere."""
    texts = [text for name, text in example.parts if name == "elsewhere"]
    kinds = [name for name, _ in example.parts if name in (Kind.OUTCOME, Kind.PROVISION)]
    called = next((text for name, text in example.parts if name == "other_child"), "Leon Adeyinka")
    parts = (("name", called), *((kinds[0], text) for text in texts))
    return plan_of(Example(parts))
