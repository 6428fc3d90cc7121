"""One side of a row with the words that deny on it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from functools import cached_property
from operator import attrgetter

from tui_app.core.differences.facts.mentions import Mention
from tui_app.core.differences.facts.passage import Passage
from tui_app.core.differences.facts.polarity import senses
from tui_app.core.differences.facts.quotations import quotations
from tui_app.core.differences.facts.tables import word_set
from tui_app.core.differences.facts.tables.negatives import NEGATORS

_REACH = 6
"""How many tokens behind a negator the word it denies may stand."""
_FAR = 20
"""The same behind *does not think that*."""
_DOUBLE = 3
"""Two negators so near each other undo each other."""
_HAVING = word_set("has have had having possess possesses possessed")
"""*Has no* is what *lacks* says: the negator stands behind."""
_SAID = 8
"""How many tokens behind *said* a negator may stand."""
_RAISING = word_set("think believe expect consider seem appear feel")
_start = attrgetter("start")
_SAYING = word_set("said says say saying announced claimed admitted confirmed")
Negator = Mention[str]


class DenyingSide:
    """One side with its negators that nothing on the other side answers."""

    def __init__(
        self,
        passage: Passage,
        taken: Collection[int],
        negators: Sequence[Negator],
        lone: Sequence[Negator],
    ) -> None:
        self.passage = passage
        self.taken = taken
        self.negators = negators
        self.lone = {one.start: one for one in _without_double(lone)}
        self.opposed: set[int] = set()
        self.senses = senses(passage)

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The tokens between quotation marks."""
        return frozenset(
            number
            for one in quotations(self.passage)
            for number in range(one.start, one.end)
        )

    def changed(self, at: int) -> bool:
        """Tell whether the token may be part of a fact yet."""
        return not self.passage.equal[at] and at not in self.taken

    def replaced(self, at: int) -> bool:
        """Tell whether no form of the word stands anywhere on the other side."""
        return not self.passage.same[at] and at not in self.taken

    def answered(self, at: int) -> bool:
        """Tell whether the token is a negator that the other side has too."""
        return is_denying(self.passage, at) and at not in self.lone

    def _reach(self, behind: int) -> int:
        """Return how far a negator reaches: *does not think that*, far."""
        following = self.passage.words[behind : behind + 1]
        return _FAR if following and following[0] in _RAISING else _REACH

    def turns(self, at: int) -> bool:
        """Tell whether a negator turns (or is) the token; use it up.

        Behind a verb of saying it may stand in what is said: *said he had not*.
        """
        word = self.passage.words[at]
        before = _SAID if word in _SAYING else int(word in _HAVING)
        first = bisect_left(self.negators, at - _FAR, key=_start)
        last = bisect_right(self.negators, at + before, key=_start)
        turning = [
            one
            for one in self.negators[first:last]
            if at - one.start <= self._reach(one.end)
        ]
        used = next((one.start for one in turning if one.start in self.lone), None)
        if used is not None:
            del self.lone[used]
        return bool(turning)


def _without_double(lone: Sequence[Negator]) -> list[Negator]:
    """Drop negators that undo each other: *never without*."""
    kept: list[Negator] = []
    for negator in lone:
        if kept and negator.start - kept[-1].start <= _DOUBLE:
            kept.pop()
        else:
            kept.append(negator)
    return kept


def is_denying(passage: Passage, at: int) -> bool:
    """Tell whether the token is a negator itself."""
    return passage.words[at] in NEGATORS
