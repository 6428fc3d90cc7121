import pytest

from tui_app.core.comparison import compare
from tui_app.core.segmentation import segment
from tui_app.review.session import Session
from tui_app.ui.app import DiptychApp

LEFT = "\n\n".join(
    f"Passage {n} says that the number is {n}. It goes on." for n in range(30)
)
RIGHT = LEFT.replace("goes on", "went on").replace("Passage 7 says", "Part 7 said")


def app(left: str = LEFT, right: str = RIGHT) -> DiptychApp:
    documents = [segment(text, None, "sentence") for text in (left, right)]
    return DiptychApp(Session(*documents, compare(*documents)))


SIZES = [(3, 2), (20, 5), (60, 20), (400, 120)]


@pytest.mark.parametrize("size", SIZES)
async def test_every_size_shows_and_moves(size):
    reader = app()
    async with reader.run_test(size=size) as pilot:
        await pilot.press("j", "j", "tab", "pagedown", "pageup", "k")
        view = reader.screen.view
        for y in range(view.size.height):
            assert view.render_line(y).cell_length == view.size.width


def test_the_cursor_walks_by_rows_and_sides(parts):
    reader = parts(LEFT, RIGHT, size=(120, 40))
    reader.do("row-down", "row-down", "row-up", "other-side")
    cursor = reader.review.cursor
    assert (cursor.side, cursor.row) == ("right", 1)


@pytest.mark.parametrize("texts", [("", ""), ("", "Two.")])
async def test_an_empty_side_is_no_trouble(texts):
    reader = app(*texts)
    async with reader.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "k", "tab", "pagedown", "pageup")
        assert reader.is_running


async def test_what_the_mouse_selects_is_what_the_copy_key_of_textual_takes():
    reader = app()
    async with reader.run_test(size=(120, 30)) as pilot:
        screen = reader.screen
        x = screen.view.render_line(0).text.index("number") + 2
        await pilot.click(screen.view, offset=(x, 0), times=2)
        assert screen.get_selected_text() == "number"
        await pilot.click(screen.view, offset=(x, 0))
        assert screen.get_selected_text() is None
