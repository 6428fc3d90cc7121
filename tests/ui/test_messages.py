"""Messages over the screen are few and leave the status line and the text alone."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from textual.widgets._toast import Toast

from tui_app.settings.config_file import complaints_in_short
from tui_app.ui.reader.status_line import StatusLine


def said(app):
    return [notice.message for notice in app._notifications]


async def test_a_new_message_takes_the_place_of_the_one_before_but_trouble_stays(
    open_reader,
):
    app = open_reader()
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        for number in range(5):
            app.notify(f"message {number}")
        await pilot.pause()
        assert said(app) == ["message 4"]
        assert len(app.screen.query(Toast)) == 1
        app.clear_notifications()
        app.notify("first trouble", severity="error")
        app.notify("second trouble", severity="error")
        app.notify("by the way")
        await pilot.pause()
        assert said(app) == ["second trouble", "by the way"]


async def test_complaints_and_remarks_are_both_there_at_the_start(open_reader):
    app = open_reader(config="[reading]\nlayout = 'wide'\nmargin = -1\n")
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        (complaint,) = said(app)
        assert "reading.layout" in complaint
        assert "reading.margin" in complaint


def test_one_complaint_is_told_in_full_with_the_file():
    long = "keys.nothing: unknown; allowed: " + ", ".join(f"key{n}" for n in range(99))
    assert complaints_in_short(Path("/home/me/config.toml"), [long]) == (
        f"/home/me/config.toml: {long}"
    )
    assert not complaints_in_short(Path("config.toml"), [])


@given(st.lists(st.text(min_size=1), min_size=2, max_size=9))
@example([f"{at} " + "wrong " * 60 for at in range(9)])
def test_of_several_complaints_each_has_its_line_and_none_hides_another(complaints):
    told = complaints_in_short(Path("/a/long/way/config.toml"), complaints)
    assert told.startswith(f"config.toml: {len(complaints)} wrong")
    assert "diptych config" in told
    assert all(one[:60] in told for one in complaints[:3])
    assert len(told) < 5 * 72


async def test_a_message_never_covers_the_status_line(open_reader, screen_lines):
    app = open_reader()
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        for size in ((60, 20), (120, 30), (20, 5)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            status = app.screen.query_one(StatusLine).region
            assert "row" in screen_lines(app)[status.y]
            app.notify("Trouble: something did not go as it should have gone.")
            await pilot.pause()
            await pilot.pause()
            (toast,) = app.screen.query(Toast)
            assert toast.region.height
            assert not toast.region.overlaps(status), size
            assert toast.region.right <= size[0]
            assert toast.region.x >= 0
            app.clear_notifications()


@pytest.mark.parametrize("layout", ["1", "2", "3", "s"])
async def test_a_message_stands_clear_of_the_row_one_reads(open_reader, layout):
    passages = [f"Boat {n} came in at noon, people say." for n in range(30)]
    texts = "\n\n".join(passages), "\n\n".join(passages).replace("noon", "night")
    app = open_reader(*texts)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press(layout)
        for keys in (["g"], ["G"], ["g", "j", "j", "j"], ["j"] * 4, ["k"] * 3):
            app.notify("Trouble: something did not go as it should have gone.")
            await pilot.press(*keys)
            await pilot.pause()
            await pilot.pause()
            (toast,) = app.screen.query(Toast)
            seen = app.screen.window.panes.row_in_sight(app.screen.review.row)
            row = seen.lower(app.screen.view.region.y)
            covered = range(toast.region.y, toast.region.bottom)
            assert toast.region.height
            assert not set(covered) & set(range(row.first, row.last + 1)), keys
            app.clear_notifications()


async def test_a_message_stays_as_long_as_it_takes_to_read(open_reader):
    app = open_reader()
    async with app.run_test(notifications=True) as pilot:
        stay = []
        for message in ("short", "so much to say " * 20):
            app.notify(message)
            await pilot.pause()
            stay += [one.timeout for one in app._notifications]
        short, long = stay
        assert short >= 5
        assert long >= 20


async def test_what_goes_well_is_said_in_the_status_line_if_it_has_room(open_reader):
    app = open_reader()
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        status = app.screen.status
        for key in ("w", "f", "F", "F", "y"):
            await pilot.press(key)
        assert said(app) == []
        assert status.info.message.startswith("Copied")
        for width, over in ((120, 0), (40, 1)):
            await pilot.resize_terminal(width, 30)
            await pilot.pause()
            words = f"Put both cursors on passages first: tab, then j or k. {width}"
            app.screen.say(words)
            await pilot.pause()
            assert len(said(app)) == over, width
            assert (status.info.message == words) != bool(over), width
