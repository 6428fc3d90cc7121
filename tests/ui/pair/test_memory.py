"""What is no longer shown is given back, and the system is asked to take it."""

import gc
import subprocess
import sys
import weakref
from functools import partial

import pytest

from tui_app.core import freed_memory as memory
from tui_app.core.comparison import Comparison, compare
from tui_app.core.segmentation import segment
from tui_app.review.session import Session
from tui_app.review.text_map import TextMap
from tui_app.ui.app import DiptychApp
from tui_app.ui.reader.background import Aligned

LINES = [f"Line {number} tells of day {number}." for number in range(40)]


def compared() -> Comparison:
    text = "\n\n".join(LINES)
    left, right = segment(text, None, "line"), segment(text[:-9], None, "line")
    return compare(left, right)


async def test_rows_that_are_shown_no_more_are_gone_without_a_search_for_garbage(until):
    made = compared()
    app = DiptychApp(Session(made.left, made.right, made))
    async with app.run_test(size=(120, 30)) as pilot:
        gc.disable()
        try:
            rough = compared()
            gone = weakref.ref(rough)
            show(app.screen, rough, complete=False)
            del rough
            await pilot.press("j", "pagedown", "]", "/", "d", "a", "enter", "n")
            show(app.screen, made, complete=True)
            await until(pilot, lambda: gone() is None)
            assert app.screen.review.comparison is made
        finally:
            gc.enable()


def show(screen, comparison, *, complete):
    text_map = TextMap(comparison, provisional=False)
    screen.alignment.take(Aligned(comparison, text_map, complete))


class Library:
    """Stands for a C library; remembers what it is asked."""

    def __init__(self, *names):
        self.asked = []
        for name in names:
            setattr(self, name, partial(self._ask, name))

    def _ask(self, *asked):
        self.asked.append(asked)


@pytest.fixture
def library(monkeypatch):
    """Put a made-up library in the place of the real one."""

    def install(made):
        def find(name):
            del name
            if isinstance(made, Exception):
                raise made
            return made

        monkeypatch.setattr("ctypes.CDLL", find)

    for cached in (memory.keep_nothing_large, memory._function):
        cached.cache_clear()
    yield install
    for cached in (memory.keep_nothing_large, memory._function):
        cached.cache_clear()


def test_the_library_is_told_once_and_asked_each_time(library):
    made = Library("mallopt", "malloc_trim")
    library(made)
    for _ in range(2):
        memory.keep_nothing_large()
        memory.give_back_memory()
    names = [name for name, *_ in made.asked]
    assert names == ["mallopt", "malloc_trim", "malloc_trim"]


@pytest.mark.parametrize("made", [Library(), OSError("none"), TypeError("no name")])
def test_other_libraries_are_left_alone(library, made):
    library(made)
    memory.keep_nothing_large()
    memory.give_back_memory()
    assert memory._function("malloc_trim") is None


GIVEN_BACK = """
from pathlib import Path
from tui_app.core import freed_memory as memory

def resident():
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * 4096 >> 20

memory.keep_nothing_large()
for _ in range(3):  # each would teach the library to keep more
    pieces = [bytearray(size << 20) for size in (2, 8, 16)]
    for piece in pieces:
        piece[::4096] = b"x" * len(piece[::4096])
    held = resident()
    del pieces, piece
    print(held - resident())
memory.give_back_memory()
"""
"""Tells in megabytes what a process gave back, where no other work is in its way."""


@pytest.mark.skipif(
    memory._function("malloc_trim") is None, reason="another C library than glibc"
)
def test_large_pieces_go_back_as_soon_as_they_are_free():
    command = [sys.executable, "-c", GIVEN_BACK]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    given_back = [int(megabytes) for megabytes in told.split()]
    assert len(given_back) == 3
    assert all(megabytes > 20 for megabytes in given_back)
