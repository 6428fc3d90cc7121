"""Reports to write out: a pair in which most things happen, and notes of all kinds."""

import json
from dataclasses import replace

import pytest

from tui_app.core.comparison import compare_texts
from tui_app.core.exports.report import Remark, Report
from tui_app.core.model import Span

LEFT = (
    "The mill stood by the river for five years.\n\n"
    "The owner of the old mill never came back to the valley.\n\n"
    "Nobody worked there on Monday.\n\n"
    "The bridge was closed in spring.\n\n"
    "Tickets cost two pence, children went free."
)
RIGHT = (
    "The mill stood by the river for seven years.\n\n"
    "Nobody worked there on Tuesday.\n\n"
    "The bridge was closed in spring.\n\n"
    "The owner of the old mill never came back to the valley.\n\n"
    "A lamp burned in the window all night long."
)


@pytest.fixture
def comparison():
    return compare_texts(LEFT, RIGHT)


def make_remark(body, rows=(0,), **more):
    """Return a note on "five" of the first row."""
    whole = {
        "left": (Span(32, 36),),
        "left_quotes": ("five",),
        "id": "01JD8Z6Q0000000000000000AA",
        "tags": ("numbers",),
        "by": "Ana",
        "created": "2026-11-21T17:05:09.412Z",
        "annotation": json.dumps({"type": "Annotation", "body": {"value": body}}),
    }
    return Remark(body=body, rows=rows, **{"id": "", **whole, **more})


@pytest.fixture
def remark():
    return make_remark


@pytest.fixture
def report(comparison):
    """Return a function that makes a report of the pair with notes and marks."""

    def make(*remarks, **more):
        return replace(Report(comparison, remarks), **more)

    return make
