"""A key that finds nothing says so."""

import pytest

from tui_app.core.comparison import compare_texts
from tui_app.review.session import Session
from tui_app.ui.app import DiptychApp

SAME = "The bridge was opened.\n\nIt rained.\n\nThe guests went home."
OTHER = SAME.replace("rained", "snowed")


def reader(right: str) -> DiptychApp:
    made = compare_texts(SAME, right)
    return DiptychApp(Session(made.left, made.right, made))


@pytest.mark.parametrize(
    ("right", "keys", "told"),
    [
        (SAME, ["]"], "No differences."),
        (SAME, ["["], "No differences."),
        (SAME, ["f", "]"], "No changed facts."),
        (SAME, ["n"], "No differences."),
        (OTHER, ["G", "]"], "No more differences below."),
        (OTHER, ["["], "No more differences above."),
        (OTHER, ["]", "]"], "No other differences."),
    ],
)
async def test_no_difference_is_said_in_the_status_line(right, keys, told):
    app = reader(right)
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press(*keys)
        assert app.screen.status.info.message == told


async def test_a_difference_found_says_nothing():
    app = reader(OTHER)
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press("]")
        assert app.screen.status.info.message == ""


async def test_other_word_marks_do_not_lose_the_difference():
    app = reader(SAME.replace("opened", "closed").replace("rained", "snowed"))
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press("]", "w")
        stop = app.screen.view.attention.stop
        assert stop is not None
        await pilot.press("]")
        assert app.screen.view.attention.stop.row > stop.row
