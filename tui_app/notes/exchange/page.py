"""Notes as a page of HTML to read or print, the annotations in a script of data."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Sequence

from tui_app.core.model import Document
from tui_app.notes.exchange.annotation import from_page, to_page
from tui_app.notes.exchange.arriving import Arrival
from tui_app.notes.exchange.words import name_of, quoted, rows_in_words
from tui_app.notes.model import PlacedNote

_WHOLE = re.compile(
    r'<script type="application/ld\+json" id="diptych-notes">(.*?)</script>', re.DOTALL
)
_STYLE = """
body { max-width: 46em; margin: 2em auto; padding: 0 1em; font: 17px/1.5 serif; }
blockquote { margin: .4em 0; padding-left: 1em; border-left: 3px solid; }
.left { border-color: #b45f06; } .right { border-color: #0b57a4; }
.about { color: #666; font-size: .85em; } .body { white-space: pre-wrap; }
"""


def as_html(placed: Sequence[PlacedNote], left: Document, right: Document) -> str:
    """Return the notes as a page of HTML."""
    page = json.dumps(to_page([one.note for one in placed], left, right))
    # "<" would let a note end the script.
    whole = page.replace("<", "\\u003c")
    notes = "\n".join(_html_note(one) for one in placed)
    return f"""<!doctype html>
<html><head><meta charset="utf-8"><title>Notes</title><style>{_STYLE}</style></head>
<body><h1>Notes</h1>
<p class="about">Left: {html.escape(name_of(left))}<br>
Right: {html.escape(name_of(right))}</p>
{notes}
<script type="application/ld+json" id="diptych-notes">{whole}</script>
</body></html>
"""


def _html_note(one: PlacedNote) -> str:
    note = one.note
    about = " · ".join([note.kind, note.status, *(f"#{tag}" for tag in note.tags)])
    quotes = "".join(
        f'<blockquote class="{anchor.side}">{html.escape(quoted(anchor))}</blockquote>'
        for anchor in note.anchors
    )
    return (
        f"<h2>{html.escape(rows_in_words(one))}</h2>"
        f'<p class="about">{html.escape(about)}</p>{quotes}'
        f'<p class="body">{html.escape(note.body)}</p>'
    )


def from_html(text: str) -> list[Arrival]:
    """Return the notes in such a page; raise ``ValueError`` where it holds none."""
    match = _WHOLE.search(text)
    if match is None:
        raise ValueError("no notes of diptych in it")
    return from_page(json.loads(match[1]))
