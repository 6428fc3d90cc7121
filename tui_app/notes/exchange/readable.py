"""How notes look in Markdown, HTML and CSV, and how they come back from there.

What people read carries the annotations beside it, and only these are read back.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Sequence

from tui_app.core.exports.carried_notes import SCRIPT, in_cell, in_comment, in_markup
from tui_app.core.exports.formula_guard import inert
from tui_app.core.model import Document
from tui_app.notes.exchange.annotation import (
    from_annotation,
    to_annotation,
    to_page,
)
from tui_app.notes.exchange.arrivals import Arrival
from tui_app.notes.note import Anchor, PlacedNote

_COLUMNS = (
    "row",
    "kind",
    "status",
    "state",
    "tags",
    "body",
    "left",
    "right",
    "created",
    "changed",
    "by",
    "id",
    "annotation",
)


def as_csv(placed: Sequence[PlacedNote], left: Document, right: Document) -> str:
    """Return the notes as a file of comma-separated values."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for one in placed:
        note = one.note
        cells = (
            " ".join(str(row + 1) for row in one.rows),
            note.kind,
            note.status,
            one.state,
            " ".join(note.tags),
            note.body,
            "\n".join(note.quotes("left")),
            "\n".join(note.quotes("right")),
            note.created,
            note.changed,
            note.by,
            note.id,
        )
        whole = in_cell(json.dumps(to_annotation(note, left, right)))
        writer.writerow([*(inert(str(cell)) for cell in cells), whole])
    return out.getvalue()


_WHOLE = re.compile(r"^<!-- diptych: (.*) -->$", re.MULTILINE)


def as_markdown(placed: Sequence[PlacedNote], left: Document, right: Document) -> str:
    """Return the notes as a file of Markdown."""
    names = _unmarked(_name(left)), _unmarked(_name(right))
    parts = [f"# Notes\n\n- Left: {names[0]}\n- Right: {names[1]}\n"]
    parts += [_markdown_note(one, left, right) for one in placed]
    return "\n".join(parts)


def _markdown_note(one: PlacedNote, left: Document, right: Document) -> str:
    note = one.note
    words = [str(note.kind), str(note.status)]
    if note.anchors and not one.rows:
        words.append(str(one.state))
    words += [f"#{_unmarked(tag)}" for tag in note.tags]
    lines = [f"## {_where(one)}", "", " · ".join(words), ""]
    for anchor in note.anchors:
        lines += [f"> **{_side(anchor)}** {_unmarked(_passage(anchor))}", ""]
    if note.body:
        lines += [_tame(note.body), ""]
    whole = in_comment(json.dumps(to_annotation(note, left, right)))
    return "\n".join([*lines, whole, ""])


_LINK = re.compile(
    r"\](?=\(\s*(?!https?:|mailto:)[a-z][a-z0-9+.-]*:"
    r"|:\s*(?!https?:|mailto:)[a-z][a-z0-9+.-]*:)",
    re.IGNORECASE,
)


_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*$")
_FENCE_ENDS = re.compile(r" {0,3}(`+|~+)[ \t]*")
_FENCE_ANYWHERE = re.compile(r"^((?:\s|[-*+>]|\d+[.)])*)(?=```|~~~)")
_IMAGE = re.compile(r"!(?=\[)")


def _tame(markdown: str) -> str:
    """Return Markdown that stays within its note: a body may come from anybody.

    There is no HTML in it, no image that a reader would load, no code without an end,
    which would swallow the notes behind it, and no links but to pages and addresses. It
    may not pass for an annotation of ours. References to characters do it: of a sign
    with a backslash the backslash could be made one by another before it.
    """
    text = markdown.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    lines, code, fence = list[str](), list[str](), ""
    for line in _LINK.sub("&#93;", text).split("\n"):
        if fence:
            code.append(line)
            ended = _FENCE_ENDS.fullmatch(line)
            if ended and ended[1].startswith(fence):
                lines += code
                code, fence = [], ""
        elif opened := _FENCE.match(line):
            code, fence = [line], opened[1]
        else:
            lines.append(_flat(line))
    return "\n".join([*lines, *map(_flat, code)])


def _flat(line: str) -> str:
    """Return a line that begins no code and shows no image."""
    return _IMAGE.sub("&#33;", _FENCE_ANYWHERE.sub(r"\1\\", line))


def _unmarked(text: str) -> str:
    """Return text that is no Markdown, in one line, so that it stays none."""
    line = " ".join(text.replace("&", "&amp;").replace("<", "&lt;").split())
    return re.sub(r"([\\`*_\[\]])", r"\\\1", line)


def from_markdown(text: str) -> list[Arrival]:
    """Return the notes in a file of Markdown; raise ``ValueError`` for a broken one."""
    found = [json.loads(match[1]) for match in _WHOLE.finditer(text)]
    return [from_annotation(value) for value in found]


_STYLE = """
body { max-width: 46em; margin: 2em auto; padding: 0 1em; font: 17px/1.5 serif; }
blockquote { margin: .4em 0; padding-left: 1em; border-left: 3px solid; }
.left { border-color: #b45f06; } .right { border-color: #0b57a4; }
.about { color: #666; font-size: .85em; } .body { white-space: pre-wrap; }
"""


def as_html(placed: Sequence[PlacedNote], left: Document, right: Document) -> str:
    """Return the notes as a page of HTML."""
    page = to_page([one.note for one in placed], left, right)
    whole = in_markup(json.dumps(page))
    notes = "\n".join(_html_note(one) for one in placed)
    return f"""<!doctype html>
<html><head><meta charset="utf-8"><title>Notes</title><style>{_STYLE}</style></head>
<body><h1>Notes</h1>
<p class="about">Left: {html.escape(_name(left))}<br>
Right: {html.escape(_name(right))}</p>
{notes}
{SCRIPT}{whole}</script>
</body></html>
"""


def _html_note(one: PlacedNote) -> str:
    note = one.note
    about = " · ".join([note.kind, note.status, *(f"#{tag}" for tag in note.tags)])
    quotes = "".join(
        f'<blockquote class="{anchor.side}" dir="auto">{html.escape(_passage(anchor))}'
        "</blockquote>"
        for anchor in note.anchors
    )
    return (
        f"<h2>{html.escape(_where(one))}</h2>"
        f'<p class="about">{html.escape(about)}</p>{quotes}'
        f'<p class="body" dir="auto">{html.escape(note.body)}</p>'
    )


def _name(document: Document) -> str:
    """Return what a reader calls the document."""
    return document.name or "(text)"


def _side(anchor: Anchor) -> str:
    """Return the side of the anchor in words."""
    return "Left" if anchor.side == "left" else "Right"


def _passage(anchor: Anchor) -> str:
    """Return the passage in one line, or where something is missing."""
    if anchor.is_gap:
        return f"(missing here, after “{' '.join(anchor.prefix.split())}”)"
    return " ".join(anchor.quote.split())


def _where(one: PlacedNote) -> str:
    """Return where the note stands: rows as the reader counts them."""
    if one.rows:
        word = "Row" if len(one.rows) == 1 else "Rows"
        return f"{word} {', '.join(str(row + 1) for row in one.rows)}"
    return "Without a place" if one.note.anchors else "The whole comparison"
