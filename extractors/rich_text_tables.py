"""What a rich text file says once, at its head: its fonts, headings, colours and alphabet."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from striprtf.striprtf import charset_map

_FONT = re.compile(r"\\f([0-9]+)\b([^;{}]{0,200}+)(?:\{[^{}]{0,200}+\}){0,9}+([^;{}]{0,200}+);")
_CHARSET = re.compile(r"\\fcharset([0-9]+)")
_NAME = re.compile(r"(?:\\[a-z]+-?[0-9]* ?)*([^\\]*)$")
_HEADING = re.compile(r"\{\\s([0-9]+)\b[^;{}]*?heading ([1-9]);", re.IGNORECASE)
_COLOUR = re.compile(r"\\red([0-9]+)|\\green([0-9]+)|\\blue([0-9]+)")
_PAGE = re.compile(r"\\ansicpg([0-9]+)")
_BRACE = re.compile(rb"\\bin([0-9]{1,10})(?![0-9]) ?|\\.|[{}]", re.DOTALL)
_AFTER_ALL = b"\0\r\n\t }\x1a"  # what careless programs leave behind a rich text
_MOST = 1_000_000  # letters of a list


@dataclass(frozen=True, slots=True)
class Font:
    """A font's name, and the alphabet of its bytes."""

    name: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Tables:
    """What the numbers in the text refer to."""

    encoding: str
    fonts: dict[str, Font]
    headings: dict[str, int]  # number of the style -> level
    coloured: frozenset[int]  # numbers of the colours that are not white


def tables_of(text: str) -> Tables:
    """Reads the lists at the head of a rich text file."""
    page = _PAGE.search(text[:10_000])
    encoding = _known(f"cp{page[1]}") if page else "cp1252"
    fonts = {}
    for number, before, after in _FONT.findall(_group(text, "fonttbl")):
        charset = _CHARSET.search(before)
        usual = charset_map.get(int(charset[1]), encoding) if charset else encoding
        name = _NAME.search(after or before)
        fonts[number] = Font(
            name[1].strip() if name else "", encoding if charset and charset[1] in "01" else usual
        )
    headings = {n: int(level) for n, level in _HEADING.findall(_group(text, "stylesheet"))}
    colours = _group(text, "colortbl").split(";")
    coloured = {i for i, colour in enumerate(colours) if _is_coloured(colour)}
    return Tables(encoding, fonts, headings, frozenset(coloured))


def _group(text: str, name: str) -> str:
    """The group of that name, up to its own end."""
    start = text.find(f"{{\\{name}")
    if start < 0:
        return ""
    depth = 0
    for brace in re.compile(r"[{}]").finditer(text, start, start + _MOST):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return text[start : brace.end()]
    return text[start : start + _MOST]


def is_whole(data: bytes) -> bool:
    """Whether the group that holds all of a rich text is closed, and nothing stands after it."""
    depth = at = 0
    while found := _BRACE.search(data, at):
        at = found.end()
        if found[1]:
            at += int(found[1])
        elif found[0] in b"{}":
            depth += 1 if found[0] == b"{" else -1
            if depth <= 0:
                return not data[at:].strip(_AFTER_ALL)
    return False


def _is_coloured(colour: str) -> bool:
    parts = [int(part) for found in _COLOUR.findall(colour) for part in found if part]
    return bool(parts) and any(part < 250 for part in parts)  # noqa: PLR2004 -- nearly white


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return "cp1252"
