"""What the mouse does in the pair: select, let go, scroll."""

from textual.events import MouseScrollDown

from tui_app.core.comparison import compare
from tui_app.core.segmentation import segment
from tui_app.review.session import Session
from tui_app.ui.app import DiptychApp

LEFT = "The first witness spoke. The second kept silent.\n\nNobody wrote it down."
RIGHT = "The first witness talked. The second was silent.\n\nNobody wrote it down."


def reader(left: str = LEFT, right: str = RIGHT) -> DiptychApp:
    documents = [segment(text, None, "sentence") for text in (left, right)]
    return DiptychApp(Session(*documents, compare(*documents)))


def chosen(app: DiptychApp) -> str:
    return app.screen.get_selected_text()


async def test_a_drag_selects_on_the_side_where_it_began():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        view = app.screen.view
        columns = view.window.panes.columns
        y = next(at for at in range(20) if "first witness" in view.render_line(at).text)
        await pilot.mouse_down(view, offset=(columns.left + 6, y))
        await pilot.hover(view, offset=(columns.right + 8, y))
        await pilot.mouse_up(view, offset=(columns.right + 8, y))
        selection = view.review.attention.selection
        assert selection.side == "left"
        assert chosen(app).strip() in LEFT
        await pilot.mouse_down(view, offset=(columns.right + 6, y))
        await pilot.hover(view, offset=(columns.right + 12, y))
        await pilot.mouse_up(view, offset=(columns.right + 12, y))
        assert view.review.attention.selection.side == "right"


async def test_a_double_click_selects_a_word_and_a_click_lets_go():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        view = app.screen.view
        y = next(at for at in range(20) if "first witness" in view.render_line(at).text)
        x = view.render_line(y).text.index("witness") + 2
        await pilot.click(view, offset=(x, y), times=2)
        assert chosen(app) == "witness"
        await pilot.click(view, offset=(x, y))
        assert chosen(app) is None


async def test_the_wheel_scrolls_the_pane_it_is_over():
    app = reader(LEFT * 20, RIGHT * 20)
    async with app.run_test(size=(120, 30)) as pilot:
        view = app.screen.view
        wheel = {"delta_x": 0, "delta_y": 1, "button": 0}
        keys = {"shift": False, "meta": False, "ctrl": False}
        await pilot.press("s")
        view.post_message(MouseScrollDown(view, 100, 5, **wheel, **keys))
        await pilot.pause()
        assert (
            view.window.panes.pages["right"].top > view.window.panes.pages["left"].top
        )
        assert view.review.cursor.side == "right"
