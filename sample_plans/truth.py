"""What is truly in a plan, noted down while a layout prints it."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
from content import Content, Outcome, Provision, Statement

LINKS = ("need_outcome", "outcome_provision", "outcome_aspiration", "need_provision")
PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


class Truth:
    """Notes of one plan: each item as and where it is printed, and what is not an item."""

    def __init__(self, plan: Content) -> None:
        self.plan = plan
        self.items: list[dict[str, Any]] = []  # in the order of printing, all sections together
        self.furniture: dict[str, list[str]] = {s: [] for s in "ABEF"}
        self.traps: list[dict[str, str]] = []
        self.area_printed: set[str] = set()
        self.basis = dict.fromkeys(LINKS, "semantic")  # how this layout shows each kind of link
        self.shown: dict[tuple[str, str, str], str] = {}  # single links shown in another way
        self.beyond: list[dict[str, str]] = []  # provision of G and H printed beside an outcome
        self.present: set[str] = set()

    # --- what a layout says while it prints

    def mark(self, section: str, *words: str) -> None:
        """Notes that the section is there, and headings or labels printed inside it."""
        for letter in section if section != "all" else "":
            self.present.add(letter)
            self.furniture[letter] += [w for w in words if w]

    def trap(self, why: str, *texts: str) -> None:
        """Notes words printed elsewhere in the file that belong to none of A, B, E and F."""
        self.traps += [{"text": _plain(t), "why": why} for t in texts if len(t.split()) >= 4]

    def view(self, text: str) -> str:
        """Notes a paragraph of views in Section A, and gives it back for printing."""
        n = sum(i["kind"] == "view" for i in self.items) + 1
        return self._note("A", "view", f"AV{n}", text)

    def aspiration(self, said: Statement, number: str = "") -> str:
        """Notes an aspiration, and gives its words back for printing."""
        return self._note("A", "aspiration", said.id, said.text, number=number)

    def need(self, need: Statement, number: str = "", against: tuple[str, ...] = ()) -> str:
        """Notes a need, and gives its words back for printing."""
        return self._note("B", "need", need.id, need.text, need.area, number, against)

    def strength(self, said: Statement) -> str:
        """Notes a strength, and gives its words back for printing."""
        return self._note("B", "strength", said.id, said.text, said.area)

    def current(self, said: Statement) -> str:
        """Notes how things are now, and gives the words back for printing."""
        return self._note("B", "current", said.id, said.text, said.area)

    def context(self, section: str, text: str) -> str:
        """Notes what is said inside a section but is no item of the thread; gives it back."""
        n = sum(i["kind"] == "context" for i in self.items) + 1
        return self._note(section, "context", f"{section}X{n}", text)

    def outcome(self, outcome: Outcome, number: str = "", against: tuple[str, ...] = ()) -> str:
        """Notes an outcome, and gives its words back for printing."""
        return self._note(
            "E", "outcome", outcome.id, outcome.text, outcome.area, number, against, outcome.flags
        )

    def step(self, outcome: Outcome, n: int) -> str:
        """Notes the n-th step towards an outcome, and gives its words back for printing."""
        return self._note("E", "step", f"{outcome.id}S{n + 1}", outcome.steps[n], outcome.area)

    def provision(
        self,
        provision: Provision,
        number: str = "",
        against: tuple[str, ...] = (),
        columns: bool = False,
    ) -> str:
        """Notes a provision; gives the words for its own cell, its parts left out."""
        words = (
            (provision.what or provision.text) if columns else (provision.text or _row(provision))
        )
        self._note(
            "F",
            "provision",
            provision.id,
            " ".join([words, *provision.parts]),
            provision.area,
            number,
            against,
            provision.flags,
        )
        told = (provision.who, provision.ratio, provision.often)
        beside = [c for c in told if c] if columns else []
        if beside:
            self.items[-1]["full_text"] = _plain(" ".join([self.items[-1]["text"], *beside]))
        return words

    def elsewhere(self, section: str, outcome: Outcome, text: str) -> str:
        """Notes provision of Section G or H beside an outcome; gives it back for printing."""
        if text:
            self.trap(f"section {section}", text)
            said = {"section": section, "text": _plain(text), "outcome": outcome.id}
            self.beyond.append(said)
        return text

    def link(self, kind: str, start: str, end: str, basis: str) -> None:
        """Notes that one link is shown in another way than the layout's others."""
        self.shown[kind, start, end] = basis

    def _note(  # noqa: PLR0913, PLR0917 -- an item has that many sides
        self,
        section: str,
        kind: str,
        id: str,
        text: str,
        area: str = "",
        number: str = "",
        against: tuple[str, ...] = (),
        flags: dict[str, Any] | None = None,
    ) -> str:
        self.present.add(section)
        self.items.append(
            {
                "section": section,
                "id": id,
                "kind": kind,
                "text": _plain(text),
                "number": number or None,
                "area": area or None,
                "page": None,
                "printed_against": list(against),
                "full_text": None,
                "flags": flags or {},
            }
        )
        return text

    # --- what is written down at the end

    def written(
        self, file: Path, pages: list[str] | None, status: str = "auditable"
    ) -> dict[str, Any]:
        """The truth file: `pages` holds the words of each page of a PDF, or is None."""
        if status == "not_a_plan":
            self.items, self.present, self.basis = [], set(), {}
            self.furniture = {s: [] for s in "ABEF"}
        else:
            self._nothing_lost()
        if pages is not None:
            self._find_pages(pages)
        child, plan = self.plan.child, self.plan.plan
        return {
            "file": file.name,
            "kind": file.suffix[1:],
            "layout": self.plan.file.layout,
            "tries": self.plan.file.purpose,
            "status": status,
            "child": {
                "name": child.name,
                "first": child.first,
                "last": child.last,
                "dob": str(child.born),
                "year_group": child.year_group or None,
                "sex": child.sex or None,
            },
            "plan": {
                "date": str(plan.date),
                "type": plan.status,
                "review_by": str(plan.review_date) if plan.review_date else None,
                "authority": plan.authority,
                "setting": plan.setting or None,
            },
            "pages": len(pages) if pages is not None else None,
            "area_printed": {s: s in self.area_printed for s in "BEF"},
            "sections": {s: self._section(s) for s in "ABEF"},
            **({} if self.plan.file.links_told else {"links_told": False}),
            "links": self._links() if self.items else [],
            "orphans": self._orphans() if self.items else {},
            **({"beyond": self.beyond} if self.beyond else {}),
            "traps": self.traps,
            "found": [dict(f) for f in self.plan.found],
            "near": [dict(f) for f in self.plan.near],
            "arguable": [dict(f) for f in self.plan.arguable],
        }

    def _nothing_lost(self) -> None:
        """Every statement of the plan was printed, and once."""
        noted = [i["id"] for i in self.items]
        plan = self.plan
        parts = (*plan.aspirations, *plan.strengths, *plan.currents, *plan.needs, *plan.outcomes)
        ids = [p.id for p in (*parts, *plan.provision)]
        wrong = [i for i in ids if noted.count(i) != 1]
        views = sum(i["kind"] == "view" for i in self.items)
        if wrong or views != len(plan.views) + len(plan.parent_views):
            raise ValueError(f"{plan.slug}: not printed once each: {wrong or 'views'}")

    def _section(self, letter: str) -> dict[str, Any]:
        items = [
            {k: v for k, v in i.items() if k != "section"}
            for i in self.items
            if i["section"] == letter
        ]
        return {
            "present": letter in self.present,
            "empty": not items,
            "readable": True,
            "items": items,
            "furniture": [_plain(f) for f in self.furniture[letter]],
        }

    def _links(self) -> list[dict[str, str]]:
        """The author's links, and those that the layout prints; its usual basis stands last."""
        written = [
            *(("need_outcome", b, o.id) for o in self.plan.outcomes for b in o.answers),
            *(("outcome_aspiration", o.id, a) for o in self.plan.outcomes for a in o.serves),
            *(("outcome_provision", e, p.id) for p in self.plan.provision for e in p.supports),
            *(("need_provision", b, p.id) for p in self.plan.provision for b in p.meets),
        ]
        area = {i["id"]: i["area"] for i in self.items}
        true = dict(self.shown)
        for kind, start, end in written:
            basis = self.basis[kind]
            if basis == "area" and area[start] != area[end]:
                basis = "semantic"  # under different headings: the layout does not show it
            true.setdefault((kind, start, end), basis)
        rows = [
            {"type": t, "from": a, "to": b, "basis": basis} for (t, a, b), basis in true.items()
        ]
        return sorted(
            rows, key=lambda r: (LINKS.index(r["type"]), r["basis"] == self.basis[r["type"]])
        )

    def _orphans(self) -> dict[str, list[str]]:
        links = self._links()
        ends = {(r["type"], r["from"]) for r in links} | {(r["type"], r["to"]) for r in links}
        ids = {
            "aspiration": [a.id for a in self.plan.aspirations],
            "need": [n.id for n in self.plan.needs],
            "outcome": [o.id for o in self.plan.outcomes],
            "provision": [p.id for p in self.plan.provision],
        }
        lists = {
            "needs_without_outcome": ("need", "need_outcome"),
            "needs_without_provision": ("need", "need_provision"),
            "outcomes_without_need": ("outcome", "need_outcome"),
            "outcomes_without_provision": ("outcome", "outcome_provision"),
            "outcomes_without_aspiration": ("outcome", "outcome_aspiration"),
            "provisions_without_outcome": ("provision", "outcome_provision"),
            "provisions_without_need": ("provision", "need_provision"),
            "aspirations_without_outcome": ("aspiration", "outcome_aspiration"),
        }
        return {
            name: [i for i in ids[what] if (link, i) not in ends]
            for name, (what, link) in lists.items()
        }

    def _find_pages(self, pages: list[str]) -> None:
        """Gives each item the page of its first word, following the order of printing."""
        words = [letters(p) for p in pages]
        starts = [sum(map(len, words[:n])) for n in range(len(words))]
        whole, at = "".join(words), 0
        for item in self.items:
            found = _find(whole, letters(item["text"]), at)
            if found < 0:
                raise ValueError(f"{self.plan.slug}: {item['id']} is not in the printed file")
            item["page"] = max(n for n, start in enumerate(starts) if start <= found) + 1
            at = found + 1


def page_words(file: Path) -> list[str]:
    """Gives the words of each page of a PDF."""
    document = pdfium.PdfDocument(file)
    return [page.get_textpage().get_text_range() for page in document]


def letters(text: str) -> str:
    """Gives the letters and figures alone, so that line ends and hyphens do not matter."""
    return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKC", text).lower())


def _find(whole: str, words: str, at: int) -> int:
    """Gives where the words begin: all of them, or as many as stand before a page break."""
    for length in (len(words), 80, 50, 30, 18):
        for start in (at, 0):
            found = whole.find(words[:length], start)
            if found >= 0:
                return found
    return -1


def _row(provision: Provision) -> str:
    return " ".join(x for x in (provision.what, provision.who, provision.often) if x)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(PLAIN).replace("\u00ad", "")).strip()
