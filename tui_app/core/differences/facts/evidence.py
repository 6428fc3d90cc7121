"""What whole documents tell of the names, dates and language of a passage."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from tui_app.core.differences.facts.testimony import Testimony
from tui_app.core.differences.lexicon import FUNCTION_WORDS

_WINDOW = 300_000


class Evidence:
    """What is known of the whole documents beyond the passages compared.

    Everything is put together when first asked for.
    """

    def __init__(self, left: Sequence[Testimony], right: Sequence[Testimony]) -> None:
        """Keep what stretches of the two documents tell, at least one each."""
        self._heads = left[0], right[0]
        self._all = *left, *right

    @cached_property
    def year(self) -> int | None:
        """The year both texts are dated in their heads, if they agree on one."""
        years = self._heads[0].years | self._heads[1].years
        return next(iter(years)) if len(years) == 1 else None

    @cached_property
    def english(self) -> bool:
        """Whether both texts are English."""
        return all(one.english for one in self._heads)

    @cached_property
    def lowered(self) -> frozenset[str]:
        """The words that are written small somewhere."""
        return frozenset().union(*(one.lowered for one in self._all))

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that are capitalised inside sentences, and mostly so."""
        capitals = [one.capitals for one in self._all]
        inside = [one.inside for one in self._all]
        mostly = [
            word
            for word in frozenset().union(*capitals)
            if sum([one.get(word, 0) for one in capitals])
            > sum([one.get(word, 0) for one in inside])
        ]
        return frozenset(mostly) - FUNCTION_WORDS

    @cached_property
    def together(self) -> frozenset[frozenset[str]]:
        """Pairs of words that stand side by side in a name: *Michelle*, *Bachelet*."""
        return frozenset().union(*(one.together for one in self._all))

    @cached_property
    def acronyms(self) -> dict[str, frozenset[str]]:
        """What an acronym in brackets stands for: *Office of the ... (OHCHR)*."""
        return {
            acronym: words
            for one in self._all
            for acronym, words in one.acronyms.items()
        }


def evidence_of(left: str, right: str) -> Evidence:
    """Return what the first 300,000 characters of the two texts tell."""
    return Evidence([Testimony(left[:_WINDOW])], [Testimony(right[:_WINDOW])])
