"""Where notes by other programs stand in the two texts: by quotes and words around.

A note is taken where its quote stands exactly once in the two texts, told apart by
those words if need be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tui_app.core.model import Document, Side, Span
from tui_app.notes.anchoring.new_anchors import span_anchor
from tui_app.notes.exchange.many_quotes import ManyQuotes
from tui_app.notes.journal.records import LONGEST_SELECTOR
from tui_app.notes.note import Anchor

_MOST_FOLDED = 1000
"""Places of a quote whose surroundings are also compared without their white space."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a note from outside stands, as far as it says.

    ``side`` is ``None`` where it does not name one; ``source`` is whatever it
    calls the text. An empty ``exact`` with a position is a gap.
    """

    side: Side | None
    source: str
    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    text: str = ""

    @property
    def has_context(self) -> bool:
        """Tell whether it gives words around the quote."""
        return bool(self.prefix or self.suffix)

    @property
    def in_context(self) -> str:
        """Return the quote with the words around it."""
        return self.prefix + self.exact + self.suffix


class QuotedTargets:
    """Finds all these targets in the two texts, each of which is read once."""

    def __init__(
        self, left: Document, right: Document, targets: Iterable[Target]
    ) -> None:
        self._documents: Mapping[Side, Document] = {"left": left, "right": right}
        quotes = {quote for target in targets for quote in _sought(target)}
        self._quotes = {
            side: ManyQuotes(document.text, quotes)
            for side, document in self._documents.items()
        }

    def anchor(self, target: Target) -> Anchor | None:
        """Return the anchor of one of the targets, ``None`` where it is not sure."""
        if not any(_sought(target)):
            return None
        # As it stands, or else however its white space runs: programs fold it.
        for places in (ManyQuotes.places, ManyQuotes.places_of_words):
            hits: list[tuple[Side, Span]] = []
            for side in self._sides(target):
                found = places(self._quotes[side], target.exact)
                if found is None:
                    return None
                hits += ((side, span) for span in found)
            if hits:
                return self._only(hits, target)
        return None

    def _only(self, hits: Sequence[tuple[Side, Span]], target: Target) -> Anchor | None:
        """Return an anchor on the one place; of several the one the context fits."""
        if len(hits) > 1:
            few = len(hits) < _MOST_FOLDED
            hits = self._in_context(target) or (
                [hit for hit in hits if self._fits_folded(target, *hit)] if few else []
            )
        if len(hits) != 1:
            return None
        ((side, span),) = hits
        return span_anchor(self._documents[side], side, span)

    def _in_context(self, target: Target) -> list[tuple[Side, Span]]:
        """Return where the quote stands between the very words that the note gives."""
        if not target.has_context:
            return []
        found, before = list[tuple[Side, Span]](), len(target.prefix)
        for side in self._sides(target):
            for span in self._quotes[side].places(target.in_context) or ():
                start = span.start + before
                found.append((side, Span(start, start + len(target.exact))))
        return found

    def _sides(self, target: Target) -> Sequence[Side]:
        if target.side is not None:
            return (target.side,)
        named: list[Side] = [
            side
            for side, document in self._documents.items()
            if target.source and target.source in {document.name, document.title}
        ]
        return named or ("left", "right")

    def _fits_folded(self, target: Target, side: Side, span: Span) -> bool:
        """Tell whether the words around are those given, however white space runs."""
        text = self._documents[side].text
        before = text[max(0, span.start - _enough(target.prefix)) : span.start]
        after = text[span.end : span.end + _enough(target.suffix)]
        return (
            target.has_context
            and _folded(before).endswith(_folded(target.prefix))
            and _folded(after).startswith(_folded(target.suffix))
        )


def _sought(target: Target) -> Iterator[str]:
    """Yield what has to be looked for; nothing of a target that cannot be found."""
    if target.exact and len(target.exact) <= LONGEST_SELECTOR:
        yield target.exact
        if target.has_context:
            yield target.in_context


def _enough(words: str) -> int:
    """Return how many characters may hold these words, with more space between."""
    return 2 * len(words) + 16


def _folded(text: str) -> str:
    return " ".join(text.split())
