"""What the two texts teach about their words, learnt beside the reading when needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import is_not

from tui_app.core.comparison import Comparison
from tui_app.core.model import Document, Progress, Report
from tui_app.core.word_links import LinksOf
from tui_app.review.review import Review
from tui_app.ui.reader.background import Background, Pupil

Learn = Callable[[Comparison, Report], LinksOf]
"""Learns from an aligned pair which words answer each other; may be stopped."""

Wanted = Callable[[LinksOf], None]


class LearntWords:
    """Has the words of the texts learnt once; they hold for other rows of them, too.

    ``told`` is told how far it is, an empty string once it is done, ``failed`` what
    went wrong.
    """

    def __init__(
        self,
        review: Review,
        background: Background,
        learn: Learn,
        told: Callable[[str], None],
        failed: Callable[[str], None],
    ) -> None:
        self._review = review
        self._background = background
        self._learn = learn
        self._told = told
        self._failed = failed
        self._texts: tuple[Document, Document] | None = None
        self._known: LinksOf | None = None
        self._wanted: list[Wanted] = []

    def of_shown(self, wanted: Wanted) -> bool:
        """Hand over what is known of the texts shown, at once or later; tell which."""
        texts = self._review.comparison.left, self._review.comparison.right
        if self._texts is None or any(map(is_not, self._texts, texts)):
            self._begin(texts)
        if self._known is not None:
            wanted(self._known)
            return True
        self._wanted.append(wanted)
        return False

    def _begin(self, texts: tuple[Document, Document]) -> None:
        self._texts, self._known, self._wanted = texts, None, []
        comparison, learn = self._review.comparison, self._learn
        self._told("learning the words")
        pupil = Pupil(self._progress, self._take, self._fail)
        self._background.learn(partial(learn, comparison), pupil)

    def _progress(self, progress: Progress) -> None:
        self._told(f"learning the words{progress.share}")

    def _take(self, links_of: LinksOf) -> None:
        self._known = links_of
        self._told("")
        wanted, self._wanted = self._wanted, []
        for one in wanted:
            one(links_of)

    def _fail(self, trouble: str) -> None:
        self._texts, self._wanted = None, []
        self._told("")
        self._failed(f"The words could not be learnt. {trouble}")
