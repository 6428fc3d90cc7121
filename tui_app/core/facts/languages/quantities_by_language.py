"""Which quantities stand in a passage that is not English."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from tui_app.core.collation.collation import Stretch
from tui_app.core.facts.languages.spelled_numbers import (
    SpelledNumber,
    spelled_numbers,
)
from tui_app.core.facts.languages.words_of_language import (
    OF,
    PERCENT,
    SCALES,
    unit_words,
)
from tui_app.core.facts.numbers.number_words import CURRENCY_SIGNS
from tui_app.core.facts.numbers.numerals import (
    Reading,
    grouped_by_points,
    read_figures,
    series,
)
from tui_app.core.facts.numbers.quantity import Quantity, QuantitySort
from tui_app.core.facts.passage import Mention, Passage, atom_at

_LEAST_SCALE = 1_000


def quantities_in(
    passage: Passage, language: str, claimed: Collection[int]
) -> list[Mention[Quantity]]:
    """Return the quantities of ``passage`` in order, ``claimed`` tokens left out."""
    if language in {"zh", "ja"}:
        from tui_app.core.facts.languages.han_numerals import han_quantities

        return han_quantities(passage, claimed)
    return list(_scan(passage, language, claimed))


def _scan(
    passage: Passage, language: str, claimed: Collection[int]
) -> Iterator[Mention[Quantity]]:
    words, places = passage.atoms, passage.places
    spelled = spelled_numbers(words, language)
    units = unit_words(language)
    end = 0
    for at, word in enumerate(words):
        if at < end or places[at] in claimed:
            continue
        found = None
        if word[0].isdigit() or (word[0] == "." and len(word) > 1):
            found = _of_figures(passage, at, spelled, units)
        elif at in spelled:
            found = _of_words(passage, at, spelled[at], units)
        if found is not None:
            mention, end = found
            yield mention


_Found = tuple[Mention[Quantity], int]


def _of_figures(
    passage: Passage,
    at: int,
    spelled: Mapping[int, SpelledNumber],
    units: Mapping[str, tuple[str, float]],
) -> _Found | None:
    words = passage.atoms
    read = read_figures(words, at)
    if read is None:
        written = series(words[at])
        if written is None:
            return None
        core = _stretch(passage, at, at + 1)
        value = Quantity(QuantitySort.SERIES, core, word=written)
        return Mention(*core, value), at + 1
    amount, end = read.amount, read.end
    if (grouped := grouped_by_points(words[at])) is not None:
        amount = grouped
    scale = spelled.get(end)
    if scale and scale.amount >= _LEAST_SCALE:
        amount, end = amount * scale.amount, scale.end
    elif atom_at(words, end) in SCALES:
        amount, end = amount * SCALES[words[end]], end + 1
        end += atom_at(words, end) == "."
    return _measured(passage, at, Reading(amount, end), units)


def _of_words(
    passage: Passage,
    at: int,
    number: SpelledNumber,
    units: Mapping[str, tuple[str, float]],
) -> _Found:
    core = _stretch(passage, at, number.end)
    if number.ordinal:
        value = Quantity(QuantitySort.ORDINAL, core, number.amount)
        return Mention(*core, value), number.end
    if number.end == at + 1 and number.amount > _LEAST_SCALE:
        word = f"{number.amount:g}"  # *Millionen* alone: nobody tells how many
        return Mention(*core, Quantity(QuantitySort.VAGUE, core, word=word)), number.end
    return _measured(passage, at, Reading(number.amount, number.end), units)


def _measured(
    passage: Passage,
    at: int,
    read: Reading,
    units: Mapping[str, tuple[str, float]],
) -> _Found:
    """Return the number with its unit; *one* may be an article, and counts less."""
    words = passage.atoms
    core = _stretch(passage, at, read.end)
    sign = atom_at(words, at - 1)
    first = read.end + (atom_at(words, read.end) in OF)
    if sign in CURRENCY_SIGNS:
        found, start, end = units[sign], at - 1, read.end
        unit: Stretch | None = _stretch(passage, at - 1, at)
    elif tuple(words[read.end : read.end + 2]) in PERCENT:
        found, start, end = units["%"], at, read.end + 2
        unit = _stretch(passage, read.end, end)
    elif atom_at(words, first) in units:
        found, start, end = units[words[first]], at, first + 1
        unit = _stretch(passage, first, end)
    else:
        return _plain(passage, at, read, core)
    value = Quantity(
        QuantitySort.AMOUNT,
        core,
        read.amount,
        dimension=found[0],
        size=found[1],
        unit=unit,
    )
    return Mention(*_stretch(passage, start, end), value), end


def _plain(passage: Passage, at: int, read: Reading, core: Stretch) -> _Found:
    weak = read.amount == 1 and not passage.atoms[at][0].isdigit()
    value = Quantity(QuantitySort.AMOUNT, core, read.amount)
    return Mention(*core, value, weak=weak), read.end


def _stretch(passage: Passage, start: int, end: int) -> Stretch:
    places: Sequence[int] = passage.places
    return Stretch(places[start], places[end - 1] + 1)
