"""What a session is at when it ends: each state is reached as a user reaches it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from tui_app.notes.draft_files import DraftFiles

from .page_in_browser import PageInBrowser
from .pty_session import CONSUMER, PtySession, command_of

LEFT = "The harbour was closed for five years.\n\nThe mayor spoke of seals.\n"
RIGHT = "The harbour was closed for seven years.\n\nThe mayor talked of seals.\n"
BOOK_ROWS = 4000
FILES = 400

READING = ("left.txt", "right.txt")
SAVED, TYPED = "31415926", "27182818"
"""What is written: nothing of it is shown before, so that all of it is painted."""

EXPORT = ("export", "book1.txt", "book2.txt", "--unit", "line", "--format", "html")
BOOK = ("book1.txt", "book2.txt", "--unit", "line")

CTRL_E, CTRL_Q, CTRL_S, TO_BEGIN_OF_LINE = "\x05", "\x11", "\x13", "\x15"


@dataclass
class Written:
    """What the user wrote: ``saved`` was acknowledged, ``typed`` is no note yet.

    ``in_editor`` was saved in an editor that is still open.
    """

    saved: set[str] = field(default_factory=set)
    typed: str = ""
    in_editor: str = ""


Kind = Literal["screen", "command", "server"]


class State(NamedTuple):
    """A state; ``quit_keys`` are what ends the program there, if keys do.

    ``around`` is set in the environment of the program, ``pipe`` tells that it writes
    into one, ``editor`` that it waits for one.
    """

    name: str
    reach: Callable[[PtySession, Written], None]
    kind: Kind = "screen"
    quit_keys: str = CTRL_Q
    around: Mapping[str, str] = {}
    pipe: bool = False
    editor: bool = False


def prepare(folder: Path) -> None:
    """Write the texts that the states are reached with, and the programs they use."""
    (folder / "left.txt").write_text(LEFT)
    (folder / "right.txt").write_text(RIGHT)
    for number in (1, 2, 3):
        (folder / f"book{number}.txt").write_text(_book(number))
    many = folder / "many"
    many.mkdir()
    for number in range(FILES):
        (many / f"{number}.txt").write_text(_book(number)[:3000])
    for name, lines in _PROGRAMS.items():
        (folder / name).write_text("#!/bin/sh\n" + lines)
        (folder / name).chmod(0o755)
    (folder / "sitecustomize.py").write_text(_SLOW_DISK)


_PROGRAMS = {
    # As if the user had saved in the editor once, and wrote on.
    "editor.sh": 'printf " and more" >> "$1"\necho EDITING\nread answer\n',
    CONSUMER: "read line\necho FLOWING > /dev/tty\nsleep 600\n",
}

_SLOW_DISK = """\
import os, time
_sync, _hold = os.fsync, os.environ.get("HOLD_FSYNC")
def fsync(file):
    while _hold and os.path.exists(_hold):
        time.sleep(0.01)
    _sync(file)
