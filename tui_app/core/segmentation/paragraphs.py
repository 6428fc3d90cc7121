"""The paragraphs of a text: by blank lines, or by lines where it has none.

A paragraph that a line width cut into lines is put together again, whether blank
lines or indented first lines part it from the next. Lines of a writer who ends
every paragraph with one line end stay paragraphs of their own, also between
others that blank lines part; a stanza is one paragraph.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from tui_app.core.segmentation.lines import (
    Passages,
    Span,
    ends_with_mark,
    ends_with_stop,
    find_lines,
)
from tui_app.core.segmentation.wrapping import Wrapping, find_wrapping

_LONG_LINE = 140  # characters; a longer line is not one of a poem or a list
_OPEN_SHARE = 0.8  # of a block's lines end without any mark: a list, not a stanza
_BULLETED_SHARE = 0.6
# Compiled when first needed: few texts have such lines.
_BULLET = r"(?:[•‣◦▪●○■□▶►※*+–—-]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s+\S"
_INNER_STOP = r"[.!?]['\")\]”’]*\s+\S|[。！？].*\S"

Block = list[Span]


def find_paragraphs(text: str) -> Passages:
    """Return the paragraphs of ``text`` in order, without outer white space."""
    lines = find_lines(text)
    if not lines.starts or lines.paragraphs[-1] == len(lines.starts) - 1:
        return lines  # each stands alone
    return Passages.of(_paragraphs_of_lines(text, lines))


def _paragraphs_of_lines(text: str, lines: Passages) -> list[Span]:
    spans = lines.spans()
    if not lines.paragraphs[-1]:
        return _without_blank_lines(text, spans)
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


def _blocks(lines: Passages, spans: Block) -> list[Block]:
    """Return the lines, those without a blank line between together."""
    blocks: list[Block] = [[] for _ in range(lines.paragraphs[-1] + 1)]
    for number, span in zip(lines.paragraphs, spans, strict=True):
        blocks[number].append(span)
    return blocks


def _joined(lines: Sequence[Span]) -> Span:
    return lines[0][0], lines[-1][1]


def _without_blank_lines(text: str, lines: Block) -> list[Span]:
    wrapping = find_wrapping(text, [lines])
    return _unwrap(text, lines, wrapping) if wrapping.width else lines


def _unwrap(text: str, lines: Block, wrapping: Wrapping) -> list[Span]:
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
    text: str, line: Span, following: Span, margin: int, wrapping: Wrapping
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


def _may_part(text: str, line: Span, initial: str) -> bool:
    """Tell whether a paragraph may end with ``line`` and the next have ``initial``."""
    if initial.islower():
        return False
    if ends_with_stop(text, line):
        return True
    return initial.isalpha() and not ends_with_mark(text, line)


def _indent(text: str, line: Span) -> int:
    return line[0] - (text.rfind("\n", 0, line[0]) + 1)


def _is_sentence_lines(text: str, blocks: Sequence[Block]) -> bool:
    """Tell whether a line is a sentence here and a block of lines a paragraph."""
    together = [line for block in blocks if len(block) > 1 for line in block]
    if 2 * len(together) < sum(map(len, blocks)) or len(together) < 4:
        return False
    closed = sum(ends_with_stop(text, line) for line in together)
    inner_stop = re.compile(_INNER_STOP)
    several = sum(bool(inner_stop.search(text, *line)) for line in together)
    return closed > 0.7 * len(together) and several < 0.2 * len(together)


def _part(text: str, lines: Block, has_long_lines: bool) -> list[Span]:
    """Return the paragraphs of a block whose line ends its writer set."""
    if not has_long_lines and not _is_list(text, lines):
        return [_joined(lines)]
    paragraphs = [lines[0]]
    for line, following in itertools.pairwise(lines):
        if text[following[0]].islower() and not ends_with_stop(text, line):
            paragraphs[-1] = (paragraphs[-1][0], following[1])
        else:
            paragraphs.append(following)
    return paragraphs


def _is_list(text: str, lines: Block) -> bool:
    open_ended = sum(not ends_with_mark(text, line) for line in lines)
    bullet = re.compile(_BULLET)
    bulleted = sum(bool(bullet.match(text, *line)) for line in lines)
    many = len(lines)
    return open_ended >= _OPEN_SHARE * many or bulleted >= _BULLETED_SHARE * many
