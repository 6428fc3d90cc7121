"""The parts of a reader without an app, the App on two small texts, and its screen."""

from collections.abc import Awaitable
from dataclasses import replace

import pytest
from rich.style import Style

from tui_app.core.comparison import compare, compare_again
from tui_app.core.model import Constraints
from tui_app.core.provisional_rows import provisional
from tui_app.core.segmentation import segment
from tui_app.review.counts import Counts
from tui_app.review.options import set_off
from tui_app.review.request import LibraryRequest, Request
from tui_app.review.resuming import review_of
from tui_app.review.session import Environment, Session, prepare
from tui_app.settings.config_file import Configuration, read_configuration
from tui_app.settings.memory import Memory
from tui_app.settings.preferences import Settings
from tui_app.ui.app import DiptychApp
from tui_app.ui.host import Host
from tui_app.ui.notes_desk import NotesDesk
from tui_app.ui.pair.painter import Painter
from tui_app.ui.pair.pair_keys import PairKeys
from tui_app.ui.pair.pair_window import PairWindow
from tui_app.ui.reader.jump_keys import JumpKeys
from tui_app.ui.reader.link_keys import LinkKeys
from tui_app.ui.reader.list_keys import ListKeys
from tui_app.ui.reader.note_keys import NoteKeys
from tui_app.ui.reader.search_keys import SearchKeys
from tui_app.ui.reader.silence_keys import SilenceKeys
from tui_app.ui.styles import Palette

LEFT = """The river report

The harbour was closed for five years after the flood of 1998.

Engineers said that the work must be finished before winter.

The mayor walked along the quay and spoke to the owners of the boats.
"""

RIGHT = """The river report

The harbour was closed for seven years after the flood of 1998.

Engineers said that the work should be finished before winter.

The mayor went along the quay and talked to the owners of the boats.
"""


class Parts:
    """The pair, and the keys that need nothing else, as the screen composes them.

    ``said``, ``opened`` and ``copied`` are what the host was asked for, ``rung`` how
    often the bell was; ``tasks`` are left to be awaited.
    """

    def __init__(self, session, size):
        self.said, self.opened, self.copied, self.tasks = [], [], [], []
        self.rung = self.changes = 0
        self.review = review_of(session)
        self.window = PairWindow(self.review, self._painter, self._changed)
        self.window.resize(size[0] - 3, size[1] - 3, size[0])
        self.host = Host(
            lambda message, **_: self.said.append(message),
            self._ring,
            self.tasks.append,
            lambda screen, then: self.opened.append((screen, then)),
            session.settings.keymap.first,
        )
        pair = self.review, self.window
        self.pair_keys = PairKeys(*pair, self.host, self.copied.append)
        self.jumps = JumpKeys(*pair, self.host)
        self.search = SearchKeys(*pair, self.jumps, self.pair_keys, self.host, None)
        self.counts = Counts()
        self.lists = ListKeys(*pair, self.counts, self.jumps, self.host)
        self.acts = {
            **self.pair_keys.acts(),
            **self.jumps.acts(),
            **self.search.acts(),
            **self.lists.acts(),
            "leave": self.search.leave,
        }

    def _painter(self, columns, view):
        palette = Palette(Style.null(), lambda _: Style.null())
        below = set_off(view, self.review.cursor.chosen)
        return Painter(columns, palette, self.review.signs, set_off=below)

    def _changed(self, _lines):
        self.changes += 1

    def _ring(self):
        self.rung += 1

    def do(self, *names):
        """Do what the keys of these ids do, one after the other."""
        for name in names:
            done = self.acts[name]()
            assert not isinstance(done, Awaitable), f"{name} is to be awaited"

    @property
    def row(self):
        """The row under the cursor."""
        return self.review.row

    def line(self, y):
        """Return the text of a line of the window."""
        return self.window.panes.strip(y).text


