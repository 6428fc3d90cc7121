"""The contents on the screen: opened, filtered, gone to and left."""

import pytest

from tui_app.ui.screens.contents_list import ContentsScreen

TOPICS = {
    "storm": "The storm broke over the harbour at night and tore every boat loose.",
    "quay": "Masons repaired the quay with granite that barges brought upriver.",
    "lamp": "A keeper trims his lamp twice daily and writes it in five ledgers.",
}
MORE = "Nobody who saw {topic} that year forgot what had happened to them there."


def book(*chapters):
    return "\n\n".join(
        f"{head}\n\n{TOPICS[topic]}\n\n{MORE.format(topic=topic)}"
        for head, topic in chapters
    )


LEFT = book(("CHAPTER I.", "storm"), ("CHAPTER II.", "quay"), ("CHAPTER III.", "lamp"))
RIGHT = book(("CHAPTER I.", "storm"), ("CHAPTER II.", "lamp")).replace("five", "seven")


@pytest.fixture
def contents(until):
    """Return a function that opens the contents once all is counted."""

    async def opened(pilot, before=()):
        app = pilot.app
        await until(pilot, lambda: app.screen.counts.by_row is not None)
        await until(pilot, lambda: app.screen.desk.notebook is not None)
        await pilot.press(*before, "t")
        await until(pilot, lambda: isinstance(app.screen, ContentsScreen))
        await pilot.pause()
        return app.screen

    return opened


async def test_chapters_stand_side_by_side_with_their_numbers(
    open_reader, contents, screen_lines, until
):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(120, 24)) as pilot:
        review = app.screen.review
        screen = await contents(pilot, before=("r",))
        await until(pilot, lambda: review.attention.reviewed)
        await until(pilot, lambda: any("33%" in line for line in screen_lines(app)))
        assert str(screen.query_one("#title").content) == (
            "Contents: 3 sections, 2 in both texts"
        )
        lines = [line for line in screen_lines(app) if "CHAPTER" in line]
        first, second, third = (line.split() for line in lines)
        assert "100%" in first
        assert first[-2] == "33%"  # one of three rows is reviewed
        assert "—" in second
        assert "III." in third
        assert "1" in third  # five is seven


@pytest.mark.parametrize("width", [60, 80])
async def test_in_a_narrow_window_the_other_heading_stands_beneath(
    open_reader, contents, screen_lines, width
):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(width, 24)) as pilot:
        screen = await contents(pilot)
        lines = screen_lines(app)
        at = next(n for n, line in enumerate(lines) if "CHAPTER III." in line)
        assert "CHAPTER II." in lines[at + 1]
        first = screen.picks.current
        await pilot.resize_terminal(120, 24)
        await pilot.pause()
        assert screen.picks.current == first


async def test_enter_goes_there_and_ctrl_o_leads_back(open_reader, contents):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(120, 24)) as pilot:
        review = app.screen.review
        screen = await contents(pilot, before=("j",))
        await pilot.press(*"iii")
        assert [one.value.left.words for one in screen.picks.entries] == [
            "CHAPTER III."
        ]
        await pilot.press("enter")
        await pilot.pause()
        start = review.comparison.left.text.index("CHAPTER III.")
        assert review.row == review.places.row_at("left", start)
        await pilot.press("ctrl+o")
        assert review.row == 1


async def test_the_cursor_begins_where_the_reader_is_and_escape_changes_nothing(
    open_reader, contents
):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(120, 24)) as pilot:
        review = app.screen.review
        screen = await contents(pilot, before=("G",))
        assert screen.picks.current.left.words == "CHAPTER III."
        last = review.row
        await pilot.press("up", "escape")
        await pilot.pause()
        assert review.row == last


async def test_where_there_are_no_headings_it_is_said(open_reader, until, screen_lines):
    app = open_reader(TOPICS["storm"], TOPICS["storm"])
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: not app.screen.review.provisional)
        await pilot.press("t")
        await pilot.pause()
        assert any("No headings" in line for line in screen_lines(app))
