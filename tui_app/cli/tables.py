"""Comparisons as tables people read: two columns, rows numbered as in the reader."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence

from rich.style import Style

from tui_app.cli.printed_page import Painted, PaintedSpan, PrintedPage
from tui_app.core.comparison import Comparison
from tui_app.core.fact_list import listed_facts
from tui_app.core.kinds import ALL_KINDS, FACTS, KINDS, Kind
from tui_app.core.model import Document, Relation, Span
from tui_app.core.text.display import displayable_line, shows_unicode
from tui_app.notes.note import PlacedNote
from tui_app.review.signs import RELATIONS, moved_sign, row_sign, signs

_FAINT = Style(dim=True)
_FACT = Style(bold=True, reverse=True)
_WORDS = Style(underline=True)
_REMOVED = Style(color="red", underline=True)
_ADDED = Style(color="green", underline=True)
_KIND_CELLS = max(len(traits.name) for traits in KINDS.values()) + 1
_FEWEST_CELLS = 20  # for words beside the kind


def print_alignment(
    comparison: Comparison, weak_below: float, *, ascii_only: bool = False
) -> None:
    """Print every row of the comparison; links below ``weak_below`` are weak."""
    table = Table(comparison, weak_below, ascii_only=ascii_only)
    table.write_head()
    for number in range(len(comparison.rows)):
        table.write_row(number)
    table.write_summary()


def print_differences(
    comparison: Comparison, weak_below: float, *, facts: bool, ascii_only: bool = False
) -> None:
    """Print the rows that differ, with their differences below; or only the facts."""
    kinds = FACTS if facts else ALL_KINDS
    table = Table(comparison, weak_below, ascii_only=ascii_only)
    table.write_head()
    for number, row in enumerate(comparison.rows):
        same = row.relation is Relation.SAME and not row.moved
        differences = comparison.differences(number)
        if any(one.kind in kinds for one in differences) or not (facts or same):
            table.write_row(number, kinds)
            table.write_differences(number, kinds)
    table.write_summary()


def print_notes(placed: Sequence[PlacedNote]) -> None:
    """Print notes with their rows, their words and what they were made on."""
    page = PrintedPage(0)
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


class Table:
    """A comparison on a page: titles, rows, what differs in them, a count."""

    def __init__(
        self, comparison: Comparison, weak_below: float, *, ascii_only: bool
    ) -> None:
        self._comparison = comparison
        self._weak_below = weak_below
        self._digits = len(str(len(comparison.rows)))
        self._gutter = self._digits + 4
        self._page = PrintedPage(self._gutter)
        ascii_only = ascii_only or not shows_unicode(sys.stdout)
        self._cut = "..." if ascii_only else "…"
        self._signs = signs(ascii_only)
        self._rule = "-" if ascii_only else "─"

    def write_head(self) -> None:
        """Write the titles of both sides."""
        page = self._page
        left, right = (
            Painted(page.cut(document.title, page.column, self._cut))
            for document in (self._comparison.left, self._comparison.right)
        )
        page.write(page.beside((" " * self._gutter,), left, right))
        page.write([page.paint(self._rule * page.width, _FAINT)])

    def write_row(self, number: int, kinds: Container[Kind] = ()) -> None:
        """Write both sides of a row, differences of ``kinds`` marked."""
        row = self._comparison.rows[number]
        sign = self._row_signs(number)
        label = self._page.paint(f"{number + 1:>{self._digits}}", _FAINT)
        found = self._comparison.differences(number) if kinds else ()
        wanted = [one for one in found if one.kind in kinds]
        ours = [(one.kind, one.left) for one in wanted]
        theirs = [(one.kind, one.right) for one in wanted]
        lines = self._page.beside(
            (f"{label} {sign} ", " " * self._gutter),
            _painted(self._comparison.left, row.left, ours, _REMOVED),
            _painted(self._comparison.right, row.right, theirs, _ADDED),
        )
        self._page.write(lines)

    def write_differences(self, number: int, kinds: Container[Kind]) -> None:
        """Write the differences of a row, one line each: kind, left, right."""
        for change in listed_facts(self._comparison, [number], kinds):
            words = [one for one in (change.left_words, change.right_words) if one]
            self._page.write(self._difference(change.kind, words))

    def write_summary(self) -> None:
        """Write how many rows there are of each relation."""
        rows = self._comparison.rows
        counts = Counter(row.relation for row in rows)
        parts = [
            f"{counts[one]} {sign.word}"
            for one, sign in RELATIONS.items()
            if counts[one]
        ]
        moved = sum(row.moved for row in rows)
        if moved:
            parts.append(f"{moved} moved")
        total = f"{len(rows)} row" + ("" if len(rows) == 1 else "s")
        lines = self._page.wrapped(
            ": ".join([total, *filter(None, [", ".join(parts)])]), 0
        )
        self._page.write(["", *(self._page.paint(line, _FAINT) for line in lines)])

    def _row_signs(self, number: int) -> str:
        rows = self._comparison.rows
        both = (row_sign(rows[number], self._weak_below), moved_sign(rows, number))
        return "".join(self._signs.cell(one)[0] for one in both)

    def _difference(self, kind: Kind, words: Sequence[str]) -> list[str]:
        page = self._page
        # On a very narrow page the words go below the kind.
        below = page.width - self._gutter - _KIND_CELLS < _FEWEST_CELLS
        room = page.width - (2 if below else self._gutter + _KIND_CELLS)
        cells = (room - len(self._signs.becomes)) // 2 if len(words) > 1 else room
        shown = self._signs.becomes.join(
            page.cut(one, cells, self._cut) for one in words
        )
        style = Style(bold=kind in FACTS)
        if below:
            return [page.paint(KINDS[kind].name, style), "  " + shown]
        name = page.paint(f"{KINDS[kind].name:<{_KIND_CELLS}}", style)
        return [" " * self._gutter + name + shown]


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
) -> Iterator[PaintedSpan]:
    for kind, span in spans:
        if span is None:
            continue
        for start, end, shift in shifts:
            first, last = max(span.start, start), min(span.end, end)
            if first < last:
                yield PaintedSpan(first + shift, last + shift, _style(kind, lone))


def _style(kind: Kind, lone: Style) -> Style:
    if kind in FACTS:
        return _FACT
    return lone if kind in {Kind.ADDED, Kind.REMOVED} else _WORDS


def _flat(text: str) -> str:
    """Return ``text`` displayable in one line, offsets unchanged."""
    return displayable_line(text.replace("\n", " ").replace("\t", " "))
