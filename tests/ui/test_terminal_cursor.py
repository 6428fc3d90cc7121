"""The terminal's cursor, hidden or not, is where a screen reader is to follow."""

import pytest
from textual.geometry import Offset

from tui_app.ui.widgets.picklist import PickList


@pytest.fixture(params=["", "plain = true\n"], ids=["drawn", "plain"])
def config(request):
    return request.param


async def test_in_a_list_it_is_on_the_line_that_is_chosen(open_reader, until, config):
    app = open_reader(config=config)
    async with app.run_test(size=(90, 24)) as pilot:
        await until(pilot, lambda: app.screen.counts.up_to_date)
        await pilot.press("?")
        picks = app.screen.query_one(PickList)
        seen = set()
        for key in ("down", "down", "pagedown", "pagedown", "up"):
            await pilot.press(key)
            line = picks._cursor - picks.scroll_offset.y
            assert app.cursor_position == picks.region.offset + Offset(0, line)
            seen.add(line)
        assert len(seen) > 1


async def test_where_one_types_it_is_behind_what_was_typed(open_reader, until, config):
    app = open_reader(config=config)
    async with app.run_test(size=(90, 24)) as pilot:
        await until(pilot, lambda: app.screen.counts.up_to_date)
        await pilot.press("?", *"note")
        await pilot.pause()
        line = app.screen.query_one("#filter")
        assert app.cursor_position == line.cursor_screen_offset
        await pilot.press("down")
        picks = app.screen.query_one(PickList)
        assert app.cursor_position.y >= picks.region.y


async def test_in_the_box_of_a_note_it_is_in_each_field(open_reader, until, config):
    app = open_reader(config=config)
    async with app.run_test(size=(90, 24)) as pilot:
        await until(pilot, lambda: app.screen.desk.notebook)
        await pilot.press("a")
        await until(pilot, lambda: app.cursor_position in app.focused.region)
        regions = []
        for _ in range(3):
            assert app.cursor_position in app.focused.region
            regions.append(app.focused.region)
            await pilot.press("tab")
            await pilot.pause()
        assert len(set(regions)) == 3


async def test_in_a_box_of_choices_it_is_on_the_word_chosen(
    open_reader, screen_lines, until, config
):
    app = open_reader(config=config)
    async with app.run_test(size=(90, 24)) as pilot:
        await until(pilot, lambda: app.screen.counts.up_to_date)
        await pilot.press("E")

        def here():
            x, y = app.cursor_position
            return screen_lines(app)[y][x:]

        await until(pilot, lambda: here().startswith("html]"))
        await pilot.press("right")
        await until(pilot, lambda: here().startswith("docx]"))
        assert here().startswith("docx]")


async def test_from_a_box_it_comes_back_to_the_row(open_reader, until, config):
    app = open_reader(config=config)
    async with app.run_test(size=(90, 24)) as pilot:
        await until(pilot, lambda: app.screen.desk.notebook)
        await pilot.press("j", "j")
        before = app.cursor_position
        for keys in (("?", "down"), ("I",), ("a", "x"), ("/", *"the")):
            await pilot.press(*keys, "escape")
            await until(pilot, lambda: app.cursor_position == before)
            assert app.cursor_position == before, keys


@pytest.mark.parametrize("height", [13, 16, 24])
async def test_what_is_typed_into_a_note_is_seen_at_the_cursor(
    open_reader, screen_lines, until, config, height
):
    words = "The harbour was closed for years after the flood, as people say, "
    app = open_reader(words * 6 + "five.", words * 6 + "seven.", config)
    async with app.run_test(size=(40, height)) as pilot:
        await until(pilot, lambda: app.screen.desk.notebook)
        await pilot.press("a", *"seen")

        def typed():
            x, y = app.cursor_position
            return screen_lines(app)[y][:x]

        await until(pilot, lambda: typed().endswith("seen"))
        assert typed().endswith("seen")
