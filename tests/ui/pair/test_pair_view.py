"""The widget paints its window, tells who follows it, and hands on the mouse."""

import pytest
from textual.app import App
from textual.events import MouseScrollDown

from tui_app.core.comparison import compare_texts
from tui_app.review.options import LayoutOptions, MarkOptions
from tui_app.review.review import Review
from tui_app.ui.pair.pair_view import PairView

LEFT = "\n\n".join(f"Passage {n} says that the number is {n}." for n in range(90))
RIGHT = LEFT.replace("says that", "tells us that")
MADE = compare_texts(LEFT, RIGHT)


class Shown(App[None]):
    """An app that shows a pair and nothing else."""

    def __init__(self):
        super().__init__()
        self.view = PairView(Review(MADE, LayoutOptions(), MarkOptions()))

    def compose(self):
        yield self.view


@pytest.fixture
def app():
    return Shown()


def styles(view):
    return [str(part.style) for part in view.render_line(0)]


async def test_who_follows_is_told_before_the_next_paint(app):
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        rows = []
        app.view.follow(lambda: rows.append(app.view.review.row))
        app.view.window.step_rows(1)
        assert rows == [1]
        app.view.window.go_to(80)
        assert rows == [1, 80]


async def test_only_the_lines_that_look_different_are_painted_again(app, monkeypatch):
    painted = []
    paint = PairView.render_line
    monkeypatch.setattr(
        PairView, "render_line", lambda view, y: painted.append(y) or paint(view, y)
    )
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        painted.clear()
        app.view.window.step_rows(1)
        await pilot.pause()
        assert 0 < len(set(painted)) < 8
        painted.clear()
        app.view.window.turn(1)
        await pilot.pause()
        assert set(painted) == set(range(30))


async def test_another_theme_paints_everything_in_its_colours(app):
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        before = styles(app.view)
        app.theme = "textual-light"
        await pilot.pause()
        assert len(styles(app.view)) == len(before)
        assert styles(app.view) != before


async def test_a_resize_is_followed(app):
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert app.view.window.panes.view == "side"
        await pilot.resize_terminal(60, 12)
        await pilot.pause()
        assert app.view.window.panes.size == (60, 12, 60)
        assert app.view.window.panes.view == "stacked"
        assert all(app.view.render_line(y).cell_length == 60 for y in range(12))


async def test_the_next_page_is_worked_out_in_a_pause(app, until, monkeypatch):
    looked_at = [0]
    look = Review.row_look
    monkeypatch.setattr(
        Review,
        "row_look",
        lambda one, row, only: looked_at.append(row) or look(one, row, only),
    )
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        _, last = app.view.window.panes.rows_in_sight()
        assert last > 9
        await until(pilot, lambda: max(looked_at) > 2 * last)


async def test_the_mouse_is_handed_on(app):
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        review, window = app.view.review, app.view.window
        text = app.view.render_line(0).text
        await pilot.click(app.view, offset=(text.index("number") + 2, 0), times=2)
        (selection,) = review.selected
        assert selection.text(MADE.left) == "number"
        start = window.panes.columns.right
        await pilot.mouse_down(app.view, offset=(start + 5, 2))
        await pilot.hover(app.view, offset=(start + 13, 2))
        await pilot.mouse_up(app.view, offset=(start + 13, 2))
        await pilot.hover(app.view, offset=(start + 20, 4))
        (selection,) = review.selected
        assert (selection.side, selection.span.end - selection.span.start) == (
            "right",
            9,
        )
        wheel = {"delta_x": 0, "delta_y": 1, "button": 0}
        keys = {"shift": False, "meta": False, "ctrl": False}
        app.view.post_message(MouseScrollDown(app.view, 5, 5, **wheel, **keys))
        await pilot.pause()
        assert window.panes.page.top.item > 0


async def test_the_terminals_cursor_stands_where_one_reads(app):
    async with app.run_test(size=(120, 30)) as pilot:
        app.view.focus()
        await pilot.pause()
        window = app.view.window
        columns = window.panes.columns
        assert app.cursor_position == (columns.left, 0)
        window.step_rows(1)
        line = max(window.panes.lines_of([1]))
        assert app.cursor_position == (columns.left, line)
        window.to_side("right")
        assert app.cursor_position == (columns.right, line)
        window.go_to(80)
        assert app.cursor_position.y in window.panes.lines_of([80])