@pytest.fixture
def parts():
    """Return a function that takes a reader apart: on texts, rows or a session."""

    def make(
        left="",
        right="",
        *,
        made=None,
        aligned=True,
        session=None,
        size=(120, 30),
        **settings,
    ):
        if session is not None:
            return Parts(session, size)
        if made is None:
            documents = [segment(text, None, "sentence") for text in (left, right)]
            made = (compare if aligned else provisional)(*documents)
        session = Session(
            made.left,
            made.right,
            made if aligned else None,
            settings=Settings(**settings),
        )
        return Parts(session, size)

    return make


@pytest.fixture
def open_reader(tmp_path):
    """Return a function that makes an App with a reader on two texts, or several."""

    def make(
        left=LEFT,
        right=RIGHT,
        config="",
        names=("left.txt", "right.txt"),
        against=(),
        base=None,
    ):
        paths = [tmp_path / name for name in names]
        for path, text in zip(paths, (left, right), strict=True):
            path.write_text(text, encoding="utf-8")
        others = [tmp_path / f"other{number}.txt" for number in range(len(against))]
        for path, text in zip(others, against, strict=True):
            path.write_text(text, encoding="utf-8")
        environment = environment_in(tmp_path, config)
        # A file of notes is of one pair.
        notes = None if others else tmp_path / "notes.jsonl"
        request = Request(str(paths[0]), str(paths[1]), None, notes)
        request = request.against_others(map(str, others))
        if base is not None:
            (tmp_path / "base.txt").write_text(base, encoding="utf-8")
            request = request._replace(base=str(tmp_path / "base.txt"))
        return DiptychApp(prepare(request, environment), environment)

    return make


@pytest.fixture
def open_start(tmp_path):
    """Return a function that makes an App that begins with no text."""

    def make(samples=None, config=""):
        return DiptychApp(None, environment_in(tmp_path, config), samples)

    return make


@pytest.fixture
def open_library(tmp_path):
    """Return a function that makes an App with the library of some paths."""

    def make(*paths, config=""):
        request = LibraryRequest(tuple(map(str, paths)))
        return DiptychApp(None, environment_in(tmp_path, config), None, request)

    return make


def environment_in(folder, config=""):
    memory = Memory(folder / "state" / "state.json")
    return Environment(configuration(folder, config), memory, memory.read())


def configuration(folder, text) -> Configuration:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return read_configuration(path)


@pytest.fixture
def screen_lines():
    """Return a function that reads the screen line by line."""

    def read(app):
        strips = app.screen._compositor.render_strips()
        return [strip.text for strip in strips]

    return read


HARBOUR = """The harbour was closed for five years after the flood.

Engineers said the work must be done before winter comes. The mayor walked along.

A boat lay upside down on the quay.
"""
HARBOUR_TOLD_ANEW = """The harbour was closed for seven years after the flood.

Engineers said the work should be done before winter. The mayor strolled along there.

Nobody asked why the lamps were lit.
"""


class Writer:
    """A reader's keys about notes and links, on a real notebook and without an app.

    What the screen would do beside the reading is done at once.
    """

    def __init__(self, reader, after_marking="next"):
        self.reader = reader
        self.review = reader.review
        pair = self.review, reader.window
        self.counts = 0
        self.desk = NotesDesk(*pair, reader.host, self._realign, self._recount)
        made = *pair, self.desk, reader.jumps, reader.host
        notes = NoteKeys(*made, after_marking)
        links = LinkKeys(self.review, self.desk, reader.host)
        self.silences = SilenceKeys(self.review, self.desk, reader.host)
        self.acts = {
            **reader.acts,
            **notes.acts(),
            **links.acts(),
            **self.silences.acts(),
        }
        self._obeyed = Constraints()

    def _realign(self, constraints):
        if constraints == self._obeyed:
            return
        self._obeyed = constraints
        shown = self.review.comparison
        self.reader.window.show(compare_again(shown, constraints))

    def _recount(self):
        self.counts += 1

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
    """Return a function that opens two texts with the notes of ``n.jsonl``."""

    async def make(
        left=HARBOUR,
        right=HARBOUR_TOLD_ANEW,
        *,
        opened=True,
        aligned=True,
        after_marking="next",
    ):
        made = Writer(parts(left, right, aligned=aligned), after_marking)
        return await made.open(tmp_path / "n.jsonl") if opened else made

    return make
