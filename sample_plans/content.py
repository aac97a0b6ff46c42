"""An invented child's plan as content, before any layout: children/*.toml into plain values."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

AREAS = {
    "communication": "Communication and interaction",
    "cognition": "Cognition and learning",
    "semh": "Social, emotional and mental health",
    "sensory_physical": "Sensory and/or physical needs",
    "adulthood": "Preparing for adulthood",
}
ADULTHOOD = {
    "employment": "Employment, training and higher education",
    "independence": "Independent living",
    "community": "Friends, relationships and the community",
    "health": "Good health",
}
OTHER_SECTIONS = ("C", "D", "G", "H1", "H2", "I", "J", "K")


@dataclass(frozen=True, slots=True)
class File:
    """How the authority would have named and made the file, and what is special about it."""

    name: str
    layout: str
    format: str
    purpose: str
    special: str = ""  # "scan", "fax", "mixed", "password" or "truncated"
    kind: str = ""  # "review", "letter" ... where it is no plan
    unlettered: tuple[str, ...] = ()  # sections whose heading is printed without its letter
    links_told: bool = True  # whether the author says of every line what it is for


@dataclass(frozen=True, slots=True)
class Child:
    """Who the plan is for."""

    first: str
    last: str
    known_as: str
    born: date
    sex: str
    upn: str
    nhs: str
    year_group: str

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first} {self.last}"

    @property
    def called(self) -> str:
        """The name that the plan's writers use."""
        return self.known_as or self.first


@dataclass(frozen=True, slots=True)
class Facts:
    """What the cover says about the plan."""

    authority: str
    status: str
    date: date
    draft_date: date | None
    first_date: date | None
    review_date: date | None
    setting: str


@dataclass(frozen=True, slots=True)
class Statement:
    """An aspiration, strength, need or way things are now."""

    id: str
    text: str
    area: str = ""
    voice: str = "child"


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome of Section E with its steps, and the author's true links and labels."""

    id: str
    text: str
    area: str
    steps: tuple[str, ...]
    serves: tuple[str, ...]
    answers: tuple[str, ...]
    health: str  # health provision of Section G that is printed beside it
    care: str  # the same of social care, H1 or H2
    flags: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision of Section F, as one text or in columns, and the author's links and labels."""

    id: str
    text: str
    area: str
    what: str
    who: str
    often: str
    ratio: str  # adults to children, where the layout has a column for it: "1:1"
    parts: tuple[str, ...]
    supports: tuple[str, ...]
    meets: tuple[str, ...]
    flags: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Advice:
    """A line of Section K: who gave advice, and when."""

    role: str
    name: str
    given: date | None


