"""A reader on two small texts with its notebook, and patience for what is saved."""

import pytest

from tui_app.core.segmentation import segment
from tui_app.review.session import Session
from tui_app.settings.preferences import Settings
from tui_app.ui.app import DiptychApp

LEFT = """The harbour was closed for five years after the flood.

Engineers said the work must be done before winter comes. The mayor walked along.

A boat lay upside down on the quay.
"""
RIGHT = """The harbour was closed for seven years after the flood.

Engineers said the work should be done before winter. The mayor strolled along there.

Nobody asked why the lamps were lit.
"""


@pytest.fixture
def open_reader(tmp_path):
    """Return a function that makes an App with a reader on the two texts."""

    def make(left: str = LEFT, right: str = RIGHT, **settings) -> DiptychApp:
        documents = (
            segment(left, str(tmp_path / "a.txt"), "sentence"),
            segment(right, str(tmp_path / "b.txt"), "sentence"),
        )
        return DiptychApp(
            Session(
                *documents,
                notes_path=tmp_path / "n.jsonl",
                settings=Settings(**settings),
            )
        )

    return make
