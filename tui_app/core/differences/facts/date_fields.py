"""A field of a date read from a passage, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui_app.core.differences.facts.when import Field


class Found(NamedTuple):
    """A field read at atoms ``start`` to ``end``."""

    field: Field
    value: object
    start: int
    end: int


def word_at(words: Sequence[str], at: int) -> str:
    """Return the word at ``at``, empty beyond the passage."""
    return words[at] if 0 <= at < len(words) else ""


YEAR = re.compile(r"(?:1[0-9]|20)\d\d$")


DECADE = re.compile(r"((?:1[0-9]|20)?\d0)s$")
