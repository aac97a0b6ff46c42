"""The parts of a Word file: the main text, and what it needs to be read."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element as Element

from extractors.guards import Package, package
from extractors.status import Status, Unreadable
from extractors.word_unused import without_unused

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = W + "val"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

# Strict Open XML says the same in other namespaces: each has its usual name, less a year.
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_USUAL = rb"http://schemas.openxmlformats.org/\1/2006/"
_STORIES = frozenset(("header", "footer", "footnotes", "endnotes"))  # they too can hold tables
_USUAL_MAIN = ("word/document.xml", "word/document2.xml")


@dataclass(slots=True)
class Word:
    """A Word file opened: its main text, and its other parts by relationship."""

    package: Package
    main: Element
    repaired: bool = False
    _folder: str = "word"
    _targets: dict[str, tuple[str, str]] = field(default_factory=dict)  # id -> kind, part

    def related(self, kind: str) -> Element | None:
        """The first part of that kind ("numbering", "footnotes"), parsed; None where missing."""
        return self.part(self.name_of_kind(kind))

    def styles(self) -> Element | None:
        """The part that says how it is printed, parsed, without the table styles not used."""
        data = self.package.part(self.name_of_kind("styles")) or b""
        beside = {name for kind, name in self._targets.values() if kind in _STORIES}
        beside |= {self.name_of_kind("footnotes"), self.name_of_kind("endnotes")}
        if not any(b"tblStyle" in (self.package.part(name) or b"") for name in beside):
            data = without_unused(data, (val(style) for style in self.main.iter(W + "tblStyle")))
        return parsed(data)[0] if data else None

    @property
    def has_relations(self) -> bool:
        """Whether the file still says which part is what."""
        return bool(self._targets)

    def name_of_kind(self, kind: str) -> str:
        """What the first part of that kind is called, as far as is known."""
        names = (name for of, name in self._targets.values() if of == kind)
        return next(names, f"{self._folder}/{kind}.xml")

    def name_of(self, relation: str) -> str:
        """What the part is called that a relationship of the main text names."""
        return self._targets.get(relation, ("", ""))[1]

    def target(self, relation: str) -> Element | None:
        """The part that a relationship of the main text names, parsed."""
        return self.part(self.name_of(relation))

    def targets_of(self, name: str) -> Callable[[str], Element | None]:
        """The same for the relationships of another part."""

        def target(relation: str) -> Element | None:
            return self.part(_relations(self.package, name).get(relation, ("", ""))[1])

        return target

    def loose(self, kind: str) -> list[str]:
        """The parts that are called so, for a file that no longer says what each is."""
        start = f"{self._folder}/{kind}"
        return sorted(name for name in self.package.names if name.lower().startswith(start))

    def part(self, name: str) -> Element | None:
        """A part by its name, parsed; None where it is missing or beyond repair."""
        data = self.package.part(name) if name else None
        return parsed(data)[0] if data else None


def open_word(source: bytes | Package) -> Word | Unreadable:
    """The parts of a Word file, whatever its main part is called."""
    parts = package(source) if isinstance(source, bytes) else source
    if isinstance(parts, Unreadable):
        return parts
    name = _main_name(parts)
    if name is None:
        return Unreadable(Status.DAMAGED, "Its main text is missing.")
    root, repaired = parsed(parts.part(name) or b"")
    if root is None:
        return Unreadable(Status.DAMAGED, "Its main text cannot be read.")
    if root.tag != W + "document":
        return Unreadable(Status.UNSUPPORTED, "It is not a Word document.")
    folder = posixpath.dirname(name)
    return Word(parts, root, repaired, folder, _relations(parts, name))


def parsed(data: bytes) -> tuple[Element | None, bool]:
    """A part's root, and whether it had to be repaired; None where nothing can be made of it."""
    if b"http://purl.oclc.org/ooxml/" in data:
        data = _STRICT.sub(_USUAL, data)
    try:
        return etree.fromstring(data, _parser()), False
    except (etree.XMLSyntaxError, ValueError):
        pass
    try:
        return etree.fromstring(data, _parser(recover=True)), True
    except (etree.XMLSyntaxError, ValueError):
        return None, True


def _parser(*, recover: bool = False) -> etree.XMLParser:
    """Nothing is fetched, expanded or taken at more than the usual size and depth (256)."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        recover=recover,
    )


def _main_name(parts: Package) -> str | None:
    for kind, name in _relations(parts, "").values():
        if kind == "officeDocument" and parts.part(name) is not None:
            return name
    usual = (name for name in _USUAL_MAIN if parts.part(name) is not None)
    return next(usual, None)


def _relations(parts: Package, name: str) -> dict[str, tuple[str, str]]:
    """What a part refers to inside the package: id -> kind and part. Addresses are left alone."""
    folder, base = posixpath.split(name)
    data = parts.part(posixpath.join(folder, "_rels", f"{base}.rels"))
    root = parsed(data)[0] if data else None
    found = {}
    for relation in () if root is None else root:
        if relation.get("TargetMode") == "External":
            continue
        kind = relation.get("Type", "").rsplit("/", 1)[-1]
        target = unquote(relation.get("Target", "")).replace("\\", "/")
        path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[relation.get("Id", "")] = (kind, path)
    return found


Marks = dict[str, Element]


def marks_of(element: Element | None) -> Marks:
    """The properties that an element holds, by their tags."""
    return {} if element is None else {child.tag: child for child in element}


def val(element: Element | None) -> str:
    """An element's w:val; empty where either is missing."""
    return "" if element is None else element.get(VAL, "")


def number(text: str | None, default: int = 0) -> int:
    """An attribute as a whole number; the default where it is none, or too long to be meant."""
    try:
        return int(text) if text and len(text) < 10 else default  # noqa: PLR2004 -- 32 bits
    except ValueError:
        return default


def is_on(element: Element | None) -> bool:
    """Whether a yes-or-no property is there and not switched off."""
    return element is not None and element.get(VAL, "1") not in {"0", "false", "off"}
