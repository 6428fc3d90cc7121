"""Of the text that is read all is set, of the other only what is lifted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tui_app.core.comparison import Comparison
from tui_app.core.layout.cover import NO_ROWS, Cover, lifted_with
from tui_app.core.layout.folding import shown_items
from tui_app.core.layout.typesetting import TextMeasure, Typesetter
from tui_app.core.layout.wrapping import Wrapper
from tui_app.core.model import SIDES, Alignment, Bead, opposite
from tui_app.core.rows import build_rows
from tui_app.core.segmentation import segment

FAIR = settings(max_examples=40, deadline=None)
WORDS = [
    "Ein Satz.",
    "他们没有来。",
    "A much longer line of many short words",
    "Naïve é.",
]
LINES = st.lists(st.sampled_from(WORDS) | st.just(""), min_size=1, max_size=8).filter(
    any
)


def paired(left, right, pairs):
    """Return two texts of one passage a line; the pairs belong together."""
    texts = ("\n".join(lines) + "\n" for lines in (left, right))
    documents = [segment(text, None, "line") for text in texts]
    alignment = Alignment(tuple(Bead((i,), (j,), 0.9) for i, j in pairs), ())
    return Comparison(*documents, alignment, build_rows(*documents, alignment))


@pytest.fixture
def gapped():
    """Return rows of which the right alone has the second, third and last."""
    return paired(["a", "b"], ["A", "x", "y", "B", "z"], [(0, 0), (1, 3)])


def pieces_of(setter, row):
    return [
        piece
        for line in setter.set_row(row, "original")
        for text in (line.left, line.right)
        for piece in (text.pieces if text else ())
    ]


@FAIR
@given(LINES, LINES, st.sampled_from(SIDES), st.integers(4, 60), st.data())
def test_each_word_of_the_text_read_is_set_once_and_no_other(
    left, right, reads, width, data
):
    made = paired(left, right, [(0, 0)])
    row = data.draw(st.integers(0, len(made.rows) - 1))
    lifted = data.draw(st.sampled_from([NO_ROWS, range(row, row + 1)]))
    cover = Cover(reads, lifted)
    setter = Typesetter(made, Wrapper(cell_len), TextMeasure(width), cover)
    seen = {side: [] for side in SIDES}
    for number in range(len(made.rows)):
        for piece in pieces_of(setter, number):
            seen[piece.side] += range(piece.start, piece.end)
    open_units = made.rows[row].units(cover.covered) if lifted else ()
    for side, units in (
        (reads, range(len(made.document(reads).units))),
        (cover.covered, open_units),
    ):
        document = made.document(side)
        spans = [document.units[unit] for unit in units]
        wanted = [at for one in spans for at in range(one.start, one.end)]
        letters = [at for at in wanted if not document.text[at].isspace()]
        shown = sorted(at for at in seen[side] if not document.text[at].isspace())
        assert shown == letters


def test_what_is_lifted_stands_below_what_is_read(gapped):
    for reads in SIDES:
        cover = Cover(reads, range(1))
        setter = Typesetter(gapped, Wrapper(cell_len), TextMeasure(30), cover)
        sides = [piece.side for piece in pieces_of(setter, 0)]
        assert sides == [reads, opposite(reads)]


def test_what_only_the_covered_text_has_takes_one_line(gapped):
    setter = Typesetter(gapped, Wrapper(cell_len), TextMeasure(30), Cover("left"))
    only = [n for n, row in enumerate(gapped.rows) if not row.left]
    for number in only:
        (line,) = setter.set_row(number, "original")
        assert line.first
        assert line.left is line.right is None


def test_passages_that_only_the_covered_text_has_are_one_item(gapped):
    items = shown_items(gapped.rows, None, folded=False, cover=Cover("left"))
    assert list(items) == [range(1), range(1, 3), range(3, 4), range(4, 5)]
    lifted = shown_items(
        gapped.rows, None, folded=False, cover=Cover("left", range(1, 3))
    )
    assert [len(run) for run in lifted] == [1] * 5


def test_rows_that_are_the_same_and_rows_that_are_left_out_are_folded_apart():
    made = paired(["a", "b"], ["a", "b", "x", "y"], [(0, 0), (1, 1)])
    items = shown_items(made.rows, None, folded=True, cover=Cover("left"))
    assert list(items) == [range(2), range(2, 4)]


def test_only_a_lifted_gap_changes_which_rows_are_left_out(gapped):
    assert Cover("left", range(1)).over_gaps(gapped.rows) == Cover("left")
    gap = Cover("left", range(1, 3))
    assert gap.over_gaps(gapped.rows) == gap


def test_a_gap_in_the_text_read_is_lifted_as_a_whole(gapped):
    lifted = [lifted_with(gapped.rows, row, "left") for row in range(5)]
    assert lifted == [range(1), range(1, 3), range(1, 3), range(3, 4), range(4, 5)]
    assert lifted_with(gapped.rows, 1, "right") == range(1, 2)
