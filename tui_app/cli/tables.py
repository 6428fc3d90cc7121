"""Comparisons as tables people read: two columns, rows numbered as in the reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.style import Style

from tui_app.cli.page import Mark, Page, Painted
from tui_app.core.comparison import Comparison
from tui_app.core.display import displayable_line
from tui_app.core.model import (
    FACTS,
    Difference,
    Document,
    Kind,
    Relation,
    Row,
    Span,
)
from tui_app.notes.model import PlacedNote

_SIGNS = {
    Relation.SAME: "=",
    Relation.CHANGED: "~",
    Relation.LEFT_ONLY: "<",
    Relation.RIGHT_ONLY: ">",
}
_LEGEND = {
    Relation.SAME: "the same",
    Relation.CHANGED: "changed",
    Relation.LEFT_ONLY: "only left",
    Relation.RIGHT_ONLY: "only right",
}
_MOVED = "m"
_FAINT = Style(dim=True)
_FACT = Style(bold=True, reverse=True)
_WORDS = Style(underline=True)
_REMOVED = Style(color="red", underline=True)
_ADDED = Style(color="green", underline=True)
_KIND_CELLS = 12  # the longest kind's name and a space
_FEWEST_CELLS = 20  # for words beside the kind


def print_alignment(comparison: Comparison, *, ascii_only: bool = False) -> None:
    """Print every row of the comparison."""
    page, digits = _begin(comparison, ascii_only)
    for number, row in enumerate(comparison.rows):
        page.write(_row_lines(page, comparison, number, row, digits, ()))
    _finish(page, comparison)


def print_differences(
    comparison: Comparison, *, facts: bool, ascii_only: bool = False
) -> None:
    """Print the rows that differ, with their differences below; or only the facts."""
    page, digits = _begin(comparison, ascii_only)
    for number, row in enumerate(comparison.rows):
        differences = _wanted(comparison.differences(number), facts=facts)
        if not differences and (
            facts or (row.relation is Relation.SAME and not row.moved)
        ):
            continue
        page.write(_row_lines(page, comparison, number, row, digits, differences))
        page.write(_difference_lines(page, comparison, differences, digits, ascii_only))
    _finish(page, comparison)


def print_notes(placed: Sequence[PlacedNote]) -> None:
    """Print notes with their rows, their words and what they were made on."""
    page = Page(0)
    for one in placed:
        note = one.note
        rows = ", ".join(str(row + 1) for row in one.rows)
        where = f"row {rows}" if rows else "no row"
        tags = "".join(f" #{tag}" for tag in note.tags)
        head = f"{note.id}  {where}  {one.state}  {note.status}{tags}"
        page.write([displayable_line(head)])
        for side in ("left", "right"):
            for quote in note.quotes(side):
                page.write([f"  {side}: " + page.cut(quote, page.width - 9, "...")])
        page.write(page.wrapped(note.body, 4))


def _wanted(
    differences: Iterable[Difference], *, facts: bool
) -> tuple[Difference, ...]:
    return tuple(one for one in differences if not facts or one.kind in FACTS)


def _begin(comparison: Comparison, ascii_only: bool) -> tuple[Page, int]:
    """Print the titles; return the page and how many digits a row number has."""
    digits = len(str(len(comparison.rows)))
    page = Page(digits + 4)
    sign = "..." if ascii_only else "…"
    left, right = (
        page.cut(document.title or document.source or "", page.column, sign)
        for document in (comparison.left, comparison.right)
    )
    page.write(page.beside((" " * (digits + 4),), Painted(left), Painted(right)))
    rule = "-" if ascii_only else "─"
    page.write([page.paint(rule * page.width, _FAINT)])
    return page, digits


def _finish(page: Page, comparison: Comparison) -> None:
    rows = comparison.rows
    counts = Counter(row.relation for row in rows)
    parts = [f"{counts[one]} {text}" for one, text in _LEGEND.items() if counts[one]]
    moved = sum(row.moved for row in rows)
    if moved:
        parts.append(f"{moved} moved")
    total = f"{len(rows)} row" + ("" if len(rows) == 1 else "s")
    legend = ", ".join(parts)
    lines = page.wrapped(f"{total}: {legend}" if parts else total, 0)
    page.write(["", *(page.paint(line, _FAINT) for line in lines)])


def _row_lines(
    page: Page,
    comparison: Comparison,
    number: int,
    row: Row,
    digits: int,
    differences: Sequence[Difference],
) -> list[str]:
    sign = _SIGNS[row.relation] + (_MOVED if row.moved else " ")
    gutter = page.paint(f"{number + 1:>{digits}}", _FAINT) + f" {sign} "
    left = _painted(
        comparison.left,
        row.left,
        [(one.kind, one.left) for one in differences],
        _REMOVED,
    )
    right = _painted(
        comparison.right,
        row.right,
        [(one.kind, one.right) for one in differences],
        _ADDED,
    )
    return page.beside((gutter, " " * (digits + 4)), left, right)


def _painted(
    document: Document,
    units: Sequence[int],
    spans: Iterable[tuple[Kind, Span | None]],
    lone: Style,
) -> Painted:
    """Return the units of one side as one text, what differs in it marked."""
    texts: list[str] = []
    shifts: list[tuple[int, int, int]] = []
    length = 0
    for number in units:
        unit = document.units[number]
        shifts.append((unit.start, unit.end, length - unit.start))
        texts.append(_flat(document.unit_text(number)))
        length += unit.end - unit.start + 1
    marks = sorted(_marks(spans, shifts, lone), key=lambda mark: mark.start)
    return Painted(" ".join(texts), marks)


def _marks(
    spans: Iterable[tuple[Kind, Span | None]],
    shifts: Sequence[tuple[int, int, int]],
    lone: Style,
) -> Iterator[Mark]:
    for kind, span in spans:
        if span is None:
            continue
        for start, end, shift in shifts:
            first, last = max(span.start, start), min(span.end, end)
            if first < last:
                yield Mark(first + shift, last + shift, _style(kind, lone))


def _style(kind: Kind, lone: Style) -> Style:
    if kind in FACTS:
        return _FACT
    return lone if kind in {Kind.ADDED, Kind.REMOVED} else _WORDS


def _flat(text: str) -> str:
    """Return ``text`` displayable in one line, offsets unchanged."""
    return displayable_line(text.replace("\n", " ").replace("\t", " "))


def _difference_lines(
    page: Page,
    comparison: Comparison,
    differences: Iterable[Difference],
    digits: int,
    ascii_only: bool,
) -> Iterator[str]:
    sign = "..." if ascii_only else "…"
    becomes = " -> " if ascii_only else " → "
    indent = digits + 4
    # On a very narrow page the words go below the kind.
    below = page.width - indent - _KIND_CELLS < _FEWEST_CELLS
    room = page.width - 2 if below else page.width - indent - _KIND_CELLS
    for one in differences:
        both = one.left is not None and one.right is not None
        cells = (room - len(becomes)) // 2 if both else room
        words = becomes.join(
            page.cut(document.text[span.start : span.end], cells, sign)
            for document, span in (
                (comparison.left, one.left),
                (comparison.right, one.right),
            )
            if span is not None
        )
        bold = Style(bold=one.kind in FACTS)
        if below:
            yield page.paint(one.kind, bold)
            yield "  " + words
        else:
            yield " " * indent + page.paint(f"{one.kind:<{_KIND_CELLS}}", bold) + words
