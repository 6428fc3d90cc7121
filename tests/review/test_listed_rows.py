"""How many there are of each kind of list: never a number that is not known."""

from tui_app.core.comparison import compare_texts
from tui_app.review.counts import Counts
from tui_app.review.listed_rows import ListKind, kind_numbers
from tui_app.review.options import LayoutOptions, MarkOptions
from tui_app.review.review import Review
from tui_app.review.row_counting.tallies import TallyColumns


def facts_told(comparison, tallies):
    counts = Counts()
    counts.begin(comparison)
    counts.add(0, TallyColumns.of(tallies(comparison)))
    review = Review(comparison, LayoutOptions(), MarkOptions())
    return dict(kind_numbers(review, counts, 0))[ListKind.FACTS]


def test_facts_are_numbered_unless_a_row_is_too_long_to_be_marked(tallies):
    words = "".join(f"Word number {n} of the passage, " for n in range(2_000))
    assert facts_told(compare_texts("Five came.", "Seven came."), tallies) == 1
    long = compare_texts(f"{words}five.", f"{words}seven.", "paragraph")
    assert facts_told(long, tallies) is None
