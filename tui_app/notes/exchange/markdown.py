"""Notes as Markdown: quotes to read, and each annotation in a comment below."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from tui_app.core.model import Document
from tui_app.notes.exchange.annotation import from_annotation, to_annotation
from tui_app.notes.exchange.arriving import Arrival
from tui_app.notes.exchange.words import name_of, quoted, rows_in_words, side_name
from tui_app.notes.model import PlacedNote

_COMMENT = "<!-- diptych:"
_WHOLE = re.compile(r"^<!-- diptych: (.*) -->$", re.MULTILINE)


def as_markdown(placed: Sequence[PlacedNote], left: Document, right: Document) -> str:
    """Return the notes as a file of Markdown."""
    parts = [f"# Notes\n\n- Left: {name_of(left)}\n- Right: {name_of(right)}\n"]
    parts += [_markdown_note(one, left, right) for one in placed]
    return "\n".join(parts)


def _markdown_note(one: PlacedNote, left: Document, right: Document) -> str:
    note = one.note
    words = [str(note.kind), str(note.status)]
    if note.anchors and not one.rows:
        words.append(str(one.state))
    words += [f"#{tag}" for tag in note.tags]
    lines = [f"## {rows_in_words(one)}", "", " · ".join(words), ""]
    for anchor in note.anchors:
        passage = quoted(anchor).replace("<", "&lt;")
        lines += [f"> **{side_name(anchor)}** {passage}", ""]
    if note.body:
        # A body may not pass for an annotation of ours.
        lines += [note.body.replace(_COMMENT, f"&lt;{_COMMENT[1:]}"), ""]
    # "--" may not stand in a comment, and JSON can say a hyphen otherwise.
    whole = json.dumps(to_annotation(note, left, right)).replace("--", "-\\u002d")
    return "\n".join([*lines, f"<!-- diptych: {whole} -->", ""])


def from_markdown(text: str) -> list[Arrival]:
    """Return the notes in a file of Markdown; raise ``ValueError`` for a broken one."""
    found = [json.loads(match[1]) for match in _WHOLE.finditer(text)]
    return [from_annotation(value) for value in found]
