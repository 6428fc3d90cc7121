"""What the tests of the article engine share."""

from __future__ import annotations

import pytest

from tui_app.core.align import align
from tui_app.core.model import Constraints, Document

NONE = Constraints()


@pytest.fixture(name="links")
def _links(document):
    """Return the links between two lists of lines or two documents."""

    def links_of(left, right, constraints=NONE):
        left, right = (
            side if isinstance(side, Document) else document(side)
            for side in (left, right)
        )
        found = align(left, right, constraints)
        return [(link.left, link.right) for link in found.links]

    return links_of
