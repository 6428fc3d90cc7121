"""Lines and paragraphs of a text, whether its lines end by design or for want of room.

Blank lines part paragraphs. Where there are none, or not enough, the width tells: a
text whose lines end where the next word would not fit was wrapped, and its paragraphs
end at short lines; else lines end where the writer meant it.
"""

from __future__ import annotations

import itertools
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tui_app.core.column_sequence import NUMBERS, ColumnSequence
from tui_app.core.text.characters import has_case, is_small
from tui_app.core.text.punctuation import Offsets, ends_with_mark, ends_with_stop

_PORTION = 65_536  # characters; all the lines of a book at once take new memory

# Of wrapped texts.
_NARROWEST = 30  # characters; shorter lines are a list or a poem
_NARROWEST_WIDE = 12  # of Han and kana, each as wide as two letters
_WIDE_SCRIPTS = "\u2e80"  # the first character of Han, kana and their kin
_WIDEST = 140  # nobody wraps wider; longer lines are whole paragraphs
_FITTING = 0.7  # of the line ends that tell something
_RUNNING_ON = 0.2  # of the line ends, in scripts that have capitals
_SHORT_SHARE = 0.9  # of the width; a program that evens lines stays above it
_SAMPLE = 4000  # line ends looked at

# Of texts whose writer ended the lines.
_LONG_LINE = 140  # characters; a longer line is not one of a poem or a list
_OPEN_SHARE = 0.8  # of a block's lines end without any mark: a list, not a stanza
_BULLETED_SHARE = 0.6
# Compiled when first needed: few texts have such lines.
_BULLET = r"(?:[•‣◦▪●○■□▶►※*+–—-]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s+\S"
_INNER_STOP = r"[.!?؟۔।։።]['\")\]”’]*\s+\S|[。！？။។].*\S"

Break = tuple[Offsets, Offsets]  # a line and the next one
LineBlock = list[Offsets]


