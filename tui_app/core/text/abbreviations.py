"""Which words are written with a full stop (Mr., No., U.S., a.m.), and does it end the sentence?"""

from __future__ import annotations

COURTESY = ("Mr", "Mrs", "Ms", "Mx", "Messrs")

RANKS = (
    *("Dr", "Prof", "St", "Gen", "Sen", "Rep", "Gov", "Lt", "Col", "Sgt", "Capt"),
    *("Rev", "Hon"),
)

ABROAD = (
    *("Mme", "Mlle", "Mgr", "Sr", "Sra", "Srta", "Dra", "Herr", "Hr", "Fr", "Frl"),
)

ENGLISH = "(?:" + "|".join((*COURTESY, *RANKS)) + ")"

"""A pattern: the title without its full stop, in an English text."""

NEVER_LAST = frozenset({*COURTESY, *ABROAD, "Dr"})

"""Titles, in any text, whose stop never ends a sentence.

The other ranks are left to the splitter: a street (*St.*) may end one.
"""