@dataclass(frozen=True, slots=True)
class Report:
    """A professional's report bound in behind Section K, with headings of its own."""

    title: str
    author: str
    given: date | None
    text: tuple[str, ...]
    outcomes: tuple[str, ...]
    provision: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that one plan says."""

    slug: str
    file: File
    child: Child
    plan: Facts
    parents: tuple[str, ...]
    views: tuple[str, ...]
    parent_views: tuple[str, ...]
    aspirations: tuple[Statement, ...]
    strengths: tuple[Statement, ...]
    currents: tuple[Statement, ...]
    needs: tuple[Statement, ...]
    outcomes: tuple[Outcome, ...]
    provision: tuple[Provision, ...]
    arrangements: tuple[str, ...]  # how Section E says that shorter-term targets are set
    others: dict[str, tuple[str, ...]]  # by section letter; a missing letter is a missing section
    advice: tuple[Advice, ...]
    reports: tuple[Report, ...]
    found: tuple[dict[str, Any], ...]
    near: tuple[dict[str, Any], ...]
    arguable: tuple[dict[str, Any], ...]

    @property
    def areas(self) -> list[str]:
        """The areas that any part of the plan speaks of, in the usual order."""
        parts = (*self.strengths, *self.currents, *self.needs, *self.outcomes, *self.provision)
        used = {p.area for p in parts if p.area}
        return [a for a in (*AREAS, *ADULTHOOD) if a in used]

    def provision_for(self, outcome: Outcome) -> list[Provision]:
        """The provision printed with that outcome: what supports it before any other."""
        return [p for p in self.provision if p.supports and p.supports[0] == outcome.id]

    @property
    def loose_provision(self) -> list[Provision]:
        """Provision that supports no outcome."""
        return [p for p in self.provision if not p.supports]

    @property
    def draft(self) -> bool:
        """Whether the plan is a draft or proposed plan."""
        return self.plan.status in ("draft", "proposed")


def load(path: Path) -> Content:
    """Gives the content that a children/*.toml file holds."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    file, child, plan, a = raw["file"], raw["child"], raw["plan"], raw.get("a", {})
    return Content(
        slug=path.stem,
        file=File(
            file["name"],
            file["layout"],
            file["format"],
            file.get("purpose", ""),
            file.get("special", ""),
            raw.get("not_plan", {}).get("kind", "review") if "not_plan" in raw else "",
            tuple(file.get("unlettered", ())),
            file.get("links_told", True),
        ),
        child=Child(
            child["first"],
            child["last"],
            child.get("known_as", ""),
            child["born"],
            child.get("sex", ""),
            child.get("upn", ""),
            child.get("nhs", ""),
            child.get("year_group", ""),
        ),
        plan=Facts(
            plan["authority"],
            plan["status"],
            plan["date"],
            plan.get("draft_date"),
            plan.get("first_date"),
            plan.get("review_date"),
            plan.get("setting", ""),
        ),
        parents=tuple(raw.get("people", {}).get("parents", ())),
        views=tuple(a.get("views", ())),
        parent_views=tuple(a.get("parents", ())),
        aspirations=tuple(
            Statement(s.get("id", f"A{n}"), s["text"], voice=s.get("voice", "child"))
            for n, s in enumerate(raw.get("aspiration", ()), 1)
        ),
        strengths=_statements(raw, "strength", "BS"),
        currents=_statements(raw, "current", "BC"),
        needs=_statements(raw, "need", "B"),
        outcomes=tuple(_outcome(o) for o in raw.get("outcome", ())),
        provision=tuple(_provision(p) for p in raw.get("provision", ())),
        arrangements=tuple(raw.get("e", {}).get("text", ())),
        others={
            letter: tuple(raw[letter.lower()].get("text", ()))
            for letter in OTHER_SECTIONS
            if letter.lower() in raw
        },
        advice=tuple(_advice(line) for line in raw.get("k", {}).get("advice", ())),
        reports=tuple(_report(r) for r in raw.get("report", ())),
        found=tuple(raw.get("found", ())),
        near=tuple(raw.get("near", ())),
        arguable=tuple(raw.get("arguable", ())),
    )


def _statements(raw: dict[str, Any], kind: str, prefix: str) -> tuple[Statement, ...]:
    return tuple(
        Statement(s.get("id", f"{prefix}{n}"), s["text"], s.get("area", ""))
        for n, s in enumerate(raw.get(kind, ()), 1)
    )


def _outcome(raw: dict[str, Any]) -> Outcome:
    return Outcome(
        raw["id"],
        raw["text"],
        raw.get("area", ""),
        tuple(raw.get("steps", ())),
        tuple(raw.get("serves", ())),
        tuple(raw.get("answers", ())),
        raw.get("health", ""),
        raw.get("care", ""),
        {k: str(v) if isinstance(v, date) else v for k, v in raw.get("flags", {}).items()},
    )


def _provision(raw: dict[str, Any]) -> Provision:
    return Provision(
        raw["id"],
        raw.get("text", ""),
        raw.get("area", ""),
        raw.get("what", ""),
        raw.get("who", ""),
        raw.get("often", ""),
        raw.get("ratio", ""),
        tuple(raw.get("parts", ())),
        tuple(raw.get("supports", ())),
        tuple(raw.get("meets", ())),
        dict(raw.get("flags", {})),
    )


def _advice(line: list[Any]) -> Advice:
    role, name, given = (*line, None, None)[:3]
    return Advice(role, name or "", given)


def _report(raw: dict[str, Any]) -> Report:
    return Report(
        raw["title"],
        raw["author"],
        raw.get("date"),
        tuple(raw.get("text", ())),
        tuple(raw.get("outcomes", ())),
        tuple(raw.get("provision", ())),
    )


def long_date(day: date | None) -> str:
    """Gives «4 May 2026», or nothing."""
    return f"{day.day} {day:%B %Y}" if day else ""


def short_date(day: date | None) -> str:
    """Gives «04/05/2026», or nothing."""
    return f"{day:%d/%m/%Y}" if day else ""


def curly(text: str) -> str:
    """Gives the text with the quotation marks that Word puts in while one types."""
    text = re.sub(r'(^|[\s(\[])"', r"\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(\[“])'", r"\1‘", text).replace("'", "’")
