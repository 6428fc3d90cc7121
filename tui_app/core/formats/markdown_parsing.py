"""The tokens of a Markdown text, within bounds of memory and time.

CommonMark nests without end, and some of what it allows takes a time that grows with
the square of its length; a token takes some hundred bytes for as little as a letter.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_app.errors import UserError

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

MOST_TOKENS = 300_000
"""Tokens of a text, and of the words of one passage before they are joined."""

ROWS = "rows"
"""The type of the one token of the rows of a table that follow each other; ``meta`` has
them under this name."""

BETWEEN_CELLS = "\0"
"""Stands between the words of the cells in a row; what is parsed never holds it."""

_MOST_LINES = 500_000
# Seconds of the processor: for any text, for each million characters more, at most. A
# long book takes one, a table of a million characters three.
_PATIENCE, _PATIENCE_A_MILLION, _MOST_PATIENCE = 4.0, 8.0, 60.0

_TOO_MUCH = "has more markup than can be read"
# What may be markup within a passage; text without any is taken as it is.
_MARKUP = re.compile(r"[\\`*_~\[<&\n]")
_LOOK_AT_CLOCK = 1024  # tokens between two looks
_HINT = "give it the ending .txt to read it as plain text"


class _Bounded(list["Token"]):
    """Tokens, as many as may be, in a time that ends."""

    def __init__(self, check: Callable[[int], None]) -> None:
        super().__init__()
        self._check = check

    def append(self, token: Token) -> None:
        """Add a token. Raises ``UserError`` where there are too many."""
        self._check(len(self))
        super().append(token)


class _Blocks(_Bounded):
    """The tokens of passages. Of the rows of a table only words are kept.

    A row counts as one token all the same.
    """

    _row = _rows = 0

    def append(self, token: Token) -> None:
        """Add a token. Raises ``UserError`` where there are too many."""
        if token.type == "tr_open":
            self._row = len(self)
        if token.type != "tr_close":
            super().append(token)
            return
        self._rows += 1
        self._check(self._row + self._rows)
        inline = (one for one in self[self._row :] if one.type == "inline")
        row = BETWEEN_CELLS.join(cell.content for cell in inline)
        del self[self._row :]
        if self and self[-1].type == ROWS:
            self[-1].meta[ROWS].append(row)
        else:
            token.type, token.meta = ROWS, {ROWS: [row]}
            super().append(token)


def parse_markdown(
    text: str, name: str, words: Callable[[list[Token]], str]
) -> list[Token]:
    """Return the tokens; those of a passage's words joined to one by ``words``.

    Raises ``UserError`` about ``name`` for what is too much to read.
    """
    if text.count("\n") > _MOST_LINES:
        raise UserError(name, _TOO_MUCH, _HINT)
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(footnote_plugin)
    _bind(parser, _bound(name, len(text)), words)
    return parser.parse(text)


def _bound(name: str, size: int) -> Callable[[int], None]:
    """Return what raises ``UserError`` for too many tokens, or when time is up."""
    patience = _PATIENCE + _PATIENCE_A_MILLION * size / 1e6
    end = time.thread_time() + min(patience, _MOST_PATIENCE)

    def check(tokens: int = 0) -> None:
        if tokens > MOST_TOKENS:
            raise UserError(name, _TOO_MUCH, _HINT)
        if not tokens % _LOOK_AT_CLOCK and time.thread_time() > end:
            raise UserError(name, "has markup that takes too long to read", _HINT)

    return check


def _joined(
    content: str,
    state: StateCore,
    check: Callable[[int], None],
    words: Callable[[list[Token]], str],
) -> str:
    """Return the words of a passage without its markup."""
    if not _MARKUP.search(content):
        return content
    pieces = _Bounded(check)
    state.md.inline.parse(content, state.md, state.env, pieces)
    return words(pieces)


def _bind(
    parser: MarkdownIt,
    check: Callable[[int], None],
    words: Callable[[list[Token]], str],
) -> None:
    from markdown_it.token import Token

    def bound_tokens(state: StateCore) -> None:
        state.tokens = _Blocks(check)

    def join_words(state: StateCore) -> None:
        for token in state.tokens:
            if token.type == "inline":
                joined = _joined(token.content, state, check, words)
                token.children = [Token("text", "", 0, content=joined)]
            elif token.type == ROWS:
                rows = token.meta[ROWS]
                for number, row in enumerate(rows):
                    if _MARKUP.search(row):
                        rows[number] = BETWEEN_CELLS.join(
                            _joined(cell, state, check, words)
                            for cell in row.split(BETWEEN_CELLS)
                        )

    def in_block(_state: StateBlock, _start: int, _end: int, _silent: bool) -> bool:
        check(0)
        return False

    def in_line(_state: StateInline, _silent: bool) -> bool:
        check(0)
        return False

    parser.core.ruler.before("block", "bounds", bound_tokens)
    parser.core.ruler.at("inline", join_words)
    parser.block.ruler.before("table", "bounds", in_block)
    parser.inline.ruler.before("text", "bounds", in_line)
