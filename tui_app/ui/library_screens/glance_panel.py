"""The preview of a pair: who shares how much, which facts differ, the best passage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.containers import VerticalScroll
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from tui_app.core.model import SIDES, Side
from tui_app.core.text.display import displayable_line
from tui_app.core.text.plurals import counted
from tui_app.library.shelf import ShelfPair, ShelfText
from tui_app.library.typed_paths import told_apart
from tui_app.review.pair_glance import GlancedFact, GlancedSide, PairGlance
from tui_app.review.signs import signs
from tui_app.review.status import share
from tui_app.settings.drawn import Drawn
from tui_app.ui.library_screens.library_entries import day
from tui_app.ui.styles import mark_style
from tui_app.ui.widgets.cells import behind_label, cut, cut_middle, short_name

_LABEL = 10
"""Cells before the words, for what they are."""


_REST = 32
"""Cells for how many facts there are, and how many are not shown."""


class KnownPair(NamedTuple):
    """What is known of a pair before it is compared; ``shared`` only on a shelf."""

    left: ShelfText
    right: ShelfText
    shared: ShelfPair | None = None


class GlancePanel(VerticalScroll):
    """The panel; ``show`` tells it of which pair, and what was found by now."""

    DEFAULT_CSS = """
    GlancePanel {
        display: none; height: 2fr; width: 100%; padding: 0 1;
        background: $surface; border-top: solid $mark-fainter;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        &.-open { display: block; }
        &.-ascii {
            border-top: ascii $mark-fainter;
            scrollbar-size-vertical: 0; scrollbar-gutter: auto;
        }
        & > Static { height: auto; width: 100%; }
    }
    """

    can_focus = False

    def __init__(self, *, drawn_with: Drawn = Drawn.UNICODE) -> None:
        self._text = Static(Content(""))
        super().__init__(self._text)
        self._signs = signs(drawn_with)
        self._said: Sequence[str] = ()
        self._known: KnownPair | None = None
        self._glance: PairGlance | None = None
        self.set_class(bool(drawn_with), "-ascii")

    def show(self, known: KnownPair | None, glance: PairGlance | None) -> None:
        """Show what is known of the pair; a ``glance`` of ``None`` is still to come."""
        if known != self._known:
            self.scroll_to(y=0, animate=False)
        self._known, self._glance = known, glance
        self._paint()

    def say(self, lines: Sequence[str]) -> None:
        """Show these lines in the place of a pair."""
        self._said = lines
        self.show(None, None)

    def notify_style_update(self) -> None:
        """Paint again in the colours of another theme."""
        super().notify_style_update()
        self._paint()

    def on_resize(self) -> None:
        """Set the lines anew for the width there is by now."""
        self._paint()

    def _paint(self) -> None:
        width = self.scrollable_content_region.width
        if self.is_attached and width > 0:
            said = map(self._aside, map(displayable_line, self._said))
            lines = [behind_label(line, _LABEL, width) for line in self._lines()]
            self._text.update(Content("\n").join(lines or said))

    def _lines(self) -> Iterator[Content]:
        """Yield what is told, each line behind a label."""
        known, glance = self._known, self._glance
        if known is None:
            return
        names = told_apart(known.left.path, known.right.path)
        yield self._head(known.left, "left", names[0])
        yield self._head(known.right, "right", names[1])
        if known.shared is not None:
            yield self._shares(known.shared)
        if glance is None:
            yield self._label("") + self._aside("comparing both" + self._signs.cut)
            return
        if glance.all_facts is not None:
            yield self._facts(glance.facts, glance.all_facts)
        if glance.remark:
            yield self._label("") + self._aside(displayable_line(glance.remark))
        else:
            yield from self._passage(glance)

    def _head(self, text: ShelfText, side: Side, name: str) -> Content:
        """Return the title and where it is from, on one line."""
        told = [day(text), text.site, name]
        aside = displayable_line(self._signs.between.join(filter(None, told)))
        room = max(16, self.scrollable_content_region.width - _LABEL)
        title = displayable_line(text.title)
        spare = room - cell_len(title) - 2 if title else room
        if cell_len(aside) > spare:
            aside = short_name(aside, self._signs.cut)
        aside = cut_middle(aside, max(room // 2, spare), self._signs.cut)
        title = cut(title, room - cell_len(aside) - 2, self._signs.cut)
        return Content.assemble(
            self._label(side, side),
            self._words(title, f"{side}-only"),
            self._aside(f"  {aside}" if title else aside),
        )

    def _shares(self, pair: ShelfPair) -> Content:
        """Say how much of each is in the other, and who is likely the source."""
        said = (
            f"{share(pair.shared_left)} of the left is in the right, "
            f"{share(pair.shared_right)} of the right in the left"
        )
        why = displayable_line(pair.why_source)
        if pair.source is not None:
            why = f"likely from the {pair.source}{': ' if why else ''}{why}"
        words = self._signs.between.join(filter(None, [said, why]))
        return Content.assemble(self._label("shared"), self._words(words, "text"))

    def _facts(self, facts: tuple[GlancedFact, ...], number: int) -> Content:
        if not number:
            none = "no changed fact in what both say"
            return Content.assemble(self._label("facts"), self._words(none, "text"))
        shown = [*self._fitting(facts)]
        rest = number - len(shown)
        if rest > 0:
            shown.append(self._aside(f"and {rest} more"))
        said = counted(number, "changed fact", "changed facts")
        return Content.assemble(
            self._label("facts"),
            self._words(f"{said}: ", "text"),
            Content(self._signs.between).join(shown),
        )

    def _fitting(self, facts: Iterable[GlancedFact]) -> Iterator[Content]:
        """Yield the first facts, about as many as two lines have room for."""
        room = 2 * (self.scrollable_content_region.width - _LABEL) - _REST
        for number, fact in enumerate(facts):
            shown = self._fact(fact)
            room -= shown.cell_length + len(self._signs.between)
            if number and room < 0:
                return
            yield shown

    def _fact(self, fact: GlancedFact) -> Content:
        none = self._signs.no_words
        return Content.assemble(
            self._words(fact.left or none, "listed-left" if fact.left else "aside"),
            self._aside(self._signs.becomes),
            self._words(fact.right or none, "listed-right" if fact.right else "aside"),
        )

    def _passage(self, glance: PairGlance) -> Iterator[Content]:
        if glance.is_same:
            yield self._differing(glance.left, "", "in both")
            return
        for side in SIDES:
            of_side = glance.left if side == "left" else glance.right
            yield self._differing(of_side, f"word-{side}", f"in {side}")

    def _differing(self, shown: GlancedSide, mark: str, label: str) -> Content:
        # White space one for one: the spans count characters.
        text = displayable_line(re.sub(r"\s", " ", shown.words))
        parts: list[Content] = [self._label(label, label.removeprefix("in "))]
        at = 0
        for first, last in shown.differing:
            start = max(at, first)
            parts += [self._words(text[at:start], "text")]
            parts += [self._words(text[start:last], mark)]
            at = max(at, last)
        return Content.assemble(*parts, self._words(text[at:], "text"))

    def _label(self, words: str, side: str = "") -> Content:
        mark = f"{side}-only" if side in SIDES else "aside"
        return Content.assemble((f"{words:<{_LABEL}}", self._style(mark)))

    def _aside(self, words: str) -> Content:
        return Content.assemble((words, self._style("aside")))

    def _words(self, words: str, mark: str) -> Content:
        if not mark:
            return Content(displayable_line(words))
        return Content.assemble((displayable_line(words), self._style(mark)))

    def _style(self, mark: str) -> Style:
        return Style.from_rich_style(mark_style(self, mark))
