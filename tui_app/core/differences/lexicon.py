"""Small tables of English grammar."""

from __future__ import annotations

from typing import Final

FUNCTION_WORDS: Final = frozenset(
    """
    a an the this that these those some any each every either neither both all no
    i you he she it we they me him her us them my your his its our their mine yours
    hers ours theirs myself yourself himself herself itself ourselves themselves one
    who whom whose which what there here when where why how
    am is are was were be been being have has had having do does did doing done
    will would shall should can could may might must ought
    's 're 've 'll 'd 'm n't ca wo not nor
    and or but so yet if as than then though although because since while whereas
    whether unless until till
    of in on at by for with about against between into through during before after
    above below to from up down out off over under again further upon within without
    along across among amongst around toward towards onto via per
    too very just also such own same other only more most etc
    """.split()
)
"""Words of English grammar: frequent everywhere, so their matches say little."""
