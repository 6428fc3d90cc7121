"""What a terminal shows of what is written to it: letters in their places, no looks.

Only as much of a terminal as it takes to find words that are painted piece by piece.
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder

_TOKEN = re.compile(
    r"\x1b\[(?P<numbers>[?<>=\d;:]*)(?P<end>[ -/]*[@-~])"
    r"|\x1b\](?:[^\x07\x1b])*(?:\x07|\x1b\\)|\x1b[^\[\]]|(?P<letter>[^\x1b])",
    re.DOTALL,
)


class LetterGrid:
    """The letters of a screen of so many lines and columns."""

    def __init__(self, lines: int, columns: int) -> None:
        self._cells = [[" "] * columns for _ in range(lines)]
        self._line = self._column = 0
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._rest = ""

    def shows(self, words: str) -> bool:
        """Tell whether the words stand in one of its lines."""
        return any(words in "".join(line) for line in self._cells)

    def feed(self, data: bytes) -> None:
        """Take what is written to the terminal."""
        text = self._rest + self._decode(data)
        at = 0
        while at < len(text):
            found = _TOKEN.match(text, at)
            if found is None:
                break  # a sequence that has only begun
            at = found.end()
            if found["letter"]:
                self._put(found["letter"])
            elif found["end"]:
                self._obey(found["numbers"], found["end"])
        self._rest = text[at:]

    def _put(self, letter: str) -> None:
        if letter == "\r":
            self._column = 0
        elif letter == "\n":
            self._line = min(self._line + 1, len(self._cells) - 1)
        elif letter >= " ":
            line = self._cells[self._line]
            if self._column < len(line):
                line[self._column] = letter
            self._column += 1

    def _obey(self, written: str, end: str) -> None:
        numbers = [int(one) for one in re.findall(r"\d+", written)]
        first = max(1, numbers[0]) if numbers else 1
        if end == "H":
            self._line = min(first, len(self._cells)) - 1
            self._column = max(1, numbers[1]) - 1 if len(numbers) > 1 else 0
        elif end == "G":
            self._column = first - 1
        elif end == "C":
            self._column += first
        elif end == "K":
            line = self._cells[self._line]
            line[self._column :] = " " * len(line[self._column :])
        elif (end == "J" and written == "2") or written == "?1049":
            for line in self._cells:
                line[:] = " " * len(line)
