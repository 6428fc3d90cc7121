"""Letters that stand in a box of words for what no terminal may be sent."""

from __future__ import annotations

from collections.abc import Iterator

from tui_app.core.text.display import displayable

_FIRST, _LAST = 0x100000, 0x10FFFD
"""Of the letters for private use of the last plane: one cell each, no marks."""


class StandIns:
    """Gives each character that is shown as a sign a letter of one cell in its place.

    A box counts the cells of what it holds, so it has to hold what is drawn; what was
    written must come out as it went in. The letters are of private use; where a text
    has such a one itself, another stands for it.
    """

    def __init__(self) -> None:
        self._letters: dict[tuple[str, str], str] = {}
        self._written: dict[int, str] = {}
        self._drawn: dict[int, str] = {}

    def put(self, text: str) -> str:
        """Return ``text`` with stand-ins; offsets are unchanged."""
        drawn = displayable(text)
        if text == drawn and (not text or max(text) < chr(_FIRST)):
            return text
        return "".join(self._put(text, drawn))

    def _put(self, text: str, drawn: str) -> Iterator[str]:
        for written, sign in zip(text, drawn, strict=True):
            is_plain = written == sign and not _FIRST <= ord(written) <= _LAST
            yield written if is_plain else self._letter(written, sign)

    def _letter(self, written: str, sign: str) -> str:
        known = self._letters.get((written, sign))
        if known:
            return known
        code = _FIRST + len(self._letters)
        if code > _LAST:
            return sign
        self._written[code], self._drawn[code] = written, sign
        self._letters[written, sign] = chr(code)
        return chr(code)

    def written(self, text: str) -> str:
        """Return what the stand-ins of ``text`` stand for."""
        return text.translate(self._written) if self._written else text

    def drawn(self, text: str) -> str:
        """Return ``text`` as it may be painted, in as many cells."""
        return text.translate(self._drawn) if self._drawn else text
