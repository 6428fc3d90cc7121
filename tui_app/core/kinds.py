"""The kinds of difference there are: what each is called, and which family it is of.

A new kind is one row of ``KINDS``; everything else about kinds follows from there.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, NamedTuple


class Kind(StrEnum):
    """What kind of difference two passages show; its value is the contract's word."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    QUOTE = "quote"
    NEGATION = "negation"
    MODALITY = "modality"
    ADDED = "added"
    REMOVED = "removed"
    WORDING = "wording"
    INFLECTION = "inflection"
    SPELLING = "spelling"
    CASE = "case"
    PUNCTUATION = "punctuation"
    LABEL = "label"
    ORDER = "order"


Family = Literal["fact", "word", "added", "removed", "moved", "quiet"]

"""Kinds that look alike wherever differences are shown."""


class KindTraits(NamedTuple):
    """What is known of a kind.

    ``name`` is what people call it. ``lettered`` kinds are of words that may share
    most of their letters, so that the changed letters can be told.
    """

    name: str
    family: Family
    lettered: bool = False

    @property
    def fact(self) -> bool:
        """Whether the texts say something else there, not only otherwise."""
        return self.family == "fact"


KINDS: dict[Kind, KindTraits] = {
    Kind.NUMBER: KindTraits("number", "fact"),
    Kind.DATE: KindTraits("date", "fact"),
    Kind.NAME: KindTraits("name", "fact"),
    Kind.QUOTE: KindTraits("quotation", "fact"),
    Kind.NEGATION: KindTraits("negation", "fact"),
    Kind.MODALITY: KindTraits("modality", "fact"),
    Kind.ADDED: KindTraits("added", "added"),
    Kind.REMOVED: KindTraits("removed", "removed"),
    Kind.WORDING: KindTraits("other words", "word", lettered=True),
    Kind.INFLECTION: KindTraits("inflection", "quiet", lettered=True),
    Kind.SPELLING: KindTraits("spelling", "quiet", lettered=True),
    Kind.CASE: KindTraits("case", "quiet", lettered=True),
    Kind.PUNCTUATION: KindTraits("punctuation", "quiet"),
    Kind.LABEL: KindTraits("label", "quiet"),
    Kind.ORDER: KindTraits("order", "moved"),
}

"""Every kind in the order of their weight, facts first."""

ALL_KINDS = frozenset(Kind)

FACTS = frozenset(kind for kind, traits in KINDS.items() if traits.fact)

LETTERED = frozenset(kind for kind, traits in KINDS.items() if traits.lettered)

WEIGHT = {kind: place for place, kind in enumerate(KINDS)}
