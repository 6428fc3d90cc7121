"""Which words are one on one side and several on the other: *in line*, *inline*.

They are spelled otherwise, and no rule is to make anything else of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui_app.core.collation.collation import Stretch
from tui_app.core.facts.passage import Fact, Passage, Sides
from tui_app.core.kinds import Kind

_SHORTEST = 4

_MOST_FOUND = 20

_SOFT_HYPHEN = "\u00ad"

Both = tuple[Stretch, Stretch]


def joined_words(sides: Sides) -> list[Fact]:
    """Return where spaces were lost or added between letters, as spelling.

    In one place only: a word beside them answers the word beside it, or none is there.
    """
    left, right = sides
    if not (left.anew and right.anew):
        return []
    found = [
        *((parts, whole) for whole, parts in _parted(right, left)),
        *_parted(left, right),
    ]
    return [
        Fact(Kind.SPELLING, ours, theirs)
        for ours, theirs in found[:_MOST_FOUND]
        if _in_place(sides, ours, theirs)
        and _are_words(left, ours)
        and _are_words(right, theirs)
    ]


def _parted(wholes: Passage, parts: Passage) -> Iterator[Both]:
    """Yield words of one side with the words of the other that spell them.

    Two words, or two and the hyphen between them, which may be one a line broke at.
    """
    whole_words, words = wholes.words, parts.words
    places = {whole_words[number]: number for number in wholes.anew}
    if _SOFT_HYPHEN in parts.text:
        words = tuple(word.rstrip(_SOFT_HYPHEN) for word in words)
    last = len(words) - 1
    pairs = {words[at] + words[at + 1]: at for at in parts.anew if at < last}
    for spelled in places.keys() & pairs.keys():
        yield _stretch(places[spelled], 1), _stretch(pairs[spelled], 2)
    if "-" in words:
        for at in parts.anew:
            spelling = next(filter(places.__contains__, _hyphenated(parts, at)), None)
            if spelling is not None:
                yield _stretch(places[spelling], 1), _stretch(at, 3)


def _hyphenated(parts: Passage, at: int) -> Iterator[str]:
    """Yield what a word, a hyphen and the word behind it may spell."""
    words = parts.words
    if at + 2 < len(words) and words[at + 1] == "-":
        yield words[at] + "-" + words[at + 2]
        if _breaks_line(parts, at + 1):
            yield words[at] + words[at + 2]


def _breaks_line(parts: Passage, hyphen: int) -> bool:
    """Tell a hyphen that touches the word before and not the one behind it."""
    starts, ends = parts.tokens.starts, parts.tokens.ends
    touches = ends[hyphen - 1] == starts[hyphen]
    return touches and ends[hyphen] < starts[hyphen + 1]


def _stretch(start: int, length: int) -> Stretch:
    return Stretch(start, start + length)


def _are_words(passage: Passage, stretch: Stretch) -> bool:
    """Tell words from marks in a row, and from figures, where a space counts."""
    words = passage.written[slice(*stretch)]
    figures = all(word.text[0].isdigit() for word in words)
    letters = sum(len(word.text) for word in words)
    return (
        words[0].lexical and words[-1].lexical and not figures and letters >= _SHORTEST
    )


def _in_place(sides: Sides, left: Stretch, right: Stretch) -> bool:
    answers = sides.left.partner
    before = answers[left.start - 1] if left.start else -1
    end = len(sides.right.words)
    after = answers[left.end] if left.end < len(answers) else end
    return before == right.start - 1 or after == right.end
