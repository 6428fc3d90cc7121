"""Whether the two passages end as the same sort of sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final, NamedTuple

from tui_app.core.facts.across.translated_row import TranslatedRow
from tui_app.core.kinds import Kind
from tui_app.core.model import Difference, Span

_AFTER_STOP: Final = "\"'”’“‘»«›‹)]}」』）】》〉*_ \t\n\xa0\u202f\u3000"

_STOPS: Final = re.compile(r"(?:[.!?…。！？｡．।॥؟۔։՞՜;；‽⁇⁈⁉·][ \xa0]?)+$")

_SORTS: Final = {
    **dict.fromkeys("?？؟՞⁇⁈⁉‽", "question"),
    **dict.fromkeys("!！՜", "exclamation"),
    "…": "unfinished",
}
"""What a mark anywhere in a passage tells of it."""

_GREEK_QUESTION: Final = ";;"

_KEPT: Final = 0.9
"""Of passages that ask so many ask opposite, where it is worth telling which do not."""

_FEWEST: Final = 10


class Closing(NamedTuple):
    """The sort of sentence that marks close, and where they stand."""

    sort: str
    span: Span


def closing(text: str, language: str) -> Closing | None:
    """Return how ``text`` closes, ``None`` where no stop is at its end."""
    match = _STOPS.search(text.rstrip(_AFTER_STOP))
    if match is None:
        return None
    marks = match[0].replace(" ", "").replace("\xa0", "")
    if language == "el" and marks[-1] in _GREEK_QUESTION:
        sort = "question"
    elif marks in {";", "；", "·"}:
        return None
    elif sorts := [sort for sign, sort in _SORTS.items() if sign in marks]:
        sort = sorts[0]
    else:
        sort = "unfinished" if len(marks) > 1 else "statement"
    return Closing(sort, Span(*match.span()))


def _has(text: str, sort: str, language: str) -> bool:
    """Tell whether a mark of that sort stands anywhere in ``text``."""
    if sort == "statement":
        return False
    if language == "el" and sort == "question":
        return not set(_GREEK_QUESTION).isdisjoint(text)
    if sort == "unfinished" and (".." in text or ". ." in text):
        return True
    return any(_SORTS.get(sign) == sort for sign in set(text))


class ClosingHabits(NamedTuple):
    """The sorts of sentences of the left, of the right that keep their marks."""

    left: frozenset[str] = frozenset({"question"})
    right: frozenset[str] = frozenset({"question"})

    def keep(self, ours: str, theirs: str) -> bool:
        """Tell whether a passage that closes so on each side is worth telling."""
        return (ours == "statement" or ours in self.left) and (
            theirs == "statement" or theirs in self.right
        )


def closing_habits(
    rows: Iterable[tuple[str, str]], languages: tuple[str, str]
) -> ClosingHabits:
    """Return which sorts of sentences the pair nearly always keeps.

    Of few, questions are taken to be kept, and what is called or left unfinished not.
    """
    ending: tuple[Counter[str], Counter[str]] = Counter(), Counter()
    kept: tuple[Counter[str], Counter[str]] = Counter(), Counter()
    for row in rows:
        for side in (0, 1):
            end = closing(row[side], languages[side])
            if end is not None:
                ending[side][end.sort] += 1
                other = row[1 - side]
                kept[side][end.sort] += _has(other, end.sort, languages[1 - side])
    return ClosingHabits(
        *(
            frozenset(
                sort
                for sort in ("question", "exclamation", "unfinished")
                if (
                    kept[side][sort] >= _KEPT * ending[side][sort]
                    if ending[side][sort] >= _FEWEST
                    else sort == "question"
                )
            )
            for side in (0, 1)
        )
    )


def closing_mark(
    row: TranslatedRow, languages: tuple[str, str], habits: ClosingHabits
) -> Difference | None:
    """Return the closing marks of the passages, where one asks and the other does not.

    So for an exclamation and for a sentence left unfinished, where the pair keeps
    such marks; only where both end with a stop, and a mark that only stands inside
    (*"Is it?" he said.*) is kept, too.
    """
    ours = closing(row.left, languages[0])
    theirs = closing(row.right, languages[1])
    if ours is None or theirs is None or ours.sort == theirs.sort:
        return None
    if not habits.keep(ours.sort, theirs.sort):
        return None
    if _has(row.right, ours.sort, languages[1]) or _has(
        row.left, theirs.sort, languages[0]
    ):
        return None
    return Difference(Kind.PUNCTUATION, ours.span, theirs.span)
