"""What stands in quotation marks in a passage of any language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

# Opening, what is quoted, closing; where a mark opens and closes, spaces tell.
_QUOTED: Final = re.compile(
    r"„[^„“”]+[“”]|“[^“”]+”|”[^“”]+”|«[^«»]+»|»[^«»]+«|「[^「」]+」|『[^『』]+』"
    r"|〝[^〝〞〟]+[〞〟]|‹[^‹›]+›|›[^‹›]+‹"
    r"|(?<!\w)\"(?!\s)[^\"]+(?<!\s)\"(?!\w)|\"\s[^\"]+\s\""
    r"|(?<!\w)‘[^‘’]+’(?!\w)|‚[^‚‘’]+[‘’]"
    r"|(?<!\w)'(?=\w)[^'\n]+(?:\w'\w[^'\n]*)*[^'\s]'(?!\w)"
)

_ANY_MARK: Final = re.compile(
    r"[„“”«»「」『』〝〞〟‹›‚‘\"＂]|(?<!\w)[’'`]|[’'`](?!\w)|''|``|,,"
)

_OTHER_WAYS: Final = re.compile(r"[—–―《》〈〉*_/]|--|(?:^|[\s:,.])[-‐]\s")
"""Dashes of a dialogue, titles between brackets of their own, slanted words."""


class Quoted(NamedTuple):
    """A quotation with both its marks: offsets of it all."""

    start: int
    end: int


def quoted_stretches(text: str) -> Iterator[Quoted]:
    """Yield the quotations that begin and end in ``text``, in order."""
    for match in _QUOTED.finditer(text):
        yield Quoted(*match.span())


def is_quoted_somehow(text: str) -> bool:
    """Tell whether ``text`` has any mark that may stand for a quotation's.

    A dash before what is said and words set apart count.
    """
    return bool(_ANY_MARK.search(text) or _OTHER_WAYS.search(text))


def has_marks(text: str) -> bool:
    """Tell whether ``text`` has a quotation mark, or one that looks like it."""
    return _ANY_MARK.search(text) is not None
