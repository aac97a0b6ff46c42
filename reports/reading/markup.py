"""HTML from words that may hold anything: the one place where that is done.

Whatever is not Markup already is escaped, and only `element` makes Markup of it.
"""

from __future__ import annotations

import html
from collections.abc import Iterable

from reports.text import shown

_WITHOUT_END = frozenset({"br", "img", "input", "meta"})


class Markup(str):
    """HTML that is well formed and in which nothing of a file's words can act."""

    __slots__ = ()


def element(
    name: str, /, *children: Markup | str | None, **attributes: str | float | bool | None
) -> Markup:
    """An HTML or SVG element. An attribute's name may end in "_"; one that is None is left out."""
    words = [name]
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        said = key.rstrip("_").replace("_", "-")
        words.append(said if value is True else f'{said}="{html.escape(shown(str(value)))}"')
    begin = f"<{' '.join(words)}>"
    if name in _WITHOUT_END:
        return Markup(begin)
    return Markup(f"{begin}{together(children)}</{name}>")


def together(parts: Iterable[Markup | str | None]) -> Markup:
    """The parts one after another."""
    return Markup("".join(p if isinstance(p, Markup) else escaped(p) for p in parts if p))


def escaped(text: str) -> Markup:
    """Words as HTML shows them."""
    return Markup(html.escape(shown(text)))
