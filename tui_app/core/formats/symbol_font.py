"""Letters that a document sets in a symbol font, as the characters they look like.

The encoding of Adobe's Symbol font (Unicode mapping of its glyph names), and signs of
Wingdings that stand in running text. Word keeps such letters at U+F020 to U+F0FF.
"""

from __future__ import annotations

_FIRST, _LAST = 0xF020, 0xF0FF
_LOW = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_HIGH = (
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
    "◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪�⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)
_SYMBOL = dict(enumerate(_LOW, 0x20)) | dict(enumerate(_HIGH, 0xA0))
_WINGDINGS = {
    0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖",
    0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑",
    0xE2: "↓", 0xE8: "➔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_UNKNOWN = "□"


def letter_of(code: str | None, font: str) -> str:
    """Return the character for a code in hexadecimal digits, as Word writes it."""
    try:
        number = int(code or "", 16)
    except ValueError:
        return ""
    if font.casefold().startswith("wingdings"):
        return _WINGDINGS.get(number & 0xFF, _UNKNOWN)
    if font.casefold() == "symbol" or _FIRST <= number <= _LAST:
        return _SYMBOL.get(number & 0xFF, _UNKNOWN)
    return chr(number) if 0x20 <= number < 0xD800 else _UNKNOWN


def with_letters(words: str, font: str) -> str:
    """Return the words, those at the places of a symbol font as what they look like."""
    if all(not _FIRST <= ord(one) <= _LAST for one in words):
        return words
    return "".join(
        letter_of(f"{ord(one):x}", font) if _FIRST <= ord(one) <= _LAST else one
        for one in words
    )
