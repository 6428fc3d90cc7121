"""One text beside several: another right text, at the same passage of the left."""

from pathlib import Path

import pytest

from tui_app.ui.reader import other_text_keys
from tui_app.ui.widgets.hints import HintLine

LEFT = "\n\n".join(f"Passage {n} tells of the day {n} by the sea." for n in range(60))
RIGHT = LEFT.replace("tells", "speaks")
FIRST = "\n\n".join(LEFT.split("\n\n")[3:]).replace("sea", "lake")
SECOND = "A word before.\n\n" + LEFT.replace("day", "night")


@pytest.fixture
def said(monkeypatch):
    """Return what is said, in order."""
    from tui_app.ui.reader.screen import ReaderScreen

    found = []
    monkeypatch.setattr(
        ReaderScreen, "say", lambda _self, words, **_: found.append(words)
    )
    return found


def ready(app):
    screen = app.screen
    return hasattr(screen, "view") and screen.desk.notebook is not None


def passage(app):
    review = app.screen.review
    side, offset = review.here
    assert side == "left"
    return review.comparison.left.text[offset:].split(".")[0]


def line(app):
    return app.screen.window.panes.hold_cursor().y


def right(app):
    return app.screen.review.comparison.right.text


async def go(app, pilot, until, key):
    before = app.screen
    await pilot.press(key)
    await until(pilot, lambda: app.screen is not before and ready(app))


async def test_the_right_text_changes_and_the_left_stays_where_it_is(
    open_reader, until, screen_lines
):
    app = open_reader(LEFT, RIGHT, against=[FIRST, SECOND])
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: ready(app))
        await pilot.press("space", "space", "j", "j", "1", "+", "+", "z", "z", "w")
        here, on = passage(app), line(app)
        options, marks = app.screen.review.options, app.screen.review.marks.words
        shown = "\n".join(screen_lines(app))
        assert "1 of 3" in shown
        assert "Next text" in [
            one.label for one in app.screen.query_one(HintLine)._shown
        ]
        for key, text, told in (
            (">", FIRST, "2 of 3"),
            (">", SECOND, "3 of 3"),
            (">", RIGHT, "1 of 3"),
            ("<", SECOND, "3 of 3"),
            ("<", FIRST, "2 of 3"),
        ):
            await go(app, pilot, until, key)
            await pilot.pause()
            assert right(app) == text
            assert (passage(app), line(app)) == (here, on)
            assert app.screen.review.options == options
            assert app.screen.review.marks.words == marks
            assert told in "\n".join(screen_lines(app))
        assert len(app.screen_stack) == 1


async def test_from_the_right_the_passage_of_the_left_beside_it_stays(
    open_reader, until
):
    app = open_reader(LEFT, SECOND, against=[FIRST])
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: ready(app))
        await pilot.press("j", "j", "j", "j", "tab")
        assert app.screen.review.here.side == "right"
        await go(app, pilot, until, ">")
        assert passage(app) == "Passage 3 tells of the day 3 by the sea"
        await go(app, pilot, until, ">")
        await pilot.press("g")
        assert app.screen.review.here.side == "right"  # which only that text has
        await go(app, pilot, until, ">")
        assert passage(app) == "Passage 0 tells of the day 0 by the sea"


async def test_notes_and_marks_are_those_of_the_pair(open_reader, until):
    app = open_reader(LEFT, RIGHT, against=[SECOND])
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: ready(app))
        await pilot.press("j", "a", *"why", "ctrl+s")
        await until(pilot, lambda: app.screen.review.placed)
        await pilot.press("r")
        await until(pilot, lambda: app.screen.review.attention.reviewed)
        await pilot.press("j", "j", "a", *"half a thought", "escape")
        await go(app, pilot, until, ">")
        assert not app.screen.review.placed
        assert not app.screen.review.attention.reviewed
        assert not app.screen.desk.drafting.open_drafts
        await go(app, pilot, until, "<")
        await until(pilot, lambda: app.screen.review.placed)
        assert [one.note.body for one in app.screen.review.placed] == ["why"]
        assert app.screen.review.attention.reviewed
        (draft,) = app.screen.desk.drafting.open_drafts
        assert draft.body == "half a thought"


async def test_links_by_hand_come_back_with_their_pair(open_reader, until):
    app = open_reader(LEFT, RIGHT, against=[SECOND])
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: ready(app))
        count = len(app.screen.review.comparison.rows)
        await pilot.press("j", "x")
        await until(pilot, lambda: len(app.screen.review.comparison.rows) == count + 1)
        parted = app.screen.review.comparison.rows
        await go(app, pilot, until, ">")
        await go(app, pilot, until, "<")
        await until(pilot, lambda: len(app.screen.review.comparison.rows) == count + 1)
        assert app.screen.review.comparison.rows == parted


async def test_a_note_that_is_being_written_is_not_interrupted(
    open_reader, until, monkeypatch
):
    app = open_reader(LEFT, RIGHT, against=[SECOND])
    gate = Gate(monkeypatch)
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: ready(app))
        before = app.screen
        await pilot.press(">", "a", *"a thought")
        gate.open()
        await pilot.pause(0.2)
        assert app.screen is not before
        await pilot.press(*" goes on", "ctrl+s")
        await until(pilot, lambda: right(app) == SECOND)
        await go(app, pilot, until, "<")
        await until(pilot, lambda: app.screen.review.placed)
        assert app.screen.review.placed[0].note.body == "a thought goes on"


