"""How rows become lines: side by side, stacked, merged, or one text by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Literal, NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.layout.cover import THE_LEFT, Cover
from tui_app.core.layout.merged import can_be_merged, merged_lines
from tui_app.core.layout.portions import WHOLE, Portion, portion_of, within
from tui_app.core.layout.set_lines import (
    BLANK,
    Flow,
    LinePiece,
    SetLine,
    TextLine,
    flows,
    opens_paragraph,
)
from tui_app.core.layout.wrapping import Wrapper
from tui_app.core.model import SIDES, Document, Relation, Role, Row, Side
from tui_app.core.text.direction import paragraph_is_from_right
from tui_app.core.text.display import shown

View = Literal["side", "stacked", "merged", "original", "left", "right"]
"""``original`` is the text that is read, with the other one's words where its cover
is lifted; ``left`` and ``right`` are one side by itself, for free panes."""

_ALONE: Mapping[View, tuple[Side, ...]] = {"left": ("left",), "right": ("right",)}

_INDENT = 2

_INDENTED_FROM = 24

_PLAIN = frozenset({Role.BODY})


class TextMeasure(NamedTuple):
    """How wide the text is set (cells) and how many blank lines part the rows."""

    width: int
    spacing: int = 0


class Typesetter:
    """Sets rows of a comparison; knows nothing of scrolling or colours.

    ``cover`` says which text is read where only one is.
    """

    restates = False

    def __init__(
        self,
        comparison: Comparison,
        wrapper: Wrapper,
        measure: TextMeasure,
        cover: Cover = THE_LEFT,
    ) -> None:
        self.comparison = comparison
        self.wrapper = wrapper
        self.measure = measure
        self.cover = cover

    def set_row(
        self, row: int, view: View, portion: Portion = WHOLE
    ) -> tuple[SetLine, ...]:
        """Return the lines of the row, the blank ones before it included."""
        lines = self._body(row, view, portion)
        if not portion.first:
            return tuple(lines)
        return (*self._lead(row, view), *_marked(lines))

    def _body(self, row: int, view: View, portion: Portion) -> Iterator[SetLine]:
        content = self.comparison.rows[row]
        if view == "merged" and portion.count == 1:
            return self._merged(row)
        if view == "original":
            return self._original(row, portion)
        left = right = list[TextLine | None]()
        if view != "right":
            left = self._side(content, "left", portion)
        if view != "left":
            right = self._side(content, "right", portion)
        if view in {"stacked", "merged"}:
            return _stacked(content, left, right)
        return (SetLine(one, other) for one, other in zip_longest(left, right))

    def _merged(self, row: int) -> Iterator[SetLine]:
        """Yield the row as one text, or its sides one after the other."""
        content = self.comparison.rows[row]
        if can_be_merged(content):
            width = self.measure.width
            return merged_lines(self.comparison, self.wrapper, width, row)
        left, right = self._side(content, "left"), self._side(content, "right")
        stacked = _stacked(content, left, right)
        return (SetLine(line.left or line.right, both=True) for line in stacked)

    def _original(self, row: int, portion: Portion) -> Iterator[SetLine]:
        """Yield what is read of the row, then what is lifted of the other text.

        Where there is neither, an empty line stands for what only that text has.
        """
        content, cover = self.comparison.rows[row], self.cover
        if portion.first and cover.leaves_out(row, content):
            yield SetLine()
        sides = [cover.reads]
        if row in cover.lifted:
            sides.append(cover.covered)
        for side in sides:
            for line in self._side(content, side, portion):
                yield SetLine(left=line) if side == "left" else SetLine(right=line)

    def _side(
        self, row: Row, side: Side, portion: Portion = WHOLE
    ) -> list[TextLine | None]:
        """Return the lines of one side; ``None`` parts whole paragraphs."""
        document = self.comparison.document(side)
        lines: list[TextLine | None] = []
        whole = flows(document, row.units(side))
        for flow in within(document.text, whole, portion):
            if lines and document.granularity == "paragraph":
                lines.append(None)
            lines += self._flow_lines(flow, side, document)
        return lines

    def portion_of(self, row: int, side: Side, offset: int, count: int) -> int:
        """Return the portion of the row that holds the offset, or the next one."""
        numbers = self.comparison.rows[row].units(side)
        return portion_of(flows(self.comparison.document(side), numbers), offset, count)

    def _flow_lines(
        self, flow: Flow, side: Side, document: Document
    ) -> Iterator[TextLine]:
        text = shown(document, flow.start, flow.end)
        indented = flow.opens and document.granularity != "paragraph"
        indent = self.indent(text, flow.role) if indented else 0
        from_right = paragraph_is_from_right(document, flow.start)
        starts = self.wrapper.starts(text, self.measure.width, indent)
        for number, start in enumerate(starts):
            end = starts[number + 1] if number + 1 < len(starts) else len(text)
            piece = LinePiece(text[start:end].rstrip(" "), side, flow.start + start)
            first = number == 0
            before = indent if first else 0
            if from_right:
                before = self._free(piece.text, before)
            gap = first and flow.after_gap
            yield TextLine((piece,), before, flow.role, gap=gap)

    def _free(self, line: str, indent: int) -> int:
        """Return the cells left of a line that ends ``indent`` cells from the right."""
        return max(0, self.measure.width - indent - self.wrapper.cells(line))

    def indent(self, text: str, role: Role) -> int:
        """Return the cells a paragraph's first line leaves free.

        None where the column is narrow or the first word would not fit any more.
        """
        width = self.measure.width
        if role not in _PLAIN or width < _INDENTED_FROM:
            return 0
        word = text.split(" ", 1)[0]
        return 0 if width - _INDENT < len(word) <= width else _INDENT

    def _lead(self, row: int, view: View) -> list[SetLine]:
        if row == 0:
            return []
        content = self.comparison.rows[row]
        opens = any(self._opens(content, side) for side in self._leads(row, view))
        stacked = view == "stacked" and content.relation is not Relation.SAME
        return [BLANK] * (self.measure.spacing + (opens or stacked))

    def _leads(self, row: int, view: View) -> tuple[Side, ...]:
        """Return the sides whose paragraphs part the row from the one before it."""
        if view != "original":
            return _ALONE.get(view, SIDES)
        content, cover = self.comparison.rows[row], self.cover
        alone = row in cover.lifted and not content.units(cover.reads)
        return (cover.covered if alone else cover.reads,)

    def _opens(self, row: Row, side: Side) -> bool:
        numbers = row.units(side)
        return bool(numbers) and opens_paragraph(
            self.comparison.document(side), numbers[0]
        )


def _stacked(
    row: Row, left: list[TextLine | None], right: list[TextLine | None]
) -> Iterator[SetLine]:
    once = row.relation is Relation.SAME
    yield from (SetLine(left=line, both=once) for line in left)
    if once:
        return
    yield from (SetLine(right=line) for line in right)


def _marked(lines: Iterator[SetLine]) -> Iterator[SetLine]:
    for number, line in enumerate(lines):
        yield line._replace(first=number == 0)
