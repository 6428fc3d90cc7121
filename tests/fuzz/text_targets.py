"""Targets that take texts: cut into units, aligned, compared, set in lines."""

from __future__ import annotations

import json
import unicodedata
from itertools import pairwise

from rich.cells import cell_len

from tui_app.core.align import align
from tui_app.core.align.books.book import align_book
from tui_app.core.comparison import Comparison, compare_texts
from tui_app.core.differences.row_differences import differences
from tui_app.core.exports.merged_walk import merged_walk
from tui_app.core.extract import Part
from tui_app.core.kinds import Kind
from tui_app.core.layout.typesetting import TextMeasure, Typesetter
from tui_app.core.layout.wrapping import Wrapper
from tui_app.core.model import SIDES, Constraints, Document, Relation
from tui_app.core.segmentation import segment
from tui_app.core.translation import Translation

UNITS = ("sentence", "paragraph", "line")
VIEWS = ("side", "stacked", "merged", "original", "left", "right")
BETWEEN = b"\xff"
"""Stands between two texts; it is in no UTF-8."""

_NOTHING = Constraints()
_WRAPPER = Wrapper(cell_len)


def text_of(data: bytes) -> str:
    """Return the text, half surrogate pairs included, as a string may hold them."""
    try:
        text = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    return text


def two_texts(data: bytes) -> tuple[str, str]:
    left, _, right = data.partition(BETWEEN)
    return text_of(left), text_of(right)


def check_units(document: Document) -> None:
    """Assert that the units are stretches of the text, in order, and leave none out.

    White space is at the ends of none, but for that of code.
    """
    at = paragraph = 0
    text, extract = document.text, document.extract
    for unit in document.units:
        assert at <= unit.start < unit.end <= len(text), unit
        assert not text[at : unit.start].strip(), (at, unit)
        words = text[unit.start : unit.end]
        passage = extract.passage_at(unit.start) if extract else None
        assert words.strip(), unit
        if passage is None or passage.part is not Part.CODE:
            assert words == words.strip(), unit
        assert unit.paragraph in {paragraph, paragraph + 1}, unit
        at, paragraph = unit.end, unit.paragraph
    assert not text[at:].strip(), at


def cut_into_units(data: bytes) -> None:
    text = text_of(data)
    paragraphs = segment(text, None, "paragraph")
    check_units(paragraphs)
    check_units(segment(text, None, "line"))
    sentences = segment(text, None, "sentence")
    check_units(sentences)
    whole = {unit.start: unit.end for unit in paragraphs.units}
    ends = {
        before.end
        for before, unit in pairwise(sentences.units)
        if before.paragraph != unit.paragraph
    }
    assert ends <= set(whole.values())


def align_texts(data: bytes) -> None:
    """The first byte says in which units, and which of the engines."""
    how, data = data[:1] or b"\0", data[1:]
    left, right = (segment(text, None, UNITS[how[0] % 3]) for text in two_texts(data))
    engine = how[0] // 3 % 3
    if engine == 0:
        found = align(left, right, _NOTHING)
    elif engine == 1:
        found = align_book(left, right, _NOTHING)
    else:
        translation = Translation(("en", "de"))
        found = align(left, right, _NOTHING, translation=translation)
    for side, document in zip(SIDES, (left, right), strict=True):
        units = [unit for bead in found.beads for unit in getattr(bead, side)]
        assert len(units) == len(set(units))
        assert set(units) <= set(range(len(document.units)))
    for bead in found.beads:
        assert bead.left
        assert bead.right
        assert list(bead.left) == sorted(bead.left)
        assert list(bead.right) == sorted(bead.right)
    pairs = [link.pair for link in found.links]
    assert pairs == sorted(set(pairs))
    assert all(0 <= link.score <= 1 for link in found.links)
    linked = set(pairs)
    for bead in found.beads:
        assert all(any((i, j) in linked for j in bead.right) for i in bead.left)
        assert all(any((i, j) in linked for i in bead.left) for j in bead.right)


LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "ru", "zh", "ja", "ar", "th")


def translate(data: bytes) -> None:
    """Whatever the languages, a text and its translation hold what two versions do."""
    both = (*data[:2], 0, 0)[:2]
    left, right = two_texts(data[2:])
    named = LANGUAGES[both[0] % len(LANGUAGES)], LANGUAGES[both[1] % len(LANGUAGES)]
    _check(left, right, compare_texts(left, right, languages=named, across=True))


def compare_two(data: bytes) -> None:
    """Rows hold every unit once; both texts can be put together from the walk."""
    unit, data = UNITS[(data[:1] or b"\0")[0] % 3], data[1:]
    left, right = two_texts(data)
    _check(left, right, compare_texts(left, right, unit))


