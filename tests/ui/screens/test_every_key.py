"""Every key of the reader does something, in whatever order, and nothing breaks."""

import pytest

from tui_app.settings.keys import ACTIONS, actions_in
from tui_app.ui.app import DiptychApp
from tui_app.ui.keyboard import command

pytestmark = pytest.mark.usefixtures("words_are_said_shortly")

EVERYWHERE = [a for a in actions_in("app") if a.id not in {"quit", "suspend"}]


@pytest.fixture
def done(monkeypatch):
    """Return a list that gets every command that was carried out."""
    found = []
    run_action = DiptychApp.run_action

    async def run(self, action, *args, **kwargs):
        handled = await run_action(self, action, *args, **kwargs)
        if handled:
            found.append(action)
        return handled

    monkeypatch.setattr(DiptychApp, "run_action", run)
    return found


async def back_to(reader, pilot):
    """Leave whatever was opened, also what opens a little later."""
    await pilot.press("escape")
    while pilot.app.screen is not reader:
        await pilot.press("escape")


async def opened(key, reader, pilot, until):
    await pilot.press(key)
    await until(pilot, lambda: pilot.app.screen is not reader)


async def test_every_key_of_the_reader_is_obeyed(reader_in_theme, done):
    app = reader_in_theme()
    async with app.run_test(size=(100, 30)) as pilot:
        reader = app.screen
        for action in (*actions_in("reader"), *EVERYWHERE):
            for _ in range(20):  # what the key before opened late may take this one
                await pilot.press(action.keys[0])
                await pilot.pause()
                obeyed = command(action) in done
                await back_to(reader, pilot)
                if obeyed:
                    break
            assert command(action) in done
            done.clear()
        assert not app.crash


@pytest.mark.parametrize(("scope", "key"), [("note", "a"), ("notes", "@")])
async def test_every_key_of_the_notes_is_obeyed(
    reader_in_theme, done, until, scope, key
):
    app = reader_in_theme()
    async with app.run_test(size=(100, 30)) as pilot:
        reader = app.screen
        await opened("a", reader, pilot, until)
        await pilot.press(*"words", "ctrl+s")
        await until(pilot, lambda: app.screen is reader)
        for action in actions_in(scope):
            await opened(key, reader, pilot, until)
            done.clear()
            await pilot.press(action.keys[0])
            await until(pilot, lambda: done)
            await back_to(reader, pilot)
        assert not app.crash


async def test_every_key_of_the_library_is_obeyed(start_in_theme, done, until):
    app = start_in_theme("dark")
    async with app.run_test(size=(100, 30)) as pilot:
        library = app.screen
        for action in actions_in("library"):
            done.clear()
            await pilot.press(action.keys[0])
            await until(pilot, lambda: done)
            assert command(action) in done
            await back_to(library, pilot)
        assert not app.crash


@pytest.mark.parametrize(("scope", "key"), [("search", "/"), ("concordance", "C")])
async def test_every_key_of_a_line_to_search_by_is_obeyed(
    reader_in_theme, done, until, scope, key
):
    app = reader_in_theme()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(key)
        for action in actions_in(scope):
            for pressed in action.keys:
                done.clear()
                await pilot.press(pressed)
                await until(pilot, lambda action=action: command(action) in done)
        assert not app.crash


TRIED_WITH_TEXTS_OF_ITS_OWN = {"table"}


def test_every_scope_is_tried():
    scopes = {action.scope for action in ACTIONS} - TRIED_WITH_TEXTS_OF_ITS_OWN
    in_turn = {"search", "concordance", "note", "notes", "library"}
    assert scopes == {"app", "reader"} | in_turn
