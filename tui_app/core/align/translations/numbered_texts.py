"""Both texts as numbers: which tokens each unit has, and how long it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tui_app.core.align.progress import Ticker
from tui_app.core.align.translations.translation_tokens import tokens_of
from tui_app.core.model import Document, Role

Ints: TypeAlias = NDArray[np.integer[Any]]
Floats: TypeAlias = NDArray[np.floating[Any]]
Mask: TypeAlias = NDArray[np.bool_]

# What a unit is counts among its tokens: whether it means anything that a paragraph
# or a heading begins in both texts, the lexicon learns as it does of words.
_PARAGRAPH = "¶"
_ROLE = "§"


@dataclass(frozen=True, slots=True)
class NumberedText:
    """Units of one text: ``units`` are their numbers in the document, rising.

    ``tokens`` names the types; those of the unit at place ``n``, each once, are
    ``ids[first[n]:first[n + 1]]``. ``often`` tells how many units have each type,
    ``sizes`` how many characters a unit has, white space aside and at least 1.
    """

    units: Ints
    tokens: tuple[str, ...]
    ids: Ints
    first: Ints
    often: Ints
    sizes: Floats

    def __len__(self) -> int:
        return len(self.units)

    def places(self) -> Ints:
        """Return the place of the unit that each of ``ids`` is of."""
        return np.repeat(np.arange(len(self)), np.diff(self.first))


def numbered(document: Document, units: Sequence[int], ticker: Ticker) -> NumberedText:
    """Return these units of a document, given in rising order."""
    numbers: dict[str, int] = {}
    ids: list[int] = []
    first, sizes, paragraph = [0], [], -1
    for unit in ticker.each(units):
        passage = document.unit_text(unit)
        of_unit = document.units[unit]
        found = dict.fromkeys(tokens_of(passage))
        if of_unit.paragraph != paragraph:
            found[_PARAGRAPH] = None
            paragraph = of_unit.paragraph
        if of_unit.role != Role.BODY:
            found[_ROLE + of_unit.role] = None
        ids += [numbers.setdefault(token, len(numbers)) for token in found]
        first.append(len(ids))
        sizes.append(max(1, sum(map(len, passage.split()))))
    kinds = np.array(ids, dtype=np.int32)
    return NumberedText(
        np.array(units, dtype=np.int64),
        tuple(numbers),
        kinds,
        np.array(first, dtype=np.int64),
        np.bincount(kinds, minlength=len(numbers)),
        np.array(sizes, dtype=np.float64),
    )


def ranges(starts: Ints, counts: Ints) -> Ints:
    """Return the numbers of several ranges one after the other."""
    ends = np.cumsum(counts)
    shifts = np.repeat(starts - (ends - counts), counts)
    found: Ints = np.arange(len(shifts)) + shifts
    return found


def reordered(text: NumberedText, order: Ints) -> NumberedText:
    """Return these places of the text, in this order."""
    counts = np.diff(text.first)[order]
    ids = text.ids[ranges(text.first[order], counts)]
    return replace(
        text,
        units=text.units[order],
        ids=ids,
        first=np.concatenate([[0], np.cumsum(counts)]),
        often=np.bincount(ids, minlength=len(text.tokens)),
        sizes=text.sizes[order],
    )
