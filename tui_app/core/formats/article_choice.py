"""Which elements of a web page are its article, and why the others are not.

What readability chose is taken but for furniture, told by its name. Readability drops
much that belongs: of what stands between its first and its last words, whatever an
article is made of is taken again unless it is mostly links or furniture. A page with
nothing around its text is taken whole.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from tui_app.core.formats.page_furniture import (
    furniture,
    is_furniture_element,
    is_notice,
)
from tui_app.core.formats.page_survey import PageSurvey
from tui_app.core.formats.page_title import title_key
from tui_app.core.formats.readable_part import readable_part
from tui_app.core.formats.xhtml_elements import BLOCKS, HEADINGS, LISTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

_MOST_NAMED = 0.3  # of the article, in one element that is called furniture
_MOST_LINKED = 0.3  # of what is taken though readability did not choose it
_ONLY_LINK = 0.95  # of a paragraph that leads to another page and says no more
_FEW_LINKS = 0.02  # of a page that is taken whole whatever its elements are called

_OF_AN_ARTICLE = {
    *("p", "div", "blockquote", "pre", "table", "figure", "figcaption"),
    *LISTS,
    *HEADINGS,
}
_BULLET = "mso-list:ignore"  # so Word styles the bullet or number of an item
_AROUND = {"body", "div", "section", "article", "main", "header", "center", "span"}


class Amount(NamedTuple):
    """A number of paragraphs, and the letters in them."""

    number: int = 0
    letters: int = 0

    def with_one_of(self, letters: int) -> Amount:
        """Return the amount and one more paragraph."""
        return Amount(self.number + 1, self.letters + letters)


class ArticleChoice:
    """What is taken of a page, decided element by element while it is walked.

    ``paragraphs`` are all those of the page, ``taken`` those taken so far, ``unlinked``
    the letters taken so far that are in no link. ``is_plain`` tells that the page has
    nothing around its text. Where ``whole``, nothing is chosen: only furniture is left
    out.
    """

    def __init__(self, root: HtmlElement, title: str, *, whole: bool = False) -> None:
        self._survey = survey = PageSurvey(root)
        self._names = [furniture(element) for element in survey.elements]
        self._named: list[int] = [0, *accumulate(map(bool, self._names))]
        self.is_plain = self._looks_plain()
        everything = range(len(survey.elements))
        few_links = survey.linked[0] <= _FEW_LINKS * survey.letters[0]
        self._is_whole = whole or self.is_plain or few_links
        kept = {*everything} if self._is_whole else readable_part(survey)
        own = [n if at in kept else 0 for at, n in enumerate(survey.own)]
        self._chosen = survey.sums(own)
        with_words = [at for at, letters in enumerate(own) if letters] or [0]
        self._first, self._last = with_words[0], with_words[-1]
        heading = self._heading(title)
        self._kept = kept.union(heading)
        self._holding = self._above([*kept, *heading])
        self._taken_to = 0
        self.paragraphs = Amount()
        self.taken = Amount()
        self.unlinked = 0
        for at in filter(survey.is_paragraph, everything):
            self.paragraphs = self.paragraphs.with_one_of(survey.letters[at])

    @property
    def is_mostly_links(self) -> bool:
        """Tell whether the page shows more words in links than others."""
        return 2 * self._survey.linked[0] > self._survey.letters[0]

    def why_left_out(self, element: HtmlElement) -> str | None:
        """Return why the element is left out with all that is in it, else ``None``.

        To be asked in the order of the page, of no element in one that is left out.
        """
        at = self._survey.number(element)
        if at < 0:
            return None
        if _BULLET in element.get("style", "").lower():
            return ""
        why = self._why_furniture(at)
        if why is None and not self._is_taken(at):
            why = self._why_outside(at)
        if why is None and self._survey.is_leaf(at):
            self._count(at)
        return why

    def _count(self, at: int) -> None:
        letters = self._survey.letters[at]
        self.unlinked += letters - self._survey.linked[at]
        if self._survey.is_paragraph(at):
            self.taken = self.taken.with_one_of(letters)

    def _looks_plain(self) -> bool:
        """Tell whether nothing around the text links elsewhere."""
        survey = self._survey
        return survey.linked[0] <= _MOST_LINKED * survey.letters[0] and not any(
            name and survey.linked[at] for at, name in enumerate(self._names)
        )

    def _heading(self, title: str) -> range:
        """Return the numbers of the heading that is the title, before the article."""
        key = title_key(title)
        for at in range(self._first if key else 0):
            element = self._survey.elements[at]
            if (
                self._survey.names[at] in HEADINGS
                and title_key(element.text_content()) == key
            ):
                return self._survey.inside(at)
        return range(0)

    def _above(self, numbers: Iterable[int]) -> set[int]:
        """Return the numbers of all elements in which others stand."""
        above: set[int] = set()
        for at in numbers:
            parent = self._survey.parents[at]
            while parent >= 0 and parent not in above:
                above.add(parent)
                parent = self._survey.parents[parent]
        return above

    def _why_furniture(self, at: int) -> str | None:
        """Return what the element is if that is no part of any article."""
        survey, element = self._survey, self._survey.elements[at]
        if self._names[at] and self._chosen[at] < _MOST_NAMED * self._chosen[0]:
            certain = not self._is_whole or bool(is_furniture_element(element))
            if certain or self._is_linked(at, _MOST_LINKED):
                return self._names[at]
        if survey.names[at] not in {"p", "div"}:
            return None
        if is_notice(element):
            return "advertisement"
        if not self.is_plain and self._is_linked(at, _ONLY_LINK):
            return "link by itself" if survey.is_leaf(at) else "links"
        return None

    def _is_linked(self, at: int, share: float) -> bool:
        """Tell whether more than the share of the element leads to other pages."""
        return self._survey.linked[at] > share * self._survey.letters[at]

    def _is_taken(self, at: int) -> bool:
        survey = self._survey
        if at in self._kept or at in self._holding or at < self._taken_to:
            return True
        if survey.names[at] not in BLOCKS and survey.parents[at] in self._kept:
            return True
        if self._first < at < self._last and self._belongs(at):
            self._taken_to = survey.ends[at]
            return True
        return False

    def _belongs(self, at: int) -> bool:
        """Tell whether what stands between parts of the article is part of it."""
        survey = self._survey
        return (
            survey.names[at] in _OF_AN_ARTICLE
            and not self._is_linked(at, _MOST_LINKED)
            and not self._has_furniture(at)
        )

    def _has_furniture(self, at: int) -> bool:
        return self._named[self._survey.ends[at]] > self._named[at]

    def _why_outside(self, at: int) -> str | None:
        """Return why the element is left out, ``None`` to look at what is in it."""
        if self._survey.names[at] in _AROUND and self._has_furniture(at):
            return None
        if at < self._first:
            return "before the article"
        return "after the article" if at > self._last else "beside the article"
