"""Undo takes back what this user did last, whoever wrote in between."""

from __future__ import annotations

import pytest

from tui_app.errors import UserError
from tui_app.notes.anchoring.new_anchors import (
    row_anchors,
)
from tui_app.notes.notebook import Notebook


def opened(comparison, **more):
    return Notebook.open(comparison.left, comparison.right, **more)


def bodies(notebook):
    return [note.body for note in notebook.notes]


def test_undo_and_redo_work_after_a_restart(comparison):
    note = opened(comparison).add("first", row_anchors(comparison, 0))
    opened(comparison).edit(note, body="second")
    assert opened(comparison).undo() == "note changed"
    assert bodies(opened(comparison)) == ["first"]
    assert opened(comparison).undo() == "note added"
    assert bodies(opened(comparison)) == []
    assert opened(comparison).undo() is None
    assert opened(comparison).redo() == "note added"
    assert opened(comparison).redo() == "note changed"
    assert opened(comparison).redo() is None
    assert bodies(opened(comparison)) == ["second"]


def test_a_new_change_ends_what_can_be_done_again(comparison):
    notebook = opened(comparison)
    notebook.add("first", row_anchors(comparison, 0))
    notebook.undo()
    notebook.add("other", row_anchors(comparison, 0))
    assert notebook.redo() is None


def test_undo_leaves_alone_what_somebody_else_wrote(comparison, monkeypatch):
    mine = opened(comparison)
    note = mine.add("mine", row_anchors(comparison, 0))
    monkeypatch.setattr("tui_app.notes.identity.opening.user_name", lambda: "somebody")
    theirs = opened(comparison)
    theirs.edit(note, body="theirs")
    with pytest.raises(UserError, match="changed by somebody else"):
        mine.undo()
    assert bodies(mine) == ["theirs"]


def test_what_somebody_else_overtook_does_not_bar_undo_of_what_was_before(
    comparison, monkeypatch
):
    mine = opened(comparison)
    mine.add("older", row_anchors(comparison, 0))
    note = mine.add("newer", row_anchors(comparison, 1))
    monkeypatch.setattr("tui_app.notes.identity.opening.user_name", lambda: "somebody")
    opened(comparison).edit(note, body="theirs")
    assert mine.undo()
    assert bodies(mine) == ["theirs"]
    with pytest.raises(UserError, match="changed by somebody else"):
        mine.undo()
    assert mine.redo()
    assert sorted(bodies(mine)) == ["older", "theirs"]
