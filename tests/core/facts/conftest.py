"""Facts as the words that show them."""

from __future__ import annotations

import pytest

from tui_app.core.differences.row_differences import differences
from tui_app.core.kinds import FACTS


@pytest.fixture
def facts():
    """Return the facts of two strings as (kind, left words, right words)."""

    def found(left, right):
        return [
            (
                str(one.kind),
                left[one.left.start : one.left.end] if one.left else None,
                right[one.right.start : one.right.end] if one.right else None,
            )
            for one in differences(left, right)
            if one.kind in FACTS
        ]

    return found


@pytest.fixture
def retold_facts():
    """Return the facts of two strings that stand in two tellings of one text."""
    from tui_app.core.collation.collate import collate
    from tui_app.core.facts.evidence import DocumentEvidence, TextEvidence
    from tui_app.core.facts.fact_rules import find_facts
    from tui_app.core.facts.pair_character import PairCharacter

    def words(tokens, stretch):
        if stretch is None:
            return None
        return " ".join(word.text for word in tokens.words[slice(*stretch)])

    def found(left, right, *habits):
        pair = PairCharacter(retelling=True, habits=habits)
        evidence = DocumentEvidence([TextEvidence(left)], [TextEvidence(right)], pair)
        collation = collate(left, right)
        return [
            (str(one.kind), words(collation.left, one.left),
             words(collation.right, one.right))
            for one in find_facts(collation, evidence).facts
            if one.kind in FACTS
        ]  # fmt: skip

    return found
