"""What each user has done that stands, and what they undid, in order.

Kept in step as acts are read or written: to go through thousands of them for one step
back would make the step wait.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from tui_app.notes.journal.records import Record

Acts = dict[str, None]
"""Acts in order, the last one last; a dictionary, so that any is quickly found."""


class UserActs(NamedTuple):
    """The acts of a user that stand, and those that were undone and can be redone."""

    done: Acts
    undone: Acts


class StandingActs:
    """The acts of all users. Not safe for threads."""

    def __init__(self) -> None:
        self._of_user: defaultdict[str, UserActs] = defaultdict(
            lambda: UserActs({}, {})
        )

    def of(self, user: str) -> UserActs:
        """Return the acts of one user."""
        return self._of_user[user]

    def take(self, first: Record) -> None:
        """Take in the next act, of which this is the first record."""
        acts = self._of_user[first.by]
        if first.undo:
            _move(first.undo, acts.done, acts.undone)
        elif first.redo:
            _move(first.redo, acts.undone, acts.done)
        else:
            acts.done[first.act] = None
            acts.undone.clear()


def _move(act: str, source: Acts, target: Acts) -> None:
    if act in source:
        del source[act]
        target[act] = None