os.fsync = fsync
"""


def _book(seed: int) -> str:
    """Return a text of lines, in which the seed changes some words."""
    dice, changes = random.Random(1), random.Random(seed)  # noqa: S311 - a text
    syllables = [a + b for a in "bdfglmnprst" for b in ("a", "e", "i", "o", "u", "an")]
    words = ["".join(dice.choices(syllables, k=3)) for _ in range(3000)]
    rows = [dice.choices(words, k=14) for _ in range(BOOK_ROWS)]
    changed = (
        " ".join(changes.choice(words) if changes.random() < 0.1 else w for w in row)
        for row in rows
    )
    return "\n".join(f"{row.capitalize()}." for row in changed) + "\n"


def drafts(folder: Path) -> set[str]:
    """Return what would be offered to be written on."""
    return {
        draft.body
        for place in folder.glob("STATE/diptych/drafts/*")
        for draft in DraftFiles(place).left_behind()
    }


# -- screens ---------------------------------------------------------------------------


def _on_start_screen(session: PtySession, _: Written) -> None:
    session.run()
    session.wait_for("Sample")


def _in_library(session: PtySession, _: Written) -> None:
    session.run("left.txt", "right.txt", "book1.txt")
    session.wait_for("1 pair")


def _reading_library(session: PtySession, _: Written) -> None:
    session.run("many")
    session.wait_until(session.helpers, "processes that read files")


def _opening(session: PtySession, _: Written) -> None:
    session.run(*BOOK)
    session.wait_until(session.helpers, "the process that loads")


def _aligning(session: PtySession, _: Written) -> None:
    session.run(*BOOK)
    session.wait_for("aligning")


def _reading(session: PtySession, written: Written) -> None:
    session.run(*READING)
    session.wait_for("Help")
    _save_a_note(session, written)


def _save_a_note(session: PtySession, written: Written) -> None:
    _write(session, SAVED)
    session.type(CTRL_S)
    session.wait_for("Saved")
    written.saved.add(SAVED)


def _write(session: PtySession, words: str) -> None:
    """Open the box and write; the notes open behind the first screen."""
    session.forget()

    def is_open() -> bool:
        session.type("a")
        return session.holds_within(1.0, lambda: session.shows("Note on row"))

    session.wait_until(is_open, "the box of a note")
    session.forget()
    session.type(TO_BEGIN_OF_LINE + words)  # the key may have been typed there, too
    session.wait_for(words)


def _in_list(session: PtySession, written: Written) -> None:
    _reading(session, written)
    session.forget()
    session.type("V")
    session.wait_for("five")


def _in_note_box(session: PtySession, written: Written) -> None:
    _reading(session, written)
    session.type("j")
    _write(session, TYPED)
    written.typed = TYPED


def _saving(session: PtySession, written: Written) -> None:
    """Be saving to a disk that takes its time, for ever if nobody ends that."""
    _in_note_box(session, written)
    # What is typed is kept while the disk is well; the rest is on the way to it.
    kept = session.folder / "STATE/diptych/drafts"
    session.wait_until(
        lambda: any(
            written.typed in path.read_text() for path in kept.glob("*/*.json")
        ),
        "the draft",
    )
    (session.folder / "hold").touch()
    session.type(CTRL_S)
    session.holds_within(0.3, lambda: False)


def _disk_hangs(session: PtySession, written: Written) -> None:
    _reading(session, written)
    (session.folder / "hold").touch()


def _in_editor(session: PtySession, written: Written) -> None:
    _in_note_box(session, written)
    session.forget()
    session.type(CTRL_E)
    session.wait_for("EDITING")
    written.in_editor = f"{TYPED} and more"


def _editing_a_text(session: PtySession, written: Written) -> None:
    _reading(session, written)
    session.forget()
    session.type(CTRL_E)
    session.wait_for("EDITING")


def _counting(session: PtySession, written: Written) -> None:
    session.run(*BOOK)
    session.wait_for("Help")
    _wait_for_helper(session, b"row_counting")
    _save_a_note(session, written)


def _at_table(session: PtySession, _: Written) -> None:
    session.run("book1.txt", "book2.txt", "--against", "book3.txt", "--unit", "line")
    session.wait_for("alike")
    session.type("M")
    _wait_for_helper(session, b"witness_process")


def _wait_for_helper(session: PtySession, name: bytes) -> None:
    session.wait_until(
        lambda: any(name in command_of(one) for one in session.processes()), str(name)
    )


def _exporting(session: PtySession, _: Written) -> None:
    session.run(*BOOK)
    session.wait_for("Help")
    session.wait_for("alike")
    session.type("E")
    session.wait_for("what to take")
    session.type("\r")
    session.wait_until(lambda: _half_written(session.folder), "a file being written")


def _half_written(folder: Path) -> list[Path]:
    return list(folder.glob(".diptych-tmp-*"))


def _from_a_pipe(session: PtySession, written: Written) -> None:
    session.type("cat left.txt | ")
    session.run("-", "right.txt")
    session.wait_for("Help")
    _save_a_note(session, written)


def _into_a_pipe(session: PtySession, written: Written) -> None:
    session.run(*READING, "--print-notes", after="| cat")
    session.wait_for("Help")
    _save_a_note(session, written)


# -- commands --------------------------------------------------------------------------


def _command(*words: str) -> Callable[[PtySession, Written], None]:
    """Return how to be in the middle of a command that writes to a pipe."""

    def reach(session: PtySession, _: Written) -> None:
        session.run(*words, after=f"| ./{CONSUMER}")
        session.wait_for("FLOWING")

    return reach


def _exporting_to_file(session: PtySession, _: Written) -> None:
    session.run("export", *BOOK, "-o", "out.html")
    session.wait_until(lambda: _half_written(session.folder), "a file being written")


def _comparing(session: PtySession, _: Written) -> None:
    session.run("diff", *BOOK, after="> diff.txt")
    session.wait_until(lambda: len(session.helpers()) > 1, "processes that compare")


def _finding_pairs(session: PtySession, _: Written) -> None:
    session.run("pairs", "many")
    session.wait_until(session.helpers, "processes that read files")


# -- the server ------------------------------------------------------------------------


def _served(session: PtySession, written: Written) -> None:
    session.run("serve", *READING)
    session.wait_for("token=")
    session.wait_until(lambda: _ADDRESS.search(session.screen), "the address")
    found = _ADDRESS.search(session.screen)
    page = PageInBrowser(found[0].decode() if found else "", session)
    page.wait_for("Help")
    page.open_note_box()
    page.type(TO_BEGIN_OF_LINE + TYPED)
    page.wait_for(TYPED)
    written.typed = TYPED


_ADDRESS = re.compile(rb"http://\S+token=[\w-]+(?=\s)")


_HELD = {"HOLD_FSYNC": "hold"}

STATES = (
    State("start screen", _on_start_screen, quit_keys="q"),
    State("library", _in_library, quit_keys="q"),
    State("library, reading files", _reading_library, quit_keys="q"),
    State("opening a book", _opening, quit_keys="q"),
    State("aligning a book", _aligning, quit_keys="q"),
    State("counting a book", _counting, quit_keys="q"),
    State("reading", _reading, quit_keys="q"),
    State("a list open", _in_list),
    State("words in the note box", _in_note_box),
    State("reading, the disk hangs", _disk_hangs, around=_HELD),
    State("saving, the disk hangs", _saving, quit_keys="", around=_HELD),
    State("$EDITOR on a note", _in_editor, quit_keys="", editor=True),
    State("$EDITOR on a text", _editing_a_text, quit_keys="", editor=True),
    State("table of three books", _at_table),
    State("exporting a book with E", _exporting),
    State("a text from a pipe", _from_a_pipe, quit_keys="q"),
    State("notes into a pipe", _into_a_pipe, quit_keys="q"),
    State("diff, comparing", _comparing, "command"),
    State("diff into a pipe", _command("diff", *BOOK), "command", pipe=True),
    State("export into a pipe", _command(*EXPORT), "command", pipe=True),
    State("export to a file", _exporting_to_file, "command"),
    State("pairs, reading files", _finding_pairs, "command"),
    State("serve, words in the box", _served, "server"),
)
