"""Which quotations stand between marks on one side only, in any two languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Final, NamedTuple

from tui_app.core.facts.across.translated_row import TranslatedRow
from tui_app.core.kinds import Kind
from tui_app.core.model import SIDES, Difference, Side, Span

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


_KEPT: Final = 0.8
"""Of rows with a quotation so many have marks opposite, where marks are kept."""

_FEWEST: Final = 5


class QuotingHabits(NamedTuple):
    """Whether what the left, the right quotes is mostly between marks opposite too."""

    left: bool = True
    right: bool = True

    def keeps(self, side: Side) -> bool:
        """Tell whether quotations of that side mostly keep their marks opposite."""
        return self.left if side == "left" else self.right


def quoting_habits(rows: Iterable[tuple[str, str]]) -> QuotingHabits:
    """Return the habits that rows show; of a few rows none is known.

    A text that marks nothing, or a dialogue by dashes, has no marks to lose.
    """
    quoting, kept = [0, 0], [0, 0]
    for row in rows:
        for side in (0, 1):
            if next(_quoted_stretches(row[side]), None):
                quoting[side] += 1
                kept[side] += _has_marks(row[1 - side])
    return QuotingHabits(
        *(
            number < _FEWEST or kept[side] >= _KEPT * number
            for side, number in enumerate(quoting)
        )
    )


def quotation_marks(row: TranslatedRow, habits: QuotingHabits) -> Iterator[Difference]:
    """Yield the marks of quotations of a side where the other has no mark at all.

    The two of one quotation are tied by a group.
    """
    groups = count()
    for side in SIDES:
        if not habits.keeps(side) or _is_quoted_somehow(row.opposite(side)):
            continue
        for quoted in _quoted_stretches(row.passage(side)):
            group = next(groups)
            for at in (quoted.start, quoted.end - 1):
                yield _one_sided(Span(at, at + 1), side, group)


def _one_sided(span: Span, side: Side, group: int) -> Difference:
    if side == "left":
        return Difference(Kind.QUOTE, span, None, group)
    return Difference(Kind.QUOTE, None, span, group)


def _quoted_stretches(text: str) -> Iterator[Span]:
    """Yield the quotations that begin and end in ``text``, marks included, in order."""
    for match in _QUOTED.finditer(text):
        yield Span(*match.span())


def _is_quoted_somehow(text: str) -> bool:
    """Tell whether ``text`` has any mark that may stand for a quotation's.

    A dash before what is said and words set apart count.
    """
    return bool(_ANY_MARK.search(text) or _OTHER_WAYS.search(text))


def _has_marks(text: str) -> bool:
    """Tell whether ``text`` has a quotation mark, or one that looks like it."""
    return _ANY_MARK.search(text) is not None
