"""The lines of a plain text that stand alone, as heads do.

In a text that parts its paragraphs by blank lines, a head has one before it; in any
other each line may be one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from tui_app.core.text.chapter_words import LONGEST

_MOST_LINES = 3
"""Lines that a head may be wrapped into, its title included."""

_PARTED = 0.05
"""Share of lines that are blank where blank lines part paragraphs."""


class AloneLine(NamedTuple):
    """A line that may be a head.

    ``number`` is that of the line, ``start`` where its words begin in the text.
    ``block`` are the lines that no blank one parts from it, itself first; empty where
    they are more than a head has, and the line itself in a text whose lines are
    paragraphs.
    """

    number: int
    start: int
    words: str
    block: tuple[str, ...]

    @property
    def whole(self) -> str:
        """Return the words of the block on one line."""
        return " ".join(self.block)


class PlainLines:
    """The lines of a text, without white space about their words."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._words: list[str] = []
        at = 0
        for line in text.split("\n"):
            words = line.strip()
            self._starts.append(at + len(line) - len(line.lstrip()))
            self._words.append(words)
            at += len(line) + 1
        blank = self._words.count("")
        self.parted = blank > _PARTED * len(self._words)

    def __len__(self) -> int:
        return len(self._words)

    @cached_property
    def alone(self) -> Sequence[AloneLine]:
        """The lines that may be heads, in the order of the text."""
        above = ["", *self._words] if self.parted else [""] * len(self._words)
        both = enumerate(zip(above, self._words, strict=False))
        return [
            self._line(number)
            for number, (before, words) in both
            if words and not before and len(words) <= LONGEST
        ]

    def next_in_block(self, line: AloneLine) -> AloneLine | None:
        """Return the line below, ``None`` where that is blank or too long."""
        number = line.number + 1
        if number >= len(self._words) or not 0 < len(self._words[number]) <= LONGEST:
            return None
        return self._line(number)

    def first_below(self, line: AloneLine) -> AloneLine | None:
        """Return the first line below that is not blank, if it may be a head."""
        at = line.number + max(1, len(line.block))
        while at < len(self._words) and not self._words[at]:
            at += 1
        if at >= len(self._words) or len(self._words[at]) > LONGEST:
            return None
        return self._line(at)

    def _line(self, number: int) -> AloneLine:
        words = self._words[number]
        return AloneLine(number, self._starts[number], words, self._block(number))

    def _block(self, number: int) -> tuple[str, ...]:
        if not self.parted:
            return (self._words[number],)
        block: list[str] = []
        for words in self._words[number : number + _MOST_LINES + 1]:
            if not words:
                break
            block.append(words)
        return tuple(block) if len(block) <= _MOST_LINES else ()
