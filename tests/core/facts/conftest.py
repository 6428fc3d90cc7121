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
