"""Texts that the tests of the book engine share."""

from __future__ import annotations

from functools import partial

import pytest


@pytest.fixture(name="story")
def _story(story):
    """Make the lines of a book: more words, longer lines, no full stops."""
    return partial(story, vocabulary=3000, lengths=(6, 20), stop="")
