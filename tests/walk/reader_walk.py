"""A random walk through the reader: keys, words, the mouse, sizes, and what goes on.

While one walks, the texts are edited underneath, another process writes into the same
notes, and the reader is left and opened again. After each step the promises of
``walk_promises`` are looked after.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from pathlib import Path

from tui_app.errors import UserError
from tui_app.review.request import LibraryRequest, Request
from tui_app.review.session import Environment, prepare
from tui_app.settings.config_file import read_configuration
from tui_app.settings.keys import actions_in
from tui_app.settings.memory import Memory
from tui_app.ui.app import DiptychApp
from tui_app.ui.library_screens.library_screen import LibraryScreen
from tui_app.ui.note_screens.note_box import NoteBox
from tui_app.ui.note_screens.notes_list import NotesScreen
from tui_app.ui.reader.screen import ReaderScreen

from .others_notes import OthersNotes
from .walk_promises import Promises
from .walk_texts import a_text, edit_underneath, edited

_PATIENCE = 120.0  # seconds, on a machine that has other work
_LEAVING = {"quit", "suspend"}
_KEYS_OF = {
    scope: [
        key
        for action in (*actions_in(scope), *actions_in("app"))
        if action.id not in _LEAVING
        for key in action.keys
    ]
    for scope in ("reader", "note", "notes", "library")
}
_IN_LISTS = (
    *("enter", "enter", "down", "up", "pagedown", "pageup", "tab", "shift+tab"),
    *("escape", "escape", "left", "right", "home", "end", "backspace", "delete"),
    *("ctrl+n", "ctrl+p", "ctrl+u", "ctrl+k", "ctrl+w", "ctrl+z", "ctrl+a", "space"),
    *("ctrl+c", "alt+c", "alt+w", "alt+r", "f1", "ctrl+q"),
)
_WORDS = (
    "five",
    "may",
    "May",
    "中国",
    "قال",
    "e\u0301",
    "[/]",
    "~/",
    "50%",
    "1",
    "\x1b",
)
_STEPS = Counter(
    key=70, words=6, resize=5, mouse=6, edit=3, second=4, wait=3, reopen=1, flood=2
)


async def until(pilot, condition) -> None:
    """Wait for a condition, on a very busy machine for long."""
    latest = time.monotonic() + _PATIENCE
    while not condition():
        assert time.monotonic() < latest, "it did not come to pass"
        await pilot.pause(0.01)


class ReaderWalk:
    """One walk, told by its seed. ``log`` are the steps that were taken."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.log: list[str] = []
        self.taken: Counter[str] = Counter()
        self._dice = random.Random(seed)  # noqa: S311 - a walk, no secret
        self._folder = folder
        self._typed = 0
        dice = self._dice
        left = a_text(dice)
        self._texts = []
        for number in range(dice.choice((2, 2, 2, 3, 4))):
            path = folder / f"text{number}.txt"
            told = edited(dice, left) if number else left
            path.write_text("\n\n".join(told) + "\n", "utf-8")
            self._texts.append(path)
        self._base = dice.random() < 0.1
        self._in_library = dice.random() < 0.1
        chosen = dice.random() < 0.5 and len(self._texts) == 2
        self._notes = folder / "notes.jsonl" if chosen else None
        self._promises = Promises(self._notes)
        self._other = OthersNotes(*self._texts[:2], self._notes)

    async def walk(self, steps: int) -> None:
        """Take so many steps, opening the reader anew where it was left."""
        try:
            while (taken := self.taken.total()) < steps:
                await self._one_run(steps - taken)
        finally:
            self._other.end()

    async def _one_run(self, steps: int) -> None:
        app = self._opened()
        if app is None:
            self._do(
                "edit", edit_underneath(self._dice, self._dice.choice(self._texts))
            )
            return
        size = self._size()
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            for _ in range(steps):
                kind = self._dice.choices(*zip(*_STEPS.items(), strict=True))[0]
                if kind == "reopen":
                    break
                await getattr(self, f"_{kind}")(pilot)
                self._promises.look_after(app)
                if app._exit:
                    break
            self._do("reopen", "")
            if not app._exit and self._dice.random() < 0.5:
                await self._leave(pilot)
        self._promises.look_after_end(app)

    def _do(self, kind: str, what: str) -> None:
        self.taken[kind] += 1
        self.log.append(f"{kind} {what}")

    def _opened(self) -> DiptychApp | None:
        """Return an App on the texts; ``None`` where these cannot be read."""
        memory = Memory(self._folder / "state" / "state.json")
        place = self._folder / "config.toml"
        environment = Environment(read_configuration(place), memory, memory.read())
        if self._in_library:
            return DiptychApp(
                None, environment, None, LibraryRequest((str(self._folder),))
            )
        left, right, *others = map(str, self._texts)
        request = Request(left, right, None, self._notes)
        if self._base and others:
            request = request._replace(base=others[0])
        else:
            request = request.against_others(others)
        try:
            return DiptychApp(prepare(request, environment), environment)
        except UserError:
            return None

    def _size(self) -> tuple[int, int]:
        """Return a size, a small one more often: it is painted sooner."""
        dice = self._dice
        widest, highest = dice.choice(((130, 12), (130, 24), (130, 40), (250, 60)))
        return dice.randint(20, widest), dice.randint(3, highest)

    # Steps -----------------------------------------------------------------------

    async def _key(self, pilot) -> None:
        keys = self._keys(pilot.app.screen)
        key = self._dice.choice(keys)
        await self._press(pilot, key)

    def _keys(self, screen) -> tuple[str, ...] | list[str]:
        if isinstance(screen, NoteBox):
            return (*_KEYS_OF["note"], *_IN_LISTS)
        if isinstance(screen, NotesScreen):
            return (*_KEYS_OF["notes"], *_IN_LISTS)
        if isinstance(screen, LibraryScreen):
            return (*_KEYS_OF["library"], *_IN_LISTS[:14])
        if isinstance(screen, ReaderScreen):
            return _KEYS_OF["reader"]
        return _IN_LISTS

    async def _press(self, pilot, *keys: str) -> None:
        screen = pilot.app.screen
        body = (
            screen.draft.body if isinstance(screen, NoteBox) and screen.is_open else ""
        )
        self._do("key", " ".join(keys))
        await pilot.press(*keys)
        if keys == ("ctrl+s",) and body.strip() and pilot.app.screen is not screen:
            self._promises.was_saved(pilot.app, body)

    async def _words(self, pilot) -> None:
        """Type a word of its own, or one that stands in the texts."""
        self._typed += 1
        word = self._dice.choice((f"word{self._typed}", *_WORDS))
        self._do("words", repr(word))
        await pilot.press(*("space" if one == " " else one for one in word))

    async def _flood(self, pilot) -> None:
        """Press many keys at once, without waiting for what each does."""
        keys = self._dice.choices(
            self._keys(pilot.app.screen), k=self._dice.randint(2, 9)
        )
        self._do("flood", " ".join(keys))
        await pilot.press(*(key for key in keys))

    async def _resize(self, pilot) -> None:
        size = self._size()
        self._do("resize", f"{size[0]}×{size[1]}")
        await pilot.resize_terminal(*size)
        await until(pilot, lambda: pilot.app.screen._compositor.size == size)

    async def _mouse(self, pilot) -> None:
        dice, (width, height) = self._dice, pilot.app.size
        place = dice.randrange(width), dice.randrange(height)
        how = dice.choice(("click", "double", "drag", "hover"))
        self._do("mouse", f"{how} {place}")
        if how in {"click", "double"}:
            await pilot.click(offset=place, times=1 + (how == "double"))
            return
        if how == "drag":
            await pilot.mouse_down(offset=place)
        place = dice.randrange(width), dice.randrange(height)
        await pilot.hover(offset=place)
        if how == "drag":
            await pilot.mouse_up(offset=place)

    async def _edit(self, _pilot) -> None:
        self._edit_a_text()

    def _edit_a_text(self) -> None:
        path = self._dice.choice(self._texts)
        self._do("edit", f"{path.name} {edit_underneath(self._dice, path)}")

    async def _wait(self, pilot) -> None:
        """Let what is done beside the screen be done; look at texts and notes."""
        self._do("wait", "")
        await pilot.pause(self._dice.choice((0.01, 0.05, 0.3)))
        screen = pilot.app.screen
        if isinstance(screen, ReaderScreen):
            await screen.desk.look()

    async def _second(self, _pilot) -> None:
        """Have the other reader write into the notes."""
        act = self._dice.choice(
            ("add", "add", "edit", "delete", "undo", "redo", "mark")
        )
        which = self._dice.randrange(100)
        self._do("second", f"{act} {which}")
        told = await asyncio.to_thread(self._other.ask, act, which)
        if told:
            self._promises.others_wrote(told)

    async def _leave(self, pilot) -> None:
        """Leave as a user does; half of the runs just end, as if they were killed."""
        await pilot.press(*["escape"] * 4)
        if not isinstance(pilot.app.screen, NoteBox):
            await pilot.press("q")