class Gate:
    """Has texts wait to be loaded until it is opened."""

    def __init__(self, monkeypatch):
        from threading import Event

        self._opened = Event()
        make = other_text_keys.beside_another

        def wait(*given):
            assert self._opened.wait(10)
            return make(*given)

        monkeypatch.setattr(other_text_keys, "beside_another", wait)

    def open(self):
        self._opened.set()


async def test_loading_is_told_and_can_be_stopped(
    open_reader, until, monkeypatch, said, screen_lines
):
    app = open_reader(LEFT, RIGHT, against=[FIRST, SECOND])
    gate = Gate(monkeypatch)
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: ready(app))
        before = app.screen
        await pilot.press(">")
        assert "loading" in "\n".join(screen_lines(app))
        await pilot.press("j", "escape")  # one reads on meanwhile
        assert said[-1] == "Stopped; this text stays."
        gate.open()
        await pilot.pause(0.2)
        assert app.screen is before
        assert right(app) == RIGHT
        await go(app, pilot, until, ">")
        assert right(app) == FIRST


async def test_pressed_on_the_text_asked_for_last_is_shown(
    open_reader, until, monkeypatch
):
    app = open_reader(LEFT, RIGHT, against=[FIRST, SECOND])
    gate = Gate(monkeypatch)
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: ready(app))
        before = app.screen
        await pilot.press(">", ">")
        gate.open()
        await until(pilot, lambda: app.screen is not before and ready(app))
        assert right(app) == SECOND


async def test_gone_back_where_one_is_nothing_is_loaded(
    open_reader, until, monkeypatch, screen_lines
):
    app = open_reader(LEFT, RIGHT, against=[FIRST, SECOND])
    gate = Gate(monkeypatch)
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: ready(app))
        before = app.screen
        await pilot.press("<", ">")
        assert "loading" not in "\n".join(screen_lines(app))
        gate.open()
        await pilot.pause(0.2)
        assert app.screen is before


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        (lambda path: path.unlink(), "no such file"),
        (lambda path: path.write_bytes(b"\x00\x01\x02" * 900), "binary"),
    ],
)
async def test_a_text_that_cannot_be_read_is_one_line_and_the_reading_stays(
    open_reader, until, said, tmp_path, damage, why
):
    app = open_reader(LEFT, RIGHT, against=[FIRST, SECOND])
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: ready(app))
        damage(tmp_path / "other0.txt")
        before = app.screen
        await pilot.press(">")
        await until(pilot, lambda: said)
        assert "other0.txt" in said[-1]
        assert why in said[-1].lower()
        assert said[-1].endswith("the reading stays")
        assert app.screen is before
        await pilot.press("<")
        await until(pilot, lambda: app.screen is not before and right(app) == SECOND)


async def test_the_next_text_is_made_ready_and_read_anew_if_it_changes(
    open_reader, until, tmp_path, monkeypatch
):
    monkeypatch.setattr("tui_app.ui.reader.screen._LOOK_AHEAD_AFTER", 0.01)
    app = open_reader(LEFT, RIGHT, against=[FIRST, SECOND])
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: app.screen.others._kept._kept)
        (known,) = app.screen.others._kept._kept.values()
        assert known.right.text == FIRST
        assert known.comparison is not None
        (tmp_path / "other0.txt").write_text(SECOND.replace("word", "line"))
        await until(pilot, lambda: ready(app))
        await go(app, pilot, until, ">")
        assert right(app) == SECOND.replace("word", "line")


async def test_a_text_that_was_read_once_is_there_still(
    open_reader, until, tmp_path, monkeypatch
):
    app = open_reader(LEFT, RIGHT, against=[FIRST])
    pipe = tmp_path / "other0.txt"
    monkeypatch.setattr(
        "tui_app.review.other_right.lasting_stamp",
        lambda name: None if name == str(pipe) else Path(name).stat(),
    )
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: ready(app))
        await go(app, pilot, until, ">")
        await go(app, pilot, until, ">")
        pipe.unlink()
        await go(app, pilot, until, ">")
        assert right(app) == FIRST


async def test_the_unit_stays(open_reader, until):
    app = open_reader(LEFT, RIGHT, against=[FIRST])
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: ready(app))
        await pilot.press("u")
        await until(
            pilot,
            lambda: app.screen.review.comparison.left.granularity == "paragraph",
        )
        await pilot.press("j", "j", "j", "j")
        here = passage(app)
        for _ in range(2):
            await go(app, pilot, until, ">")
            assert app.screen.review.comparison.left.granularity == "paragraph"
            assert app.screen.review.comparison.right.granularity == "paragraph"
            assert passage(app) == here


async def test_without_others_it_is_said_how_to_name_some(open_reader, until, said):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: ready(app))
        await pilot.press(">")
        assert said == ["There is no other text; name some with --against."]


async def test_the_first_pair_is_the_one_whose_notes_are_printed(open_reader, until):
    app = open_reader(LEFT, RIGHT, against=[FIRST])
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: ready(app))
        await go(app, pilot, until, ">")
        assert app.opened.first_session.right.text == RIGHT
        await go(app, pilot, until, ">")
        assert app.opened.first_review is app.screen.review
