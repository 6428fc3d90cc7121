"""Targets that read files of the user or of another program: notes, settings, lists."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

from tui_app.core.comparison import compare_texts
from tui_app.core.dictionaries.chosen_lists import read_lists
from tui_app.core.model import SIDES
from tui_app.errors import UserError
from tui_app.library.passim_clusters import read_clusters
from tui_app.notes.anchoring.new_anchors import row_anchors
from tui_app.notes.exchange.note_files import NoteForm, read_notes
from tui_app.notes.journal import archive
from tui_app.notes.journal.records import encode
from tui_app.notes.note import Note
from tui_app.notes.notebook import Notebook
from tui_app.review.alignment_bytes import alignment_from_bytes, alignment_to_bytes
from tui_app.settings.config_file import complaints_in_short, read_configuration
from tui_app.settings.memory import Memory

from .document_targets import archive_of, check_refusal

LEFT = "Five came. Ten left.\n\nFive came again, and the mill stood still."
RIGHT = "More than five came. Ten left.\n\nThe mill stood; nobody knew why."
PAIR = compare_texts(LEFT, RIGHT)
FORMS = tuple(NoteForm)

_STEPS = 24
_OWN_ID = re.compile(r"[0-9A-Za-z]{26}")


@contextlib.contextmanager
def file_of(data: bytes, name: str) -> Iterator[Path]:
    """Put the bytes in a file of its own, in memory where the machine can."""
    room = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108
    with tempfile.TemporaryDirectory(dir=room) as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        yield path


def journal(data: bytes) -> None:
    """Whatever a journal holds it opens or is refused, and what is added is there."""
    with file_of(data, "notes.jsonl") as path:
        try:
            book = Notebook.open(PAIR.left, PAIR.right, notes_path=path)
        except UserError as error:
            check_refusal(error)
            assert path.read_bytes() == data
            return
        _check_notes(book)
        for step in (book.undo, book.redo):
            with contextlib.suppress(UserError):
                step()
        before = {note.id: note for note in book.notes}
        try:
            added = book.add("mine", row_anchors(PAIR, 0))
        except UserError as error:
            check_refusal(error, f"{path}: not saved: a newer version of diptych")
            book.close()
            assert path.read_bytes() == data
            return
        book.close()
        again = Notebook.open(PAIR.left, PAIR.right, notes_path=path)
        after = {note.id: note for note in again.notes}
        again.close()
        assert after.pop(added.id).body == "mine"
        assert after.keys() == before.keys()
        assert all(after[one].body == before[one].body for one in before)


def _check_notes(book: Notebook) -> None:
    for placed in book.placed(PAIR):
        assert all(0 <= row < len(PAIR.rows) for row in placed.rows)
        for side in SIDES:
            size = len(PAIR.document(side).text)
            for span in getattr(placed, side):
                assert 0 <= span.start <= span.end <= size
    book.marks.reviewed(PAIR)
    settled = book.marks.constraints(PAIR.left, PAIR.right)
    for fixed in settled.fixed:
        for side, units in zip(SIDES, fixed, strict=True):
            assert set(units) <= set(range(len(PAIR.document(side).units)))
    assert all(isinstance(remark, str) for remark in book.remarks)


def journal_written(data: bytes) -> None:
    """Two readers write by turns, one is killed in the middle: no note is lost.

    Each byte is a step: its lowest bit says which reader, the rest what it does.
    """
    with file_of(b"", "notes.jsonl") as path:
        path.unlink()
        readers = _TwoReaders(path)
        for step in data[:_STEPS]:
            what = _WHAT[step // 2 % len(_WHAT)]
            getattr(readers, what)(step % 2, step // 16)
            readers.check()
        readers.close()


_WHAT = ("add", "edit", "delete", "undo", "redo", "die", "tidy", "open")

_Change = tuple[str, str | None, str | None]


class _TwoReaders:
    """Two notebooks on one file, and what a dictionary would hold of it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._books = [_opened(path), _opened(path)]
        self._left: list[Notebook] = []
        self._notes: dict[str, str] = {}
        self._done: list[_Change] = []
        self._undone: list[_Change] = []
        self._number = 0

    def add(self, reader: int, which: int) -> None:
        self._number += 1
        body = f"note {self._number} " + "é\n\0\u2028x"[: which % 6]
        anchors = row_anchors(PAIR, which % len(PAIR.rows))
        added = self._books[reader].add(body, anchors)
        self._act(added.id, added.body)

    def edit(self, reader: int, which: int) -> None:
        note = self._chosen(reader, which)
        if note is not None:
            self._number += 1
            body = f"edited {self._number}"
            self._act(note.id, self._books[reader].edit(note, body=body).body)

    def delete(self, reader: int, which: int) -> None:
        note = self._chosen(reader, which)
        if note is not None:
            self._books[reader].delete(note)
            self._act(note.id, None)

    def undo(self, reader: int, _which: int) -> None:
        assert (self._books[reader].undo() is None) == (not self._done)
        if self._done:
            self._undone.append(self._done.pop())
            self._become(*self._undone[-1][:2])

    def redo(self, reader: int, _which: int) -> None:
        assert (self._books[reader].redo() is None) == (not self._undone)
        if self._undone:
            self._done.append(self._undone.pop())
            self._become(self._done[-1][0], self._done[-1][2])

    def die(self, reader: int, which: int) -> None:
        """Leave a piece of a line, as a reader does that is killed while it writes."""
        if self._path.exists():
            line = encode({"op": "put", "id": "x"}).removesuffix(b"\n")
            with self._path.open("ab") as file:
                file.write(line[: which * 4 + 1])
        self.open(reader, which)

    def tidy(self, reader: int, which: int) -> None:
        """Compact the file while the other reader has it open."""
        with mock.patch.object(archive, "pays", return_value=True):
            self._books[reader].close()
        self.open(reader, which)

    def open(self, reader: int, _which: int) -> None:
        self._left.append(self._books[reader])
        self._books[reader] = _opened(self._path)

    def check(self) -> None:
        for one in self._books:
            one.poll()
            assert {note.id: note.body for note in one.notes} == self._notes

    def close(self) -> None:
        for one in (*self._books, *self._left):
            one.close()

    def _chosen(self, reader: int, which: int) -> Note | None:
        notes = self._books[reader].notes
        return notes[which % len(notes)] if notes else None

    def _act(self, note_id: str, after: str | None) -> None:
        self._done.append((note_id, self._notes.get(note_id), after))
        self._undone.clear()
        self._become(note_id, after)

    def _become(self, note_id: str, body: str | None) -> None:
        if body is None:
            self._notes.pop(note_id, None)
        else:
            self._notes[note_id] = body


