"""The lists of rows, facts and notes are one list with kinds to choose."""

import pytest

from tui_app.ui.note_screens.notes_list import NotesScreen
from tui_app.ui.screens.facts_list import FactsScreen
from tui_app.ui.screens.rows_list import RowsScreen

LEFT = """The harbour was closed for five years after the flood.

Nobody asked the keeper why the lamps were lit that night.

Engineers said that the work must be finished before winter.

A grey cat slept below the bridge while it rained.
"""
RIGHT = """A grey cat slept below the bridge while it rained.

The harbour was closed for seven years after the flood.

Engineers said that the work must be finished before winter.

Two choirs sang in the square until the bells rang at noon.
"""


@pytest.fixture
def opened(until):
    """Return a function that opens a list once all is counted and the notes open."""

    async def opened(pilot, *keys, screen=RowsScreen):
        app = pilot.app
        await until(pilot, lambda: app.screen.counts.by_row is not None)
        await until(pilot, lambda: app.screen.desk.notebook is not None)
        await pilot.press(*keys)
        await until(pilot, lambda: isinstance(app.screen, screen))
        await pilot.pause()
        return app.screen

    return opened


async def test_the_kinds_stand_above_each_list_with_their_numbers(
    open_reader, opened, until
):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(120, 24)) as pilot:
        screen = await opened(pilot, "I", screen=FactsScreen)
        line = (
            "[facts 1]  only left 1   only right 1   moved 1   notes 0   unreviewed 5"
        )
        assert str(screen.query_one("#kinds").render()).strip() == line
        found = []
        for _ in range(6):
            await pilot.press("tab")
            await until(pilot, lambda s=screen: app.screen is not s)
            await until(pilot, lambda: app.screen.query("#kinds"))
            screen = app.screen
            found.append(str(screen.query_one("#title").content))
        assert found[:-1] == [
            "Only on the left: 1 row",
            "Only on the right: 1 row",
            "Moved: 1 row",
            "Notes: 0",
            "Not reviewed: 5 rows",
        ]
        assert found[-1].startswith("Changed facts")


async def test_how_many_facts_there_are_is_told_once_they_are_listed(
    open_reader, until
):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(120, 24)) as pilot:
        await until(pilot, lambda: app.screen.counts.by_row is not None)
        app.screen.counts.outdate()
        await pilot.press("I")
        await until(pilot, lambda: app.screen.query("#kinds"))
        kinds = app.screen.query_one("#kinds")
        await until(pilot, lambda: "facts …" not in str(kinds.render()))
        assert "[facts 1]" in str(kinds.render())


async def test_notes_are_one_of_the_lists(open_reader, opened, until):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(120, 24)) as pilot:
        await opened(pilot, "@", screen=NotesScreen)
        await pilot.press("shift+tab")
        await until(pilot, lambda: isinstance(app.screen, RowsScreen))
        assert "Moved" in str(app.screen.query_one("#title").content)
        await pilot.press("escape")
        await pilot.press("V")  # the list that was open last
        await until(pilot, lambda: isinstance(app.screen, RowsScreen))
        assert "Moved" in str(app.screen.query_one("#title").content)


async def test_enter_goes_to_the_row_and_ctrl_o_leads_back(open_reader, opened, until):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(120, 24)) as pilot:
        review = app.screen.review
        await opened(pilot, "I", "tab", "tab")
        await until(
            pilot, lambda: "right" in str(app.screen.query_one("#title").content)
        )
        await pilot.press(*"choirs", "enter")
        await pilot.pause()
        row = review.comparison.rows[review.row]
        assert not row.left
        assert review.cursor.side == "right"
        await pilot.press("ctrl+o")
        assert review.row == 0


async def test_escape_leaves_the_reader_where_it_was(open_reader, opened):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(80, 24)) as pilot:
        review = app.screen.review
        await opened(pilot, "j", "j", "I", "tab")
        here = review.row, review.cursor.side
        await pilot.press("down", "escape")
        await pilot.pause()
        assert (review.row, review.cursor.side) == here


async def test_a_row_that_was_reviewed_is_listed_no_more(open_reader, opened, until):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(80, 24)) as pilot:
        review = app.screen.review
        await opened(pilot, "I", screen=FactsScreen)
        await pilot.press("escape", "r")
        await until(pilot, lambda: review.attention.reviewed)
        await pilot.press("I", "shift+tab")
        await until(pilot, lambda: isinstance(app.screen, RowsScreen))
        assert "Not reviewed: 4 rows" in str(app.screen.query_one("#title").content)
        assert 0 not in [entry.value for entry in app.screen.picks.entries]


@pytest.mark.parametrize("width", [40, 60, 80, 120])
async def test_at_every_width_the_chosen_kind_is_to_be_seen(
    open_reader, opened, screen_lines, width
):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(width, 24)) as pilot:
        await opened(pilot, "I", "shift+tab")
        await pilot.pause()
        assert any("[unreviewed 5]" in line for line in screen_lines(app))
        assert any("harbour" in line for line in screen_lines(app))


async def test_lists_closed_as_soon_as_they_are_opened_end_nothing(open_reader, opened):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(80, 24)) as pilot:
        reader = app.screen
        await opened(pilot, "I", screen=FactsScreen)
        await pilot.press("escape", *("I", "escape") * 3, *("t", "escape") * 3)
        await pilot.press("I", *["tab"] * 12, "escape")
        await pilot.pause()
        assert app.screen is reader


@pytest.mark.parametrize("width", [24, 40, 60, 80])
async def test_that_there_are_more_kinds_is_seen_where_not_all_have_room(
    open_reader, opened, width
):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(width, 24)) as pilot:
        screen = await opened(pilot, "I", screen=FactsScreen)
        kinds = screen.query_one("#kinds")
        shown = str(kinds.render()).rstrip()
        whole = shown.endswith("unreviewed 5")
        assert whole == (width == 80)
        assert whole or shown.endswith("…")
        assert len(shown) <= kinds.size.width
