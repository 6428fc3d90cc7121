"""The tokens of a Markdown text, within bounds of memory and time.

CommonMark nests without end, and some of what it allows takes a time that grows with
the square of its length; a token takes some hundred bytes for as little as a letter.
"""

from __future__ import annotations

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

_MOST_LINES = 500_000
_PATIENCE = 4.0  # seconds of the processor; a long book takes one

_TOO_MUCH = "has more markup than can be read"
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
    _bind(parser, _bound(name), words)
    return parser.parse(text)


def _bound(name: str) -> Callable[[int], None]:
    """Return what raises ``UserError`` for too many tokens, or when time is up."""
    end = time.thread_time() + _PATIENCE

    def check(tokens: int = 0) -> None:
        if tokens > MOST_TOKENS:
            raise UserError(name, _TOO_MUCH, _HINT)
        if time.thread_time() > end:
            raise UserError(name, "has markup that takes too long to read", _HINT)

    return check


def _bind(
    parser: MarkdownIt,
    check: Callable[[int], None],
    words: Callable[[list[Token]], str],
) -> None:
    from markdown_it.token import Token

    def bound_tokens(state: StateCore) -> None:
        state.tokens = _Bounded(check)

    def join_words(state: StateCore) -> None:
        for token in state.tokens:
            if token.type == "inline":
                pieces = _Bounded(check)
                state.md.inline.parse(token.content, state.md, state.env, pieces)
                token.children = [Token("text", "", 0, content=words(pieces))]

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
