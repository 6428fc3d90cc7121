"""Every key of the reader does something, in whatever order, and nothing breaks."""

from functools import partial

import pytest

from tui_app.settings.keys import ACTIONS, actions_in
from tui_app.ui.app import DiptychApp
from tui_app.ui.keyboard import command

EVERYWHERE = [a for a in actions_in("app") if a.id not in {"quit", "suspend"}]
NOTE = ["a", *"first words", "ctrl+s"]


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


async def test_every_key_of_the_reader_is_obeyed(open_reader, done, until):
    app = open_reader()
    async with app.run_test(size=(100, 30)) as pilot:
        reader = app.screen
        for action in (*actions_in("reader"), *EVERYWHERE):
            done.clear()
            await pilot.press(action.keys[0])
            await until(pilot, partial(done.__contains__, command(action)))
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is reader)
        assert not app.crash


@pytest.mark.parametrize(("scope", "opened"), [("note", ["a"]), ("notes", ["@"])])
async def test_every_key_of_the_notes_is_obeyed(
    open_reader, done, until, scope, opened
):
    app = open_reader()
    async with app.run_test(size=(100, 30)) as pilot:
        reader = app.screen
        await pilot.press(*NOTE)
        for action in actions_in(scope):
            await until(pilot, lambda: app.screen is reader)
            await pilot.press(*opened)
            await until(pilot, lambda: app.screen is not reader)
            done.clear()
            await pilot.press(action.keys[0])
            await until(pilot, lambda: done)
            while app.screen is not reader:
                await pilot.press("escape")
                await pilot.pause()
        assert not app.crash


def test_every_scope_is_tried():
    assert {action.scope for action in ACTIONS} == {"app", "reader", "note", "notes"}
