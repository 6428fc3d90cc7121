"""Progress of an alignment, told step by step; whoever is told may cancel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from tui_app.core.model import Progress, Report

_Item = TypeVar("_Item")

# Items between two moments to cancel.
_OFTEN = 500


class Ticker:
    """Counts the steps of one alignment and reports each.

    What ``report`` raises passes through, so that a reader can cancel between
    any two steps.
    """

    def __init__(self, report: Report | None, total: int) -> None:
        self._report = report
        self._done = 0
        self._total = total

    def tick(self, steps: int = 1) -> None:
        """Tell that ``steps`` more are done."""
        self._done = min(self._done + steps, self._total)
        if self._report:
            self._report(Progress(self._done, self._total))

    def each(self, items: Iterable[_Item]) -> Iterator[_Item]:
        """Yield ``items``, ticking now and then between them."""
        for number, item in enumerate(items, 1):
            yield item
            if number % _OFTEN == 0:
                self.tick(0)
