"""The parts of a reader without an app: a review, a window on it, and a host."""

from collections.abc import Awaitable

import pytest
from rich.style import Style

from tui_app.core.comparison import compare
from tui_app.core.provisional_rows import provisional
from tui_app.core.segmentation import segment
from tui_app.review.place import review_of
from tui_app.review.session import Session
from tui_app.settings.preferences import Settings
from tui_app.ui.host import Host
from tui_app.ui.pair.painter import Painter
from tui_app.ui.pair.pair_keys import PairKeys
from tui_app.ui.pair.pair_window import PairWindow
from tui_app.ui.reader.jump_keys import JumpKeys
from tui_app.ui.reader.search_keys import SearchKeys
from tui_app.ui.styles import Palette


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
        )
        pair = self.review, self.window
        self.pair_keys = PairKeys(*pair, self.host, self.copied.append)
        self.jumps = JumpKeys(*pair, self.host)
        self.search = SearchKeys(*pair, self.jumps, self.pair_keys, self.host, None)
        self.acts = {
            **self.pair_keys.acts(),
            **self.jumps.acts(),
            **self.search.acts(),
        }

    def _painter(self, columns, view):
        palette = Palette(Style.null(), lambda _: Style.null())
        return Painter(columns, palette, self.review.signs, ruled=view == "stacked")

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
