"""Words for how many without a number, and for about how many with one."""

from __future__ import annotations

from typing import Final

_CLASSES: Final = """
all: all every each entire whole everyone everybody everything
most: most majority
many: many much numerous countless plenty lots innumerable umpteen
some: some several various certain multiple
few: few handful little
more: more
fewer: fewer less
both: both
none: no none neither
either: either
"""
QUANTIFIERS: Final[dict[str, str]] = {
    word: line.split(":")[0]
    for line in _CLASSES.strip().splitlines()
    for word in line.split(":")[1].split()
}

PHRASES: Final[dict[tuple[str, ...], str]] = {
    ("a", "few"): "some",
    ("quite", "a", "few"): "many",
    ("only", "a", "few"): "some",
    ("very", "few"): "few",
    ("a", "handful"): "few",
    ("a", "small", "number"): "few",
    ("a", "number"): "some",
    ("a", "couple"): "couple",
    ("a", "lot"): "many",
    ("a", "great", "deal"): "many",
    ("a", "good", "deal"): "many",
    ("a", "great", "many"): "many",
    ("a", "large", "number"): "many",
    ("large", "number"): "many",
    ("large", "numbers"): "many",
    ("a", "wealth"): "many",
    ("a", "host"): "many",
    ("a", "majority"): "most",
    ("the", "majority"): "most",
    ("the", "vast", "majority"): "most",
    ("vast", "majority"): "most",
    ("the", "bulk"): "most",
    ("a", "minority"): "few",
    ("almost", "all"): "most",
    ("nearly", "all"): "most",
    ("almost", "every"): "most",
    ("nearly", "every"): "most",
    ("hardly", "any"): "few",
    ("almost", "no"): "few",
    ("not", "many"): "few",
    ("not", "much"): "few",
    ("virtually", "all"): "most",
    ("not", "one"): "none",
}

COMPATIBLE: Final = frozenset(
    {
        frozenset({"all", "both"}),
        frozenset({"either", "both"}),
        frozenset({"many", "more"}),
        frozenset({"few", "fewer"}),
        frozenset({"none", "fewer"}),
        frozenset({"couple", "some"}),
        frozenset({"couple", "both"}),
    }
)
"""Classes that may stand for each other without a change of what is said."""

AT_LEAST: Final = "at least"
AT_MOST: Final = "at most"
NEARLY: Final = "nearly"
ABOUT: Final = "about"
BY: Final = "by"
TO: Final = "to"

COMPARATORS: Final[dict[tuple[str, ...], str]] = {
    ("more", "than"): AT_LEAST,
    ("over",): AT_LEAST,
    ("at", "least"): AT_LEAST,
    ("above",): AT_LEAST,
    ("beyond",): AT_LEAST,
    ("exceeding",): AT_LEAST,
    ("exceeds",): AT_LEAST,
    ("exceed",): AT_LEAST,
    ("exceeded",): AT_LEAST,
    ("upwards", "of"): AT_LEAST,
    ("upward", "of"): AT_LEAST,
    ("in", "excess", "of"): AT_LEAST,
    ("greater", "than"): AT_LEAST,
    ("higher", "than"): AT_LEAST,
    ("longer", "than"): AT_LEAST,
    ("larger", "than"): AT_LEAST,
    ("bigger", "than"): AT_LEAST,
    ("older", "than"): AT_LEAST,
    ("a", "minimum", "of"): AT_LEAST,
    ("minimum", "of"): AT_LEAST,
    ("no", "fewer", "than"): AT_LEAST,
    ("no", "less", "than"): AT_LEAST,
    ("not", "less", "than"): AT_LEAST,
    ("topped",): AT_LEAST,
    ("less", "than"): AT_MOST,
    ("fewer", "than"): AT_MOST,
    ("under",): AT_MOST,
    ("below",): AT_MOST,
    ("up", "to"): AT_MOST,
    ("at", "most"): AT_MOST,
    ("at", "the", "most"): AT_MOST,
    ("as", "many", "as"): AT_MOST,
    ("as", "much", "as"): AT_MOST,
    ("not", "exceed"): AT_MOST,
    ("not", "exceeding"): AT_MOST,
    ("no", "more", "than"): AT_MOST,
    ("not", "more", "than"): AT_MOST,
    ("a", "maximum", "of"): AT_MOST,
    ("maximum", "of"): AT_MOST,
    ("lower", "than"): AT_MOST,
    **{
        ("no", comparative, "than"): AT_MOST
        for comparative in ("larger", "bigger", "greater", "higher", "longer", "older")
    },
    ("shorter", "than"): AT_MOST,
    ("smaller", "than"): AT_MOST,
    ("younger", "than"): AT_MOST,
    ("nearly",): NEARLY,
    ("almost",): NEARLY,
    ("close", "to"): NEARLY,
    ("just", "under"): NEARLY,
    ("just", "below"): NEARLY,
    ("just", "over"): AT_LEAST,
    ("about",): ABOUT,
    ("around",): ABOUT,
    ("roughly",): ABOUT,
    ("approximately",): ABOUT,
    ("some",): ABOUT,
    ("circa",): ABOUT,
    ("an", "estimated"): ABOUT,
    ("estimated",): ABOUT,
}
CHANGED: Final = {"by": BY, "to": TO}
"""What may stand before a number without a comparator: the change or its end."""
LONGEST_COMPARATOR: Final = max(map(len, COMPARATORS))
COMPARATORS_AFTER: Final[dict[tuple[str, ...], str]] = {
    ("or", "more"): AT_LEAST,
    ("or", "above"): AT_LEAST,
    ("or", "over"): AT_LEAST,
    ("or", "less"): AT_MOST,
    ("or", "fewer"): AT_MOST,
    ("or", "under"): AT_MOST,
    ("or", "so"): ABOUT,
    ("at", "maximum"): AT_MOST,
    ("at", "most"): AT_MOST,
    ("at", "least"): AT_LEAST,
    ("and", "more"): AT_LEAST,
}
