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
- `elsewhere`: an outcome or line of provision in the plan of another child.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from checks.check import Example
from extractors.document import Caveat, Place, SetAside
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
        elif name == "elsewhere":
            return  # in another plan: see `neighbour_of`
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
        review = self.cover.get("review_date")
        return Plan(
            child=Child(
                date_of_birth=example.born,
                **{k: v for k, v in self.cover.items() if k in _CHILD},
            ),
            facts=Facts(
                status=self.cover.get("status"),
                date=example.plan_date,
                review_date=date.fromisoformat(review) if review else None,
                setting=self.cover.get("setting"),
            ),
            sections=tuple(self.section(letter) for letter in LETTERS),
            items=tuple(self.items),
            references=tuple(self.references),
            caveats=frozenset(self.caveats),
            set_aside=tuple(self.set_aside),
        )


def plan_of(example: Example) -> Plan:
    """The tiny plan that an example describes, its marks taken away."""
    draft = _Draft()
    for name, text in example.parts:
        draft.add(name, _MARKED.sub(r"\1", text))
    return draft.plan(example)


def neighbour_of(example: Example) -> Plan:
    """The plan of another child, which holds what the example says stands elsewhere."""
    texts = [text for name, text in example.parts if name == "elsewhere"]
    kinds = [name for name, _ in example.parts if name in (Kind.OUTCOME, Kind.PROVISION)]
    parts = (("name", "Leon Adeyinka"), *((kinds[0], text) for text in texts))
    return plan_of(Example(parts))
