"""The kinds of difference there are: what each is called, and which family it is of.

A new kind is a word of ``Kind`` and one row of ``KINDS``; its name, look and the
sentence that says why it is marked follow from there.
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
    UNTRANSLATED = "untranslated"
    LENGTH = "length"


Family = Literal["fact", "word", "added", "removed", "moved", "quiet"]
"""Kinds that look alike wherever differences are shown."""


class Reasons(NamedTuple):
    """Why a kind is marked: both sides have words, or the ``{side}`` alone."""

    both: str
    alone: str


class KindTraits(NamedTuple):
    """What is known of a kind.

    ``name`` is what people call it. ``lettered`` kinds are of words that may share
    most of their letters, so that the changed letters can be told. ``reasons`` are
    a fact's, and those of kinds that no words on the screen explain.
    """

    name: str
    family: Family
    lettered: bool = False
    reasons: Reasons | None = None

    @property
    def fact(self) -> bool:
        """Whether the texts say something else there, not only otherwise."""
        return self.family == "fact"


def _reasons(always: str) -> Reasons:
    return Reasons(always, always)


def _fact(name: str, both: str, alone: str) -> KindTraits:
    return KindTraits(name, "fact", reasons=Reasons(both, alone))


KINDS: dict[Kind, KindTraits] = {
    Kind.NUMBER: _fact(
        "number",
        "a number or quantity differs",
        "a number or quantity only the {side} gives",
    ),
    Kind.DATE: _fact(
        "date",
        "a date or time differs",
        "a date or time only the {side} gives",
    ),
    Kind.NAME: _fact(
        "name",
        "another name stands here",
        "a name only the {side} has here",
    ),
    Kind.QUOTE: _fact(
        "quotation",
        "quoted words changed",
        "quoted only on the {side}",
    ),
    Kind.NEGATION: _fact(
        "negation",
        "one side says what the other denies",
        "only the {side} denies it",
    ),
    Kind.MODALITY: _fact(
        "modality",
        "how certain or how binding it is differs",
        "only the {side} says how certain or how binding it is",
    ),
    Kind.ADDED: KindTraits("added", "added"),
    Kind.REMOVED: KindTraits("removed", "removed"),
    Kind.UNTRANSLATED: KindTraits(
        "untranslated",
        "word",
        reasons=_reasons("left as it stands in the other language"),
    ),
    Kind.WORDING: KindTraits("other words", "word", lettered=True),
    Kind.INFLECTION: KindTraits("inflection", "quiet", lettered=True),
    Kind.SPELLING: KindTraits("spelling", "quiet", lettered=True),
    Kind.CASE: KindTraits("case", "quiet", lettered=True),
    Kind.LENGTH: KindTraits(
        "length",
        "quiet",
        reasons=_reasons("one side is far longer than elsewhere in these texts"),
    ),
    Kind.PUNCTUATION: KindTraits("punctuation", "quiet"),
    Kind.LABEL: KindTraits("label", "quiet"),
    Kind.ORDER: KindTraits("order", "moved"),
}
"""Every kind in the order of their weight, facts first."""

ALL_KINDS = frozenset(Kind)

FACTS = frozenset(kind for kind, traits in KINDS.items() if traits.fact)

LETTERED = frozenset(kind for kind, traits in KINDS.items() if traits.lettered)

WEIGHT = {kind: place for place, kind in enumerate(KINDS)}
