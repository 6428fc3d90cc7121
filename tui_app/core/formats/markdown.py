"""The text of a Markdown file: CommonMark with tables, struck words and footnotes.

Hard wrapping does not count; links give their words; the front matter is metadata.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from tui_app.core.extract import Extract, Format, Metadata, Part
from tui_app.core.formats.front_matter import split_front_matter
from tui_app.core.formats.markdown_parsing import BETWEEN_CELLS, ROWS, parse_markdown
from tui_app.core.formats.own_metadata import own_metadata
from tui_app.core.formats.own_title import is_title_first
from tui_app.core.formats.taking import COMMENT, LINE_END, Taking, Wanted

if TYPE_CHECKING:
    from markdown_it.token import Token

_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read_markdown(text: str, wanted: Wanted) -> Extract:
    """Return what a Markdown file holds.

    Raises ``UserError`` for what has more markup, or worse, than can be read.
    """
    fields, body = split_front_matter(text)
    tokens = parse_markdown(body, wanted.name, _words)
    title_at = _title_at(tokens)
    metadata = own_metadata(_metadata(fields))
    if title_at >= 0:
        shown = " ".join(_words(tokens[title_at + 1].children or ()).split())
        metadata = metadata._replace(title=shown or metadata.title)
    taking = _Walk(title_at).taken(tokens)
    return taking.extract(Format.MARKDOWN, metadata)


def _title_at(tokens: list[Token]) -> int:
    """Return which token opens the title: the only main heading, before all others."""
    headings = [n for n, token in enumerate(tokens) if token.type == "heading_open"]
    levels = [_level(tokens[n]) for n in headings]
    return headings[0] if is_title_first(levels) else -1


def _level(heading: Token) -> int:
    return int(heading.tag[1])


class _Walk:
    """A walk over the tokens of a file, which come in the order of the text."""

    def __init__(self, title_at: int) -> None:
        self._taking = Taking()
        self._title_at = title_at
        self._part, self._level = Part.PARAGRAPH, 0
        self._lists = 0
        self._opens_item = False
        self._in_notes = False

    def taken(self, tokens: list[Token]) -> Taking:
        """Return what was taken of all tokens."""
        for number, token in enumerate(tokens):
            self._take(number, token)
        return self._taking

    def _take(self, number: int, token: Token) -> None:
        kind = token.type
        if kind == ROWS:
            for row in token.meta[ROWS]:
                self._taking.add_row(row.split(BETWEEN_CELLS))
        elif kind == "inline":
            self._add(_words(token.children or ()))
        elif kind == "heading_open":
            is_title = number == self._title_at
            self._part = Part.TITLE if is_title else Part.HEADING
            self._level = _level(token)
        elif kind == "heading_close":
            self._part, self._level = Part.PARAGRAPH, 0
        elif kind in {"fence", "code_block"}:
            self._taking.add(token.content, Part.CODE)
        elif kind == "html_block":
            self._take_html(token.content)
        else:
            self._open_or_close(kind)

    def _open_or_close(self, kind: str) -> None:
        if kind.endswith("list_open"):
            if not self._lists:
                self._taking.apart()
            self._lists += 1
        elif kind.endswith("list_close"):
            self._lists -= 1
        elif kind in {"list_item_open", "list_item_close"}:
            self._opens_item = kind == "list_item_open"
        elif kind == "table_open":
            self._taking.apart()
        elif kind in {"footnote_block_open", "footnote_block_close"}:
            self._in_notes = kind == "footnote_block_open"

    def _add(self, words: str) -> None:
        if self._in_notes:
            self._taking.add(words, Part.NOTE)
        elif self._opens_item and self._part is Part.PARAGRAPH:
            self._opens_item = False
            self._taking.add(words, Part.LIST_ITEM, self._lists)
        else:
            self._taking.add(words, self._part, self._level)

    def _take_html(self, content: str) -> None:
        """Take the words of HTML that stands in the file; comments are left out."""
        import html

        # Behind the last end of one, each beginning would be searched to the end.
        comments, behind = _parted_after(content, "-->")
        for comment in _COMMENT.findall(comments):
            self._taking.leave_out(comment, COMMENT)
        tags, rest = _parted_after(_COMMENT.sub("", comments) + behind, ">")
        words = _TAG.sub("", _BREAK.sub(LINE_END, tags)) + rest
        self._taking.add(html.unescape(words))


def _parted_after(content: str, sign: str) -> tuple[str, str]:
    """Return what stands up to the last ``sign``, and what stands behind it."""
    before, found, behind = content.rpartition(sign)
    return before + found, behind


def _words(inline: Iterable[Token]) -> str:
    return "".join(_pieces(inline))


def _pieces(inline: Iterable[Token]) -> Iterator[str]:
    for token in inline:
        if token.type in {"text", "text_special", "code_inline"}:
            yield token.content
        elif token.type == "softbreak":
            yield " "
        elif token.type == "hardbreak" or (
            token.type == "html_inline" and _BREAK.match(token.content)
        ):
            yield LINE_END


def _metadata(fields: Mapping[str, str]) -> Metadata:
    def first(*names: str) -> str:
        return next((fields[name] for name in names if fields.get(name)), "")

    return Metadata(
        first("title"),
        first("author", "authors", "by", "byline"),
        first("date", "published", "created"),
        first("agency", "publisher", "source", "site"),
        first("lang", "language"),
    )
