"""How the words at the end of a line and at the start of the next are put together.

A hyphen at the end of a line may part a word or belong to it. The document tells: the
word that it uses elsewhere is right, joined or hyphenated. Where it uses neither, a
hyphen between two words that both stand in it by themselves is kept, and one behind
what stands before hyphens elsewhere (non-, self-).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from tui_app.core.formats.pdf_lines import HYPHEN

_HYPHENS = f"-\u2010{HYPHEN}"
_LEADS_ON = "–—/"  # signs behind which a line may be broken, no space meant
_LETTERS = r"[^\W\d_]+"
_WORDS = re.compile(rf"{_LETTERS}(?:[-\u2010]{_LETTERS})*")
_LAST = re.compile(rf"({_LETTERS}(?:[-\u2010]{_LETTERS})*)[{_HYPHENS}]$")
_FIRST = re.compile(rf"{_LETTERS}(?:[-\u2010]{_LETTERS})*")
_BREAKABLE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")  # CJK
_SUSPENDED = frozenset({
    "and", "or", "und", "oder", "bzw", "et", "ou", "y", "o", "e", "en", "of", "och",
    "eller", "og", "i", "ja", "tai",
})  # fmt: skip
_SHORT = 3


class Joiner:
    """Joins lines, by the words of all the lines of a document."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._seen: Counter[str] = Counter()
        self._led: Counter[str] = Counter()  # what stands before a hyphen elsewhere
        broken = False
        for line in lines:
            words = _WORDS.findall(line.replace(HYPHEN, "") if HYPHEN in line else line)
            ends_broken = line[-1:] in _HYPHENS and bool(line)
            if broken:
                words = words[1:]
            if ends_broken:
                words = words[:-1]
            broken = ends_broken
            self._count(words)

    def _count(self, words: Iterable[str]) -> None:
        for word in words:
            plain = word.casefold().replace("\u2010", "-")
            self._seen[plain] += 1
            if "-" in plain:
                self._led.update(plain.split("-")[:-1])

    def join(self, before: str, after: str) -> str:
        """Return the two lines as one text."""
        if not before or not after:
            return before + after
        if before[-1] in _HYPHENS and not before[:-1].endswith(" "):
            return self._over_hyphen(before, after)
        if before[-1] in _LEADS_ON and before[-2:-1].strip() and _runs_on(before):
            return before + after
        if _BREAKABLE.match(before[-1]) and _BREAKABLE.match(after[0]):
            return before + after
        return f"{before} {after}"

    def _over_hyphen(self, before: str, after: str) -> str:
        kept = f"{before[:-1]}-"
        last, first = _LAST.search(before), _FIRST.match(after)
        if last is None or first is None:
            return kept + after
        if first[0].casefold() in _SUSPENDED:
            return f"{kept} {after}"
        if self._parts(last[1].casefold(), first[0].casefold(), first[0]):
            return before[:-1] + after
        return kept + after

    def _parts(self, last: str, first: str, written: str) -> bool:
        """Tell whether the hyphen only parts the word at the line's end."""
        stem, head = last.rsplit("-", 1)[-1], first.split("-", 1)[0]
        joined = max(self._seen[last + first], self._seen[stem + head])
        hyphenated = self._seen[f"{last}-{first}"]
        if joined or hyphenated:
            return joined >= hyphenated
        if not written[0].islower():
            return False
        if self._led[stem] or head != first:
            return not self._seen[head] and not self._led[stem]
        words = min(len(stem), len(first)) >= _SHORT
        return not (words and self._seen[stem] and self._seen[first])


def _runs_on(before: str) -> bool:
    """Tell whether the last word is one that a break may part behind its sign."""
    if before[-1] != "/":
        return True
    return "/" in before[:-1].rsplit(" ", 1)[-1]


def without_soft_hyphens(text: str) -> str:
    """Return the text without the hyphens that only say where a word may break."""
    return text.replace(HYPHEN, "")
