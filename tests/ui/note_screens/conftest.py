"""A reader on two small texts with its notebook, and patience for what is saved."""

from dataclasses import replace

import pytest

from tui_app.core.comparison import compare_again
from tui_app.core.model import Constraints
from tui_app.core.segmentation import segment
from tui_app.review.session import Session
from tui_app.settings.preferences import Settings
from tui_app.ui.app import DiptychApp
from tui_app.ui.note_screens.desk import NotesDesk
from tui_app.ui.reader.link_keys import LinkKeys
from tui_app.ui.reader.note_keys import NoteKeys

LEFT = """The harbour was closed for five years after the flood.

Engineers said the work must be done before winter comes. The mayor walked along.

A boat lay upside down on the quay.
"""
RIGHT = """The harbour was closed for seven years after the flood.

Engineers said the work should be done before winter. The mayor strolled along there.

Nobody asked why the lamps were lit.
"""


@pytest.fixture
def open_reader(tmp_path):
    """Return a function that makes an App with a reader on the two texts."""

    def make(left: str = LEFT, right: str = RIGHT, **settings) -> DiptychApp:
        documents = (
            segment(left, str(tmp_path / "a.txt"), "sentence"),
            segment(right, str(tmp_path / "b.txt"), "sentence"),
        )
        return DiptychApp(
            Session(
                *documents,
                notes_path=tmp_path / "n.jsonl",
                settings=Settings(**settings),
            )
        )

    return make


class Writer:
    """A reader's keys about notes and links, on a real notebook and without an app.

    What the screen would do beside the reading is done at once.
    """

    def __init__(self, reader):
        self.reader = reader
        self.review = reader.review
        pair = self.review, reader.window
        self.desk = NotesDesk(*pair, reader.host, self._realign)
        notes = NoteKeys(*pair, self.desk, reader.jumps, reader.host)
        links = LinkKeys(self.review, self.desk, reader.host)
        self.acts = {**reader.acts, **notes.acts(), **links.acts()}
        self._obeyed = Constraints()

    def _realign(self, constraints):
        shown, before = self.review.comparison, self._obeyed
        self._obeyed = constraints
        self.reader.window.show(compare_again(shown, before, constraints))

    async def open(self, path):
        shown = self.review.comparison
        await self.desk.open(shown.left, shown.right, path)
        return self

    async def do(self, *names):
        """Do what the keys of these ids do, and all that follows from it."""
        for name in names:
            done = self.acts[name]()
            if done is not None:
                await done
            while self.reader.tasks:
                await self.reader.tasks.pop(0)()

    async def close(self, result):
        """Close the screen opened last with this result; return the screen."""
        screen, then = self.reader.opened.pop()
        done = then(result)
        if done is not None:
            await done
        return screen

    async def close_new(self, name):
        """Open a screen with a key and close it again; return it."""
        await self.do(name)
        return await self.close(None)

    async def write(self, words, key="note"):
        """Write a note as in the box, and save it."""
        await self.do(key)
        box, _ = self.reader.opened[-1]
        box.shelf.save(replace(box.begun, body=words))
        return await self.close(True)

    @property
    def rows(self):
        return [(row.left, row.right) for row in self.review.comparison.rows]


@pytest.fixture
def writer(parts, tmp_path):
    """Return a function that opens the two texts with the notes of ``n.jsonl``."""

    async def make(*, opened=True, aligned=True):
        made = Writer(parts(LEFT, RIGHT, aligned=aligned))
        return await made.open(tmp_path / "n.jsonl") if opened else made

    return make
