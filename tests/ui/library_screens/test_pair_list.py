"""A list that changes while it is read: what the cursor is on stays where it is."""

import pytest

from tui_app.ui.library_screens.pair_list import PairList
from tui_app.ui.widgets.picklist import ListEntry, PickList, heading


def entries(words):
    """Return an entry for each word; a capital is a heading."""
    return [
        heading(word) if word.isupper() else ListEntry(((word, ""),), word)
        for word in words
    ]


@pytest.fixture
def shown(open_start):
    """Return a function that does something with a list of ten lines on the screen."""

    async def on(words, do):
        app, picked = open_start(), []
        async with app.run_test(size=(40, 24)) as pilot:
            await app.push_screen(_screen(picks := PairList(entries(words)), picked))
            await pilot.pause()
            await do(pilot, picks, picked)

    return on


def _screen(picks, picked):
    from textual.screen import Screen

    class ListScreen(Screen):
        CSS = "PairList { height: 10; }"

        def compose(self):
            yield picks

        def on_pick_list_picked(self, event: PickList.Picked):
            picked.append(event.value)

    return ListScreen()


LONG = [f"w{number:02}" for number in range(40)]


async def test_the_cursor_keeps_its_value_and_its_line_of_the_screen(shown):
    async def do(pilot, picks, _picked):
        await pilot.press(*["j"] * 20)
        here, line = picks.current, picks._cursor - picks.scroll_offset.y
        longer = ["new", *LONG[:5], "more", *LONG[5:]]
        picks.renew(entries(longer))
        assert picks.current == here
        assert picks._cursor - picks.scroll_offset.y == line
        picks.renew(entries(word for word in longer if word != here))
        assert picks.current == LONG[LONG.index(here) + 1]
        picks.renew([])
        assert picks.current is None
        picks.renew(entries(["back"]))
        assert picks.current == "back"

    await shown(LONG, do)


async def test_a_cursor_nobody_has_moved_stays_on_the_first(shown):
    async def do(_pilot, picks, _picked):
        picks.renew(entries(["best", *LONG]))
        assert picks.current == "best"
        assert picks.scroll_offset.y == 0

    await shown(LONG, do)


async def test_groups_are_gone_through_by_their_headings(shown):
    async def do(_pilot, picks, _picked):
        for step, wanted in ((1, "c"), (1, "d"), (1, "d"), (-1, "c"), (-1, "a")):
            picks.go_to_group(step)
            assert picks.current == wanted
        picks.action_move(1)
        picks.go_to_group(-1)
        assert picks.current == "a"

    await shown(["A", "a", "b", "B", "c", "C", "d"], do)


async def test_a_click_moves_the_cursor_and_a_click_on_it_chooses(shown):
    async def do(pilot, picks, picked):
        await pilot.click(picks, offset=(3, 2))
        assert picks.current == "c"
        assert not picked
        await pilot.click(picks, offset=(3, 2))
        await pilot.pause()
        assert picked == ["c"]

    await shown(["a", "b", "c"], do)