def _opened(path: Path) -> Notebook:
    return Notebook.open(PAIR.left, PAIR.right, notes_path=path)


def imports(data: bytes) -> None:
    """The first byte is the form. What arrives is saved, and found within the texts."""
    form, data = FORMS[(data[:1] or b"\0")[0] % len(FORMS)], data[1:]
    if form is NoteForm.WORD:
        data = archive_of(data)
    try:
        arrivals = read_notes(data, form)
    except UserError as error:
        check_refusal(error)
        return
    with file_of(b"", "notes.jsonl") as path:
        path.unlink()
        book = _opened(path)
        try:
            imported = book.import_notes(arrivals)
        except UserError as error:
            check_refusal(error)
            return
        assert imported.new == len(book.notes)
        assert imported.new + imported.known + len(imported.unplaced) == len(arrivals)
        _check_notes(book)
        saved = {note.id: note for note in book.notes}
        again = _opened(path)
        assert {note.id: note for note in again.notes} == saved
        named = sum(bool(_OWN_ID.fullmatch(one.id)) for one in arrivals)
        assert again.import_notes(arrivals).new <= len(arrivals) - named
        book.close()
        again.close()


def configuration(data: bytes) -> None:
    """Wrong entries are complaints, each one line; there is no exception."""
    with file_of(data, "config.toml") as path:
        read = read_configuration(path)
        for problem in read.problems:
            assert "\n" not in str(problem), problem
            assert len(str(problem)) < 2000
        complaints_in_short(path, [str(problem) for problem in read.problems])
        assert read.settings.keymap.problems == ()


def memory(data: bytes) -> None:
    """What is remembered is read as far as it makes sense, and can be written again."""
    with file_of(data, "state.json") as path:
        kept = Memory(path)
        remembered = kept.read()
        assert kept.change(lambda known: known)
        assert kept.read() == remembered


def word_lists(data: bytes) -> None:
    """A list is read, or it is said in one line why not."""
    with file_of(data, "list.tsv") as path:
        try:
            read_lists((str(path),), None, (LEFT, RIGHT))
        except UserError as error:
            check_refusal(error)


def passim_output(data: bytes) -> None:
    """Lines that are none of passim's are left out, each with why."""
    with file_of(data, "part-00000") as path:
        left_out = []
        try:
            for cluster in read_clusters([str(path)], left_out, most=5):
                assert cluster.passages
        except UserError as error:
            check_refusal(error)
        assert all(one.why for one in left_out)


def kept_alignment(data: bytes) -> None:
    """An alignment in the cache is one, or is refused."""
    try:
        found = alignment_from_bytes(data)
    except ValueError:
        return
    assert alignment_from_bytes(alignment_to_bytes(found)) == found