class Passages(NamedTuple):
    """Passages in columns: where each starts and ends, the number of its paragraph.

    Columns, since a book has 60,000 passages, and they are made in half the time.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    paragraphs: Sequence[int]

    @classmethod
    def of(cls, paragraphs: Iterable[Offsets]) -> Passages:
        """Return passages that are a paragraph each."""
        starts, ends = array(NUMBERS), array(NUMBERS)
        for start, end in paragraphs:
            starts.append(start)
            ends.append(end)
        return cls(starts, ends, range(len(starts)))

    def spans(self) -> Sequence[Offsets]:
        """Return where each passage starts and ends, in pairs."""
        return _Spans(self.starts, self.ends)


class _Spans(ColumnSequence[Offsets]):
    """Pairs of what two columns hold."""

    def __init__(self, starts: Sequence[int], ends: Sequence[int]) -> None:
        self._starts, self._ends = starts, ends

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[Offsets]:
        return zip(self._starts, self._ends, strict=True)

    def item(self, number: int) -> Offsets:
        """Return one pair."""
        return self._starts[number], self._ends[number]


def find_lines(text: str) -> Passages:
    """Return the lines of ``text`` that are not blank, without outer white space.

    A carriage return ends a line, too. What blank lines part are the paragraphs.
    """
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    starts, ends, paragraphs = (array(NUMBERS) for _ in range(3))
    start, paragraph, latest = 0, 0, -1
    for portion in _portions(text):
        for line in portion.split("\n"):
            size = len(line)
            bare = line and line.strip()
            if bare:
                begin = start if bare is line else start + size - len(line.lstrip())
                starts.append(begin)
                ends.append(begin + len(bare))
                paragraphs.append(paragraph)
                latest = paragraph
            elif latest == paragraph:
                paragraph += 1
            start += size + 1
    return Passages(starts, ends, paragraphs)


def _portions(text: str) -> Iterator[str]:
    """Yield the text in portions, without the newlines between."""
    begin = 0
    while (end := text.find("\n", begin + _PORTION)) >= 0:
        yield text[begin:end]
        begin = end + 1
    yield text[begin:]


def find_paragraphs(text: str) -> Passages:
    """Return the paragraphs of ``text`` in order, without outer white space."""
    lines = find_lines(text)
    if not lines.starts or lines.paragraphs[-1] == len(lines.starts) - 1:
        return lines  # each stands alone
    if not lines.paragraphs[-1]:
        return Passages.of(_without_blank_lines(text, lines.spans()))
    return Passages.of(_paragraphs_of_lines(text, lines))


def _paragraphs_of_lines(text: str, lines: Passages) -> list[Offsets]:
    spans = lines.spans()
    blocks = _blocks(lines, spans)
    wrapping = find_wrapping(text, blocks)
    if wrapping.width:
        return [span for block in blocks for span in _unwrap(text, block, wrapping)]
    if _is_sentence_lines(text, blocks):
        return [_joined(block) for block in blocks]
    has_long_lines = any(
        end - start > _LONG_LINE for block in blocks for start, end in block
    )
    return [span for block in blocks for span in _part(text, block, has_long_lines)]


def _blocks(lines: Passages, spans: Iterable[Offsets]) -> list[LineBlock]:
    """Return the lines, those without a blank line between together."""
    blocks: list[LineBlock] = [[] for _ in range(lines.paragraphs[-1] + 1)]
    for number, span in zip(lines.paragraphs, spans, strict=True):
        blocks[number].append(span)
    return blocks


def _joined(lines: Sequence[Offsets]) -> Offsets:
    return lines[0][0], lines[-1][1]


def _without_blank_lines(text: str, lines: Sequence[Offsets]) -> Sequence[Offsets]:
    wrapping = find_wrapping(text, [lines])
    return _unwrap(text, lines, wrapping) if wrapping.width else lines


def _unwrap(text: str, lines: Sequence[Offsets], wrapping: Wrapping) -> list[Offsets]:
    """Put the lines of a wrapped text together to its paragraphs."""
    margin = min(_indent(text, line) for line in lines)
    paragraphs = [lines[0]]
    for line, following in itertools.pairwise(lines):
        if _begins_paragraph(text, line, following, margin, wrapping):
            paragraphs.append(following)
        else:
            paragraphs[-1] = (paragraphs[-1][0], following[1])
    return paragraphs


def _begins_paragraph(
    text: str, line: Offsets, following: Offsets, margin: int, wrapping: Wrapping
) -> bool:
    bullet = re.compile(_BULLET)
    if bullet.match(text, *following):
        return True
    indented = _indent(text, following) > margin + 1
    if indented and _indent(text, line) <= margin + 1:
        return not bullet.match(text, *line)  # else the item's second line
    return (
        wrapping.is_short(text, line)
        and not wrapping.is_full(text, line, following)
        and _may_part(text, line, text[following[0]])
    )


def _may_part(text: str, line: Offsets, initial: str) -> bool:
    """Tell whether a paragraph may end with ``line`` and the next have ``initial``."""
    if is_small(initial):
        return False
    if ends_with_stop(text, line):
        return True
    return initial.isalpha() and not ends_with_mark(text, line)


def _indent(text: str, line: Offsets) -> int:
    return line[0] - (text.rfind("\n", 0, line[0]) + 1)


def _is_sentence_lines(text: str, blocks: Sequence[LineBlock]) -> bool:
    """Tell whether a line is a sentence here and a block of lines a paragraph."""
    together = [line for block in blocks if len(block) > 1 for line in block]
    if 2 * len(together) < sum(map(len, blocks)) or len(together) < 4:
        return False
    closed = sum(ends_with_stop(text, line) for line in together)
    inner_stop = re.compile(_INNER_STOP)
    several = sum(bool(inner_stop.search(text, *line)) for line in together)
    return closed > 0.7 * len(together) and several < 0.2 * len(together)


def _part(text: str, lines: LineBlock, has_long_lines: bool) -> list[Offsets]:
    """Return the paragraphs of a block whose line ends its writer set."""
    if not has_long_lines and not _is_list(text, lines):
        return [_joined(lines)]
    paragraphs = [lines[0]]
    for line, following in itertools.pairwise(lines):
        if is_small(text[following[0]]) and not ends_with_stop(text, line):
            paragraphs[-1] = (paragraphs[-1][0], following[1])
        else:
            paragraphs.append(following)
    return paragraphs


def _is_list(text: str, lines: LineBlock) -> bool:
    open_ended = sum(not ends_with_mark(text, line) for line in lines)
    bullet = re.compile(_BULLET)
    bulleted = sum(bool(bullet.match(text, *line)) for line in lines)
    many = len(lines)
    return open_ended >= _OPEN_SHARE * many or bulleted >= _BULLETED_SHARE * many


class Wrapping(NamedTuple):
    """The line width a text was wrapped at, in characters; 0 where it was not."""

    width: int

    def is_full(self, text: str, line: Offsets, following: Offsets) -> bool:
        """Tell whether the next line's first word had no room in ``line``."""
        return _needed(text, line, following) > self.width

    def is_short(self, text: str, line: Offsets) -> bool:
        """Tell whether ``line`` ends well before the width."""
        return _length(text, line) <= _SHORT_SHARE * self.width


