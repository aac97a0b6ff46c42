"""What a tagged PDF says its words are: headings, running heads and feet, cells of tables."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from extractors import pdf_engine as engine

_MOST = 40_000  # elements on a page, and pieces in them
_DEPTH = 60
_HEADING = re.compile(r"H([1-6])")

_tree_children = engine.bound(pdfium.FPDF_StructTree_CountChildren, engine.POINTER)
_tree_child = engine.bound(
    pdfium.FPDF_StructTree_GetChildAtIndex, engine.POINTER, ctypes.c_int, gives=engine.POINTER
)
_children = engine.bound(pdfium.FPDF_StructElement_CountChildren, engine.POINTER)
_child = engine.bound(
    pdfium.FPDF_StructElement_GetChildAtIndex, engine.POINTER, ctypes.c_int, gives=engine.POINTER
)
_child_content = engine.bound(
    pdfium.FPDF_StructElement_GetChildMarkedContentID, engine.POINTER, ctypes.c_int
)
_type = engine.bound(
    pdfium.FPDF_StructElement_GetType,
    engine.POINTER,
    engine.POINTER,
    ctypes.c_ulong,
    gives=ctypes.c_ulong,
)


Place = tuple[int, int, int]  # a table of the page, a row of it, and a cell of that


@dataclass(slots=True)
class Tagged:
    """Pieces of a page by the number that the file gives them."""

    headings: dict[int, int] = field(default_factory=dict)  # the level of each
    cells: dict[int, Place] = field(default_factory=dict)


def tags_of(page: object) -> Tagged:
    """What the tags of a page say."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return Tagged()
    try:
        return _Walk().over(engine.address(tree))
    finally:
        pdfium.FPDF_StructTree_Close(tree)


class _Walk:
    def __init__(self) -> None:
        self.found = Tagged()
        self._name = ctypes.create_string_buffer(64)
        self._tables = 0
        self._left = _MOST

    def over(self, tree: int) -> Tagged:
        for i in range(min(_tree_children(tree), _MOST)):
            self._element(_tree_child(tree, i), 0, 0, None)
        return self.found

    def _element(self, element: int, depth: int, heading: int, cell: Place | None) -> None:
        self._left -= 1
        if not element or depth > _DEPTH or self._left < 0:
            return
        kind = self._kind(element)
        level = _HEADING.fullmatch(kind)
        heading = int(level[1]) if level else heading
        if kind == "Table":
            self._table(element, depth, cell)
            return
        for i in range(min(_children(element), self._left)):
            self._left -= 1
            inner = _child(element, i)
            if inner:
                self._element(inner, depth + 1, heading, cell)
                continue
            content = _child_content(element, i)
            if content >= 0:
                if heading:
                    self.found.headings[content] = heading
                if cell:
                    self.found.cells[content] = cell

    def _table(self, element: int, depth: int, around: Place | None) -> None:
        self._tables += 1
        table, rows = self._tables, 0
        for part in self._parts(element):
            kind = self._kind(part)
            for row in [part] if kind == "TR" else self._parts(part):
                if self._kind(row) == "TR":
                    for i in range(min(_children(row), _MOST)):
                        inner = _child(row, i)
                        if inner:
                            self._element(inner, depth + 3, 0, around or (table, rows, i))
                    rows += 1

    def _parts(self, element: int) -> list[int]:
        count = min(_children(element), max(self._left, 0))
        self._left -= count
        found = (_child(element, i) for i in range(count))
        return [part for part in found if part]

    def _kind(self, element: int) -> str:
        size = _type(element, ctypes.addressof(self._name), len(self._name))
        return self._name.raw[: max(min(size, len(self._name)) - 2, 0)].decode(
            "utf-16-le", "replace"
        )
