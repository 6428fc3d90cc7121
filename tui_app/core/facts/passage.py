"""What a rule reads, the two passages of a row, and what it gives back, a fact."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import compress
from typing import Generic, NamedTuple, TypeVar

from tui_app.core.collation.collation import EQUAL, PAIRED, Collation, Stretch
from tui_app.core.collation.tokens import Tokens
from tui_app.core.collation.word import Word
from tui_app.core.kinds import Kind
from tui_app.core.text.calendar import ISO_DATE

Claimed = tuple[Collection[int], Collection[int]]
"""The tokens of the left and of the right that facts found before have claimed."""


class Fact(NamedTuple):
    """A factual difference between two stretches of tokens; ``None``: nothing there.

    A stretch is never empty. Facts with equal ``group`` are one change (the two
    marks of a quotation); stretches of different facts must not overlap on a side.
    """

    kind: Kind
    left: Stretch | None
    right: Stretch | None
    group: int | None = None


def with_facts(claimed: Claimed, facts: Iterable[Fact]) -> Claimed:
    """Return what is claimed when the tokens of ``facts`` are too."""
    left, right = set(claimed[0]), set(claimed[1])
    for fact in facts:
        left.update(range(*fact.left) if fact.left else ())
        right.update(range(*fact.right) if fact.right else ())
    return left, right


WIDEST_GAP = 200
"""Tokens; where more has changed, standing in one gap says nothing."""


class Passage(NamedTuple):
    """The tokens of one side, who answers them, and the gap they stand in.

    ``partner[i]`` is the number of the token that answers on the other side or
    -1; ``equal`` tells where it is the same word in its place, ``same`` where it is
    a form of the same word in any place; ``gap[i]`` numbers the gap of the collation
    that holds the token or is -1, ``gaps`` are the gaps. ``anew`` are the tokens not
    ``equal``. ``words`` are the tokens case apart, ``written`` as they are written;
    ``atoms`` the parts that can be read alone (``34``, ``year``, ``old``), ``places``
    the tokens they are parts of; ``words_anew`` and ``atoms_anew`` those of ``anew``.
    """

    text: str
    tokens: Tokens
    written: Sequence[Word]
    words: tuple[str, ...]
    partner: Sequence[int]
    equal: Sequence[bool]
    same: Sequence[bool]
    gap: Sequence[int]
    gaps: Sequence[Stretch]
    anew: Sequence[int]
    atoms: Sequence[str]
    places: Sequence[int]
    words_anew: Sequence[str]
    atoms_anew: Sequence[str]

    def is_wide(self, gap: int) -> bool:
        """Tell whether so much stands in the gap that what does tells nothing."""
        if gap < 0:
            return False
        start, end = self.gaps[gap]
        return end - start > WIDEST_GAP

    def in_gap(self, gap: int) -> range:
        """Return the tokens of a gap, none of -1 or of one too wide."""
        return range(0) if gap < 0 or self.is_wide(gap) else range(*self.gaps[gap])

    def tokens_at(self, start: int, end: int) -> Stretch:
        """Return the tokens with a character between two offsets into ``text``."""
        first = bisect_right(self.tokens.ends, start)
        return Stretch(first, bisect_left(self.tokens.starts, end))

    def kept(self) -> float:
        """Return the share of the words, no marks, that the other side has."""
        lexical = [word.lexical for word in self.written]
        return sum(compress(lexical, self.same)) / max(1, sum(lexical))


MentionValue = TypeVar("MentionValue")


class Mention(NamedTuple, Generic[MentionValue]):
    """Tokens ``start`` to ``end`` (exclusive) of a passage name ``value``.

    A ``weak`` mention (*one*, *few*) counts only opposite another in its place.
    """

    start: int
    end: int
    value: MentionValue
    weak: bool = False

    @property
    def stretch(self) -> Stretch:
        """Return the tokens it stands in."""
        return Stretch(self.start, self.end)


def tokens_of(mentions: Iterable[Mention[MentionValue]]) -> set[int]:
    """Return the tokens that stand in one of the mentions."""
    return {token for one in mentions for token in range(one.start, one.end)}


MentionPair = tuple[Mention[MentionValue], Mention[MentionValue]]


class MentionFrame(NamedTuple):
    """The token of the right beside a mention that tells its place.

    The token that ``follows``, or the one before where the passage ends.
    """

    token: int
    follows: bool


class Sides(NamedTuple):
    """The two passages of a row."""

    left: Passage
    right: Passage

    def linked(self, one: Mention[MentionValue], other: Mention[MentionValue]) -> bool:
        """Tell whether a word of ``one`` answers a word of ``other``."""
        partner = self.left.partner
        return any(
            other.start <= partner[number] < other.end
            for number in range(one.start, one.end)
        )

    def same_frame(
        self, one: Mention[MentionValue], other: Mention[MentionValue]
    ) -> bool:
        """Tell whether the words that follow, or both around, answer each other."""
        return self.frame_opposite(one) == self.frame_of(other)

    def frame_opposite(self, one: Mention[MentionValue]) -> MentionFrame | None:
        """Return the frame that answers the one in which ``one`` stands."""
        left = self.left
        follows = one.end < len(left.words)
        beside = one.end if follows else one.start - 1
        if beside < 0 or left.partner[beside] < 0 or not left.written[beside].content:
            return None
        return MentionFrame(left.partner[beside], follows)

    def frame_of(self, other: Mention[MentionValue]) -> MentionFrame:
        """Return the frame in which ``other`` of the right passage stands."""
        if other.end < len(self.right.words):
            return MentionFrame(other.end, follows=True)
        return MentionFrame(other.start - 1, follows=False)

    def framed(self, one: Mention[MentionValue], other: Mention[MentionValue]) -> bool:
        """Tell whether the words behind both answer each other, whatever words."""
        left, right = one.end, other.end
        return left < len(self.left.words) and self.left.partner[left] == right


def passages_of(collation: Collation) -> tuple[Passage, Passage]:
    """Return the left and the right of ``collation``."""
    equal = [how is EQUAL for how in collation.how]
    same = [how is not None and how is not PAIRED for how in collation.how]
    answers = collation.of_right
    return (
        _passage(
            collation.left,
            collation.of_left,
            (equal, same),
            [gap.left for gap in collation.gaps],
        ),
        _passage(
            collation.right,
            answers,
            (_of_answers(equal, answers), _of_answers(same, answers)),
            [gap.right for gap in collation.gaps],
        ),
    )


def _of_answers(told: Sequence[bool], answers: Iterable[int]) -> list[bool]:
    """Return what is told of the tokens that answer; of -1, none, it is false."""
    with_none = [*told, False]
    return [with_none[answer] for answer in answers]


def _passage(
    tokens: Tokens,
    partner: Sequence[int],
    like: tuple[Sequence[bool], Sequence[bool]],
    gaps: Sequence[Stretch],
) -> Passage:
    written = tokens.words
    words = tuple([word.lower for word in written])
    gap = [-1] * len(words)
    for number, (start, end) in enumerate(gaps):
        gap[start:end] = [number] * (end - start)
    atoms, places = _atoms(words, written)
    anew = [number for number, equal in enumerate(like[0]) if not equal]
    return Passage(
        tokens.text,
        tokens,
        written,
        words,
        partner,
        *like,
        gap,
        gaps,
        anew,
        atoms,
        places,
        [words[number] for number in anew],
        _atoms_of(anew, atoms, places, len(words)),
    )


def _atoms_of(
    tokens: Sequence[int], atoms: Sequence[str], places: Sequence[int], count: int
) -> list[str]:
    """Return the parts of some of ``count`` tokens."""
    if len(atoms) == count:
        return [atoms[number] for number in tokens]
    wanted = set(tokens)
    return [atom for atom, place in zip(atoms, places, strict=True) if place in wanted]


def _atoms(
    words: Sequence[str], written: Sequence[Word]
) -> tuple[list[str], Sequence[int]]:
    """Return the parts of all words and the numbers of the words."""
    atoms, places = list(words), list(range(len(words)))
    odd = [
        number
        for number, word in enumerate(words)
        if not (word.isalpha() or word.isdecimal())
    ]
    for number in reversed(odd):
        found = parts(written[number].text)
        if len(found) == 1:
            atoms[number] = found[0]
        else:
            atoms[number : number + 1] = found
            places[number : number + 1] = [number] * len(found)
    return atoms, places


_PARTS = (
    r"(?:(?<!\d)\.)?+\d(?:[\d.,:/]|'(?=\d\d\d))*+(?:(?:st|nd|rd|th|s)(?![^\W\d]))?+"
    r"|[½¼¾⅓⅔]|[^\W\d]+"
)

_SCORE = r"(\d{1,3}):(\d|\d{3,})$"


_ABBREVIATION = r"(?:[^\W\d]+\.)+"


@lru_cache(maxsize=1 << 11)
def parts(text: str) -> tuple[str, ...]:
    """Return the parts of a token, case apart: ``two-thirds`` is two, ``1.5m`` too.

    Names with figures (``COVID-19``), abbreviations and ISO dates stay whole; a
    minus sign becomes a part of its own.
    """
    lower = text.lower().replace("’", "'").replace("‑", "-")
    if lower.isalpha() or _stays_whole(text, lower):
        return (lower,)
    found = tuple(part.rstrip(".,:/") for part in re.findall(_PARTS, lower))
    if ":" in lower and (score := re.match(_SCORE, lower)):
        return score.groups()
    if lower[0] in "-−" and lower[1].isdigit():
        return ("minus", *found)
    if len(found) == 2 and lower[0].isdigit() and _is_group(found[1]):
        return found[0], "-", found[1]
    return found or (lower,)


def _is_group(part: str) -> bool:
    """Tell the end of *150-250*, that behind its beginning looks like thousands."""
    return len(part) == len("250") and part.isdecimal()


def _stays_whole(text: str, lower: str) -> bool:
    if len(lower) == 1 or "$" in lower or ("'" in lower and not lower[0].isdigit()):
        return True
    if "-" in lower and re.match(ISO_DATE, lower):
        return True
    if "." in lower and re.match(_ABBREVIATION, lower):
        return True
    if not any(map(str.isalnum, lower)):
        return True
    return text[0].isupper() and any(map(str.isdigit, text))


def atom_at(atoms: Sequence[str], at: int) -> str:
    """Return the atom at ``at``, empty beyond the passage."""
    return atoms[at] if 0 <= at < len(atoms) else ""
