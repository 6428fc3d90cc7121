"""Comparisons as tables people read: two columns, rows numbered as in the reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import closing
from typing import NamedTuple

from tui_app.cli.printed_page import Painted, PaintedSpan, PrintedPage, signs_on_paper
from tui_app.cli.shared_options import Colour
from tui_app.core.change_list import ListedChange, listed_changes, lone_facts
from tui_app.core.comparison import Comparison
from tui_app.core.facts.habits import habits_in_words
from tui_app.core.from_base.changes_from_base import ChangesFromBase
from tui_app.core.from_base.told_from_base import (
    NOTHING_TOLD,
    FromBase,
    KeptChange,
    TogetherFromBase,
    from_base_in_words,
    words_told,
)
from tui_app.core.kinds import ALL_KINDS, FACTS, KINDS, Kind
from tui_app.core.likeness import row_size
from tui_app.core.model import Difference, Document, Relation, Row, Side, Span
from tui_app.core.row_walk import rows_in_turn
from tui_app.core.text.direction import is_from_right, paragraph_is_from_right
from tui_app.core.text.display import displayable_line
from tui_app.core.text.plurals import counted
from tui_app.core.translation import languages_in_words
from tui_app.notes.note import PlacedNote
from tui_app.review.details import LONE_FACTS
from tui_app.review.looks import look_of
from tui_app.review.signs import (
    ASCII,
    RELATIONS,
    moved_sign,
    relation_word,
    row_sign,
)

_KIND_CELLS = max(len(traits.name) for traits in KINDS.values()) + 1
_TOO_LONG = (
    "too long to be read whole: where much differs, some facts are told as other words"
)
_FEWEST_CELLS = 20  # for words beside the kind


class PageLook(NamedTuple):
    """How a table is asked to look: when in colours, and in which signs."""

    colour: Colour = "auto"
    ascii_only: bool = False


def print_alignment(comparison: Comparison, weak_below: float, look: PageLook) -> None:
    """Print every row of the comparison; links below ``weak_below`` are weak."""
    table = Table(comparison, weak_below, look)
    table.write_head()
    for number in range(len(comparison.rows)):
        table.write_row(number)
    table.write_summary()


def print_differences(
    comparison: Comparison,
    weak_below: float,
    look: PageLook,
    from_base: ChangesFromBase | None = None,
    *,
    facts: bool,
) -> None:
    """Print the rows that differ, with their differences below; or only the facts.

    With a base the rows in which a change of it is kept are printed as well.
    """
    kinds = FACTS if facts else ALL_KINDS
    table = Table(comparison, weak_below, look, from_base)
    table.write_head()
    table.write_habits()
    with closing(rows_in_turn(comparison)) as numbers:
        for number in numbers:
            row = comparison.rows[number]
            same = row.relation is Relation.SAME and not row.moved
            differences = comparison.differences(number)
            kept = bool(from_base and from_base.of_row(number).kept)
            differs = any(one.kind in kinds for one in differences)
            if differs or (not facts and (kept or not same)):
                table.write_row(number, kinds)
                table.write_differences(number, kinds)
    if facts:
        table.write_lone_facts()
    table.write_summary()
    table.write_read_in_part()


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
                page.write(
                    [f"  {side}: " + page.cut(quote, page.width - 9, ASCII.left_out)]
                )
        page.write(page.wrapped(note.body, 4))


class Table:
    """A comparison on a page: titles, rows, what differs in them, a count."""

    def __init__(
        self,
        comparison: Comparison,
        weak_below: float,
        look: PageLook,
        from_base: ChangesFromBase | None = None,
    ) -> None:
        self._from_base = from_base
        self._counts: Counter[FromBase] = Counter()
        self._comparison = comparison
        self._weak_below = weak_below
        self._digits = len(str(len(comparison.rows)))
        self._gutter = self._digits + 4
        self._page = PrintedPage(self._gutter, look.colour)
        self._signs = signs_on_paper(ascii_only=look.ascii_only)

    def write_head(self) -> None:
        """Write the titles of both sides."""
        page = self._page
        left, right = (
            Painted(
                page.cut(document.called, page.column, self._signs.left_out),
                from_right=bool(is_from_right(document.called)),
            )
            for document in (self._comparison.left, self._comparison.right)
        )
        page.write(page.beside((" " * self._gutter,), left, right))
        page.write([page.paint(self._signs.line * page.width, "aside")])
        self.write_languages()

    def write_languages(self) -> None:
        """Write that the texts are in two languages, if they are, and who helped."""
        translation = self._comparison.translation
        if translation is None:
            return
        told = languages_in_words(translation)
        if self._comparison.seem_unrelated:
            told += "; the two texts seem unrelated"
        lines = self._page.wrapped(told, 0)
        self._page.write([self._page.paint(line, "aside") for line in lines])

    def write_habits(self) -> None:
        """Write what one text does throughout, if anything: no row tells it."""
        told = habits_in_words(self._comparison.character)
        lines = self._page.wrapped(told, 0) if told else ()
        self._page.write([self._page.paint(line, "aside") for line in lines])

    def write_row(self, number: int, kinds: Container[Kind] = ()) -> None:
        """Write both sides of a row, differences of ``kinds`` marked."""
        row = self._comparison.rows[number]
        sign = self._row_signs(number)
        label = self._page.paint(f"{number + 1:>{self._digits}}", "aside")
        found = self._comparison.differences(number) if kinds else ()
        wanted = [one for one in found if one.kind in kinds]
        lines = self._page.beside(
            (f"{label} {sign} ", " " * self._gutter),
            self._side(row, "left", wanted),
            self._side(row, "right", wanted),
        )
        self._page.write(lines)

    def write_differences(self, number: int, kinds: Container[Kind]) -> None:
        """Write the differences of a row, one line each: kind, left, right."""
        told = self._from_base.of_row(number) if self._from_base else NOTHING_TOLD
        for change in listed_changes(self._comparison, [number], kinds):
            self._page.write(self._difference(change))
            if self._from_base:
                self._write_status(told.of(change.numbers))
        if told.whole:
            spans = told.whole.base
            self._write_status(TogetherFromBase((told.whole.status,), spans))
        if told.moved:
            self._write_status(TogetherFromBase((told.moved,)), "moved: ")
        for kept in told.kept if kinds == ALL_KINDS else ():
            self._write_kept(kept)

    def _write_status(self, told: TogetherFromBase, before: str = "") -> None:
        """Write how a change stands to the base, and what the base says for it."""
        self._counts.update(told.statuses)
        words = before + ", ".join(told.statuses)
        if self._from_base and told.base:
            said = words_told(self._from_base.base.text, told.base)
            words = f"{words}; base: {displayable_line(said)}"
        self._write_aside(words)

    def _write_kept(self, kept: KeptChange) -> None:
        if self._from_base is None:
            return
        self._counts[FromBase.KEPT] += 1
        texts = self._from_base.base.text, self._comparison.left.text
        both = (
            displayable_line(words_told(text, [span])) or self._signs.no_words
            for text, span in zip(texts, kept[:2], strict=True)
        )
        self._write_aside(f"kept; base: {self._signs.becomes.join(both)}")

    def _write_aside(self, words: str) -> None:
        page, indent = self._page, " " * self._gutter
        told = page.cut(words, page.width - self._gutter, self._signs.left_out)
        page.write([indent + page.paint(told, "aside")])

    def write_lone_facts(self) -> None:
        """Write the facts in passages that only one side has, a line each."""
        lone = list(lone_facts(self._comparison))
        if lone:
            lines = self._page.wrapped(LONE_FACTS, 0)
            self._page.write(["", *(self._page.paint(line, "title") for line in lines)])
        for fact in lone:
            self._page.write(self._difference(fact, f"{fact.row + 1:>{self._digits}}"))

    def write_summary(self) -> None:
        """Write how many rows there are of each relation."""
        rows = self._comparison.rows
        counts = Counter(row.relation for row in rows)
        across = self._comparison.translation is not None
        parts = [
            f"{counts[one]} {relation_word(one, across=across)}"
            for one in RELATIONS
            if counts[one]
        ]
        moved = sum(row.moved for row in rows)
        if moved:
            parts.append(f"{moved} moved")
        total = counted(len(rows), "row", "rows")
        lines = self._page.wrapped(
            ": ".join([total, *filter(None, [", ".join(parts)])]), 0
        )
        self._page.write(["", *(self._page.paint(line, "aside") for line in lines)])
        if self._from_base:
            lines = self._page.wrapped(from_base_in_words(self._counts), 0)
            self._page.write([self._page.paint(line, "aside") for line in lines])

    def write_read_in_part(self) -> None:
        """Write how many rows are too long to have all of their changes told."""
        from tui_app.core.differences.row_differences import READ_WHOLE

        rows = enumerate(self._comparison.rows)
        long = sum(
            row.relation is Relation.CHANGED
            and row_size(self._comparison, number) > READ_WHOLE
            for number, row in rows
        )
        if long:
            told = f"{counted(long, 'row', 'rows')} {_TOO_LONG}"
            lines = self._page.wrapped(told, 0)
            self._page.write([self._page.paint(line, "aside") for line in lines])

    def _row_signs(self, number: int) -> str:
        rows = self._comparison.rows
        both = (row_sign(rows[number], self._weak_below), moved_sign(rows, number))
        return "".join(
            self._page.paint(self._signs.cell(one)[0], one.look) for one in both
        )

    def _side(self, row: Row, side: Side, differences: Iterable[Difference]) -> Painted:
        """Return one side of a row as one text, what differs in it marked."""
        document = self._comparison.document(side)
        units = row.units(side)
        text = " ".join(_flat(document.unit_text(number)) for number in units)
        first = document.units[units[0]].start if units else 0
        from_right = bool(units) and paragraph_is_from_right(document, first)
        if not (row.left and row.right):
            marks = [PaintedSpan(0, len(text), f"whole-{side}")]
            return Painted(text, marks, from_right)
        marks = [
            PaintedSpan(start, end, look_of(one.kind, side))
            for one in differences
            for start, end in _parts(one.span(side), document, units)
        ]
        return Painted(text, sorted(marks, key=lambda mark: mark.start), from_right)

    def _difference(self, change: ListedChange, row: str = "") -> list[str]:
        """Return the lines of a difference; ``row`` numbers one beneath no row."""
        page, kind = self._page, change.kind
        start = page.paint(row, "aside") + " " * (self._gutter - len(row))
        looks = (look_of(kind, "left"), look_of(kind, "right"))
        if row:
            looks = "left-only", "right-only"
        both = zip((change.left_words, change.right_words), looks, strict=True)
        words = [(text, look) for text, look in both if text]
        # On a very narrow page the words go below the kind.
        below = page.width - self._gutter - _KIND_CELLS < _FEWEST_CELLS
        room = page.width - (2 if below else self._gutter + _KIND_CELLS)
        becomes = self._signs.becomes
        cells = (room - len(becomes)) // 2 if len(words) > 1 else room
        shown = becomes.join(
            page.paint(page.cut(text, cells, self._signs.left_out), look)
            for text, look in words
        )
        look = "title" if kind in FACTS and not row else "text"
        if below:
            number = f"{row} " if row else ""
            return [number + page.paint(KINDS[kind].name, look), "  " + shown]
        name = page.paint(f"{KINDS[kind].name:<{_KIND_CELLS}}", look)
        return [start + name + shown]


def _parts(
    span: Span | None, document: Document, units: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield where the span stands in the text of the units, a space between each."""
    if span is None:
        return
    begin = 0
    for number in units:
        unit = document.units[number]
        first, last = max(span.start, unit.start), min(span.end, unit.end)
        if first < last:
            yield begin + first - unit.start, begin + last - unit.start
        begin += unit.end - unit.start + 1


def _flat(text: str) -> str:
    """Return ``text`` displayable in one line, offsets unchanged."""
    return displayable_line(text.replace("\n", " ").replace("\t", " "))
