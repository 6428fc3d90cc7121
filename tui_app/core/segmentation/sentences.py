"""Sentences of a paragraph: a splitter's boundaries, corrected at quotations.

The splitter (sentencex) takes the boundaries of some thirty languages, and is helped
with the stops of others; quotation marks are hidden from it, and settled here: short
quotations stay in one piece, a mark goes with the sentence it opens or closes,
sentences in brackets stand alone.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sentencex import get_sentence_boundaries

from tui_app.core.segmentation.boundaries import is_no_boundary
from tui_app.core.segmentation.clause_spaces import LANGUAGES, clause_ends
from tui_app.core.segmentation.script_stops import STOPS_OF, with_known_stops
from tui_app.core.text.characters import SPACES, in_word
from tui_app.core.text.language import Writing
from tui_app.core.text.punctuation import (
    CORNER_CLOSING,
    CORNER_OPENING,
    DOUBLE_CLOSING,
    DOUBLE_OPENING,
    SINGLE_CLOSING,
    SINGLE_OPENING,
    STOPS,
    Offsets,
)

_WORD_SPACE = "፡"  # of Ethiopic; behind a stop it belongs to it
# With the brackets that East Asian texts put about titles and narrow quotations.
_OPENING = DOUBLE_OPENING + SINGLE_OPENING + CORNER_OPENING + "《〈｢"
_CLOSING = DOUBLE_CLOSING + SINGLE_CLOSING + CORNER_CLOSING + "》〉｣" + _WORD_SPACE

# Quotations that stay whole although a stop stands in them, in characters: about
# ten words, or a sentence or two where words are not parted by spaces.
_SHORT = 60
_SHORT_UNSPACED = 80
# A straight mark after an even number of others opens; counted this far back.
_PARITY_REACH = 10_000

# What a quotation looks like that the mark opens.
_PAIRS = {
    "“": "“[^“”]*”",
    "„": "„[^„“”]*[“”]",
    "「": "「[^「」]*」",
    "『": "『[^『』]*』",
    # One within a word makes an abbreviation in Hebrew.
    '"': r'(?<!\w)"(?=\S)[^"]*(?:(?<=\w)"(?=\w)[^"]*)*(?<=\S)"(?!\w)',
    "«": "«[^«»]*»",
    "»": "»[^«»]*«",  # »so«, in German and Danish
}

_SPACE = re.compile(r"\s*")
_NEAR = 200  # characters beside a cut that can tell whether it is one
# Marks of notes, which stand behind the stop of the sentence they are a note to.
_NOTE_MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹*†‡"
# All white space but the space itself, which is most of it; quotation marks; note
# marks behind a stop; and apostrophes that are at the edge of a word. What is there is
# looked at first, what is beside it only then: that takes an eighth of the time.
_QUOTING = SPACES.replace(" ", "") + '"“”„‟«»‹›「」『』《》〈〉｢｣' + _WORD_SPACE
_MASKED = re.compile(
    rf"[{_QUOTING}'‘’‚{_NOTE_MARKS}](?:(?<![{_NOTE_MARKS}'‘’‚])|(?<=['‘’‚])(?<!\w.)"
    rf"|(?<=['’])(?!\w)|(?<=[.!?…”’\"'»)\]{_NOTE_MARKS}][{_NOTE_MARKS}]))"
)
# Compiled when first needed: half a surrogate pair, which has no UTF-8, and brackets.
_HALF = "[\ud800-\udfff]"

_BRACKETED = (
    rf"[({{\[][^()\[\]{{}}]*[{STOPS}]['\"”’»]*[)}}\]]\s+"
    rf"|（[^（）]*[{STOPS}][”’」』]*）\s*"
)

_BRACKETS = tuple("({[（")
# The splitter waits for a capital or a space; Han and kana have neither.
_EAST_ASIAN = frozenset({"zh", "ja"})
_FULL_STOP = r"[。！？｡．](?<!\d．)[”’」』）》〉】\]]*(?=[0-9a-z０-９])"
# The splitter takes these for a pause; before a capital they are an end.
_PAUSE = r"(?:…|\betc\.)[\"”’»)\]]*\s+(?=[\"“‘«(\[]*[^\W\d_a-zа-я])"


def sentence_spans(text: str, paragraph: Offsets, writing: Writing) -> list[Offsets]:
    """Return the sentences of ``text[start:end]``, without outer white space.

    ``paragraph`` is (start, end) without outer white space itself.
    """
    start, end = paragraph
    passage = text[start:end]
    if not _holds_inner_stop(passage, writing.language):
        return [paragraph]
    spans = []
    begin = 0
    for cut, following in _pieces(passage, writing):
        spans.append(_stripped(passage, begin, cut, start))
        begin = following
    spans.append((start + begin, end))
    return spans


def _holds_inner_stop(passage: str, language: str) -> bool:
    """Tell whether a sentence may end within ``passage``."""
    if language in LANGUAGES:
        return True
    last = len(passage)
    while last and not in_word(passage[last - 1]):
        last -= 1
    inner = passage[:last]
    if "." in inner or "?" in inner or "!" in inner:
        return True
    if inner.isascii():
        return False
    stops = STOPS + STOPS_OF.get(language, "")
    return any(map(inner.__contains__, stops))


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
    if language in LANGUAGES and not any(map(passage.__contains__, ".?!…")):
        return set(clause_ends(passage, language))
    masked = _MASKED.sub(" ", with_known_stops(passage, language))
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
    if language in _EAST_ASIAN:
        cuts.update(match.end() for match in re.finditer(_FULL_STOP, passage))
    elif language in LANGUAGES:
        cuts.update(clause_ends(passage, language))
    for begin in (0, *cuts):
        cuts.update(_after_brackets(passage, _after_space(passage, begin)))
    return cuts - {0, len(passage)}


def _gap(masked: str, cut: int) -> Offsets:
    """Return the blank stretch around ``cut``, where quotation marks may stand."""
    first = cut
    while first and masked[first - 1] == " ":
        first -= 1
    return first, _after_space(masked, cut)


def _after_space(passage: str, begin: int) -> int:
    match = _SPACE.match(passage, begin)
    return match.end() if match else begin


def _after_brackets(passage: str, at: int) -> Iterator[int]:
    """Yield where sentences in brackets end, the first of which begins at ``at``."""
    while passage.startswith(_BRACKETS, at):
        bracketed = re.compile(_BRACKETED).match(passage, at)
        if bracketed is None:
            return
        at = bracketed.end()
        yield at


def _stripped(passage: str, begin: int, end: int, offset: int) -> Offsets:
    return offset + begin, offset + begin + len(passage[begin:end].rstrip())


def short_quotations(passage: str, unspaced: bool) -> list[Offsets]:
    """Return the quotations of ``passage`` short enough to stay in one piece."""
    # One pattern of the marks at hand: quick to compile, and quicker to find.
    pattern = "|".join(_PAIRS[mark] for mark in _opening_marks(passage))
    if not pattern:
        return []
    longest = _SHORT_UNSPACED if unspaced else _SHORT
    spans = (match.span() for match in re.finditer(pattern, passage))
    return [span for span in spans if span[1] - span[0] <= longest]


def _opening_marks(passage: str) -> list[str]:
    """Return the marks in ``passage`` that open quotations, of « and » the first."""
    marks = [mark for mark in _PAIRS if mark in passage]
    if "«" in marks and "»" in marks:
        marks.remove("»" if passage.index("«") < passage.index("»") else "«")
    return marks


class Inside:
    """Answers whether an offset stands within one of some spans in order."""

    def __init__(self, spans: Sequence[Offsets]) -> None:
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def __contains__(self, offset: int) -> bool:
        number = bisect_left(self._starts, offset) - 1
        return number >= 0 and offset < self._ends[number]


def first_opener(passage: str, start: int, end: int) -> int:
    """Return where the next sentence begins in a gap of space and quotation marks.

    What closes a quotation before that stays with the sentence that ended.
    """
    for position in range(start, end):
        if not passage[position].isspace() and _opens(passage, position, start, end):
            return position
    return end


def _opens(passage: str, position: int, start: int, end: int) -> bool:
    mark = passage[position]
    if mark == "“" and _is_german_closer(passage, position):
        return False
    spaced_before = any(map(str.isspace, passage[start:position]))
    spaced_after = any(map(str.isspace, passage[position:end])) or end == len(passage)
    if spaced_before != spaced_after:
        return spaced_before
    if mark in _OPENING:
        return True
    # The languages of » and ‹ disagree on their direction, hence the spacing first.
    before = passage.count(mark, max(0, position - _PARITY_REACH), position)
    return mark not in _CLOSING and before % 2 == 0


def _is_german_closer(passage: str, position: int) -> bool:
    """Tell whether “ at ``position`` closes a quotation that „ opened."""
    start = max(0, position - _PARITY_REACH)
    low = passage.rfind("„", start, position)
    return low > passage.rfind("“", start, position)
