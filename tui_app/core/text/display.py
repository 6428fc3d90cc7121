"""How text that nobody vouches for is shown: offsets unchanged, nothing hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TextIO

from tui_app.core.model import Document, Span

_REPLACEMENT = 0xFFFD

# Zero-width joiner and non-joiner stay: Persian and emoji need them. Tab and
# newline stay: laying out text is the reader's business.
_HIDDEN_RANGES = (
    (0x80, 0x9F),  # C1, among them the one-character CSI and OSC
    (0x61C, 0x61C),  # bidirectional controls
    (0x200B, 0x200B),  # zero-width space
    (0x200E, 0x200F),
    (0x2028, 0x202E),  # line and paragraph separator, embeddings, overrides
    (0x2060, 0x2060),  # word joiner
    (0x2066, 0x2069),  # isolates
    (0xFEFF, 0xFEFF),  # byte order mark
    (0xFFF9, 0xFFFB),  # interlinear annotation
    (0xE0000, 0xE007F),  # tags
    (0xD800, 0xDFFF),  # lone surrogates
)
# Compiled when first needed; it passes over text in a tenth of the tables' time.
_UNSAFE = (
    "[\x00-\x08\x0b-\x1f\x7f"
    + "".join(f"{chr(first)}-{chr(last)}" for first, last in _HIDDEN_RANGES)
    + "]"
)

_PICTURES = 0x2400

_PICTURE_OF_DELETE = 0x2421


class _Table(dict[int, int]):
    """What to show for each character, by code; found out when one is first met."""

    def __missing__(self, code: int) -> int:
        self[code] = shown = _shown(code)
        return shown


def _shown(code: int) -> int:
    if code < 0x20:
        return _PICTURES + code
    if code == 0x7F:
        return _PICTURE_OF_DELETE
    hidden = any(first <= code <= last for first, last in _HIDDEN_RANGES)
    return _REPLACEMENT if hidden else code


_LINE_TABLE = _Table()

_TABLE = _Table({9: 9, 10: 10})


def displayable(text: str) -> str:
    """Return ``text`` with every unsafe character replaced by one visible one.

    Control characters become their pictures (ESC is ␛), invisible ones and lone
    surrogates U+FFFD. Offsets are unchanged; tab and newline stay.
    """
    # Nearly all text is printable but for its line ends, and told so at once.
    if text.isprintable() or text.replace("\n", " ").replace("\t", " ").isprintable():
        return text
    if text.isascii() or re.search(_UNSAFE, text):
        return text.translate(_TABLE)
    return text


def displayable_line(text: str) -> str:
    """Return ``text`` displayable within one line: tab and newline are pictures too."""
    return text if text.isprintable() else text.translate(_LINE_TABLE)


def shows_unicode(stream: TextIO) -> bool:
    """Tell whether the stream takes more than ASCII, by its encoding."""
    encoding = stream.encoding or "ascii"
    return encoding.lower().replace("-", "").startswith("utf")


_LINE_ENDS = str.maketrans("\n\t", "  ")


def shown(document: Document, start: int, end: int) -> str:
    """Return a stretch of the text as it may be painted, offsets unchanged.

    Line ends and tabs become spaces: the lines are set anew.
    """
    return displayable(document.text[start:end]).translate(_LINE_ENDS)


def hidden(document: Document, start: int, end: int) -> Iterator[Span]:
    """Yield the characters of the stretch that are shown as something else."""
    text = document.text[start:end]
    safe = displayable(text)
    if text == safe:
        return
    for at, (raw, sign) in enumerate(zip(text, safe, strict=True), start):
        if raw != sign:
            yield Span(at, at + 1)
