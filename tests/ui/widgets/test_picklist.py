"""Lists to pick from: filtering, moving, headings that are never picked."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from textual.events import Paste

from tui_app.ui.widgets.boxes import PickScreen
from tui_app.ui.widgets.picklist import ListEntry, heading, matching, next_pick

words = st.text("ab c", max_size=6)
entries_of = st.lists(
    st.builds(lambda text: ListEntry(((text, ""),), text), words)
    | st.builds(heading, words),
    max_size=12,
)


@given(entries_of, words)
def test_a_filter_keeps_exactly_what_holds_every_word(entries, query):
    shown = [entry for entry in matching(entries, query) if not entry.heading]
    wanted = [
        entry
        for entry in entries
        if not entry.heading and all(w in entry.words for w in query.split())
    ]
    assert shown == wanted


@given(entries_of, words)
def test_a_heading_is_shown_only_above_something(entries, query):
    shown = matching(entries, query)
    for above, below in pairwise([*shown, heading("end")]):
        assert not (above.heading and below.heading)


@given(entries_of)
def test_only_entries_with_a_value_can_be_picked(entries):
    for start in range(len(entries)):
        found = next_pick(entries, start, 1)
        assert found is None or entries[found].value is not None


def fruits():
    return [
        heading("Fruit"),
        ListEntry((("apple", ""),), "apple"),
        ListEntry((("pear", ""),), "pear"),
        heading("Other"),
        ListEntry((("stone [/] [bold]", ""),), "stone"),
    ]


PICKS = {
    "typing filters and enter picks": ([*"pea", "enter"], "pear"),
    "arrows skip headings": (["down", "down", "down", "enter"], "stone"),
    "escape picks nothing": (["down", "escape"], None),
    "a click picks the entry under it": ([], "pear"),
}


async def test_a_list_gives_back_what_keys_or_a_click_picked(open_start):
    app = open_start()
    async with app.run_test(size=(60, 20)) as pilot:
        for promise, (keys, wanted) in PICKS.items():
            picked, screen = [], PickScreen(fruits())
            await app.push_screen(screen, picked.append)
            await pilot.press(*keys)
            if not keys:
                await pilot.click(screen.picks, offset=(4, 2))
            await pilot.pause()
            assert picked == [wanted], promise


async def test_what_is_pasted_cannot_steer_the_terminal(open_start, screen_lines):
    screen, app = PickScreen(fruits()), open_start()
    async with app.run_test(size=(60, 20)) as pilot:
        await app.push_screen(screen)
        app.post_message(Paste("pe\x1b]0;x\x07ar\u202e"))
        await pilot.pause()
        assert "pe␛]0;x␇ar\ufffd" in "\n".join(screen_lines(app))
    assert app.guard.hits == 0


async def test_thousands_of_entries_open_at_the_end_of_the_list(
    open_start, screen_lines
):
    many = [ListEntry(((f"entry {n}", ""),), n) for n in range(20_000)]
    picked, screen, app = [], PickScreen(many), open_start()
    async with app.run_test(size=(60, 20)) as pilot:
        await app.push_screen(screen, picked.append)
        screen.picks.action_last()
        await pilot.pause()
        assert any("▸ entry 19999" in line for line in screen_lines(app))


async def test_where_nothing_matches_it_is_said(open_start, screen_lines):
    screen, app = PickScreen(fruits()), open_start()
    async with app.run_test(size=(60, 20)) as pilot:
        await app.push_screen(screen)
        await pilot.press(*"plum")
        await pilot.pause()
        assert any("Nothing matches." in line for line in screen_lines(app))
        await pilot.press("enter")
        assert app.screen is screen
        await pilot.press(*["backspace"] * 4)
        await pilot.pause()
        assert not any("Nothing matches." in line for line in screen_lines(app))
