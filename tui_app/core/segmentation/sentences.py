"""The sentences of a paragraph.

sentencex (https://github.com/wikimedia/sentencex) finds the stops that end a
sentence and knows the abbreviations of many languages. It is shown the passage
without its quotation marks, which it would not look into; which side of a cut the
marks belong to, and which cuts were none, is settled here and in ``mending``.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from sentencex import get_sentence_boundaries

from tui_app.core.segmentation.letters import SPACES, in_word
from tui_app.core.segmentation.lines import STOPS, Span
from tui_app.core.segmentation.mending import is_no_boundary
from tui_app.core.segmentation.quotations import Inside, first_opener, short_quotations
from tui_app.core.segmentation.writing import Writing

_SPACE = re.compile(r"\s*")
_NEAR = 200  # characters beside a cut that can tell whether it is one
# All white space but the space itself, which is most of it; quotation marks; and
# apostrophes that are at the edge of a word. What is there is looked at first, what
# is beside it only then: that takes an eighth of the time.
_QUOTING = SPACES.replace(" ", "") + '"“”„‟«»‹›「」『』《》〈〉｢｣'
_MASKED = re.compile(rf"[{_QUOTING}'‘’‚](?:(?<!['‘’‚])|(?<!\w.)|(?<=['’])(?!\w))")
# Compiled when first needed: half a surrogate pair, which has no UTF-8, and brackets.
_HALF = "[\ud800-\udfff]"
_BRACKETED = (
    rf"[({{\[][^()\[\]{{}}]*[{STOPS}]['\"”’»]*[)}}\]]\s+"
    rf"|（[^（）]*[{STOPS}][”’」』]*）\s*"
)
_BRACKETS = tuple("({[（")
# The splitter takes these for a pause; before a capital they are an end.
_PAUSE = r"(?:…|\betc\.)[\"”’»)\]]*\s+(?=[\"“‘«(\[]*[^\W\d_a-zа-я])"


def sentence_spans(text: str, paragraph: Span, writing: Writing) -> list[Span]:
    """Return the sentences of ``text[start:end]``, without outer white space.

    ``paragraph`` is (start, end) without outer white space itself.
    """
    start, end = paragraph
    passage = text[start:end]
    if not _holds_inner_stop(passage):
        return [paragraph]
    spans = []
    begin = 0
    for cut, following in _pieces(passage, writing):
        spans.append(_stripped(passage, begin, cut, start))
        begin = following
    spans.append((start + begin, end))
    return spans


def _holds_inner_stop(passage: str) -> bool:
    last = len(passage)
    while last and not in_word(passage[last - 1]):
        last -= 1
    inner = passage[:last]
    if "." in inner or "?" in inner or "!" in inner:
        return True
    return not inner.isascii() and any(map(inner.__contains__, STOPS))


def _pieces(passage: str, writing: Writing) -> Iterator[tuple[int, int]]:
    """Yield where a sentence ends and the next begins."""
    inner = Inside(short_quotations(passage, writing.unspaced))
    cuts = [cut for cut in sorted(_cuts(passage, writing.language)) if cut not in inner]
    begin = 0
    for cut, next_cut in itertools.pairwise([*cuts, len(passage)]):
        before = passage[max(begin, cut - _NEAR) : cut].strip()
        after = passage[cut : min(next_cut, cut + _NEAR)].strip()
        if not is_no_boundary(before, after, writing):
            yield cut, _after_space(passage, cut)
            begin = cut


def _cuts(passage: str, language: str) -> set[int]:
    """Return the offsets at which a sentence may begin."""
    masked = _MASKED.sub(" ", passage)
    try:
        found = get_sentence_boundaries(language, masked)
    except UnicodeEncodeError:
        masked = re.sub(_HALF, "\ufffd", masked)
        found = get_sentence_boundaries(language, masked)
    cuts = {
        first_opener(passage, *_gap(masked, boundary["start_index"]))
        for boundary in found[1:]
    }
    if "…" in passage or "etc." in passage:
        cuts.update(match.end() for match in re.finditer(_PAUSE, passage))
    for begin in (0, *cuts):
        cuts.update(_after_brackets(passage, _after_space(passage, begin)))
    return cuts - {0, len(passage)}


def _after_brackets(passage: str, at: int) -> Iterator[int]:
    """Yield where sentences in brackets end, the first of which begins at ``at``."""
    while passage.startswith(_BRACKETS, at):
        bracketed = re.compile(_BRACKETED).match(passage, at)
        if bracketed is None:
            return
        at = bracketed.end()
        yield at


def _gap(masked: str, cut: int) -> Span:
    """Return the blank stretch around ``cut``, where quotation marks may stand."""
    first = cut
    while first and masked[first - 1] == " ":
        first -= 1
    return first, _after_space(masked, cut)


def _after_space(passage: str, begin: int) -> int:
    match = _SPACE.match(passage, begin)
    return match.end() if match else begin


def _stripped(passage: str, begin: int, end: int, offset: int) -> Span:
    return offset + begin, offset + begin + len(passage[begin:end].rstrip())