def find_wrapping(text: str, blocks: Sequence[Sequence[Offsets]]) -> Wrapping:
    """Return how ``text``, whose lines stand together in ``blocks``, was wrapped."""
    initials = "".join(text[following[0]] for _, following in _breaks(blocks))
    telling = _telling(initials)
    count = sum(telling)
    if not count:
        return Wrapping(0)
    wide = sum(one >= _WIDE_SCRIPTS for one in itertools.compress(initials, telling))
    ranges = (
        (_length(text, line), _needed(text, line, following))
        for line, following in itertools.compress(_breaks(blocks), telling)
    )
    narrowest = _NARROWEST_WIDE if 2 * wide > count else _NARROWEST
    width, fitting = _best_width(ranges, narrowest)
    return Wrapping(width if fitting >= _FITTING * count else 0)


def _breaks(blocks: Iterable[Sequence[Offsets]]) -> Iterator[Break]:
    """Yield each line with the next one: all of as many blocks as tell enough."""
    seen = 0
    for block in blocks:
        yield from itertools.pairwise(block)
        seen += max(0, len(block) - 1)
        if seen > _SAMPLE:
            break


def _telling(initials: str) -> bytes:
    """Mark the line ends at which a sentence runs on: a small letter follows.

    ``initials`` are the characters behind the line ends. All of them in scripts
    without capitals, none where too few run on: the lines of a poem begin with
    capitals, those of wrapped prose seldom do.
    """
    letters = Counter(initials)  # a hundred, of a hundred thousand lines
    cased = sum(count for letter, count in letters.items() if has_case(letter))
    if 2 * cased < len(initials):
        return _marked(initials, filter(str.isalpha, letters))
    running = _marked(initials, filter(is_small, letters))
    enough = sum(running) >= _RUNNING_ON * cased
    return running if enough else bytes(len(initials))


def _marked(initials: str, wanted: Iterable[str]) -> bytes:
    return bytes(map(frozenset(wanted).__contains__, initials))


def _best_width(ranges: Iterable[Offsets], narrowest: int) -> Offsets:
    """Return the width that lies in the most ranges [least, end), and in how many."""
    changes = Counter[int]()
    for least, end in ranges:
        changes[least] += 1
        changes[end] -= 1
    fitting = most = best = 0
    for width in sorted(changes):
        fitting += changes[width]
        if fitting > most and narrowest <= width <= _WIDEST:
            most, best = fitting, width
    return best, most


def _length(text: str, line: Offsets) -> int:
    """Return the length of the line with its indentation."""
    start, end = line
    return end - (text.rfind("\n", 0, start) + 1)


def _needed(text: str, line: Offsets, following: Offsets) -> int:
    start, end = following
    space = text.find(" ", start, end)
    first_word = (end if space < 0 else space) - start
    if text[start] >= _WIDE_SCRIPTS:  # Han and kana break anywhere
        first_word = 1
    return _length(text, line) + 1 + first_word
