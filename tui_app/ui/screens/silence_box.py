"""The box that asks what shall never be told again, and lists what is silenced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui_app.core.counting import Silence
from tui_app.core.kinds import FACTS, KINDS, Kind
from tui_app.review.signs import Signs
from tui_app.review.silencing import Offers
from tui_app.ui.widgets.boxes import PickScreen
from tui_app.ui.widgets.cells import cut_middle
from tui_app.ui.widgets.hints import Hint
from tui_app.ui.widgets.picklist import ListEntry, heading

LONGEST = 32
"""Cells of one side's words."""


def in_words(silence: Silence, signs: Signs) -> str:
    """Return what is silenced as a reader knows it."""
    if isinstance(silence, Kind):
        changed = "changed " if silence in FACTS else ""
        return f"all differences of this kind: {changed}{KINDS[silence].name}"
    left, right = (
        cut_middle(" ".join(words.split()), LONGEST, signs.cut) for words in silence
    )
    return f"{left or signs.no_words} / {right or signs.no_words}"


@dataclass(frozen=True, slots=True)
class SilenceChoice:
    """What to silence, or to tell again."""

    silence: Silence
    again: bool = False


class SilenceScreen(PickScreen[SilenceChoice]):
    """The box; dismissed with a :class:`SilenceChoice`, or ``None``."""

    HEADING = "Never tell me again, in these two texts"
    HINTS = (Hint("Enter", "never again"), Hint("Esc", "close"))
    DEFAULT_CSS = "SilenceScreen { & > #box { max-height: 20; } }"

    def __init__(
        self, offers: Offers, silenced: Sequence[Silence], signs: Signs
    ) -> None:
        entries = [*_offered(offers, signs), *told_again(silenced, signs)]
        super().__init__(entries, drawn_with=signs.drawn_with)


def _offered(offers: Offers, signs: Signs) -> Iterator[ListEntry[SilenceChoice]]:
    for pair in offers.words:
        yield ListEntry(((in_words(pair, signs), ""),), SilenceChoice(pair), "words")
    for kind in offers.kinds:
        yield ListEntry(((in_words(kind, signs), ""),), SilenceChoice(kind), "kind")


def told_again(
    silenced: Sequence[Silence], signs: Signs
) -> Iterator[ListEntry[SilenceChoice]]:
    """Yield the entries that take silences back, under a heading."""
    if silenced:
        yield heading("Silenced; Enter tells it again")
    for one in silenced:
        words = f"Tell again: {in_words(one, signs)}"
        yield ListEntry(((words, ""),), SilenceChoice(one, again=True))
