"""How a row of megabytes is cut into portions, each set by itself.

A row is thought of as even: the portion ``n`` of ``count`` is that share of either
side, so that both sides stay beside each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui_app.core.comparison import Comparison
from tui_app.core.layout.set_lines import Flow
from tui_app.core.text.clusters import border
from tui_app.core.units import longest_unit

LONG = 20_000
"""Characters of one side of a row that are set at once."""

_WORD_ENDS_WITHIN = 200


@dataclass(frozen=True, slots=True)
class Portion:
    """The portion ``number`` of ``count``, counted from 0."""

    number: int = 0
    count: int = 1

    @property
    def first(self) -> bool:
        """Tell whether the row begins with it."""
        return self.number == 0


WHOLE = Portion()


def long_rows(comparison: Comparison) -> dict[int, int]:
    """Return into how many portions the long rows are cut; others are not in it.

    Linear in the number of units, and in the number of rows where one is long.
    """
    documents = (comparison.left, comparison.right)
    if max(longest_unit(one.units) for one in documents) <= LONG:
        return {}
    found = {}
    for number, row in enumerate(comparison.rows):
        sizes = (documents[0].size(row.left), documents[1].size(row.right))
        count = -(-max(sizes) // LONG)
        if count > 1:
            found[number] = count
    return found


def within(text: str, flows: Sequence[Flow], portion: Portion) -> Iterator[Flow]:
    """Yield what of the flows of one side belongs to the portion."""
    if portion.count == 1:
        yield from flows
        return
    total = sum(one.end - one.start for one in flows)
    low = total * portion.number // portion.count
    high = total * (portion.number + 1) // portion.count
    at = 0
    for one in flows:
        size = one.end - one.start
        start = _border(text, one, low - at)
        end = _border(text, one, high - at)
        if start < end:
            begun = start == one.start
            yield one._replace(
                start=start,
                end=end,
                opens=one.opens and begun,
                after_gap=one.after_gap and begun,
            )
        at += size


def _border(text: str, flow: Flow, size: int) -> int:
    """Return where to cut after ``size`` characters: behind a word, or a character."""
    at = flow.start + size
    if at <= flow.start or at >= flow.end:
        return max(flow.start, min(at, flow.end))
    space = text.find(" ", at, min(flow.end, at + _WORD_ENDS_WITHIN))
    cut = border(text, space + 1 if space >= 0 else at)
    return max(flow.start, cut)


def portion_of(flows: Sequence[Flow], offset: int, count: int) -> int:
    """Return the number of the portion that holds the offset, or the one after it.

    Borders are moved to the end of a word, so it may be the portion before.
    """
    total = sum(one.end - one.start for one in flows)
    before = sum(
        max(0, min(one.end, offset) - one.start) for one in flows if one.start < offset
    )
    return min(count - 1, -(-(before + 1) * count // max(1, total)) - 1)
