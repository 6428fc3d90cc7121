"""Sixty passages on each side; one of ten stands on one side only."""

import pytest

from tui_app.core.comparison import compare_texts

LEFT = [
    f"Passage {n} says that the mayor saw {n + 2} boats on {n % 28 + 1} May."
    for n in range(60)
]
RIGHT = [text.replace("says", "tells us").replace("1 May", "2 May") for text in LEFT]


@pytest.fixture(scope="session")
def made():
    """Return the comparison of the passages."""
    right = [text for n, text in enumerate(RIGHT) if n % 10 != 7]
    return compare_texts("\n\n".join(LEFT), "\n\n".join(right), "paragraph")
