"""The concordance on the screen: asked for, filtered, gone to and left."""

import asyncio

import pytest

from tui_app.ui.screens.concordance_list import ConcordanceScreen
from tui_app.ui.widgets import boxes

LEFT = """The keeper lit a lamp before the storm came.

The river was calm and clear that morning.

Two lamps hung in the hall of the old house.
"""
RIGHT = """The keeper lit a candle before the storm came.

The river was calm and clear that morning.

Two lamps hung in the hall of the old house.

A lamp was never seen there again by anybody.
"""


@pytest.fixture
def concordance(until):
    """Return a function that opens the concordance of a word, typed or selected."""

    async def opened(pilot, word="", before=()):
        app = pilot.app
        await until(pilot, lambda: not app.screen.review.provisional)
        await pilot.press(*before, "C")
        await until(pilot, lambda: isinstance(app.screen, ConcordanceScreen))
        await pilot.pause()
        if word:
            await pilot.press(*word, "enter")
            await pilot.pause()
        return app.screen

    return opened


def title(screen):
    return str(screen.query_one("#title").content)


def told(screen, name):
    return str(screen.query_one(f"#{name}").content)


async def test_all_passages_with_any_form_are_listed_beside_their_counterpart(
    open_reader, concordance, screen_lines, until
):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(120, 24)) as pilot:
        screen = await concordance(pilot, "lamp")
        assert title(screen) == "Concordance: lamp, in all forms: 3 places"
        assert told(screen, "forms") == "left: lamp 1, lamps 1 · right: lamps 1, lamp 1"
        await until(pilot, lambda: told(screen, "instead"))
        assert told(screen, "instead") == "instead, left: — 1 · right: candle 1"
        lines = [line for line in screen_lines(app) if " │ " in line]
        assert len(lines) == 3
        assert "lit a lamp before" in lines[0]
        assert "lit a candle before" in lines[0]
        assert "only on the right" in lines[2]


@pytest.mark.parametrize("width", [60, 80])
async def test_in_a_narrow_window_the_counterpart_stands_beneath(
    open_reader, concordance, screen_lines, width
):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(width, 24)) as pilot:
        screen = await concordance(pilot, "lamp")
        lines = screen_lines(app)
        at = next(n for n, line in enumerate(lines) if "a lamp before" in line)
        assert "left" in lines[at]
        assert "right" in lines[at + 1]
        assert "a candle before" in lines[at + 1]
        assert lines[at].index("lamp") == lines[at + 1].index("candle")
        first = screen.picks.current
        await pilot.resize_terminal(120, 24)
        await pilot.pause()
        assert screen.picks.current == first
        assert len(screen.picks.entries) == 3


async def test_enter_goes_to_the_words_and_ctrl_o_leads_back(open_reader, concordance):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(120, 24)) as pilot:
        review = app.screen.review
        await concordance(pilot, "lamp")
        await pilot.press("down", "enter")
        await pilot.pause()
        assert review.row == 2
        (chosen,) = review.selected
        assert chosen.text(review.comparison.left) == "lamps"
        await pilot.press("ctrl+o")
        assert review.row == 0


async def test_escape_leaves_the_reader_where_it_was(open_reader, concordance):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(120, 24)) as pilot:
        review = app.screen.review
        await concordance(pilot, "lamp", before=("j",))
        await pilot.press("down", "escape")
        await pilot.pause()
        assert review.row == 1
        assert review.selected == ()


async def test_what_is_selected_is_looked_up_at_once_and_typing_filters(
    open_reader, concordance
):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(120, 24)) as pilot:
        screen = await concordance(pilot, before=("v", "l"))
        assert title(screen).startswith("Concordance: The keeper, in all forms: 1")
        await pilot.press("escape", "escape")
        screen = await concordance(pilot, before=("j", "j", "v", "l", "l", "h", "h"))
        assert title(screen).startswith("Concordance: Two,")
        await pilot.press(*"candle")
        assert not screen.picks.entries


