"""How an OpenDocument text is printed: the looks of its styles, and what its lists count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from extractors.document import Caveat
from extractors.looks import LEVELS, Look, Numbers
from extractors.numbering import written
from extractors.symbols import bullet
from extractors.word_parts import number

_NS = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}"
TEXT, STYLE, TABLE = (_NS.format(name) for name in ("text", "style", "table"))
OFFICE, DRAW, FO = (_NS.format(name) for name in ("office", "drawing", "xsl-fo-compatible"))
_DEPTH = 20  # styles made from styles
_FORMS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
_USUAL = Look(12.0)
_WHITE = frozenset(("", "transparent", "#ffffff"))


@dataclass(frozen=True, slots=True)
class OpenStyle:
    """What a style of paragraphs, of words or of cells adds to what it is made from."""

    look: Look = _USUAL
    heading: int = 0
    list: str = ""
    shaded: bool = False


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list."""

    form: str = ""  # empty: bullets
    before: str = ""
    after: str = ""
    shown: int = 1  # so many levels are printed
    start: int = 1
    bullet: str = ""


class OpenStyles:
    """All styles of a text, those of its own and those of its template."""

    def __init__(self, *roots: Element | None) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self._lists: dict[str, dict[int, _Level]] = {}
        self._known: dict[tuple[str, str], OpenStyle] = {}
        for root in roots:
            for style in () if root is None else root.iter(STYLE + "style"):
                key = style.get(STYLE + "family", ""), style.get(STYLE + "name", "")
                self._elements[key] = style
            for style in () if root is None else root.iter(TEXT + "list-style"):
                self._lists[style.get(STYLE + "name", "")] = dict(_levels(style))
            for style in () if root is None else root.iter(TEXT + "outline-style"):
                self._lists[""] = dict(_levels(style))

    def of(self, family: str, name: str | None) -> OpenStyle:
        """A style with all that it is made from."""
        key = family, name or ""
        if key not in self._known:
            self._known[key] = self._made(key)
        return self._known[key]

    def words(self, outer: Look, name: str | None) -> Look:
        """How words of that style look inside others."""
        for element in self._chain(("text", name or "")):
            outer = _looked(outer, element)
        return outer

    def label(self, name: str, counter: Numbers, level: int) -> str:
        """What is printed before a point on that level of a list."""
        levels = self._lists.get(name, {})
        own = levels.get(level)
        if own is None:
            return ""
        if not own.form:
            return own.bullet
        first = max(0, level + 1 - own.shown)
        counts = [
            written(counter.counts[i] or 1, _FORMS.get(levels[i].form, "decimal"))
            for i in range(first, level + 1)
            if i in levels and levels[i].form
        ]
        return f"{own.before}{'.'.join(counts)}{own.after}".strip()

    def start(self, name: str, level: int) -> int:
        """Where a list begins to count on that level."""
        return self._lists.get(name, {}).get(level, _Level()).start

    def _made(self, key: tuple[str, str]) -> OpenStyle:
        made = OpenStyle()
        for element in self._chain(key):
            list_name = element.get(STYLE + "list-style-name")
            outline = element.get(STYLE + "default-outline-level")
            made = replace(
                made,
                look=_looked(made.look, element),
                heading=made.heading if outline is None else number(outline),
                list=made.list if list_name is None else list_name,
                shaded=_shaded(element, made.shaded),
            )
        return made

    def _chain(self, key: tuple[str, str]) -> list[Element]:
        """A style and those that it is made from, the outermost first."""
        found: list[Element] = []
        element = self._elements.get(key)
        while element is not None and len(found) < _DEPTH:
            found.insert(0, element)
            element = self._elements.get((key[0], element.get(STYLE + "parent-style-name", "")))
        return found


def _looked(look: Look, style: Element) -> Look:
    for marks in style.iterchildren(STYLE + "text-properties"):
        weight, slant = marks.get(FO + "font-weight"), marks.get(FO + "font-style")
        look = replace(
            look,
            bold=look.bold if weight is None else weight == "bold" or number(weight) >= 600,  # noqa: PLR2004 -- as CSS counts
            italic=look.italic if slant is None else slant in {"italic", "oblique"},
            size=_points(marks.get(FO + "font-size"), look.size),
            aside=_aside(marks, look.aside),
        )
    return look


def _aside(marks: Element, outer: Caveat | None) -> Caveat | None:
    struck = marks.get(STYLE + "text-line-through-style")
    if marks.get(TEXT + "display") == "none":
        return Caveat.HIDDEN_TEXT
    if struck is not None:
        return None if struck == "none" else Caveat.STRUCK_THROUGH
    return outer


def _points(size: str | None, outer: float) -> float:
    """A size in points; a share of the outer one where it is given as such."""
    try:
        if size and size.endswith("pt"):
            return float(size[:-2])
        if size and size.endswith("%"):
            return outer * float(size[:-1]) / 100
    except ValueError:
        pass
    return outer


def _shaded(style: Element, outer: bool) -> bool:
    for kind in ("paragraph", "table-cell", "graphic"):
        for marks in style.iterchildren(f"{STYLE}{kind}-properties"):
            ground = marks.get(FO + "background-color")
            outer = outer if ground is None else ground.lower() not in _WHITE
    return outer


def _levels(style: Element) -> Iterator[tuple[int, _Level]]:
    for element in style:
        level = number(element.get(TEXT + "level"), 1) - 1
        if not 0 <= level < LEVELS:
            continue
        sign = element.get(TEXT + "bullet-char")
        yield (
            level,
            _Level(
                element.get(STYLE + "num-format", ""),
                element.get(STYLE + "num-prefix", ""),
                element.get(STYLE + "num-suffix", ""),
                number(element.get(TEXT + "display-levels"), 1),
                number(element.get(TEXT + "start-value"), 1),
                bullet(sign, "") if sign else "",
            ),
        )
