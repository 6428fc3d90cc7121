"""Which kinds of difference are there; what is each called, how loud is it, which family of looks has it?"""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What kind of difference two passages show."""

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
    ORDER = "order"


ALL_KINDS = frozenset(Kind)

FACTS = frozenset(
    {Kind.NUMBER, Kind.DATE, Kind.NAME, Kind.QUOTE, Kind.NEGATION, Kind.MODALITY}
)

LETTERED = frozenset({Kind.WORDING, Kind.INFLECTION, Kind.SPELLING, Kind.CASE})

"""Kinds of differences between words that may share most of their letters."""

KINDS: dict[Kind, str] = {
    Kind.NUMBER: "number",
    Kind.DATE: "date",
    Kind.NAME: "name",
    Kind.QUOTE: "quotation",
    Kind.NEGATION: "negation",
    Kind.MODALITY: "strength",
    Kind.ADDED: "added",
    Kind.REMOVED: "removed",
    Kind.WORDING: "other words",
    Kind.INFLECTION: "inflection",
    Kind.SPELLING: "spelling",
    Kind.CASE: "case",
    Kind.PUNCTUATION: "punctuation",
    Kind.ORDER: "order",
}

"""Every kind as people call it, in the order of their weight: facts first."""

WEIGHT = {kind: place for place, kind in enumerate(KINDS)}
