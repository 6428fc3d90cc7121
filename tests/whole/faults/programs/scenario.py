"""A reader's session, with what must be on disk after each step of it.

Notes are told apart by their tag. ``Expected`` holds for each the bodies that may
be found: one after a step that was acknowledged, the old one too while a step is
under way or after it failed. ``None`` stands for no note.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import common

from tui_app.errors import UserError
from tui_app.notes.journal import archive
from tui_app.notes.note import Draft, Note, NoteKind
from tui_app.notes.notebook import Notebook

Bodies = set[str | None]


@dataclass
class Expected:
    """What may be found, and how many steps failed with an error for the user."""

    bodies: dict[str, Bodies] = field(default_factory=dict)
    errors: int = 0
    changed: Callable[[Expected], None] = lambda _: None

    def step(self, tag: str, body: str | None, work: Callable[[], object]) -> object:
        """Do a step that makes ``body`` of the note; return what it returns."""
        self._may_be(tag, self.bodies.get(tag, {None}) | {body})
        try:
            result = work()
        except UserError as error:
            if "\n" in str(error):
                raise
            self.errors += 1
            return None
        self._may_be(tag, {body})
        return result

    def _may_be(self, tag: str, bodies: Bodies) -> None:
        self.bodies[tag] = bodies
        self.changed(self)


def session(expected: Expected) -> None:
    """Open, add, edit, delete, undo, review, draft, compact, open and add."""
    try:
        book = common.notebook()
    except UserError:
        expected.errors += 1
        return
    first = expected.step("a", "a1", lambda: book.add("a1", common.ANCHORS, tags="a"))
    other = expected.step("b", "b1", lambda: book.add("b1", common.ANCHORS, tags="b"))
    if isinstance(first, Note):
        expected.step("a", "a2", lambda: book.edit(first, body="a2"))
    if isinstance(other, Note):
        expected.step("b", None, lambda: book.delete(other))
        if expected.bodies["b"] == {None}:
            expected.step("b", "b1", book.undo)
    expected.step("-", None, lambda: book.marks.review(common.PAIR, [0, 1]))
    draft = Draft("D", None, NoteKind.NOTE, "typed", (), common.ANCHORS)
    expected.step("-", None, lambda: book.drafts.save(draft))
    _close_compacted(book)
    expected.step("c", "c1", _add_in_a_new_session)


def _close_compacted(book: Notebook) -> None:
    pays = archive.pays
    archive.pays = lambda *_: True
    try:
        book.close()
    finally:
        archive.pays = pays


def _add_in_a_new_session() -> Note:
    return common.notebook().add("c1", common.ANCHORS, tags="c")


def violations(expected: Expected) -> list[str]:
    """Return what is not as it must be, now that nothing is in the way any more."""
    book = common.notebook()
    found: list[str] = []
    for tag, bodies in expected.bodies.items():
        here = {note.body for note in book.notes if tag in note.tags} or {None}
        attempted = bodies | {f"{tag}1", f"{tag}2"}
        if not here & bodies or not here <= attempted:
            found.append(f"{tag}: {here} instead of {bodies}")
    if any("damaged" in remark for remark in book.remarks):
        found.append("damaged lines")
    book.add("afterwards", common.ANCHORS)
    if "afterwards" not in common.bodies():
        found.append("saving does not work again")
    return found
