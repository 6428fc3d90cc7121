"""Notes in a Word file: those it carries whole, and the comments somebody added.

A comment stands on words; these are quoted as they are before and after the tracked
changes (ECMA-376 part 1, 17.13), so that they are found in either text. A comment that
says what a carried note says is that note.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from tui_app.core.exports.carried_notes import PART_SPACE
from tui_app.core.exports.xml_writing import holdable
from tui_app.core.formats.safe_xml import XmlParts
from tui_app.core.formats.word_markup import (
    WRITTEN,
    all_words,
    value_of,
    with_short_names,
    written_words,
)
from tui_app.core.formats.zip_archive import ZipArchive
from tui_app.core.model import SIDES, Side
from tui_app.notes.anchoring.new_anchors import CONTEXT
from tui_app.notes.exchange.annotation import from_page
from tui_app.notes.exchange.arrivals import Arrival, made_id
from tui_app.notes.exchange.quoted_targets import Target
from tui_app.notes.note import NoteKind, Status

_TEXT, _COMMENTS = "word/document.xml", "word/comments.xml"

_ONLY_LEFT = frozenset({"del", "moveFrom"})
_ONLY_RIGHT = frozenset({"ins", "moveTo"})
_NO_WORDS = frozenset({"rPr", "pPr", "instrText", "mc:Fallback", "delInstrText"})


def from_word(data: bytes, name: str = "notes") -> list[Arrival]:
    """Return the notes in a Word file; ``name`` is what errors call it.

    Raises ``UserError`` for a damaged file and ``ValueError`` for one that holds no
    text or carries broken notes.
    """
    archive = ZipArchive(data, name)
    parts = XmlParts(archive, name)
    text = parts.root(_TEXT)
    if text is None:
        raise ValueError("no text of Word in it")
    carried = _carried(archive, parts)
    comments = parts.root(_COMMENTS)
    if comments is None:
        return carried
    known = {words for one in carried for words in _said_of(one)}
    places = _places(with_short_names(text))
    found = with_short_names(comments).iter("comment")
    new = (one for one in found if _folded(all_words(one)) not in known)
    return [*carried, *(_arrival(one, places) for one in new)]


def _carried(archive: ZipArchive, parts: XmlParts) -> list[Arrival]:
    """Return the notes of the part that holds them, if one does."""
    for member in archive.members():
        if member.startswith("customXml/item") and member.endswith(".xml"):
            root = parts.root(member)
            if root is not None and root.tag == f"{{{PART_SPACE}}}notes":
                return from_page(json.loads("".join(root.itertext())))
    return []


def _said_of(note: Arrival) -> Iterator[str]:
    """Yield what a comment made of the note says, with its place and without."""
    tags = " ".join(f"#{tag}" for tag in note.tags)
    body = f"{note.body} {tags}"
    yield _folded(holdable(body))
    ordered = sorted(note.targets, key=lambda one: one.side == "right")
    quotes = " ".join(f"“{one.exact}”" for one in ordered if one.exact)
    yield _folded(holdable(f"{quotes} {body}"))


def _folded(text: str) -> str:
    return " ".join(text.split())


def _arrival(comment: Element, places: dict[str, tuple[Target, ...]]) -> Arrival:
    number = value_of(comment, "id") or ""
    body = all_words(comment).replace("\u2028", "\n").strip()
    by, date = value_of(comment, "author") or "", value_of(comment, "date") or ""
    return Arrival(
        id=made_id(by, date, body),
        kind=NoteKind.NOTE,
        body=body,
        tags=(),
        status=Status.OPEN,
        targets=places.get(number, ()),
        created=f"{date}Z" if date and not date.endswith("Z") else date,
        by=by,
        any_place=True,
    )


# Where the comments stand -------------------------------------------------------


@dataclass(slots=True)
class _Texts:
    """Both texts of the file as far as they are read, and where comments stand."""

    words: dict[Side, list[str]] = field(
        default_factory=lambda: {"left": [], "right": []}
    )
    length: dict[Side, int] = field(default_factory=lambda: {"left": 0, "right": 0})
    begun: dict[str, dict[Side, int]] = field(default_factory=dict)
    ended: dict[str, dict[Side, int]] = field(default_factory=dict)

    def add(self, words: str, sides: Sequence[Side]) -> None:
        for side in sides:
            self.words[side].append(words)
            self.length[side] += len(words)


def _places(text: Element) -> dict[str, tuple[Target, ...]]:
    """Return where each comment stands, by its number."""
    read = _Texts()
    _read(text, read)
    whole = {side: "".join(read.words[side]) for side in SIDES}
    return {
        number: tuple(_targets(whole, begun, read.ended[number]))
        for number, begun in read.begun.items()
        if number in read.ended
    }


def _targets(
    whole: dict[Side, str], begun: dict[Side, int], ended: dict[Side, int]
) -> Iterator[Target]:
    for side in SIDES:
        text, start, end = whole[side], begun[side], ended[side]
        if text[start:end].strip():
            before = text[max(0, start - CONTEXT) : start]
            after = text[end : end + CONTEXT]
            yield Target(side, "", text[start:end].strip(), before, after)


def _read(text: Element, into: _Texts) -> None:
    """Read all words, of the left, the right or both. Depth costs no recursion."""
    stack: list[tuple[Iterator[Element], Sequence[Side]]] = [(iter(text), SIDES)]
    while stack:
        elements, sides = stack[-1]
        one = next(elements, None)
        if one is None:
            stack.pop()
        elif one.tag in WRITTEN:
            into.add(written_words(one), sides)
        elif one.tag == "commentRangeStart":
            into.begun[value_of(one, "id") or ""] = dict(into.length)
        elif one.tag == "commentRangeEnd":
            into.ended[value_of(one, "id") or ""] = dict(into.length)
        elif one.tag not in _NO_WORDS:
            if one.tag == "p":
                into.add("\n", SIDES)
            stack.append((iter(one), _sides_of(one.tag, sides)))


def _sides_of(tag: str, sides: Sequence[Side]) -> Sequence[Side]:
    if tag in _ONLY_LEFT:
        return tuple(side for side in sides if side == "left")
    if tag in _ONLY_RIGHT:
        return tuple(side for side in sides if side == "right")
    return sides
