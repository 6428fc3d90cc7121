"""Where a quote stands in a text, by its words and by what stood around it.

For anchors whose text is not kept or whose place is gone. The rules are stricter
than those of annotation clients, which take the best match there is: a hit must be
supported by its length or its surroundings, and beat every other one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tui_app.core.model import Span
from tui_app.notes.anchoring.quote_words import QuoteWords, contradicts, tokenise
from tui_app.notes.note import Anchor, FoundAnchor, State

DISTINCTIVE = 32
"""Characters of a quote that needs no support where it occurs once."""

SUPPORTED = 0.75
"""Likeness of the surroundings that ties a quote to a place."""

AHEAD = 0.08
"""Likeness by which the best of several places must lead."""

SHORTEST_FUZZY = 16
"""Characters of a quote below which nothing but itself is looked for."""

FUZZY_QUOTE = 0.85

FUZZY_SIDE = 0.80

FUZZY_WHOLE = 0.80

WORTH_A_LOOK = 0.55

_MOST_PLACES = 50

_MOST_WINDOWS = 5


@dataclass(frozen=True, slots=True)
class _Place:
    span: Span
    quote: float
    before: float
    after: float

    @property
    def context(self) -> float:
        return (self.before + self.after) / 2

    @property
    def score(self) -> float:
        return round(0.6 * self.quote + 0.4 * self.context, 3)


class QuoteSearch:
    """Looks for quotes in one text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def find(self, anchor: Anchor, free: Callable[[Span], bool]) -> FoundAnchor | None:
        """Return the place of a quote; ``free`` tells where it may be at all."""
        if anchor.is_gap:
            return self._gap(anchor)
        if not anchor.quote.strip():
            return None
        spans = [span for span in self._exact(anchor.quote) if free(span)]
        if spans:
            return self._judge(anchor, spans)
        if len(anchor.quote) >= SHORTEST_FUZZY:
            return self._fuzzy(anchor, free)
        return None

    def _gap(self, anchor: Anchor) -> FoundAnchor | None:
        """Place a gap between the words that stood around it, if they still do."""
        around = anchor.prefix + anchor.suffix
        if len(around) < DISTINCTIVE or self._text.count(around) != 1:
            return None
        at = self._text.index(around) + len(anchor.prefix)
        return FoundAnchor(anchor, State.PLACED, Span(at, at), 1.0)

    def _exact(self, quote: str) -> list[Span]:
        pattern = re.compile(r"\s+".join(map(re.escape, quote.split())))
        spans = []
        for match in pattern.finditer(self._text):
            spans.append(Span(*match.span()))
            if len(spans) > _MOST_PLACES:
                break
        return spans

    def _judge(self, anchor: Anchor, spans: Sequence[Span]) -> FoundAnchor | None:
        places = sorted(
            (self._place(anchor, span, 1.0) for span in spans),
            key=lambda place: -place.context,
        )
        best = places[0]
        alone = len(places) == 1
        ahead = alone or best.context - places[1].context >= AHEAD
        distinctive = alone and len(anchor.quote) >= DISTINCTIVE
        if distinctive or (ahead and best.context >= SUPPORTED):
            return FoundAnchor(anchor, State.PLACED, best.span, best.score)
        if best.score >= WORTH_A_LOOK and ahead:
            return FoundAnchor(anchor, State.REVIEW, best.span, best.score)
        if len(anchor.quote) >= SHORTEST_FUZZY:
            return FoundAnchor(anchor, State.REVIEW, best.span, best.score)
        return None

    def _place(self, anchor: Anchor, span: Span, quote: float) -> _Place:
        text = self._text
        before = text[max(0, span.start - len(anchor.prefix)) : span.start]
        after = text[span.end : span.end + len(anchor.suffix)]
        return _Place(
            span,
            quote,
            _likeness(anchor.prefix, before),
            _likeness(anchor.suffix, after),
        )

    def _fuzzy(
        self, anchor: Anchor, free: Callable[[Span], bool]
    ) -> FoundAnchor | None:
        places = [self._place(anchor, *each) for each in self._near(anchor.quote)]
        places = [place for place in places if free(place.span)]
        if not places:
            return None
        places.sort(key=lambda place: -place.score)
        best = places[0]
        others = [p for p in places[1:] if p.span.start >= best.span.end]
        others += [p for p in places[1:] if p.span.end <= best.span.start]
        ahead = all(best.score - place.score >= AHEAD for place in others)
        if ahead and self._convinces(anchor, best):
            return FoundAnchor(anchor, State.CHANGED, best.span, best.score)
        if best.score >= WORTH_A_LOOK:
            return FoundAnchor(anchor, State.REVIEW, best.span, best.score)
        return None

    def _convinces(self, anchor: Anchor, place: _Place) -> bool:
        now = self._text[place.span.start : place.span.end]
        return (
            place.quote >= FUZZY_QUOTE
            and max(place.before, place.after) >= FUZZY_SIDE
            and place.score >= FUZZY_WHOLE
            and not contradicts(anchor.quote, now)
        )

    def _near(self, quote: str) -> Iterator[tuple[Span, float]]:
        """Yield stretches that share many words with the quote, refined."""
        from rapidfuzz.fuzz import partial_ratio_alignment

        words = tokenise(quote).words
        for first in self._windows(words):
            tokens = self._words
            last = min(first + 2 * len(words), len(tokens.words) - 1)
            window = tokens.span(max(0, first), last)
            text = self._text[window.start : window.end]
            if len(text) < len(quote):
                continue
            match = partial_ratio_alignment(quote, text)
            if match and match.score >= 100 * WORTH_A_LOOK:
                start = window.start + match.dest_start
                span = self._whole_words(Span(start, window.start + match.dest_end))
                yield span, _likeness(quote, self._text[span.start : span.end])

    def _whole_words(self, span: Span) -> Span:
        tokens = self._words
        words = tokens.within(span)
        return tokens.span(words[0], words[-1]) if words else span

    def _windows(self, words: Sequence[str]) -> list[int]:
        """Return where windows begin on whose diagonal most of the words stand."""
        votes: Counter[int] = Counter()
        half = max(1, len(words) // 2)
        for at, word in enumerate(words):
            places = self._places.get(word, [])
            if len(places) <= _MOST_PLACES:
                for place in places:
                    votes[(place - at) // half * half] += 1
        return [first - half for first, _ in votes.most_common(_MOST_WINDOWS)]

    @cached_property
    def _words(self) -> QuoteWords:
        return tokenise(self._text)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The numbers of the tokens that each word has in the text."""
        places: dict[str, list[int]] = {}
        for at, word in enumerate(self._words.words):
            places.setdefault(word, []).append(at)
        return places


def _likeness(one: str, other: str) -> float:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(one, other)
