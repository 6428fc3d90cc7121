"""An edition in TEI P5: the words of both witnesses, and where they part an apparatus.

Parallel segmentation, internal (TEI P5 Guidelines, 12.2.3): A is the left text, B the
right one. A paragraph of both is a ``p``, one that only one has a ``p`` in its reading;
where one parts what the other does not there is a milestone. A line end within a
paragraph is ``lb``. Each witness comes back from its readings and what stands outside
of all, character for character, but for the white space between paragraphs and what
XML cannot hold. Notes stand behind their words and point to where these begin.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui_app.core.exports.apparatus_header import LINE_END, Contributors, header
from tui_app.core.exports.chosen_walk import Closing, Opening
from tui_app.core.exports.paragraph_walk import Break, Event, Words, paragraph_walk
from tui_app.core.exports.report import Report
from tui_app.core.exports.xml_writing import as_content
from tui_app.core.kinds import Kind
from tui_app.core.model import SIDES, Difference, Side, Span

_SIGNS: dict[Side, str] = {"left": "A", "right": "B"}

_PARTED = '<milestone unit="paragraph"/>'


def apparatus(report: Report) -> Iterator[str]:
    """Yield the edition piece by piece, a paragraph of it in memory at a time.

    An ``app`` has for ``n`` the number of its row, from 1, and for ``type`` the kind
    of difference where it shows but one, ``moved`` where the passage stands elsewhere
    in the other witness.
    """
    contributors = Contributors(report)
    yield from header(report, contributors)
    yield '<text><body xml:space="preserve">\n'
    yield from _Body(report, contributors).written()
    yield "</body></text></TEI>\n"


class _Body:
    """Where the writing has come to: in a paragraph or not, in an entry or not."""

    def __init__(self, report: Report, contributors: Contributors) -> None:
        self._report = report
        self._contributors = contributors
        self._in_paragraph = False
        self._entry: _Entry | None = None
        self._waiting: list[str] = []

    def written(self) -> Iterator[str]:
        """Yield what stands in the body: an empty paragraph where nothing does."""
        empty = True
        for event in paragraph_walk(self._report):
            empty = False
            yield from self._take(event)
        yield from self._end_paragraph()
        if empty:
            yield "<p/>\n"

    def _take(self, event: Event) -> Iterator[str]:
        if isinstance(event, Opening):
            self._waiting.append(f'<anchor xml:id="{_identity(event)}"/>')
        elif isinstance(event, Closing):
            note = self._contributors.note(event.remark, _identity(event))
            self._waiting.append(note)
        elif event.left and event.right:
            if isinstance(event, Words):
                yield from self._both(event)
            else:
                yield from self._end_paragraph()
        else:
            yield from self._one(event, "left" if event.left else "right")

    def _both(self, words: Words) -> Iterator[str]:
        yield from self._end_entry()
        yield from self._begin_paragraph()
        yield _inline(words.text)

    def _one(self, event: Words | Break, side: Side) -> Iterator[str]:
        row = event.row if isinstance(event, Words) else None
        if self._entry is None or not self._entry.is_of(row):
            yield from self._end_entry()
            if self._in_paragraph:
                yield from self._begin_paragraph()  # with what waits
            self._entry = _Entry()
        for markup in self._waiting:
            self._entry.put(markup, side)
        self._waiting.clear()
        if isinstance(event, Words):
            self._entry.add(event, side)
        else:
            self._entry.part(side)

    def _end_entry(self) -> Iterator[str]:
        """Yield the entry, one of whole paragraphs outside of any, and what waits."""
        entry, self._entry = self._entry, None
        if entry is None:
            return
        attributes = _attributes(entry, self._report)
        if entry.in_paragraphs and not self._in_paragraph:
            yield entry.written(attributes, "<p>", "</p>", "</p><p>") + "\n"
            yield from self._waiting
            self._waiting.clear()
            return
        if not self._in_paragraph:
            self._in_paragraph = True
            yield "<p>"
        yield entry.written(attributes, "", "", _PARTED)

    def _begin_paragraph(self) -> Iterator[str]:
        if not self._in_paragraph:
            self._in_paragraph = True
            yield "<p>"
        yield from self._waiting
        self._waiting.clear()

    def _end_paragraph(self) -> Iterator[str]:
        yield from self._end_entry()
        yield from self._waiting
        self._waiting.clear()
        if self._in_paragraph:
            self._in_paragraph = False
            yield "</p>\n"


def _identity(event: Opening | Closing) -> str:
    return f"note-{event.number + 1}"


def _inline(text: str) -> str:
    return "<lb/>".join(map(as_content, LINE_END.split(text)))


class _Entry:
    """An entry of the apparatus while it is gathered: what each witness reads there."""

    def __init__(self) -> None:
        self.row: int | None = None
        self.moved = False
        self.spans: dict[Side, list[Span]] = {"left": [], "right": []}
        self._paragraphs: dict[Side, list[str]] = {"left": [], "right": []}

    def is_of(self, row: int | None) -> bool:
        """Tell whether words of the row belong here."""
        return row is None or self.row is None or row == self.row

    def add(self, words: Words, side: Side) -> None:
        """Add words of one witness."""
        if (span := words.span(side)) is not None:
            self.spans[side].append(span)
        if words.row is not None:
            self.row, self.moved = words.row, words.moved
        self.put(_inline(words.text), side)

    def put(self, markup: str, side: Side) -> None:
        """Add markup to what a witness reads."""
        paragraphs = self._paragraphs[side] or [""]
        self._paragraphs[side] = [*paragraphs[:-1], paragraphs[-1] + markup]

    def part(self, side: Side) -> None:
        """Let a paragraph of one witness end here."""
        self._paragraphs[side] = [*(self._paragraphs[side] or [""]), ""]

    @property
    def in_paragraphs(self) -> bool:
        """Whether the readings are whole paragraphs, each with its end."""
        return all(not one or not one[-1] for one in self._paragraphs.values())

    def written(self, attributes: str, begin: str, end: str, between: str) -> str:
        """Return the entry; these stand about and between paragraphs of a reading."""
        readings = ""
        for side in SIDES:
            paragraphs, sign = self._paragraphs[side], _SIGNS[side]
            if begin:
                paragraphs = paragraphs[:-1]
            inner = f"{begin}{between.join(paragraphs)}{end}" if paragraphs else ""
            content = f">{inner}</rdg>" if inner else "/>"
            readings += f'<rdg wit="#{sign}"{content}'
        return f"<app{attributes}>{readings}</app>"


def _attributes(entry: _Entry, report: Report) -> str:
    if entry.row is None:
        return ""
    kind = _kind(entry, entry.row, report)
    return f' n="{entry.row + 1}"' + (f' type="{kind}"' if kind else "")


def _kind(entry: _Entry, number: int, report: Report) -> str:
    """Return the one kind of difference that the entry shows, else ``""``."""
    row = report.comparison.rows[number]
    if entry.moved:
        return "moved"
    if not (row.left and row.right):
        return Kind.REMOVED if row.left else Kind.ADDED
    differences = report.comparison.differences(number)
    kinds = {one.kind for one in differences if _is_shown(one, entry)}
    return kinds.pop() if len(kinds) == 1 else ""


def _is_shown(difference: Difference, entry: _Entry) -> bool:
    for side in SIDES:
        mark = difference.span(side)
        for span in entry.spans[side]:
            if mark and mark.start < span.end and span.start < mark.end:
                return True
    return False
