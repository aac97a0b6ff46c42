"""A document without the words that text recognition was not sure of: a cover states no guesses."""

from __future__ import annotations

from dataclasses import replace

from extractors.document import Block, Caveat, Cell, Document, Paragraph

_CERTAIN = 0.75  # of the least certain word; findings on words below it are questions, too
_SCANNED = frozenset({Caveat.READ_BY_OCR, Caveat.PARTLY_READ_BY_OCR})


def certain(document: Document) -> Document:
    """The same document; where pages were recognised, without what may have been misread."""
    if not document.caveats & _SCANNED:
        return document
    return replace(
        document,
        blocks=_certain(document.blocks),
        margins=tuple(p for p in document.margins if p.place.confidence >= _CERTAIN),
    )


def _certain(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    kept: list[Block] = []
    for block in blocks:
        if not isinstance(block, Paragraph):
            kept.append(replace(block, cells=tuple(_cell(cell) for cell in block.cells)))
        elif block.place.confidence >= _CERTAIN:
            kept.append(block)
    return tuple(kept)


def _cell(cell: Cell) -> Cell:
    return replace(cell, blocks=_certain(cell.blocks))
