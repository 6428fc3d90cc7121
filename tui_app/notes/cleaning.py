"""What the user typed, within the limits of the format."""

from __future__ import annotations

from collections.abc import Iterable

from tui_app.errors import UserError
from tui_app.notes.records import LONGEST_BODY, LONGEST_TAG, MOST_TAGS


def clean_body(body: str) -> str:
    """Return the text of a note. Raises ``UserError`` where it is too long."""
    if len(body) > LONGEST_BODY:
        raise UserError("note", "longer than a million characters", "shorten it")
    return body


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return tags without outer space, ``#`` and repetition.

    Raises ``UserError`` where one is too long or they are too many.
    """
    cleaned = (" ".join(tag.split()).removeprefix("#") for tag in tags)
    unique = tuple(dict.fromkeys(tag for tag in cleaned if tag))
    if any(len(tag) > LONGEST_TAG for tag in unique):
        raise UserError("tag", f"longer than {LONGEST_TAG} characters", "shorten it")
    if len(unique) > MOST_TAGS:
        raise UserError("tags", f"more than {MOST_TAGS} on a note", "use fewer")
    return unique
