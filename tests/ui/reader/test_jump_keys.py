"""Jumps lead where they say, and back; tested without an app."""

import pytest

from tui_app.core.comparison import Comparison
from tui_app.core.model import Alignment, Bead
from tui_app.core.rows import build_rows
from tui_app.core.segmentation import segment
from tui_app.review.details import changes_of
from tui_app.settings.keymap import resolve
from tui_app.ui.screens.facts_list import FactsScreen
from tui_app.ui.screens.goto import GoToScreen

COUNT = 60


@pytest.fixture
def reader(parts):
    """Return a reader on two texts; two neighbours of the left moved to the end."""

    def make(**how):
        text = [f"Passage {n} stands on its own here." for n in range(COUNT)]
        order = [n for n in range(COUNT) if n not in (3, 4)]
        order[50:50] = [3, 4]
        left = segment("\n\n".join(text), None, "sentence")
        right = segment("\n\n".join(text[n] for n in order), None, "sentence")
        beads = tuple(Bead((n,), (order.index(n),), 0.9) for n in range(COUNT))
        alignment = Alignment(beads, ())
        rows = build_rows(left, right, alignment)
        return parts(made=Comparison(left, right, alignment, rows), **how)

    return make


def moved(made):
    return [n for n, row in enumerate(made.review.comparison.rows) if row.moved]


def test_a_jump_leads_back_and_forth_again(reader):
    made = reader()
    made.do("row-down", "row-down", "last-row")
    end = made.row
    made.do("place-back")
    assert made.row == 2
    made.do("place-forward")
    assert made.row == end
    made.do("place-forward")
    assert made.rung == 1


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("size", [(120, 24), (60, 12)])
def test_pressed_twice_it_is_where_it_was_on_the_same_side(reader, side, size):
    made = reader(size=size)
    assert len(moved(made)) == 2
    for row in moved(made):
        made.jumps.go(row, side)
        made.do("counterpart")
        assert made.row not in moved(made)
        assert made.review.cursor.side == "right"
        made.do("counterpart")
        assert made.row == row
        assert made.review.cursor.side == side
        assert made.said[-1] == "Back where m was pressed."


def test_the_key_is_called_as_the_user_has_it(reader):
    made = reader(keymap=resolve({"counterpart": ("f5",)}))
    made.jumps.go(moved(made)[0], "left")
    made.do("counterpart", "counterpart")
    assert made.said[-1] == "Back where f5 was pressed."


def test_the_moved_passage_is_quoted_where_it_stands_on_the_right(reader):
    made = reader()
    made.jumps.go(4)
    made.do("counterpart")
    assert "after this row: Passage 4 stands" in made.said[-1]


def test_from_its_place_on_the_right_it_leads_to_the_passage_and_back(reader):
    made = reader()
    before = made.review.places.row_of_unit("right", 49)
    made.jumps.go(before)
    made.do("counterpart")
    assert made.row == 3
    assert made.said[-1].startswith(f"moved from after row {before + 1}: Passage 3")
    first, last = made.window.panes.rows_in_sight()
    assert first <= 3 <= last
    made.do("counterpart")
    assert made.row == before


def test_where_nothing_moved_that_is_said(reader):
    made = reader()
    made.jumps.go(20)
    made.do("counterpart")
    assert made.said == ["Nothing has moved from or to here."]
    assert made.row == 20


def test_a_moved_passage_is_brought_beside_in_free_panes(parts):
    left = segment("One is here. Two is. Three is. Four is.", None, "sentence")
    right = segment("Two was. Three was. Four was. One was here.", None, "sentence")
    pairs = [(0, 3), (1, 0), (2, 1), (3, 2)]
    beads = tuple(Bead((one,), (other,), 0.8) for one, other in pairs)
    alignment = Alignment(beads, ())
    rows = build_rows(left, right, alignment)
    made = parts(made=Comparison(left, right, alignment, rows))
    cursor = made.review.cursor
    made.do("unlock", "row-down", "counterpart")
    assert (cursor.side, cursor.left, cursor.right) == ("left", 1, 1)


def test_the_row_named_is_gone_to_and_left_again(reader):
    made = reader()
    made.do("go-to")
    ((screen, then),) = made.opened
    assert isinstance(screen, GoToScreen)
    then(None)
    assert made.row == 0
    then(40)
    assert made.row == 40
    made.do("place-back")
    assert made.row == 0


def test_the_fact_picked_from_the_list_is_the_difference_one_is_at(parts):
    left = "It rained.\n\nThe clerk wrote down 12 names.\n\nIt was 5 o'clock."
    made = parts(left, left.replace("12", "11").replace("5", "6"))
    made.do("facts-list")
    ((screen, then),) = made.opened
    assert isinstance(screen, FactsScreen)
    then(None)
    assert made.row == 0
    (fact,) = changes_of(made.review.comparison, 2)
    then(fact)
    stop = made.review.attention.stop
    assert made.row == stop.row == fact.row == 2
    made.do("place-back")
    assert made.row == 0
