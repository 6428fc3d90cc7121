"""How two sides become one column: what both say once, with what went and what came."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tui_app.core.comparison import Comparison
from tui_app.core.layout.set_lines import LinePiece, SetLine, TextLine, Tone
from tui_app.core.layout.wrapping import Wrapper
from tui_app.core.model import Relation, Role, Row, Side, Span
from tui_app.core.text.display import shown

_WORD = re.compile(r"\w+")

_CLOSING = frozenset(".,;:!?)]}»”’%…")


def can_be_merged(row: Row) -> bool:
    """Tell whether the row is aligned, and not parted by units of another row."""
    aligned = row.score is not None and row.relation is Relation.CHANGED
    return aligned and not any(
        numbers[-1] - numbers[0] >= len(numbers) for numbers in (row.left, row.right)
    )


def merged_lines(
    comparison: Comparison, wrapper: Wrapper, width: int, row: int
) -> Iterator[SetLine]:
    """Yield the lines, ``width`` cells wide, of a row that ``can_be_merged``."""
    pieces = list(_runs(_spaced(comparison, _joined(merged_pieces(comparison, row)))))
    role = _role(comparison, comparison.rows[row])
    text = "".join(piece.text for piece in pieces)
    starts = wrapper.starts(text, width)
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(text)
        end = start + len(text[start:end].rstrip(" "))
        text_line = TextLine(tuple(_cut(pieces, start, end)), role=role)
        yield SetLine(left=text_line, both=True)


def _role(comparison: Comparison, row: Row) -> Role:
    roles = {comparison.left.units[unit].role for unit in row.left}
    roles |= {comparison.right.units[unit].role for unit in row.right}
    return roles.pop() if len(roles) == 1 else Role.BODY


def merged_pieces(comparison: Comparison, row: int) -> Iterator[LinePiece]:
    """Yield the text of the row with what is removed and what is added in it."""
    content = comparison.rows[row]
    text = comparison.left.text
    left = _extent(comparison, content.left, "left")
    right = _extent(comparison, content.right, "right")
    found = comparison.differences(row)
    gone = _placed(text, left, [one.left for one in found])
    come = _placed(comparison.right.text, right, [one.right for one in found])
    changes = [(place, 0, span) for place, span in gone]
    changes += [(place, 1, span) for place, span in come]
    at, words = left.start, 0
    for place, added, span in sorted(changes, key=lambda change: change[:2]):
        limit = next((one.start for _, one in gone if one.start >= at), left.end)
        cut = _after_words(text, at, limit, place - words) if added else span.start
        yield from _common(comparison, at, cut)
        at, words = max(at, cut), place
        yield from _toned(comparison, span, added=bool(added))
        if not added:
            at = span.end
    yield from _common(comparison, at, left.end)


def _extent(comparison: Comparison, numbers: Sequence[int], side: Side) -> Span:
    units = comparison.document(side).units
    return Span(units[numbers[0]].start, units[numbers[-1]].end)


def _placed(
    text: str, extent: Span, spans: Sequence[Span | None]
) -> list[tuple[int, Span]]:
    """Return the spans in order, each with the number of same words before it."""
    placed = []
    at, words = extent.start, 0
    for span in sorted((one for one in spans if one), key=lambda one: one.start):
        if span.start < at:
            continue
        words += len(_WORD.findall(text, at, span.start))
        placed.append((words, span))
        at = span.end
    return placed


def _after_words(text: str, start: int, end: int, words: int) -> int:
    """Return the offset after so many words and what closes the last of them."""
    if words <= 0:
        return start  # what closes here closes the words that are gone
    at = start
    for match in _WORD.finditer(text, start, end):
        if words <= 0:
            break
        at, words = match.end(), words - 1
    while at < end and text[at] in _CLOSING:
        at += 1
    return at


def _common(comparison: Comparison, start: int, end: int) -> Iterator[LinePiece]:
    if end > start:
        yield _piece(comparison, "left", Span(start, end), "common")


def _toned(comparison: Comparison, span: Span, *, added: bool) -> Iterator[LinePiece]:
    side: Side = "right" if added else "left"
    tone: Tone = "added" if added else "removed"
    if span.end > span.start:
        yield _piece(comparison, side, span, tone)


def _piece(comparison: Comparison, side: Side, span: Span, tone: Tone) -> LinePiece:
    text = shown(comparison.document(side), span.start, span.end)
    return LinePiece(text, side, span.start, tone)


def _joined(pieces: Iterable[LinePiece]) -> Iterator[LinePiece]:
    """Let blanks between words that are gone be gone as well."""
    all_pieces = (LinePiece("", None, 0), *pieces, LinePiece("", None, 0))
    for before, piece, after in zip(
        all_pieces, all_pieces[1:], all_pieces[2:], strict=False
    ):
        gone = before.tone == after.tone == "removed" and piece.text.isspace()
        yield piece._replace(tone="removed") if gone else piece


def _runs(pieces: Iterable[LinePiece]) -> Iterator[LinePiece]:
    """Make one piece of those that go on from each other."""
    run: LinePiece | None = None
    for piece in pieces:
        if run and _goes_on(run, piece):
            run = run._replace(text=run.text + piece.text)
            continue
        if run:
            yield run
        run = piece
    if run:
        yield run


def _goes_on(run: LinePiece, piece: LinePiece) -> bool:
    alike = run.side == piece.side and run.tone == piece.tone
    return alike and run.side is not None and run.end == piece.start


def _spaced(comparison: Comparison, pieces: Iterable[LinePiece]) -> Iterator[LinePiece]:
    """Put a space before a piece that has one in its own text, where none is."""
    before: LinePiece | None = None
    for piece in pieces:
        if before and piece.side and _needs_space(comparison, before, piece):
            follows = piece.tone == before.tone and piece.start == before.end + 1
            yield _piece_before(piece) if follows else LinePiece(" ", None, 0)
        yield piece
        before = piece


def _piece_before(piece: LinePiece) -> LinePiece:
    """Return the space before words that go on from those before them."""
    return piece._replace(text=" ", start=piece.start - 1)


def _needs_space(comparison: Comparison, before: LinePiece, piece: LinePiece) -> bool:
    if before.text.endswith(" ") or piece.text.startswith(" ") or piece.side is None:
        return False
    if before.text[-1].isalnum() and piece.text[0].isalnum():
        return before.tone != piece.tone or before.end != piece.start
    text = comparison.document(piece.side).text
    return piece.start > 0 and text[piece.start - 1].isspace()


def _cut(pieces: list[LinePiece], start: int, end: int) -> Iterator[LinePiece]:
    at = 0
    for piece in pieces:
        low, high = max(start - at, 0), min(end - at, len(piece.text))
        if low < high:
            yield LinePiece(
                piece.text[low:high], piece.side, piece.start + low, piece.tone
            )
        at += len(piece.text)
