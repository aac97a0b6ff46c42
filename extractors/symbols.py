"""Signs that Word prints from symbol fonts, and the ones that stand for a bullet."""

from __future__ import annotations

_PRIVATE = 0xF000  # where Word keeps the characters of symbol fonts
_WINGDINGS = {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "☐", 0x70: "☐", 0x71: "☐", 0x72: "☐", 0x73: "◆",
    0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x78: "☒", 0x9E: "•", 0x9F: "•", 0xA1: "○",
    0xA7: "▪", 0xA8: "☐", 0xB7: "•", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "→", 0xF0: "→",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x55: "✗", 0x56: "✗",
    0x97: "•", 0xA3: "☐", 0xA4: "☐",
}  # fmt: skip
_SYMBOL = {
    0x2D: "−", 0xA3: "≤", 0xA8: "♦", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×",
    0xB7: "•", 0xBC: "…", 0xBE: "—",
}  # fmt: skip
_WINGDINGS_3 = {0x74: "◀", 0x75: "▶", 0x7C: "◀", 0x7D: "▶"}
_WEBDINGS = {
    0x31: "☐", 0x33: "◀", 0x34: "▶", 0x61: "✓", 0x63: "☐", 0x67: "■", 0x6E: "●", 0x72: "✗",
}  # fmt: skip
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}

BULLETS = frozenset("•▪◦‣●○■◆❖➢➤►▶·∙⁃◼◾♦➔✦\uf0b7\uf0a7\uf0d8\uf076")


def is_symbol_font(font: str) -> bool:
    """Whether a font prints signs in place of letters."""
    return font.lower() in _FONTS


def symbol(char: str, font: str) -> str:
    """The sign that a character prints in that font; the character itself in any other."""
    code = ord(char)
    private = _PRIVATE <= code <= _PRIVATE + 0xFF
    signs = _FONTS.get(font.lower())
    if signs is None:
        return _WINGDINGS.get(code - _PRIVATE, "•") if private else char
    code -= _PRIVATE if private else 0
    return signs.get(code) or (chr(code) if not private else "•")


def bullet(text: str, font: str) -> str:
    """A list's bullet as printed; "o" of a typewriter font is the hollow bullet it looks like."""
    if text == "o":
        return "◦" if "wingdings" not in font.lower() else "☐"
    return "".join(symbol(char, font) for char in text).strip() or "•"
