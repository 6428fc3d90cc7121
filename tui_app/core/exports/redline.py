"""A Word file: the left text, with the right one as changes that Word has tracked.

Accepting all changes gives the right text, rejecting them the left, word for word and
paragraph for paragraph. A passage that moved as it was is tracked as moved, any other
as taken out and put in. Notes are comments on their words; they also go whole, in a
part of their own. Rows that do not go out are left out whole: the changes of the rows
that do are all there. ECMA-376 part 1, sections 17.13.4 and 17.13.5.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from xml.etree.ElementTree import Element, SubElement, tostring

from tui_app.core.comparison import Comparison
from tui_app.core.exports.carried_notes import custom_part
from tui_app.core.exports.chosen_walk import Closing, Opening
from tui_app.core.exports.paragraph_walk import Break, Event, Words, paragraph_walk
from tui_app.core.exports.redline_package import NAMESPACE, Member, package
from tui_app.core.exports.redline_styles import style_at
from tui_app.core.exports.report import Remark, Report
from tui_app.core.exports.xml_writing import HEAD, as_moment, holdable
from tui_app.core.model import SIDES, Side

_SIGNS = re.compile(r"(\r\n|[\r\n\t])")

_NOBODY = "Diptych"
"""Whose the changes are where nobody is named: Word wants an author."""

_MOVED = {"left": "moveFrom", "right": "moveTo"}
_CHANGED = {"left": "del", "right": "ins"}


def redline(report: Report) -> Iterator[bytes]:
    """Yield the file piece by piece, a paragraph of it in memory at a time.

    The same report gives the same bytes. ``report.author`` is whose the changes are,
    ``report.made`` since when.
    """
    body = _Body(report)
    left = report.comparison.left
    members = (
        Member("word/document.xml", body.written()),
        Member("word/comments.xml", body.comments()),
        Member("customXml/item1.xml", _encoded([custom_part(report.remarks)])),
    )
    return package(members, left, as_moment(report.made))


def _encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    return (piece.encode("utf-8") for piece in pieces)


class _Body:
    """Writes the paragraphs, and then the comments that were met on the way."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._changes = _Changes(report)
        self._met: list[tuple[int, Remark]] = []

    def written(self) -> Iterator[bytes]:
        """Yield the part that holds the text."""
        yield f'{HEAD}<w:document xmlns:w="{NAMESPACE}"><w:body>'.encode()
        paragraph = _Paragraph(self._report.comparison, self._changes)
        for number, remark in enumerate(self._report.remarks):
            if not remark.rows:
                self._add(paragraph, Opening(number, remark))
                self._add(paragraph, Closing(number, remark))
        for event in paragraph_walk(self._report):
            if isinstance(event, Break):
                yield tostring(paragraph.ended(event))
                paragraph = _Paragraph(self._report.comparison, self._changes)
            else:
                self._add(paragraph, event)
        yield tostring(paragraph.ended(Break(left=True, right=True)))
        yield b"<w:sectPr/></w:body></w:document>"

    def _add(self, paragraph: _Paragraph, event: Event) -> None:
        if isinstance(event, Words):
            paragraph.write(event)
        elif isinstance(event, Opening):
            self._met.append((event.number, event.remark))
            paragraph.open_comment(event.number)
        elif isinstance(event, Closing):
            paragraph.close_comment(event.number)

    def comments(self) -> Iterator[bytes]:
        """Yield the part with the comments; the text must have been written."""
        yield f'{HEAD}<w:comments xmlns:w="{NAMESPACE}">'.encode()
        for number, remark in sorted(self._met):
            yield tostring(_comment(number, remark, self._report.author))
        yield b"</w:comments>"


class _Changes:
    """Whose the changes are and since when, and a number for each."""

    def __init__(self, report: Report) -> None:
        self._said = {"w:author": holdable(report.author or _NOBODY)}
        if moment := as_moment(report.made):
            self._said["w:date"] = moment
        self._number = 0
        # A move without a date is none to Word.
        self.moves_whole: Callable[[int], bool] = cache(
            lambda row: bool(moment) and _moves_whole(report.comparison, row)
        )

    def tracked(self, name: str, number: int = 0) -> Element:
        """Return an element that tracks a change, under a number of its own."""
        self._number += 1
        return Element(f"w:{name}", {"w:id": str(number or self._number), **self._said})


def _moves_whole(comparison: Comparison, number: int) -> bool:
    """Tell whether the row moved, passage by passage as it was."""
    row = comparison.rows[number]
    if not row.moved or len(row.left) != len(row.right):
        return False
    return all(
        comparison.left.unit_text(mine) == comparison.right.unit_text(other)
        for mine, other in zip(row.left, row.right, strict=True)
    )


