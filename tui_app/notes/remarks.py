"""Sentences for the user about the state of the notes file."""

from __future__ import annotations

from collections.abc import Iterator

from tui_app.notes.binding import Binding
from tui_app.notes.store import Store


def remarks(binding: Binding, store: Store) -> Iterator[str]:
    """Yield what the user should know before relying on the notes."""
    health = binding.archive.health
    if health.newer:
        yield (
            "These notes were written by a newer version of diptych: "
            "they can be read, not changed."
        )
    if health.damaged:
        lines = "line" if health.damaged == 1 else "lines"
        yield (
            f"{health.damaged} damaged {lines} in {binding.archive.path} skipped; "
            "all other notes are here, and nothing was removed."
        )
    if health.unverified:
        lines = "line has" if health.unverified == 1 else "lines have"
        yield f"{health.unverified} {lines} no checksum and cannot be verified."
    obstacle = binding.obstacle()
    if obstacle:
        path, why = obstacle
        yield f"Notes cannot be saved in {path}: {why}.{_elsewhere(binding, store)}"
    if binding.foreign():
        yield "These notes seem to be about other documents."
    for found in binding.candidates():
        notes = "1 note" if found.notes == 1 else f"{found.notes} notes and marks"
        yield (
            f"No notes on this pair yet; a similar one has {notes}: "
            f"{found.left} and {found.right} ({found.reason})."
        )


def _elsewhere(binding: Binding, store: Store) -> str:
    if binding.archive.path.is_relative_to(store.data):
        return " Choose another place with --notes."
    return f" Without --notes they are kept in {store.pairs}."
