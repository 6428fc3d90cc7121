"""What is typed in one burst goes where it would go typed slowly."""

from typing import ClassVar

from textual.events import Key
from textual.screen import Screen
from textual.widgets import Input, TextArea

from tui_app.ui.keyboard import OrderlyApp
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


async def test_what_follows_a_key_in_one_burst_goes_to_what_the_key_opened(open_reader):
    app = open_reader()
    async with app.run_test(size=(100, 30)) as pilot:
        reader = app.screen
        await _until(pilot, lambda: reader.desk.notebook)

        _burst(app, "/", *"xray")  # letters behind the slash are searched for
        await _until(pilot, lambda: app.screen.query(Input))
        await _until(pilot, lambda: app.screen.query_one(Input).value == "xray")
        assert reader.review.comparison.alignment.links
        assert not reader.review.selected
        await pilot.press("escape")

        _burst(app, "question_mark", *"note")  # behind a list they filter it
        await _until(pilot, lambda: app.screen is not reader)
        await _until(pilot, lambda: app.screen.query_one(Input).value == "note")
        await pilot.press("escape", "escape")
        await _until(pilot, lambda: app.screen is reader)

        # behind a key that closes a box they go on below
        _burst(app, "question_mark", "escape", "j", "j")
        await _until(pilot, lambda: app.screen is reader and reader.review.row == 2)

        _burst(app, "a", *"hello")  # behind the key of a note they are the note
        await _until(pilot, lambda: isinstance(app.screen, NoteBox))
        await _until(pilot, lambda: app.screen.query_one(TextArea).text == "hello")
        assert app.crash == ""


async def test_a_note_begun_before_the_notes_are_open_waits_for_them(open_reader):
    app = open_reader()
    async with app.run_test(size=(100, 30)) as pilot:
        _burst(app, "a", *"early")
        await _until(pilot, lambda: isinstance(app.screen, NoteBox))
        await _until(pilot, lambda: app.screen.query_one(TextArea).text == "early")
        assert app.crash == ""


async def test_what_follows_enter_in_a_list_goes_to_where_enter_led(open_reader):
    app = open_reader()
    async with app.run_test(size=(100, 30)) as pilot:
        reader = app.screen
        await _until(pilot, lambda: reader.desk.notebook)
        await pilot.press("V", "enter")
        await _until(pilot, lambda: app.screen is reader)
        led_to = reader.review.row
        await pilot.press("g")
        for _ in range(5):
            _burst(app, "V", "enter", "j", "j")
            await _until(pilot, lambda: reader.review.row == led_to + 2)
            assert app.screen is reader
            await pilot.press("g")

        # from the palette, whose acts are done a moment later
        _burst(app, "ctrl+p", *"next row", "enter", "j")
        await _until(pilot, lambda: reader.review.row == 2)
        assert app.screen is reader

        _burst(app, "V", "enter", "q")
        await _until(pilot, lambda: not app.is_running)


class _Covered(Screen):
    """A screen that another covers before it is painted: it never calls back."""

    def call_after_refresh(self, *_):
        self.app.push_screen(Screen())
        return True


class _CoveringApp(OrderlyApp):
    BINDINGS: ClassVar = [("a", "cover", ""), ("b", "note", "")]
    noted = 0

    def action_cover(self):
        self.push_screen(_Covered())

    def action_note(self):
        self.noted += 1


async def test_no_key_waits_for_a_screen_that_is_covered_at_once():
    app = _CoveringApp()
    async with app.run_test() as pilot:
        _burst(app, "a", "b")
        await _until(pilot, lambda: app.noted)
        assert app.noted == 1
