"""Two readers, crashes, restarts, compaction: there is what a dict would hold."""

from __future__ import annotations

import os
import tempfile
from unittest import mock

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
)

from tui_app.core.comparison import compare_texts
from tui_app.notes.anchoring.new_anchors import row_anchors
from tui_app.notes.journal import archive
from tui_app.notes.notebook import Notebook

PAIR = compare_texts("One thing. Another thing.", "One thing. A third thing.")
TURNED = compare_texts("One thing. A third thing.", "One thing. Another thing.")
readers = st.integers(0, 1)


class TwoReaders(RuleBasedStateMachine):
    """``notes`` is the dict; ``done`` and ``undone`` are (id, before, after)."""

    def __init__(self):
        super().__init__()
        self.home = tempfile.TemporaryDirectory()
        places = {"XDG_DATA_HOME": self.home.name, "XDG_STATE_HOME": self.home.name}
        self.environment = mock.patch.dict(os.environ, places)
        self.environment.start()
        self.pairs = (PAIR, TURNED)
        self.books = [self.opened(0), self.opened(1)]
        self.notes = {}
        self.done = []
        self.undone = []
        self.number = 0

    def teardown(self):
        for book in self.books:
            book.close()
        self.environment.stop()
        self.home.cleanup()

    def opened(self, reader):
        return Notebook.open(self.pairs[reader].left, self.pairs[reader].right)

    def found(self, reader, note_id):
        self.books[reader].poll()
        return next(note for note in self.books[reader].notes if note.id == note_id)

    def act(self, note_id, after):
        self.done.append((note_id, self.notes.get(note_id), after))
        self.undone.clear()
        self.become(note_id, after)

    def become(self, note_id, body):
        if body is None:
            self.notes.pop(note_id, None)
        else:
            self.notes[note_id] = body

    @rule(reader=readers)
    def add(self, reader):
        self.number += 1
        anchors = row_anchors(self.pairs[reader], 0)
        note = self.books[reader].add(f"note {self.number}", anchors)
        self.act(note.id, note.body)

    @precondition(lambda self: self.notes)
    @rule(reader=readers, data=st.data())
    def edit(self, reader, data):
        note_id = data.draw(st.sampled_from(sorted(self.notes)))
        self.number += 1
        body = f"edited {self.number}"
        self.books[reader].edit(self.found(reader, note_id), body=body)
        self.act(note_id, body)

    @precondition(lambda self: self.notes)
    @rule(reader=readers, data=st.data())
    def delete(self, reader, data):
        note_id = data.draw(st.sampled_from(sorted(self.notes)))
        self.books[reader].delete(self.found(reader, note_id))
        self.act(note_id, None)

    @rule(reader=readers)
    def undo(self, reader):
        said = self.books[reader].undo()
        assert (said is None) == (not self.done)
        if self.done:
            note_id, before, _ = self.done[-1]
            self.undone.append(self.done.pop())
            self.become(note_id, before)

    @rule(reader=readers)
    def redo(self, reader):
        said = self.books[reader].redo()
        assert (said is None) == (not self.undone)
        if self.undone:
            note_id, _, after = self.undone[-1]
            self.done.append(self.undone.pop())
            self.become(note_id, after)

    @rule(reader=readers)
    def crash(self, reader):
        """Start again without a word; what half a line is left is not read."""
        where = self.books[reader].where
        if where.exists():
            with where.open("ab") as file:
                file.write(b'{"crc":"0')
        self.books[reader] = self.opened(reader)

    @rule(reader=readers)
    def tidy(self, reader):
        with mock.patch.object(archive, "pays", return_value=True):
            self.books[reader].close()
        self.books[reader] = self.opened(reader)

    @invariant()
    def both_see_what_the_dictionary_holds(self):
        for book in self.books:
            book.poll()
            assert {note.id: note.body for note in book.notes} == self.notes
            assert all(note.conflict_of is None for note in book.notes)


TwoReaders.TestCase.settings = settings(
    max_examples=int(os.environ.get("DIPTYCH_STATE_EXAMPLES", "12")),
    stateful_step_count=20,
    deadline=None,
)
test_two_readers_and_a_dictionary = TwoReaders.TestCase
