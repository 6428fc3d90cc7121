"""The same document says the same in every format that can mark what is in it."""

from __future__ import annotations

import io
import zipfile

import pytest

from tui_app.core.formats import take
from tui_app.core.formats.taking import Wanted

PASSAGES = [
    ("The Mill", "title"),
    ("It turns.", "paragraph"),
    ("One wheel.", "list item"),
    ("It is old.", "paragraph"),
    ("Two sacks.", "list item"),
    ("North\tSouth", "table row"),
    ("The end.", "paragraph"),
    ("Since long ago.", "note"),
]
TOLD = ("The Mill", "Ann Lee", "2024-05-01", "en-gb")

MARKDOWN = """---
author: Ann  Lee
date: May 1, 2024
language: en_GB
---
# The Mill

It turns.[^1]

[^1]: Since long ago.

- One wheel.

  It is old.
- Two sacks.

| North | South |
|-------|-------|

<!-- unsure -->

The end.
"""

PAGE = """<html lang="en-GB"><head><meta name="author" content="Ann  Lee">
<meta name="date" content="1 May 2024"><title>The Mill</title></head><body>
<h1>The Mill</h1><p>It turns.<a role="doc-noteref" href="#n">1</a></p>
<aside role="doc-footnote" id="n"><p>Since long ago.</p></aside>
<ul><li><p>One wheel.</p><p>It is old.</p></li><li>Two sacks.</li></ul>
<table><tr><th>North</th><th>South</th></tr></table><p>The end.</p></body></html>
"""

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
ODT = f"""<office:document-content xmlns:office="{OFFICE}" xmlns:text="T"
xmlns:table="B"><office:body><office:text><text:p text:style-name="Title">The Mill
</text:p><text:p>It turns.<text:note text:note-class="footnote"><text:note-body>
<text:p>Since long ago.</text:p></text:note-body></text:note></text:p>
<text:list><text:list-item><text:p>One wheel.</text:p><text:p>It is old.</text:p>
</text:list-item><text:list-item><text:p>Two sacks.</text:p></text:list-item>
</text:list><table:table><table:table-row><table:table-cell><text:p>North</text:p>
</table:table-cell><table:table-cell><text:p>South</text:p></table:table-cell>
</table:table-row></table:table><text:p>The end.<office:annotation><text:p>unsure
</text:p></office:annotation></text:p></office:text></office:body>
</office:document-content>"""
ODT_META = f"""<office:document-meta xmlns:office="{OFFICE}" xmlns:m="M"><office:meta>
<m:initial-creator>Ann  Lee</m:initial-creator><m:language>en_GB</m:language>
<m:creation-date>2024-05-01T10:00:00</m:creation-date></office:meta>
</office:document-meta>"""


def odt() -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", ODT)
        archive.writestr("meta.xml", ODT_META)
    return whole.getvalue()


IN_EACH = pytest.mark.parametrize(
    ("name", "data"),
    [("a.md", MARKDOWN.encode()), ("a.html", PAGE.encode()), ("a.odt", odt())],
    ids=["Markdown", "HTML", "OpenDocument"],
)


@IN_EACH
def test_items_rows_and_notes_are_alike_in_every_format(name: str, data: bytes):
    extract = take(data, Wanted(name))
    found = [(extract.text[p.start : p.end], str(p.part)) for p in extract.passages]
    assert found == PASSAGES
    assert extract.text.startswith("The Mill\n\nIt turns.\n\nOne wheel.\n\nIt is old.")


@IN_EACH
def test_what_a_document_says_of_itself_is_alike(name: str, data: bytes):
    told = take(data, Wanted(name)).metadata
    assert (told.title, told.author, told.date, told.language) == TOLD


@pytest.mark.parametrize(
    ("name", "data"), [("a.md", MARKDOWN.encode()), ("a.odt", odt())]
)
def test_a_comment_is_called_so_in_every_format(name: str, data: bytes):
    (comment,) = take(data, Wanted(name)).left_out
    assert (comment.text, comment.why) == ("unsure", "comment")
