"""A formula of a Word file in one line of text."""

from __future__ import annotations

from lxml.etree import _Element as Element

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def formula(element: Element) -> str:
    """What a formula says, a fraction with its stroke: «1/2»."""
    if element.tag == M + "t":
        return element.text or ""
    if element.tag == M + "f":
        parts = (element.find(M + "num"), element.find(M + "den"))
        return "/".join("" if part is None else formula(part) for part in parts)
    return "".join(map(formula, element))
