"""Going to a row by its number, a share or a heading."""

import pytest

from tui_app.ui.screens.goto import GoToScreen, row_named


@pytest.mark.parametrize(
    ("text", "row"),
    [("1", 0), ("57", 56), ("0", 0), ("999", 100), ("0%", 0), ("50%", 50),
     ("100 %", 100), ("33,3%", 33), ("", None), ("heading", None), ("-3", None),
     ("1e3", None)],
)  # fmt: skip
def test_a_row_is_named_by_number_or_percent(text, row):
    assert row_named(text, 101) == row


def test_there_is_no_row_in_nothing():
    assert row_named("1", 0) is None


async def test_going_to_a_row_by_number(open_reader):
    app = open_reader()
    async with app.run_test(size=(90, 30)) as pilot:
        await pilot.press(":")
        await pilot.pause()
        assert isinstance(app.screen, GoToScreen)
        await pilot.press("3", "enter")
        await pilot.pause()
        assert app.screen.review.row == 2
