"""What is typed in one burst goes where it would go typed slowly."""

from textual.events import Key
from textual.widgets import Input, TextArea

from tui_app.ui.note_screens.note_box import NoteBox


def _burst(app, *keys):
    """Send the keys as a terminal sends what was typed ahead: all at once."""
    for key in keys:
        character = key if len(key) == 1 else None
        app.post_message(Key("slash" if key == "/" else key, character))


async def _until(pilot, condition):
    for _ in range(300):
        if condition():
            return
        await pilot.pause(0.02)
    raise AssertionError("it did not come to pass")


async def test_keys_pressed_before_the_first_frame_do_no_harm(open_reader):
    app = open_reader()
    async with app.run_test(size=(100, 30)) as pilot:
        _burst(app, "j", "G", "k", "space", "ctrl+d", "n", "]", "g", "j")
        await _until(pilot, lambda: app.screen.review.row == 1)
    assert app.crash == ""


async def test_letters_behind_the_slash_are_searched_for(open_reader):
    app = open_reader()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause(0.3)
        _burst(app, "/", *"xray")
        await _until(pilot, lambda: app.screen.query(Input))
        await _until(pilot, lambda: app.screen.query_one(Input).value == "xray")
        assert app.screen.review.comparison.alignment.links
        assert not app.screen.review.selected


async def test_letters_behind_the_key_of_a_note_are_the_note(open_reader):
    app = open_reader()
    async with app.run_test(size=(100, 30)) as pilot:
        await _until(pilot, lambda: app.app.screen.desk.notebook)
        _burst(app, "a", *"hello")
        await _until(pilot, lambda: isinstance(app.screen, NoteBox))
        await _until(pilot, lambda: app.screen.query_one(TextArea).text == "hello")
        assert app.crash == ""


async def test_letters_behind_a_list_filter_it(open_reader):
    app = open_reader()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause(0.3)
        _burst(app, "question_mark", *"note")
        await _until(pilot, lambda: app.screen.query(Input))
        await _until(pilot, lambda: app.screen.query_one(Input).value == "note")
        assert app.crash == ""


async def test_a_key_that_closes_a_box_and_the_next_ones_go_on_below(open_reader):
    app = open_reader()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause(0.3)
        _burst(app, "question_mark", "escape", "j", "j")
        await _until(
            pilot,
            lambda: getattr(app.screen, "review", None) and app.screen.review.row == 2,
        )
        assert app.crash == ""


async def test_a_note_begun_before_the_notes_are_open_waits_for_them(open_reader):
    app = open_reader()
    async with app.run_test(size=(100, 30)) as pilot:
        _burst(app, "a", *"early")
        await _until(pilot, lambda: isinstance(app.screen, NoteBox))
        await _until(pilot, lambda: app.screen.query_one(TextArea).text == "early")
        assert app.crash == ""
