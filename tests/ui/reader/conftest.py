"""An alignment whose jobs are done when a test says so."""

import pytest

from tui_app.core.model import Constraints
from tui_app.review.text_map import TextMap
from tui_app.ui.reader.background import Aligned
from tui_app.ui.reader.new_rows_part import NewRowsPart, Watchers


class Jobs:
    """Stands for the background; keeps the jobs and who listens to them."""

    def __init__(self):
        self.begun = []

    def align(self, job, listener):
        self.begun.append((job, listener))

    def run(self):
        """Do the latest job on the spot."""
        job, listener = self.begun[-1]
        made = list(job(listener.told))
        for one in made:
            text_map = TextMap(one, provisional=False)
            listener.took(Aligned(one, text_map, complete=one is made[-1]))


class Aligning:
    """An alignment beside a reader, and all that its watchers are told."""

    def __init__(self, reader, unit="sentence", settled=lambda *_: Constraints()):
        self.told = []
        self.jobs = Jobs()
        self.reader = reader
        self.review = reader.review
        watchers = Watchers(
            reader.host.say,
            lambda message: self.told.append(("progress", message)),
            lambda text_map: self.told.append(("coming", text_map.comparison)),
            lambda: self.told.append(("complete",)),
        )
        self.alignment = NewRowsPart(
            reader.review,
            reader.window,
            self.jobs,
            unit,
            settled,
            watchers,
        )

    @property
    def unit(self):
        return self.review.comparison.left.granularity

    @property
    def rows(self):
        return [(row.left, row.right) for row in self.review.comparison.rows]


@pytest.fixture
def align_beside():
    """Return a function that makes an alignment beside a reader taken apart."""
    return Aligning
