"""What goes to the terminal shows the screen, and is no more than has changed."""

from pathlib import Path

import pytest

from tui_app.ui.painting.letter_cells import letter_cells
from tui_app.ui.pair.pair_view import PairView

from .conftest import Terminal

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))
SIZE = 120, 40
HINDI = "मुख्यमंत्री ने कहा कि बंदरगाह पाँच साल तक बंद रहा 👍🏽। "
TAMIL = "துறைமுகம் ஐந்து ஆண்டுகள் மூடப்பட்டிருந்தது ❤️ 1️⃣ 🇮🇳। "


async def settled(app, pilot):
    """Wait until nothing more is painted for a while."""
    before = -1
    while before != app.times_painted:
        before = app.times_painted
        await pilot.pause(0.05)


@pytest.fixture
def open_pair(open_reader, monkeypatch):
    """Return a function that makes an App which counts how often it is painted."""

    def make(left=None, right=None):
        app = open_reader(
            left or SEEDS[1].read_text(encoding="utf-8"),
            right or SEEDS[4].read_text(encoding="utf-8"),
        )
        app.times_painted = 0

        def painted():
            app.times_painted += 1

        monkeypatch.setattr(app, "post_display_hook", painted)
        return app

    return make


ACTS = {
    "help": ("question_mark", "escape"),
    "the changed facts": ("I", "escape"),
    "the notes": ("at", "escape"),
    "the palette": ("ctrl+p", "escape"),
    "the note box": ("a", "escape"),
    "the themes": ("T", "escape"),
    "what is exported": ("E", "escape"),
    "where to go": ("colon", "escape"),
    "the details": ("i", "i"),
}
A_LIST = 1.3
"""Screens that opening a list may take, as closing it may."""


async def test_what_is_opened_and_closed_is_painted_once(open_pair, written):
    app = open_pair()
    async with app.run_test(size=SIZE) as pilot:
        await settled(app, pilot)
        start = written.new()
        await pilot.press("ctrl+l")
        await settled(app, pilot)
        whole = written.new()
        assert start < 1.3 * whole
        for name, (opens, closes) in ACTS.items():
            await pilot.press(opens)
            await settled(app, pilot)
            assert written.new() < A_LIST * whole, name
            await pilot.press(closes)
            await settled(app, pilot)
            assert written.new() < whole, name
        await pilot.press("slash")
        await settled(app, pilot)
        await pilot.press("escape")
        await settled(app, pilot)
        assert written.new() < 0.3 * whole
        await pilot.press("j")
        await settled(app, pilot)
        assert written.new() < 0.3 * whole


WALK = (
    *("j", "I", "down", "down", "escape", "space", "question_mark", *"row", "escape"),
    *("slash", "e", "n", "escape", "2", "space", "3", *"jfG", "I", "escape", "1"),
    *("T", "down", "escape", *"ax", "escape", *"i]i"),
)


@pytest.mark.parametrize("texts", [(None, None), (HINDI * 30, TAMIL * 30)])
async def test_the_terminal_shows_what_the_screen_is(open_pair, written, until, texts):
    app = open_pair(*texts)
    async with app.run_test(size=SIZE) as pilot:
        await settled(app, pilot)
        for key in WALK:
            await pilot.press(key)
            await settled(app, pilot)
            await until(pilot, lambda: shown(written) == on_screen(app))
            assert shown(written) == on_screen(app), key


async def test_a_resize_and_a_redraw_paint_what_others_wrote_over(
    open_pair, written, until
):
    app = open_pair()
    async with app.run_test(size=SIZE) as pilot:
        await settled(app, pilot)
        written.all = ""
        await pilot.press("ctrl+l")
        await until(pilot, lambda: shown(written) == on_screen(app))
        written.all = ""
        await pilot.resize_terminal(*SIZE)
        await until(pilot, lambda: shown(written) == on_screen(app))
        assert shown(written) == on_screen(app)


def as_few_count(cluster, counted):
    """Count as a terminal that knows no clusters and no zero width."""
    return counted if letter_cells(cluster).doubts == () else len(cluster)


def as_east_asian(cluster, counted):
    """Count as a terminal that draws wide whatever may be."""
    return counted if letter_cells(cluster).doubts == () else 2


@pytest.mark.parametrize("cells_of", [as_few_count, as_east_asian])
async def test_both_texts_and_the_map_stand_in_their_columns(
    open_pair, written, cells_of
):
    app = open_pair(HINDI * 30, TAMIL * 30)
    async with app.run_test(size=SIZE) as pilot:
        for key in ("j", "j", "space", "k", "I", "escape"):
            await pilot.press(key)
            await settled(app, pilot)
        terminal, alike = Terminal(*SIZE, cells_of), Terminal(*SIZE)
        for each in (terminal, alike):
            each.write(written.all)
        columns = app.screen.query_one(PairView).window.panes.columns
        first_cells = [*range(columns.gutter + 2, columns.right + 1), SIZE[0] - 1]
        for y in range(2, SIZE[1] - 2):
            there = [terminal.rows[y][x][0] for x in first_cells]
            assert there == [alike.rows[y][x][0] for x in first_cells]


def shown(written):
    terminal = Terminal(*SIZE)
    terminal.write(written.all)
    return [terminal.text(y).rstrip() for y in range(SIZE[1])]


def on_screen(app):
    strips = app.screen._compositor.render_strips()
    return [strip.text.rstrip() for strip in strips]