async def test_selected_words_that_could_steer_a_terminal_are_shown_as_signs(
    open_reader, concordance, screen_lines
):
    hostile = LEFT.replace("The keeper", "The\x1b]52;c;UQ==\u202ekeeper")
    app = open_reader(hostile, RIGHT)
    async with app.run_test(size=(120, 24)) as pilot:
        screen = await concordance(pilot, before=("v", *"llllllllll"))
        assert title(screen).startswith("Concordance: The␛]52;c;UQ==\ufffdkeeper")
        screen_lines(app)
        assert app.guard.hits == 0


async def test_a_filter_finds_words_of_the_counterpart(open_reader, concordance):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(70, 24)) as pilot:
        screen = await concordance(pilot, "lamp")
        await pilot.press("tab", *"candle")
        await pilot.pause()
        assert [entry.value and entry.value.row for entry in screen.picks.entries] == [
            0,
            None,
        ]


async def test_what_is_searched_or_was_looked_up_is_proposed(open_reader, concordance):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(120, 24)) as pilot:
        screen = await concordance(pilot, before=("/", *"river", "enter"))
        assert screen.query_one("#word").value == "river"
        assert title(screen).endswith("1 place")
        await pilot.press("escape", "escape")
        screen = await concordance(pilot, "lamp")
        await pilot.press("escape", "G")
        screen = await concordance(pilot)
        assert screen.query_one("#word").value == "lamp"
        assert screen.picks.current.row == 3
        await pilot.press(*"hall", "enter")
        assert title(screen) == "Concordance: hall, in all forms: 1 place"


async def test_exact_words_and_one_side_are_asked_for_by_key(open_reader, concordance):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(120, 24)) as pilot:
        screen = await concordance(pilot, "lamp")
        await pilot.press("alt+e")
        assert title(screen) == "Concordance: lamp, as it is written: 2 places"
        await pilot.press("alt+s")
        assert title(screen).endswith("1 place")
        assert told(screen, "forms") == "left: lamp 1"
        await pilot.press("alt+s", "alt+s", "alt+e")
        assert title(screen).endswith("3 places")
        await pilot.press("*", "enter")
        assert title(screen) == "Concordance: lamp*, with any ending: 3 places"


async def test_without_a_word_nothing_is_listed_and_enter_does_nothing(
    open_reader, concordance
):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(120, 24)) as pilot:
        screen = await concordance(pilot)
        assert title(screen) == "Concordance"
        await pilot.press("enter")
        assert app.screen is screen
        await pilot.press(*"unheard", "enter")
        assert title(screen).endswith("0 places")


ENGLISH = "The lamp was lit by the keeper, and he went home in the evening with her.\n"
GERMAN = "Die Lampe war hell, und der Wärter ging am Abend mit ihr nach Hause.\n"


async def test_between_two_languages_selected_words_are_sought_on_their_side(
    open_reader, concordance, screen_lines
):
    app = open_reader(ENGLISH * 9, GERMAN * 9)
    async with app.run_test(size=(120, 24)) as pilot:
        assert app.screen.review.comparison.translation
        screen = await concordance(pilot, before=("v", "l"))
        assert screen.sought.sides == ("left",)
        assert title(screen) == "Concordance: The lamp, in all forms: 9 places"
        line = next(line for line in screen_lines(app) if "  │ " in line)
        assert "The lamp was lit" in line
        await pilot.pause(0.1)
        assert not told(screen, "instead")


async def test_a_list_that_is_closed_while_it_compares_ends_nothing(
    open_reader, concordance, until, monkeypatch
):
    class Gate:
        opened = asyncio.Event()

        async def sleep(self, _seconds):
            await self.opened.wait()
            await asyncio.sleep(0)

    gate = Gate()
    monkeypatch.setattr(boxes, "asyncio", gate)
    monkeypatch.setattr(boxes, "SLICE", -1)
    monkeypatch.setattr(boxes, "TELL_EVERY", -1)
    left = "\n\n".join(f"The keeper lit lamp {n} in the hall." for n in range(300))
    app = open_reader(left, left.replace("lamp", "candle"))
    async with app.run_test(size=(100, 24)) as pilot:
        reader = app.screen
        screen = await concordance(pilot, "lamp")
        await until(pilot, lambda: told(screen, "instead"))
        gate.opened.set()
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is reader
