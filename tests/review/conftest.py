"""Four lines on each side, of which one is the same, two say other things."""

import pytest

from tui_app.core.comparison import Comparison
from tui_app.core.model import Alignment, Bead
from tui_app.core.rows import build_rows
from tui_app.core.segmentation import segment

LEFT = [
    "The mayor opened the bridge on 3 May.",
    "It rained in the evening.",
    "Nobody had expected so many guests from the north.",
    "The river was calm.",
]
RIGHT = [
    "The mayor opened the bridge on 4 May.",
    "It rained in the evening.",
    "Nobody had awaited so many visitors from the south.",
    "A band played until midnight.",
]


@pytest.fixture
def linked():
    """Return the comparison of the lines; every link is certain, the last have none."""
    left, right = (segment("\n\n".join(text), None, "line") for text in (LEFT, RIGHT))
    alignment = Alignment(tuple(Bead((n,), (n,), 1.0) for n in range(3)), ())
    return Comparison(left, right, alignment, build_rows(left, right, alignment))


@pytest.fixture
def tallies():
    """Return a function that counts all rows of a comparison, as the reader does."""
    from tui_app.review.options import MarkOptions
    from tui_app.review.row_counting.counting_work import count_rows

    def count(comparison, marks=MarkOptions()):  # noqa: B008 - never changed
        return [one.tally for one in count_rows(comparison, marks)]

    return count
