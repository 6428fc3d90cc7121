"""Which dates and quantities both sides give, as the language of each writes them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tui_app.core.facts.dates.dates import dates
from tui_app.core.facts.dates.when import WhenMention
from tui_app.core.facts.numbers.quantities import (
    QuantityMention,
    may_change,
    quantities,
)
from tui_app.core.facts.passage import Claimed, Passage, Sides, tokens_of

Languages = tuple[str, str]

"""Of the left and of the right, as ISO 639-1 names them."""


def date_mentions(
    sides: Sides, claimed: Claimed, languages: Languages
) -> tuple[list[WhenMention], list[WhenMention]]:
    """Return the dates of both sides that do not begin with a ``claimed`` token."""
    left = _dates(sides.left, languages[0])
    right = _dates(sides.right, languages[1])
    return _unclaimed(left, claimed[0]), _unclaimed(right, claimed[1])


def quantity_mentions(
    sides: Sides, claimed: Claimed, languages: Languages
) -> tuple[list[QuantityMention], list[QuantityMention]]:
    """Return the quantities of both sides; at least of one none if none can differ."""
    if languages == ("en", "en") and not any(
        may_change(side.atoms_anew) for side in (sides.left, sides.right)
    ):
        return [], []
    left = _quantities(sides.left, claimed[0], languages[0])
    return left, left and _quantities(sides.right, claimed[1], languages[1])


def _quantities(
    passage: Passage, claimed: Collection[int], language: str
) -> list[QuantityMention]:
    if language == "en":
        return quantities(passage, claimed)
    from tui_app.core.facts.languages.quantities_by_language import quantities_in

    return quantities_in(passage, language, claimed)


def _dates(passage: Passage, language: str) -> list[WhenMention]:
    if language == "en":
        return dates(passage)
    from tui_app.core.facts.languages.dates_by_language import dates_in

    digits = [one for one in dates(passage) if _in_digits(passage.words, one)]
    found = dates_in(passage, language)
    taken = tokens_of(found)
    return sorted(
        [*found, *(one for one in digits if one.start not in taken)], key=_start
    )


def _start(mention: WhenMention) -> int:
    return mention.start


def _in_digits(words: Sequence[str], mention: WhenMention) -> bool:
    return all(word[0].isdigit() for word in words[mention.start : mention.end])


def _unclaimed(
    mentions: list[WhenMention], claimed: Collection[int]
) -> list[WhenMention]:
    if not claimed:
        return mentions
    return [one for one in mentions if one.start not in claimed]
