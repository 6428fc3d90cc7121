"""The stages of a book in order: at once, in steps, or again after a change by hand."""

from __future__ import annotations

from collections.abc import Iterator

from tui_app.core.align.articles.lone_moves import without_lone_moves
from tui_app.core.align.books.excerpt import align_units, around_eye
from tui_app.core.align.books.filling import fill
from tui_app.core.align.books.left_over import link_left_over
from tui_app.core.align.books.linked_units import (
    LinkedUnits,
    UnitPairs,
    mirrored_alignment,
    unit_pairs,
)
from tui_app.core.align.books.matching import matched_finely, matched_roughly
from tui_app.core.align.books.rare_words import WordMatches
from tui_app.core.align.books.realigning import (
    is_turned,
    realigned,
    with_settled_only,
)
from tui_app.core.align.books.word_numbers import (
    LetterNumbers,
    chunk_count,
    common_words,
    without_units,
    word_weights,
    words_of,
)
from tui_app.core.align.counterparts import main_counterparts
from tui_app.core.align.progress import Ticker
from tui_app.core.align.settled import settled_by
from tui_app.core.freed_memory import give_back_memory
from tui_app.core.model import (
    Alignment,
    AlignmentBefore,
    Constraints,
    Document,
    Report,
    SomeUnits,
)

# Steps after the words of both texts are read, which are steps of their own.
_STEPS = 10
_EVEN = 0.5
# Units to each side of the eye that are aligned first.
_REACH = 60


def align_book(
    left: Document,
    right: Document,
    constraints: Constraints,
    report: Report | None = None,
) -> Alignment:
    """Return the alignment of two long documents.

    Near-linear in the length of both. ``report`` is called at least every tenth
    of a second on a text of ordinary size; what it raises ends the work.
    """
    (whole,) = _Book(left, right, constraints, report).alignments()
    return whole


def align_book_in_steps(
    left: Document,
    right: Document,
    constraints: Constraints,
    report: Report | None = None,
    eye: int = 0,
) -> Iterator[Alignment]:
    """Yield alignments of the two whole documents, each better than the last.

    First what stands about the unit ``eye`` of the left text, within hundredths
    of a second, everything else still alone; then the whole roughly, with nine
    tenths of the links; at last the whole. The first step is left out where it would
    have too much text.
    """
    documents = left, right
    window = around_eye(eye, _REACH, (len(left.units), len(right.units)))
    about = align_units(left, right, window.units())
    if about:
        yield with_settled_only(documents, about, constraints)
    book = _Book(left, right, Constraints(), report)
    freely = book.alignments(rough_first=True)
    yield with_settled_only(documents, next(freely), constraints)
    yield realign_book(left, right, next(freely), constraints, report)


def realign_book(
    left: Document,
    right: Document,
    found: Alignment,
    constraints: Constraints,
    report: Report | None = None,
) -> Alignment:
    """Return ``found``, made under whatever constraints, as it is under these.

    Only some fifteen units to each side of what is settled, in either text, are
    aligned again, and only those that were not in ``found`` already; the rest of the
    cost is that of copying the result. Where these hold too much text for that, the
    whole is aligned anew. What ``report`` raises ends the work.
    """

    def again(some: SomeUnits) -> Alignment | None:
        return align_units(left, right, some)

    made = realigned((left, right), found, constraints, again, report)
    if made is not None:
        return made
    anew = align_book(left, right, constraints, report)
    return anew._replace(before=found.before or AlignmentBefore(found, {}))


class _Book:
    """Two long documents being aligned.

    They are aligned the shorter against the longer, whichever is which, so that
    swapping them mirrors the result and changes nothing else.
    """

    def __init__(
        self,
        left: Document,
        right: Document,
        constraints: Constraints,
        report: Report | None = None,
    ) -> None:
        self._settled = settled_by(constraints)
        self._ticker = Ticker(report, _STEPS + sum(map(chunk_count, (left, right))))
        self._turned = is_turned(left, right)
        if self._turned:
            left, right, self._settled = right, left, self._settled.mirrored()
        self._documents = (left, right)
        letters = LetterNumbers(len(left.text) + len(right.text))
        closed = (self._settled.closed_left, self._settled.closed_right)
        self._words = (
            without_units(words_of(left, letters, self._ticker), closed[0]),
            without_units(words_of(right, letters, self._ticker), closed[1]),
        )
        self._common = common_words(*self._words)
        self._weights = word_weights(*self._words)
        give_back_memory()

    def alignments(self, *, rough_first: bool = False) -> Iterator[Alignment]:
        """Yield the alignment, before it that of the rough matches if wanted."""
        # After each stage what it took at most is free, 100 bytes for every word.
        rough = matched_roughly(*self._words, self._common, self._ticker)
        give_back_memory()
        if rough_first:
            yield self._rough(rough.in_right_order())
        matches = matched_finely(*self._words, rough, self._ticker)
        del rough  # 20 bytes for every word
        give_back_memory()
        yield self._whole(matches)

    def _rough(self, matches: WordMatches) -> Alignment:
        pairs = unit_pairs(*self._words, self._weights, matches)
        return self._result(self._linked(pairs, 0.0))

    def _whole(self, matches: WordMatches) -> Alignment:
        pairs = unit_pairs(*self._words, self._weights, matches)
        linked = self._linked(pairs, _EVEN)
        self._ticker.tick()
        del pairs
        give_back_memory()
        linked = link_left_over(
            linked, self._words, self._weights, matches, self._common
        )
        linked = linked.without_pairs(self._settled.parted)
        # 30 bytes for every word: what follows asks for none.
        del self._words, self._common, self._weights, matches
        give_back_memory()
        self._ticker.tick()
        linked = fill(linked, *self._documents, self._settled, self._ticker)
        return self._result(linked)

    def _linked(self, pairs: UnitPairs, least: float) -> LinkedUnits:
        size = (len(self._documents[0].units), len(self._documents[1].units))
        likely = pairs.likelihood()
        linked = LinkedUnits(size, pairs.left, pairs.right, likely).where(
            likely >= least
        )
        linked = linked.without_pairs(self._settled.parted)
        return linked.with_links(self._settled.links())

    def _result(self, linked: LinkedUnits) -> Alignment:
        links = linked.links()
        free = linked.without_units(self._settled.closed_left)
        beads = main_counterparts(
            links if free is linked else free.links(), ticking=self._ticker.each
        )
        self._ticker.tick()
        found = Alignment(beads, links)
        if self._settled.fixed:
            found = found.with_more(self._settled.fixed)
        found = without_lone_moves(found, *self._documents, standing_out=False)
        return mirrored_alignment(found) if self._turned else found
