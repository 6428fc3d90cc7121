"""The list finds notes, goes to them, and changes them in place."""

from textual.app import App
from textual.widgets import Input

from tui_app.errors import UserError
from tui_app.notes.note import Anchor, Draft, Note, NoteKind, PlacedNote, State, Status
from tui_app.ui.note_screens.notes_list import NoteChoice, NotesScreen
from tui_app.ui.theme import mark_variables


def _placed(number: int, body: str, state=State.PLACED, tags=()) -> PlacedNote:
    anchor = Anchor("left", 0, 6, f"quote {number}", "", "", "sha256-0")
    note = Note(
        str(number),
        "v",
        NoteKind.NOTE,
        body,
        tags,
        Status.OPEN,
        (anchor,),
        "",
        "",
        "",
    )
    rows = () if state is State.ORPHAN else (number,)
    return PlacedNote(note, state, rows, (), (), (), ())


class FakeDesk:
    def __init__(self) -> None:
        self.notes = [
            _placed(1, "first [b] words"),
            _placed(4, "second \x1b]0;t\x07", tags=("numbers",)),
            _placed(9, "third", State.ORPHAN),
        ]
        self.drafts = [Draft("d", None, NoteKind.NOTE, "half a th", (), ())]
        self.failing = False
        self.calls: list[tuple[str, object]] = []

    def listed(self):
        return (*self.drafts, *self.notes)

    def _call(self, name, listed):
        if self.failing:
            raise UserError("notes", "no space left on device")
        self.calls.append((name, listed))

    async def delete(self, listed):
        self._call("delete", listed)
        if isinstance(listed, Draft):
            self.drafts.remove(listed)
        else:
            self.notes.remove(listed)

    async def resolve(self, placed):
        self._call("resolve", placed)

    async def attach(self, placed):
        self._call("attach", placed)

    async def undo(self):
        self._call("undo", None)
        return "deletion"


class Host(App[None]):
    def __init__(self, desk: FakeDesk) -> None:
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


async def test_drafts_come_first_then_the_notes_with_their_rows():
    app = Host(FakeDesk())
    async with app.run_test() as pilot:
        await pilot.pause()
        shown = _shown(app)
    assert shown[0].split() == ["draft", "half", "a", "th"]
    assert shown[1].split()[:2] == ["2", "first"]
    assert shown[3].split()[0] == "?"
    assert not any("\x1b" in line for line in shown)


async def test_enter_goes_to_the_note_and_e_edits_it():
    for key, verb in (("enter", "open"), ("e", "edit")):
        desk = FakeDesk()
        app = Host(desk)
        async with app.run_test() as pilot:
            await pilot.press("down", key)
            await pilot.pause()
        assert app.results == [NoteChoice(verb, desk.notes[0])]


async def test_the_filter_narrows_as_one_types_and_escape_takes_it_away():
    app = Host(FakeDesk())
    async with app.run_test() as pilot:
        await pilot.press("slash", *"tag:num")
        await pilot.pause()
        assert [line.split()[0] for line in _shown(app)] == ["5"]
        await pilot.press("escape")
        await pilot.pause()
        assert len(_shown(app)) == 4
        assert app.screen.query_one(Input).value == ""
        await pilot.press("escape")
        await pilot.pause()
    assert app.results == [None]


async def test_notes_are_resolved_placed_and_deleted_in_place():
    desk = FakeDesk()
    app = Host(desk)
    async with app.run_test() as pilot:
        await pilot.press("down", "r", "p", "d")
        await pilot.pause()
        assert len(_shown(app)) == 3
        await pilot.press("U")
    assert [name for name, _ in desk.calls] == ["resolve", "attach", "delete", "undo"]


async def test_a_failure_is_said_and_nothing_disappears():
    desk = FakeDesk()
    desk.failing = True
    app = Host(desk)
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("down", "d")
        await pilot.pause()
        assert len(_shown(app)) == 4
        (said,) = app._notifications
    assert "NOT SAVED" in said.message


async def test_it_opens_in_any_terminal():
    for size in ((20, 5), (40, 12), (200, 60)):
        app = Host(FakeDesk())
        async with app.run_test(size=size) as pilot:
            await pilot.press("down", "enter")
            await pilot.pause()
        assert app.results


async def test_a_draft_is_dropped_only_when_asked_twice():
    desk = FakeDesk()
    app = Host(desk)
    async with app.run_test() as pilot:
        await pilot.press("d")
        await pilot.pause()
        assert len(_shown(app)) == 4
        await pilot.press("d")
        await pilot.pause()
        assert len(_shown(app)) == 3
    assert not desk.drafts
