"""What is shown of a pair before it is opened: its best shared passage, its facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from tui_app.core.change_list import ListedChange, listed_changes
from tui_app.core.comparison import NO_CONSTRAINTS, Comparison
from tui_app.core.kinds import KINDS, Kind
from tui_app.core.likeness import likeness_by_words, row_size
from tui_app.core.loading import load_both
from tui_app.core.model import SIDES, Document, Relation, Side, Span
from tui_app.core.row_walk import rows_in_turn
from tui_app.core.source_names import is_address
from tui_app.core.text.characters import fold_space
from tui_app.core.translation import LanguageChoice, find_translation
from tui_app.errors import UserError
from tui_app.review.row_counting.kept_counts import compare_as_counted
from tui_app.settings.memory import Sources

MOST_CHARACTERS = 200_000
"""Of both texts: what is longer takes seconds to compare, and the reader shows it."""

MOST_BYTES = 20_000_000
"""Of both files, whatever is in them: even to read what is larger takes seconds."""

MOST_FACTS = 12
"""Changed facts that are shown; the others are counted."""

_LOOKED_AT = 8
"""Rows with most words in common, among which the longest same words are found."""

TOO_LONG = "Long texts: what differs is looked for when they are opened."

ADDRESSES = "An address is fetched only when the pair is opened."

GoOn = Callable[[], None]
"""Is called now and then; what it raises ends the work."""


class GlancedSide(NamedTuple):
    """The words of a passage on one side, and which of them differ (in the words)."""

    words: str
    differing: tuple[Span, ...] = ()


class GlancedFact(NamedTuple):
    """A fact that differs: what kind it is called, and the words of both sides."""

    kind: str
    left: str
    right: str


class PairGlance(NamedTuple):
    """What was found so far; ``left`` and ``right`` are the best shared passage.

    ``facts`` are the first of ``all_facts``, which is ``None`` until they are counted.
    ``remark`` says why there is no more, or nothing.
    """

    left: GlancedSide = GlancedSide("")
    right: GlancedSide = GlancedSide("")
    facts: tuple[GlancedFact, ...] = ()
    all_facts: int | None = None
    remark: str = ""

    @property
    def is_same(self) -> bool:
        """Tell whether the passage is the same on both sides."""
        return fold_space(self.left.words) == fold_space(self.right.words)


def glances_at(
    pair: Sources, choice: LanguageChoice, go_on: GoOn
) -> Iterator[PairGlance]:
    """Yield what can be told of the pair: its passage first, then the facts as well.

    The pair is compared as the reader compares it. What cannot be read is a remark.
    """
    if is_address(pair.left) or is_address(pair.right):
        yield PairGlance(remark=ADDRESSES)
        return
    if sum(map(_bytes, pair[:2])) > MOST_BYTES:
        yield PairGlance(remark=TOO_LONG)
        return
    try:
        left, right = load_both(pair.left, pair.right, "paragraph", pair.changes)
        go_on()
        if len(left.text) + len(right.text) > MOST_CHARACTERS:
            yield PairGlance(remark=TOO_LONG)
            return
        comparison = _compared(left, right, choice, go_on)
    except UserError as error:
        yield PairGlance(remark=str(error))
        return
    glance = _passage(comparison, go_on)
    yield glance
    facts = [*_facts(comparison, go_on)]
    shown = islice(facts, MOST_FACTS)
    yield glance._replace(facts=tuple(map(_glanced, shown)), all_facts=len(facts))


def differing_facts(pair: Sources, choice: LanguageChoice) -> int | None:
    """Return how many changes of facts the reader lists for the pair, however long.

    ``None`` where one of the texts cannot be read any more.
    """
    try:
        left, right = load_both(pair.left, pair.right, "paragraph", pair.changes)
        comparison = _compared(left, right, choice, lambda: None)
    except UserError:
        return None
    with closing(rows_in_turn(comparison)) as rows:
        return sum(1 for _ in listed_changes(comparison, rows))


def _bytes(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:  # told in a moment by whoever opens it
        return 0


def _compared(
    left: Document, right: Document, choice: LanguageChoice, go_on: GoOn
) -> Comparison:
    from tui_app.core.segmentation import in_sentences

    translation = find_translation(left, right, choice)
    both = in_sentences(left), in_sentences(right)
    return compare_as_counted(*both, NO_CONSTRAINTS, translation, lambda _: go_on())


def _passage(comparison: Comparison, go_on: GoOn) -> PairGlance:
    """Return the sentences with the longest stretch of the same words.

    It is looked for in the rows with most words in common; between two languages, of
    which no words are the same, the longest row is shown.
    """
    both = [n for n, row in enumerate(comparison.rows) if row.left and row.right]
    if not both:
        return PairGlance(remark="No passage of one is found in the other.")
    across = comparison.translation is not None

    def in_common(row: int) -> float:
        go_on()
        alike = 1.0 if across else likeness_by_words(comparison, row)
        return row_size(comparison, row) * alike

    likely = sorted(both, key=in_common, reverse=True)
    if across:
        return _shown(comparison, likely[0], None)
    found = [(_longest_same(comparison, row), row) for row in likely[:_LOOKED_AT]]
    same, best = max(found, key=lambda one: (_length(one[0]), -one[1]))
    return _shown(comparison, best, same)


class _SameWords(NamedTuple):
    """A stretch of the same words in both texts."""

    left: Span
    right: Span


def _length(same: _SameWords | None) -> int:
    return same.left.end - same.left.start if same else 0


def _longest_same(comparison: Comparison, row: int) -> _SameWords | None:
    """Return the longest stretch of a row that has no difference on either side."""
    ours, theirs = (_same_stretches(comparison, row, side) for side in SIDES)
    places = dict(reversed(theirs))
    found = [_SameWords(span, places[words]) for words, span in ours if words in places]
    return max(found, key=_length, default=None)


def _same_stretches(
    comparison: Comparison, row: int, side: Side
) -> list[tuple[str, Span]]:
    """Return what stands between the differences, its white space folded."""
    text = comparison.document(side).text
    hull = _hull(comparison, row, side)
    stretches: list[tuple[str, Span]] = []
    at = hull.start
    for span in (*_differing(comparison, row, side), Span(hull.end, hull.end)):
        words = fold_space(text[at : span.start]).strip()
        if words:
            stretches.append((words, Span(at, span.start)))
        at = max(at, span.end)
    return stretches


def _differing(comparison: Comparison, row: int, side: Side) -> list[Span]:
    if comparison.rows[row].relation is not Relation.CHANGED:
        return []
    spans = (getattr(one, side) for one in comparison.differences(row))
    return sorted(span for span in spans if span)


def _hull(comparison: Comparison, row: int, side: Side) -> Span:
    numbers = getattr(comparison.rows[row], side)
    units = comparison.document(side).units
    return Span(units[numbers[0]].start, units[numbers[-1]].end)


def _shown(comparison: Comparison, row: int, same: _SameWords | None) -> PairGlance:
    """Return the row, or of it the sentences in which the same words stand."""
    return PairGlance(
        _side(comparison, row, "left", same and same.left),
        _side(comparison, row, "right", same and same.right),
    )


def _side(
    comparison: Comparison, row: int, side: Side, same: Span | None
) -> GlancedSide:
    document = comparison.document(side)
    first, last = _hull(comparison, row, side)
    if same is not None:
        first = document.units[document.unit_at(same.start)].start
        last = document.units[document.unit_at(same.end - 1)].end
    inside = (
        Span(max(first, span.start) - first, min(last, span.end) - first)
        for span in _differing(comparison, row, side)
        if span.start < last and span.end > first
    )
    return GlancedSide(document.text[first:last], tuple(inside))


def _facts(comparison: Comparison, go_on: GoOn) -> Iterator[ListedChange]:
    for row in range(len(comparison.rows)):
        go_on()
        if comparison.rows[row].relation is Relation.CHANGED:
            yield from listed_changes(comparison, (row,))


def _glanced(change: ListedChange) -> GlancedFact:
    kind: Kind = change.kind
    words = change.left_words or "", change.right_words or ""
    return GlancedFact(KINDS[kind].name, *words)