def _check(left: str, right: str, compared: Comparison) -> None:
    for side in SIDES:
        units = [unit for row in compared.rows for unit in row.units(side)]
        assert sorted(units) == list(range(len(compared.document(side).units)))
    for number, row in enumerate(compared.rows):
        assert (row.score is None) == (not (row.left and row.right))
        found = compared.differences(number)
        if row.relation is not Relation.CHANGED and not compared.translation:
            assert found == ()
        for one in found:
            for side in SIDES:
                span, document = one.span(side), compared.document(side)
                if span is not None:
                    held = [document.units[unit] for unit in row.units(side)]
                    assert held[0].start <= span.start < span.end <= held[-1].end
            compared.letters(one)
    walked = list(merged_walk(compared))
    for side, text in zip(SIDES, (left, right), strict=True):
        spans = [piece.span(side) for piece in walked]
        assert "".join(text[one.start : one.end] for one in spans if one) == text
    for piece in walked:
        if piece.left and piece.right:
            ours = left[piece.left.start : piece.left.end]
            assert ours == right[piece.right.start : piece.right.end]
    json.dumps(compared.to_dict())


def differ(data: bytes) -> None:
    """Outside the differences both sides are equal; exchanged they are mirrored."""
    left, right = two_texts(data)
    found = differences(left, right)
    assert _outside(left, [one.left for one in found]) == _outside(
        right, [one.right for one in found]
    )
    for one in found:
        assert one.left or one.right
        if one.left and one.right and one.kind is not Kind.ORDER:
            ours, theirs = (
                unicodedata.normalize("NFC", text[span.start : span.end])
                for text, span in ((left, one.left), (right, one.right))
            )
            assert ours != theirs, one
    for text, spans in (
        (left, sorted(one.left for one in found if one.left)),
        (right, sorted(one.right for one in found if one.right)),
    ):
        at = 0
        for span in spans:
            assert at <= span.start < span.end <= len(text)
            words = text[span.start : span.end]
            assert words == words.strip()
            at = span.end
    assert differences(left, left) == []
    mirror = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED}
    assert {
        (mirror.get(one.kind, one.kind), one.right, one.left)
        for one in differences(right, left)
    } == {(one.kind, one.left, one.right) for one in found}


def _outside(text, spans) -> str:
    """Return the text without the spans and without white space, letters composed."""
    rest, at = [], 0
    for span in sorted(one for one in spans if one):
        rest.append(text[at : span.start])
        at = span.end
    rest.append(text[at:])
    composed = [unicodedata.normalize("NFC", part) for part in rest]
    return "".join("".join(composed).split())


def wrap(data: bytes) -> None:
    """The first byte is the width, the second how far the first line is indented."""
    width, indent = (*data[:2], 0, 0)[:2]
    width = width % 120 + 2
    indent = min(indent % 3, width - 2)
    text = text_of(data[2:])
    clusters = list(_WRAPPER.clusters(text))
    assert "".join(cluster for _, cluster, _ in clusters) == text
    widest = max((cells for _, _, cells in clusters), default=0)
    starts = _WRAPPER.starts(text, width, indent)
    assert starts[0] == 0
    assert list(starts) == sorted(set(starts))
    borders = {at for at, _, _ in clusters} | {0}
    assert borders.issuperset(starts) or not _WRAPPER.cells(text)
    for number, (start, end) in enumerate(pairwise((*starts, len(text)))):
        line = text[start:end]
        room = width if number else width - indent
        assert _WRAPPER.cells(line.rstrip(" ")) <= max(room, widest), (number, line)


def set_in_lines(data: bytes) -> None:
    """Every row of two texts in every layout: no line too long, none that lies."""
    width, data = (data[:1] or b"\0")[0] % 100 + 4, data[1:]
    left, right = two_texts(data)
    compared = compare_texts(left, right, UNITS[width % 3])
    setter = Typesetter(compared, _WRAPPER, TextMeasure(width))
    for number in range(len(compared.rows)):
        for view in VIEWS:
            lines = setter.set_row(number, view)
            assert sum(line.first for line in lines) <= 1
            for line in lines:
                for text in (line.left, line.right):
                    if text:
                        _check_line(compared, text, width)


def _check_line(compared, line, width: int) -> None:
    cells = line.indent
    for piece in line.pieces:
        cells += _WRAPPER.cells(piece.text)
        if piece.side:
            assert 0 <= piece.start <= piece.end
            assert piece.end <= len(compared.document(piece.side).text)
    assert cells <= width, (cells, width, line)
