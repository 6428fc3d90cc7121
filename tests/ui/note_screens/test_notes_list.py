"""The list finds notes, goes to them, and changes them in place."""

import asyncio
from dataclasses import replace
from types import SimpleNamespace

from textual.app import App
from textual.widgets import Input

from tui_app.errors import UserError
from tui_app.notes.anchoring.new_anchors import row_anchors
from tui_app.notes.note import Anchor, State, Status
from tui_app.ui.note_screens import notes_list
from tui_app.ui.note_screens.notes_list import NoteChoice, NotesScreen
from tui_app.ui.notes_desk import NotesDesk
from tui_app.ui.theme import mark_variables
from tui_app.ui.widgets import boxes


async def desk_with_notes(writer):
    """Return a desk with a draft, two notes, and one whose place is lost."""
    made = await writer()
    notebook, shown = made.desk.notebook, made.review.comparison
    notebook.add("first [b] words", row_anchors(shown, 1))
    notebook.add("second \x1b]0;t\x07", row_anchors(shown, 3), tags=("numbers",))
    lost = Anchor("left", 0, 6, "words that are nowhere in it", "", "", "sha256-0")
    notebook.add("third", (lost,))
    box = await made.close_new("note-on-all")
    box.shelf.keep(replace(box.begun, body="half a th"))
    await made.desk.refresh()
    return made.desk


def refuse(*_, **__):
    raise UserError("notes", "no space left on device")


class Host(App[None]):
    def __init__(self, desk: NotesDesk) -> None:
        super().__init__()
        self.desk = desk
        self.results: list[NoteChoice | None] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return mark_variables(self.current_theme)

    def on_mount(self) -> None:
        self.push_screen(NotesScreen(self.desk), self.results.append)


def _shown(app: App[None]) -> list[str]:
    screen = app.screen
    assert isinstance(screen, NotesScreen)
    return ["".join(t for t, _ in entry.pieces) for entry in screen.picks.entries]


async def test_drafts_come_first_then_the_notes_with_their_rows(writer):
    app = Host(await desk_with_notes(writer))
    async with app.run_test() as pilot:
        await pilot.pause()
        shown = _shown(app)
    assert shown[0].split() == ["draft", "half", "a", "th"]
    assert shown[1].split()[:2] == ["2", "first"]
    assert shown[3].split()[0] == "?"
    assert not any("\x1b" in line for line in shown)


async def test_many_notes_are_looked_through_while_keys_are_heard(
    writer, until, monkeypatch
):
    desk = await desk_with_notes(writer)
    goes_on = asyncio.Event()
    monkeypatch.setattr(notes_list, "AT_ONCE", 0)
    monkeypatch.setattr(boxes, "SLICE", -1)
    waits = SimpleNamespace(sleep=lambda _seconds: goes_on.wait())
    monkeypatch.setattr(boxes, "asyncio", waits)
    app = Host(desk)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert not _shown(app)
        await pilot.press("slash", *"first")  # heard before any is listed
        assert app.screen.query_one(Input).value == "first"
        assert not _shown(app)
        goes_on.set()
        await until(pilot, lambda: _shown(app))
        assert [line.split()[1] for line in _shown(app)] == ["first"]


async def test_a_list_opened_before_the_notes_have_their_places_fills_up(writer):
    made = await writer()
    notebook, shown = made.desk.notebook, made.review.comparison
    notebook.add("first", row_anchors(shown, 1))
    app = Host(made.desk)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert _shown(app) == []
        await made.desk.refresh()
        assert [line.split() for line in _shown(app)] == [["2", "first"]]
        await pilot.press("enter")
        await pilot.pause()
    assert app.results == [NoteChoice("open", *made.desk.listed())]
    await made.desk.refresh()


async def test_enter_goes_to_the_note_and_e_edits_it(writer):
    desk = await desk_with_notes(writer)
    for key, verb in (("enter", "open"), ("e", "edit")):
        app = Host(desk)
        async with app.run_test() as pilot:
            await pilot.press("down", key)
            await pilot.pause()
        assert app.results == [NoteChoice(verb, desk.listed()[1])]


async def test_the_filter_narrows_as_one_types_and_escape_takes_it_away(writer):
    app = Host(await desk_with_notes(writer))
    async with app.run_test() as pilot:
        await pilot.press("slash", *"tag:num")
        await pilot.pause()
        assert [line.split()[0] for line in _shown(app)] == ["4"]
        await pilot.press("escape")
        await pilot.pause()
        assert len(_shown(app)) == 4
        assert app.screen.query_one(Input).value == ""
        await pilot.press("escape")
        await pilot.pause()
    assert app.results == [None]


async def test_notes_are_resolved_placed_deleted_and_undone_in_place(writer, until):
    desk = await desk_with_notes(writer)
    app = Host(desk)

    def states():
        return [(one.note.body[:5], one.note.status) for one in desk.listed()[1:]]

    async with app.run_test() as pilot:
        await pilot.press("down", "r")
        await until(pilot, lambda: ("first", Status.RESOLVED) in states())
        await pilot.press("end", "p")
        await until(pilot, lambda: desk.listed()[1].note.body == "third")
        assert desk.listed()[1].state is State.PLACED
        await pilot.press("home", "down", "d")
        await until(pilot, lambda: len(_shown(app)) == 3)
        assert "third" not in [body for body, _ in states()]
        await pilot.press("U")
        await until(pilot, lambda: len(_shown(app)) == 4)


async def test_a_failure_is_said_and_nothing_disappears(writer, monkeypatch):
    desk = await desk_with_notes(writer)
    monkeypatch.setattr(desk.notebook, "delete", refuse)
    app = Host(desk)
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("down", "d")
        await pilot.pause()
        assert len(_shown(app)) == 4
        (said,) = app._notifications
    assert "NOT SAVED" in said.message


async def test_it_opens_in_any_terminal(writer):
    desk = await desk_with_notes(writer)
    for size in ((20, 5), (40, 12), (200, 60)):
        app = Host(desk)
        async with app.run_test(size=size) as pilot:
            await pilot.press("down", "enter")
            await pilot.pause()
        assert app.results


async def test_a_draft_is_dropped_only_when_asked_twice(writer, until):
    desk = await desk_with_notes(writer)
    app = Host(desk)
    async with app.run_test() as pilot:
        await pilot.press("d")
        await pilot.pause()
        assert len(_shown(app)) == 4
        await pilot.press("d")
        await until(pilot, lambda: len(_shown(app)) == 3)
    assert not desk.drafting.open_drafts
