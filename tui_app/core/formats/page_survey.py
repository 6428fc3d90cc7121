"""How many letters stand in each element of a web page, and how many of them in links.

Elements are known by their number in the order of the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_app.core.formats.page_tree import is_unseen
from tui_app.core.formats.xhtml_elements import BLOCKS, name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

_FEWEST_LETTERS = 60  # of a paragraph; menus and buttons have fewer
_MOST_LINKED = 0.5  # of a paragraph


class PageSurvey:
    """The elements of a page in order, and what each holds.

    ``names`` are those of the elements; ``parents`` are numbers, that of the root -1;
    ``ends`` are exclusive and close the numbers of all that is in an element. ``own``
    counts letters outside inner elements, ``letters`` all of them, ``linked`` those in
    links that lead away from the page; what no reader sees counts as nothing. ``depth``
    is that of the deepest element.
    """

    def __init__(self, root: HtmlElement) -> None:
        self.elements: list[HtmlElement] = list(root.iter())
        self._numbers = {element: at for at, element in enumerate(self.elements)}
        self.names = [*map(name_of, self.elements)]
        size = len(self.elements)
        self.parents = [-1] * size
        self.ends: list[int] = [*range(1, size + 1)]
        self.own = [0] * size
        self.unseen = [False] * size
        self._has_blocks = [False] * size
        self.depth = 0
        self._look()
        self.letters = self.sums(self.own)
        self.linked = self.sums(self._in_links())

    def number(self, element: HtmlElement) -> int:
        """Return the number of the element, -1 for one that is not of the page."""
        return self._numbers.get(element, -1)

    def sums(self, own: Sequence[int]) -> list[int]:
        """Return what all that is in each element has together."""
        sums = [*own]
        for at in range(len(sums) - 1, 0, -1):
            sums[self.parents[at]] += sums[at]
        return sums

    def inside(self, at: int) -> range:
        """Return the numbers of the element and of all that is in it."""
        return range(at, self.ends[at])

    def is_leaf(self, at: int) -> bool:
        """Tell whether the element is a block without blocks in it."""
        return not self._has_blocks[at] and self.names[at] in BLOCKS

    def is_paragraph(self, at: int) -> bool:
        """Tell whether the element is a stretch of text as an article has, no menu."""
        if not self.is_leaf(at):
            return False
        letters = self.letters[at]
        return letters >= _FEWEST_LETTERS and self.linked[at] <= _MOST_LINKED * letters

    def _look(self) -> None:
        depths = [0] * len(self.elements)
        for at, element in enumerate(self.elements):
            hidden = is_unseen(element)
            above = element.getparent()
            if above is not None:
                self.parents[at] = parent = self._numbers[above]
                depths[at] = depths[parent] + 1
                if not self.unseen[parent]:
                    self.own[parent] += _letters(element.tail)
                hidden = hidden or self.unseen[parent]
            self.unseen[at] = hidden
            if not hidden:
                self.own[at] += _letters(element.text)
        self.depth = max(depths)
        for at in range(len(self.elements) - 1, 0, -1):
            parent = self.parents[at]
            self.ends[parent] = max(self.ends[parent], self.ends[at])
            if self.names[at] in BLOCKS or self._has_blocks[at]:
                self._has_blocks[parent] = True

    def _in_links(self) -> list[int]:
        linked = [0] * len(self.elements)
        end_of_link = 0
        for at, element in enumerate(self.elements):
            if self.names[at] == "a" and _leads_away(element.get("href", "")):
                end_of_link = max(end_of_link, self.ends[at])
            if at < end_of_link:
                linked[at] = self.own[at]
        return linked


def _letters(text: str | None) -> int:
    return len(text.strip()) if text else 0


def _leads_away(address: str) -> bool:
    return bool(address) and not address.startswith("#")
