"""``m`` leads to where a moved passage stands, and back to where it was pressed."""

import pytest

from tui_app.core.comparison import Comparison
from tui_app.core.model import Alignment, Bead
from tui_app.core.rows import build_rows
from tui_app.core.segmentation import segment
from tui_app.review.session import Session
from tui_app.ui.app import DiptychApp

COUNT = 60


def app() -> DiptychApp:
    """Return a reader on two texts; two neighbours of the left moved to the end."""
    text = [f"Passage {n} stands on its own here." for n in range(COUNT)]
    order = [n for n in range(COUNT) if n not in (3, 4)]
    order[50:50] = [3, 4]
    left = segment("\n\n".join(text), None, "sentence")
    right = segment("\n\n".join(text[n] for n in order), None, "sentence")
    beads = tuple(Bead((n,), (order.index(n),), 0.9) for n in range(COUNT))
    alignment = Alignment(beads, ())
    rows = build_rows(left, right, alignment)
    return DiptychApp(Session(left, right, Comparison(left, right, alignment, rows)))


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("size", [(120, 24), (60, 12)])
async def test_pressed_twice_it_is_where_it_was_on_the_same_side(side, size):
    reader = app()
    async with reader.run_test(size=size) as pilot:
        screen = reader.screen
        moved = [n for n, row in enumerate(screen.comparison.rows) if row.moved]
        assert len(moved) == 2
        for row in moved:
            screen.go_to_row(row, side)
            await pilot.press("m")
            assert screen.cursor_row not in moved
            assert screen.view.attention.cursor.side == "right"
            await pilot.press("m")
            assert screen.cursor_row == row
            assert screen.view.attention.cursor.side == side


async def test_the_moved_passage_is_quoted_where_it_stands_on_the_right():
    reader = app()
    async with reader.run_test(size=(120, 24)) as pilot:
        screen = reader.screen
        screen.go_to_row(4)
        await pilot.press("m")
        assert "after this row: Passage 4 stands" in screen.status.info.message


async def test_from_its_place_on_the_right_it_leads_to_the_passage_and_back():
    reader = app()
    async with reader.run_test(size=(120, 24)) as pilot:
        screen = reader.screen
        before = screen.view.where.row_of_unit("right", 49)
        screen.go_to_row(before)
        await pilot.press("m")
        assert screen.cursor_row == 3
        first, last = screen.view.rows_in_sight()
        assert first <= 3 <= last
        await pilot.press("m")
        assert screen.cursor_row == before
