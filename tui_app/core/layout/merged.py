"""How two sides become one column: what both say once, with what went and what came.

What stays, goes and comes is told by ``core/differences/row_pieces``. What differs but
is not marked, such as white space, is shown once, as the left has it; what is said anew
word by word stands together (*old dear friends some new strangers*).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui_app.core.comparison import Comparison
from tui_app.core.differences.row_pieces import RowPiece, row_pieces
from tui_app.core.layout.set_lines import (
    LinePiece,
    SetLine,
    TextLine,
    Tone,
    pieces_between,
)
from tui_app.core.layout.wrapping import Wrapper
from tui_app.core.model import SIDES, Relation, Role, Row, Side, Span
from tui_app.core.text.direction import paragraph_is_from_right
from tui_app.core.text.display import shown


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
    pieces = list(spaced(comparison, merged_pieces(comparison, row)))
    role = _role(comparison, comparison.rows[row])
    text = "".join(piece.text for piece in pieces)
    from_right = _is_from_right(comparison, comparison.rows[row])
    starts = wrapper.starts(text, width)
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(text)
        end = start + len(text[start:end].rstrip(" "))
        free = width - wrapper.cells(text[start:end]) if from_right else 0
        own = tuple(pieces_between(pieces, start, end))
        text_line = TextLine(own, max(0, free), role)
        yield SetLine(left=text_line, both=True)


def _is_from_right(comparison: Comparison, row: Row) -> bool:
    side = SIDES[0] if row.left else SIDES[1]
    document = comparison.document(side)
    start = document.units[row.units(side)[0]].start
    return paragraph_is_from_right(document, start)


def _role(comparison: Comparison, row: Row) -> Role:
    roles = {comparison.left.units[unit].role for unit in row.left}
    roles |= {comparison.right.units[unit].role for unit in row.right}
    return roles.pop() if len(roles) == 1 else Role.BODY


def merged_pieces(comparison: Comparison, row: int) -> Iterator[LinePiece]:
    """Yield the text of the row with what is removed and what is added in it.

    Without what is added the pieces are the left side, without what is removed the
    right one but for what is not marked.
    """
    content, differences = comparison.rows[row], comparison.differences(row)
    pieces = row_pieces(comparison.left, comparison.right, content, differences)
    texts = comparison.left.text, comparison.right.text
    apart = (part for piece in pieces for part in _without_space_around(piece, texts))
    for piece in _together(_joined(apart), texts[0]):
        if not piece.marked:
            yield from _piece(comparison, "left", piece.left, "common")
        else:
            for part in _without_edges(piece.left, texts[0]):
                yield from _piece(comparison, "left", part, "removed")
            yield from _piece(comparison, "right", piece.right, "added")


def _without_space_around(
    piece: RowPiece, texts: tuple[str, str]
) -> Iterator[RowPiece]:
    """Yield a marked piece apart from white space that both sides have around it."""
    left, right = piece.left, piece.right
    ours, theirs = texts[0][slice(*left)], texts[1][slice(*right)]
    if not piece.marked or not ours.strip() or not theirs.strip():
        yield piece
        return
    before, its_before = (len(one) - len(one.lstrip()) for one in (ours, theirs))
    after, its_after = (len(one) - len(one.rstrip()) for one in (ours, theirs))
    if not (before and its_before):
        before = its_before = 0
    if not (after and its_after):
        after = its_after = 0
    start, its_start = left.start + before, right.start + its_before
    end, its_end = left.end - after, right.end - its_after
    yield RowPiece(Span(left.start, start), Span(right.start, its_start), stays=False)
    yield piece._replace(left=Span(start, end), right=Span(its_start, its_end))
    yield RowPiece(Span(end, left.end), Span(its_end, right.end), stays=False)


def _joined(pieces: Iterable[RowPiece]) -> Iterator[RowPiece]:
    """Join what follows one another without a mark."""
    run: RowPiece | None = None
    for piece in pieces:
        if run and not run.marked and not piece.marked:
            run = _both(run, piece)
            continue
        if run:
            yield run
        run = piece
    if run:
        yield run


def _both(one: RowPiece, other: RowPiece) -> RowPiece:
    left = Span(one.left.start, other.left.end)
    return one._replace(left=left, right=Span(one.right.start, other.right.end))


def _together(pieces: Iterable[RowPiece], left: str) -> Iterator[RowPiece]:
    """Put together what is said anew word by word, with blanks between."""
    held: list[RowPiece] = []
    for piece in pieces:
        blank = not piece.marked and left[slice(*piece.left)].isspace()
        if len(held) == 1 and blank:
            held.append(piece)
        elif len(held) > 1 and _are_one(held[0], piece):
            held = [_both(held[0], piece)]
        else:
            yield from held
            held = [piece]
            if not piece.marked:
                yield held.pop()
    yield from held


def _are_one(one: RowPiece, other: RowPiece) -> bool:
    """Tell whether more goes on either side of a blank, and something comes."""
    goes = all(piece.left.start < piece.left.end for piece in (one, other))
    comes = any(piece.right.start < piece.right.end for piece in (one, other))
    return other.marked and goes and comes


def _without_edges(span: Span, text: str) -> Iterator[Span]:
    """Yield the white space around words that are gone apart from them."""
    words = text[slice(*span)]
    start = span.start + len(words) - len(words.lstrip())
    end = max(start, span.start + len(words.rstrip()))
    yield from (Span(span.start, start), Span(start, end), Span(end, span.end))


def _piece(
    comparison: Comparison, side: Side, span: Span, tone: Tone
) -> Iterator[LinePiece]:
    if span.start < span.end:
        text = shown(comparison.document(side), span.start, span.end)
        yield LinePiece(text, side, span.start, tone)


def spaced(comparison: Comparison, pieces: Iterable[LinePiece]) -> Iterator[LinePiece]:
    """Put a space before a piece that has one in its own text, where none is."""
    before: LinePiece | None = None
    for piece in pieces:
        if before and _needs_space(comparison, before, piece):
            yield LinePiece(" ", None, 0)
        yield piece
        before = piece


def _needs_space(comparison: Comparison, before: LinePiece, piece: LinePiece) -> bool:
    if before.text.endswith(" ") or piece.text.startswith(" ") or piece.side is None:
        return False
    if before.text[-1].isalnum() and piece.text[0].isalnum():
        return before.tone != piece.tone or before.end != piece.start
    text = comparison.document(piece.side).text
    return piece.start > 0 and text[piece.start - 1].isspace()