class _Paragraph:
    """A paragraph of the file while it is being written."""

    def __init__(self, comparison: Comparison, changes: _Changes) -> None:
        self._comparison = comparison
        self._changes = changes
        self._content: list[Element] = []
        self._styles: dict[Side, str] = {}

    def write(self, words: Words) -> None:
        """Add words that both texts have, or that go, or that come."""
        for side in SIDES:
            if (span := words.span(side)) is not None:
                document = self._comparison.document(side)
                self._styles.setdefault(side, style_at(document, span.start))
        if words.left is not None and words.right is not None:
            self._content.append(_run(words.text))
        else:
            self._change(words, "right" if words.left is None else "left")

    def _change(self, words: Words, side: Side) -> None:
        row = words.row
        if row is not None and words.moved and self._changes.moves_whole(row):
            self._move(words, row, side)
            return
        name = _CHANGED[side]
        if not (self._content and self._content[-1].tag == f"w:{name}"):
            self._content.append(self._changes.tracked(name))
        kind = "w:delText" if side == "left" else "w:t"
        self._content[-1].append(_run(words.text, kind))

    def _move(self, words: Words, row: int, side: Side) -> None:
        """Add words of a passage that moved, within the marks of its beginning and end.

        Notes may cut the passage in parts.
        """
        span = words.span(side) or (0, 0)
        document, name = self._comparison.document(side), _MOVED[side]
        number = document.unit_at(span[0])
        place = self._comparison.rows[row].units(side).index(number)
        unit, identity = document.units[number], _FIRST_MOVE + 2 * number
        identity += side == "right"
        if span[0] == unit.start:
            start = self._changes.tracked(f"{name}RangeStart", identity)
            start.set("w:name", f"moved-{row + 1}-{place + 1}")
            self._content.append(start)
        self._content.append(self._changes.tracked(name))
        self._content[-1].append(_run(words.text))
        if span[1] == unit.end:
            self._content.append(Element(f"w:{name}RangeEnd", {"w:id": str(identity)}))

    def open_comment(self, number: int) -> None:
        """Let the words of a comment begin here."""
        self._content.append(Element("w:commentRangeStart", {"w:id": str(number)}))

    def close_comment(self, number: int) -> None:
        """Let the words of a comment end here, and the comment stand."""
        reference = Element("w:r")
        SubElement(reference, "w:commentReference", {"w:id": str(number)})
        end = Element("w:commentRangeEnd", {"w:id": str(number)})
        self._content += end, reference

    def ended(self, mark: Break) -> Element:
        """Return the paragraph; its mark stays, goes or comes as the break does."""
        paragraph = Element("w:p")
        properties = SubElement(paragraph, "w:pPr")
        before, after = self._styles.get("left"), self._styles.get("right")
        _set_style(properties, before if after is None else after)
        if mark.left != mark.right:
            name = _CHANGED["left" if mark.left else "right"]
            SubElement(properties, "w:rPr").append(self._changes.tracked(name))
        if None not in {before, after} and before != after:
            change = self._changes.tracked("pPrChange")
            _set_style(SubElement(change, "w:pPr"), before)
            properties.append(change)
        if not len(properties):
            paragraph.remove(properties)
        paragraph.extend(self._content)
        return paragraph


_FIRST_MOVE = 100_000_000
"""Numbers from here on are those of moved passages, those below of other changes."""


def _set_style(properties: Element, style: str | None) -> None:
    if style:
        SubElement(properties, "w:pStyle", {"w:val": style})


def _run(text: str, kind: str = "w:t") -> Element:
    """Return a run: words, with tabs and line ends as signs between."""
    run = Element("w:r")
    for piece in _SIGNS.split(holdable(text)):
        if piece == "\t":
            SubElement(run, "w:tab")
        elif piece in {"\n", "\r", "\r\n"}:
            SubElement(run, "w:br")
        elif piece:
            SubElement(run, kind, {"xml:space": "preserve"}).text = piece
    return run


def _comment(number: int, remark: Remark, author: str) -> Element:
    """Return a note as a comment, a paragraph for each of its lines."""
    author = holdable(remark.by or author or _NOBODY)
    initials = "".join(word[0] for word in author.split())
    said = {"w:id": str(number), "w:author": author, "w:initials": initials}
    if moment := as_moment(remark.created):
        said["w:date"] = moment
    comment = Element("w:comment", said)
    for line in _SIGNS.sub("\n", remark.told).split("\n"):
        SubElement(comment, "w:p").append(_run(line))
    return comment
