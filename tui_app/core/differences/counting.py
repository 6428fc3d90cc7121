"""Which differences count for a reader who does not care about every kind.

A difference that does not count is still there, with its kind and its place: it is
for the reader to show faintly, to leave out of totals and to pass over on the way
to the next difference, never to hide it silently.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import IntEnum

from tui_app.core.model import FACTS, Difference, Kind, Span

_TYPOGRAPHY = str.maketrans(
    dict.fromkeys("“”„‟«»〝〞〟＂", '"')
    | dict.fromkeys("‘’‚‛‹›ʼ`´", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f", "")
    | {"…": "..."}
)
_WRITING = frozenset({Kind.CASE, Kind.PUNCTUATION})


class Grade(IntEnum):
    """How loud a difference is."""

    IGNORED = 0
    WRITING = 1
    WORDS = 2
    FACT = 3


@dataclass(frozen=True, slots=True)
class Counting:
    """What counts as a difference; facts always do.

    ``typography``: the shape of quotation marks, apostrophes, dashes and dots, and
    invisible characters. ``accents``: marks on letters.
    """

    case: bool = True
    punctuation: bool = True
    typography: bool = True
    accents: bool = True

    def grade(self, difference: Difference, left: str, right: str) -> Grade:
        """Return how loud the difference of the two texts is."""
        if difference.kind in FACTS:
            return Grade.FACT
        ours, theirs = _words(difference.left, left), _words(difference.right, right)
        folded = self.folded(ours), self.folded(theirs)
        same = folded[0] == folded[1]
        if same and (ours != theirs or not folded[0]):
            return Grade.IGNORED
        return Grade.WRITING if difference.kind in _WRITING else Grade.WORDS

    def folded(self, text: str) -> str:
        """Return ``text`` without what does not count."""
        if not self.typography:
            text = text.translate(_TYPOGRAPHY)
        if not self.accents:
            text = "".join(
                character
                for character in unicodedata.normalize("NFKD", text)
                if not unicodedata.combining(character)
            )
        if not self.case:
            text = text.casefold()
        if not self.punctuation:
            text = "".join(filter(_is_no_punctuation, text))
        return text


def _words(span: Span | None, text: str) -> str:
    return "".join(text[span.start : span.end].split()) if span else ""


def _is_no_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] not in "PC"
