"""Where a note went from the text it was made on into the text as it is now."""

from __future__ import annotations

from dataclasses import dataclass

from tui_app.core.model import Span
from tui_app.notes.anchoring.quote_words import loses, tokenise
from tui_app.notes.anchoring.word_map import EqualEnds, WordMap
from tui_app.notes.note import Anchor, FoundAnchor, State

SURVIVES = 0.6
"""Share of a quote's characters that must still be there."""

HINT = 0.3
"""Share that is enough to propose the place."""

LONG_QUOTE = 24
"""Characters of a quote that needs no support from around it."""

SUPPORT = 8
"""Equal characters next to a short quote that tie it to its place."""


WINDOW = 6
"""Words before and after that count as support."""


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Words of a quote that are still together: token numbers and their weight."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    weight: int


class Follower:
    """Follows anchors from one text to another."""

    def __init__(self, old: str, new: str, ends: EqualEnds) -> None:
        self._old_text = old
        self._new_text = new
        before, after = ends.middle
        self._map = WordMap(tokenise(old, before), tokenise(new, after))

    def is_new(self, span: Span) -> bool:
        """Whether most of a stretch of the new text comes from nowhere in the old."""
        words = self._map.new.within(span)
        new = sum(self._map.source[word] < 0 for word in words)
        return 2 * new > len(words)

    def follow(self, anchor: Anchor) -> FoundAnchor | None:
        """Return where the anchor went, ``None`` where nothing of it is left."""
        if anchor.is_gap:
            return self._follow_gap(anchor)
        words = self._map.old.within(Span(anchor.start, anchor.end))
        cluster = self._cluster(words)
        if cluster is None:
            return None
        span = self._span(anchor, words, cluster)
        survived = cluster.weight / max(1, sum(map(self._weight, words)))
        score = round(survived, 3)
        if survived < HINT:
            return None
        if survived < SURVIVES:
            return FoundAnchor(anchor, State.REVIEW, span, score)
        state = self._state(anchor, cluster, span)
        return FoundAnchor(anchor, state, span, score)

    def _state(self, anchor: Anchor, cluster: _Cluster, span: Span) -> State:
        now = self._new_text[span.start : span.end]
        same = anchor.quote.split() == now.split()
        before, after = self._support(cluster)
        long = len(anchor.quote) >= LONG_QUOTE
        if not long and before + after < SUPPORT:
            return State.REVIEW
        if not same and loses(anchor.quote, now) and min(before, after) < SUPPORT:
            return State.REVIEW
        if not self._unambiguous(anchor, cluster):
            return State.REVIEW
        return State.PLACED if same else State.CHANGED

    def _weight(self, word: int) -> int:
        return self._map.old.ends[word] - self._map.old.starts[word]

    def _cluster(self, words: range) -> _Cluster | None:
        """Return the heaviest group of the words that stand together now."""
        kept = sorted((self._map.target[word], word) for word in words)
        best: _Cluster | None = None
        group: list[tuple[int, int]] = []
        reach = max(5, len(words))
        for pair in [*(pair for pair in kept if pair[0] >= 0), None]:
            if group and (pair is None or pair[0] - group[-1][0] > reach):
                weight = sum(self._weight(old) for _, old in group)
                if best is None or weight > best.weight:
                    old = tuple(sorted(word for _, word in group))
                    best = _Cluster(old, tuple(word for word, _ in group), weight)
                group = []
            if pair:
                group.append(pair)
        return best

    def _span(self, anchor: Anchor, words: range, cluster: _Cluster) -> Span:
        """Return the stretch, with words put in the place of lost ones at its ends.

        An anchor that begins or ends inside a word does so still.
        """
        first, last = cluster.new[0], cluster.new[-1]
        lost = cluster.old[0] - words.start
        inside = max(0, anchor.start - self._map.old.starts[words.start])
        start = 0 if lost else inside
        if lost and words.start:
            first -= self._put_in(self._map.target[words.start - 1], first, lost)
        lost = words.stop - 1 - cluster.old[-1]
        inside = max(0, self._map.old.ends[words.stop - 1] - anchor.end)
        end = 0 if lost else inside
        if lost and words.stop < len(self._map.target):
            last += self._put_in(last, self._map.target[words.stop], lost)
        whole = self._map.new.span(first, last)
        start = min(whole.start + start, whole.end)
        return Span(start, max(start, whole.end - end))

    def _put_in(self, before: int, after: int, lost: int) -> int:
        """Return how many words stand between two in the place of ``lost`` ones."""
        words = after - before - 1
        return words if before >= 0 and 0 < words <= 2 * lost + 1 else 0

    def _support(self, cluster: _Cluster) -> tuple[int, int]:
        """Return how many characters stood and stand before and after the words."""
        first, last = cluster.new[0], cluster.new[-1]
        before = self._near(
            range(cluster.old[0] - WINDOW, cluster.old[0]), first - 2 * WINDOW, first
        )
        after = self._near(
            range(cluster.old[-1] + 1, cluster.old[-1] + 1 + WINDOW),
            last + 1,
            last + 1 + 2 * WINDOW,
        )
        return before, after

    def _near(self, words: range, low: int, high: int) -> int:
        target = self._map.target
        return sum(
            self._weight(word)
            for word in words
            if 0 <= word < len(target) and low <= target[word] < high
        )

    def _unambiguous(self, anchor: Anchor, cluster: _Cluster) -> bool:
        """Return whether the words could not as well be their twins elsewhere.

        A run that occurs once in both texts, in the quote or next to it, settles it.
        """
        first = max(0, cluster.old[0] - WINDOW)
        if any(self._map.sure[first : cluster.old[-1] + WINDOW]):
            return True
        return self._old_text.count(anchor.quote) == 1

    def _follow_gap(self, anchor: Anchor) -> FoundAnchor | None:
        """Place a gap between the words around it, as far as these are left."""
        old, target = self._map.old, self._map.target
        here = old.within(Span(anchor.start, max(old.ends, default=0))).start
        before = self._last_kept(range(here - 1, here - 1 - WINDOW, -1))
        after = self._last_kept(range(here, here + WINDOW))
        if before is None and after is None:
            return None
        if before is None or after is None:
            word = target[before] + 1 if before is not None else target[after or 0]
            return self._gap(anchor, word, State.REVIEW)
        step = target[after] - target[before]
        if not 0 < step <= 3 * WINDOW:
            return self._gap(anchor, target[before] + 1, State.REVIEW)
        same = step == 1 == after - before
        return self._gap(
            anchor, target[before] + 1, State.PLACED if same else State.CHANGED
        )

    def _last_kept(self, words: range) -> int | None:
        target = self._map.target
        inside = (word for word in words if 0 <= word < len(target))
        return next((word for word in inside if target[word] >= 0), None)

    def _gap(self, anchor: Anchor, word: int, state: State) -> FoundAnchor:
        """Return the place before a new word, at the end of the one before that."""
        ends = self._map.new.ends
        at = ends[word - 1] if word > 0 else 0
        return FoundAnchor(anchor, state, Span(at, at), 1.0)
