"""The lines about the pair in words: what is read, and what there is to say of it.

They change when a key was pressed, and once when something long has ended.
"""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len
from textual.content import Content
from textual.css.scalar import Scalar
from textual.reactive import reactive
from textual.widget import Widget

from tui_app.core.model import SIDES
from tui_app.core.text.display import displayable_line
from tui_app.review.counts import Counts
from tui_app.review.plain_status import (
    PlaceOfWords,
    ToldChange,
    change_in_words,
    pair_in_words,
    place_in_words,
    place_of_words,
    selection_in_words,
)
from tui_app.review.review import Review
from tui_app.ui.reader.title_bar import Title, titles_of
from tui_app.ui.widgets.cells import Beside, cut, shared_room

_MOST_LINES = 5


class PlainTitles(Widget):
    """What both texts are called, below it how they are read and what there is to tell.

    They are above what one reads: they change seldom, and are not said at each step.
    """

    DEFAULT_CSS = "PlainTitles { height: 2; width: 100%; }"

    told: reactive[str] = reactive("")

    def __init__(self, review: Review, counts: Counts, ring: str = "") -> None:
        super().__init__()
        self._review = review
        self._counts = counts
        self._ring = ring
        comparison, self._signs = review.comparison, review.signs
        self._titles = titles_of(comparison.left, comparison.right)

    def follow(self) -> None:
        """Tell of the pair what is known by now."""
        parts = pair_in_words(self._review, self._counts, self._ring)
        width = self.size.width or self.app.size.width
        while parts:
            line = ", ".join(part.text for part in parts)
            if cell_len(line) <= width:
                break
            parts.remove(max(parts))
        self.told = ", ".join(part.text for part in parts)

    def on_resize(self) -> None:
        """Tell as much as there is room for by now."""
        self.follow()

    def render(self) -> Content:
        """Return both lines."""
        room = max(0, self.size.width - len("Left: . Right: ."))
        needed = Beside(*(title.cells(self._signs.cut) for title in self._titles))
        rooms = shared_room(Beside(room // 2, room - room // 2), needed)
        left, right = map(self._in_words, self._titles, rooms)
        return Content(f"Left: {left}. Right: {right}.\n{self.told}")

    def _in_words(self, title: Title, room: int) -> str:
        name, file = title.fitting(room, self._signs.cut)
        return ", ".join(filter(None, (name.strip(), file.strip())))


class PlainStatus(Widget):
    """What is said, else the change one is at, else a search, else where one is.

    Words said stand until one goes on; none go by themselves.
    """

    DEFAULT_CSS = "PlainStatus { height: 1; width: 100%; }"

    line: reactive[str] = reactive("")

    def __init__(
        self,
        review: Review,
        counts: Counts,
        is_typing: Callable[[], bool],
        titles: PlainTitles,
    ) -> None:
        super().__init__()
        self._review = review
        self._counts = counts
        self._is_typing = is_typing
        self._titles = titles
        self._work = ""
        self._said = ""
        self._said_at: PlaceOfWords | None = None

    def follow(self) -> None:
        """Say where the reader is by now; what is counted is told above."""
        self._titles.follow()
        if self._said and place_of_words(self._review) != self._said_at:
            self._said = ""
        self.line = self._said or self._place()

    def _lead(self, room: int) -> str:
        """Return what one looks at, of several things what one did last.

        It is of so many cells at most; of a change both sides are cut alike.
        """
        sign = self._review.signs.cut
        hits = self._review.attention.hits
        if selected := selection_in_words(self._review):
            return cut(selected, room, sign)
        if hits and not self._is_typing():
            words = displayable_line(hits.query.words)
            return cut(f"{words}: {hits.place_in_words}", room, sign)
        change = change_in_words(self._review)
        return _fitting(change, room, sign) if change else ""

    def _place(self) -> str:
        """Return what one looks at, and where that is."""
        place = place_in_words(self._review, self._counts)
        width = self.size.width or self.app.size.width
        lead = self._lead(width - cell_len(place) - len(", "))
        return ", ".join(filter(None, (lead, place)))

    def progress(self, message: str) -> None:
        """Say what is being worked on when it begins, and that it has ended."""
        if message and not self._work:
            self._work = message.partition(";")[0]
            self.say(message)
        elif not message and self._work:
            ended, self._work = self._work, ""
            self.say(f"{ended}: ended")

    def is_place_for(self, message: str, *, trouble: bool, whole: bool) -> bool:
        """Tell that all that is to be said is said here."""
        del message, trouble, whole
        return True

    def say(self, words: str) -> None:
        """Say this until the reader goes on."""
        self._said = displayable_line(words)
        self._said_at = place_of_words(self._review)
        self.follow()

    def on_resize(self) -> None:
        """Say as much as there is room for by now."""
        self.follow()
        self.watch_line(self.line)

    def watch_line(self, line: str) -> None:
        """Take as many lines of the screen as the words need."""
        lines = len(Content(line).wrap(self.size.width or self.app.size.width))
        height = max(1, min(lines, _MOST_LINES))
        if self.styles.height != Scalar.from_number(height):
            self.styles.height = height

    def render(self) -> Content:
        """Return the line."""
        return Content(self.line)


def _fitting(change: ToldChange, room: int, sign: str) -> str:
    """Return the change in so many cells; the longer side is cut, or both."""
    name, *words = change
    sides = [
        (f"{side} ", told) for side, told in zip(SIDES, words, strict=True) if told
    ]
    if not sides:
        return f"{name}: the whole row"
    alone = ", only there" if len(sides) == 1 else ""
    frame = f"{name}: {', '.join(side for side, _ in sides)}{alone}"
    left = max(0, room - cell_len(frame))
    fitting = list[str]()
    for number, (side, told) in enumerate(sides):
        others = sum(cell_len(other) for _, other in sides[number + 1 :])
        share = left // (len(sides) - number)
        fitting.append(side + cut(told, max(share, left - others), sign))
        left -= cell_len(fitting[-1]) - len(side)
    return f"{name}: {', '.join(fitting)}{alone}"
