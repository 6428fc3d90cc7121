"""The concordance: a line for the word, a line to filter by, all its passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import Input, Static

from tui_app.core.concordance import MOST, Concordance, Occurrence, Sought
from tui_app.core.model import SIDES, Side
from tui_app.core.text.display import displayable_line
from tui_app.core.text.plurals import counted
from tui_app.review.citations import Citations
from tui_app.review.looks import StyledText
from tui_app.review.signs import LEFT_ONLY, RIGHT_ONLY, signs
from tui_app.settings.drawn import Drawn
from tui_app.settings.keymap import UNCHANGED, KeyName
from tui_app.settings.keys import BY_ID
from tui_app.ui.keyboard import bindings
from tui_app.ui.screens.context_lines import context_line, filled
from tui_app.ui.widgets.boxes import PickScreen, QueryInput
from tui_app.ui.widgets.cells import cut
from tui_app.ui.widgets.hints import Hint
from tui_app.ui.widgets.picklist import LaterLine, ListEntry

BESIDE = 96
"""Cells of a line from which both sides stand beside each other in it."""

_MOST_NAMED = 8
"""Forms or words of a side that are named with their numbers."""

_NEXT_SIDES: dict[tuple[Side, ...], tuple[Side, ...]] = {
    SIDES: ("left",),
    ("left",): ("right",),
    ("right",): SIDES,
}


class Begun(NamedTuple):
    """How a concordance is opened: what is looked up, and where the reader is.

    ``is_given`` tells that the words are those to look up, and not a proposal.
    """

    sought: Sought = Sought("")
    row: int = 0
    is_given: bool = False


class ConcordanceScreen(PickScreen[Occurrence]):
    """The list; dismissed with the :class:`Occurrence` to go to, or ``None``.

    ``find`` looks words up. Each occurrence takes one line, or two where the sides do
    not fit beside each other. Which words stand instead of those sought is told bit by
    bit, as each pair of passages is compared for it.
    """

    DEFAULT_CSS = """
    ConcordanceScreen {
        & > #box { max-height: 100%; }
        & > #box > * { max-width: 100%; }
        & #word { text-style: bold; }
        & .told { height: 1; color: $mark-faint; }
        & .told:nocolor { color: $foreground; }
        &.-flat .told { display: none; }
    }
    """
    HEADING = "Concordance"
    PLACEHOLDER = "type to filter the passages"
    HINTS = (
        Hint("Enter", "go there"),
        Hint("Esc", "close"),
        Hint("Tab", "word or filter"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("concordance")

    def __init__(
        self,
        find: Callable[[Sought], Concordance],
        citations: Citations,
        rows: int,
        begun: Begun,
        *,
        drawn_with: Drawn = Drawn.UNICODE,
        key: KeyName = UNCHANGED.first,
    ) -> None:
        super().__init__(drawn_with=drawn_with)
        self._key = key
        self._find = find
        self._citations = citations
        self._width = len(str(rows))
        self._begun = begun
        self._sign = signs(drawn_with)
        self.sought = begun.sought
        self._found: Concordance | None = None
        self._beside: bool | None = None

    def hints(self) -> Sequence[Hint]:
        """Return what can be done here, with the keys in force."""
        exact, sides = "concordance-exact", "concordance-sides"
        return (
            *self.HINTS,
            Hint(self._key(exact), "exactly or all forms", BY_ID[exact].method),
            Hint(self._key(sides), "side", BY_ID[sides].method),
        )

    def above_filter(self) -> Iterable[Widget]:
        """Return the line for the words, and what is told of them."""
        words = QueryInput(
            self._begun.sought.words, placeholder="a word or a phrase", id="word"
        )
        words.cursor_blink = False
        yield words
        yield Static(id="forms", classes="told")
        yield Static(id="instead", classes="told")

    def on_mount(self) -> None:
        """Look up what is given, once it is known how much room there is."""
        self.query_one("#filter" if self._begun.is_given else "#word").focus()
        self.when_painted(self._look_up)

    def on_resize(self, event: Resize) -> None:
        """Put the sides beside each other or beneath, as there is room by now."""
        del event
        self.when_painted(self._lay_again)

    def _lay_again(self) -> None:
        if self._found is not None and self._beside is not self._is_wide:
            self._list_again(self._found)

    def _list_again(self, found: Concordance) -> None:
        here = self.picks.current
        self._list(found)
        if here is not None:
            self.picks.place_on(here)

    # Looking up ----------------------------------------------------------------

    @on(Input.Changed, "#word")
    def _words_changed(self, event: Input.Changed) -> None:
        event.stop()

    @on(Input.Submitted, "#word")
    def _words_given(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip() == self.sought.words.strip():
            self.picks.action_pick()
        else:
            self.sought = self.sought._replace(words=event.value)
            self._look_up()

    def action_concordance_exact(self) -> None:
        """Take the words exactly as they are written, or in all their forms."""
        self.sought = self.sought._replace(exact=not self.sought.exact)
        self._look_up()

    def action_concordance_sides(self) -> None:
        """Look at both sides, at the left only, at the right only."""
        self.sought = self.sought._replace(sides=_NEXT_SIDES[self.sought.sides])
        self._look_up()

    def _look_up(self) -> None:
        self._found = found = self._find(self.sought)
        self._list(found)
        self._tell(found)
        near = [one for one in found.occurrences if one.row >= self._begun.row]
        if near and not self.query_one("#filter", Input).value:
            self.picks.place_on(near[0])
        self._compare(found)

    def _tell(self, found: Concordance) -> None:
        self.query_one("#title", Static).update(Content(self._title(found)))
        forms = (
            f"{side}: {self._named(found.forms[number])}"
            for number, side in enumerate(SIDES)
            if side in found.sought.sides
        )
        shown = self._sign.between.join(forms) if found.sought.words.strip() else ""
        self.query_one("#forms", Static).update(Content(shown))
        self.query_one("#instead", Static).update(Content(""))

    def _title(self, found: Concordance) -> str:
        words = found.sought.words.strip()
        if not words:
            return self.HEADING
        how = "in all forms" if found.inflected else "as it is written"
        if words.endswith("*"):
            how = "with any ending"
        passages = counted(len(found.occurrences), "place", "places")
        some = f" (the first {MOST} of a side)" if found.cut_short else ""
        shown = displayable_line(words)
        return f"{self.HEADING}: {shown}, {how}: {passages}{some}"

    def _named(self, numbers: Counter[str]) -> str:
        named = [
            f"{displayable_line(words) or self._sign.no_words} {number}"
            for words, number in numbers.most_common(_MOST_NAMED)
        ]
        more = [self._sign.cut] if len(numbers) > _MOST_NAMED else []
        return ", ".join([*named, *more]) or self._sign.no_words

    def _compare(self, found: Concordance) -> None:
        """Tell which words stand instead of those sought, where a side lacks them."""
        instead: dict[Side, Counter[str]] = {side: Counter() for side in SIDES}

        def compared() -> Iterator[None]:
            for occurrence in found.occurrences:
                answered = self._citations.instead(occurrence)
                if answered is not None:
                    instead[answered.side][answered.words] += 1
                yield

        self.work_through(compared(), partial(self._tell_instead, instead))

    def _tell_instead(self, instead: dict[Side, Counter[str]]) -> None:
        told = (
            f"{side}: {self._named(words)}" for side, words in instead.items() if words
        )
        line = self._sign.between.join(told)
        shown = f"instead, {line}" if line else ""
        self.query_one("#instead", Static).update(Content(shown))

    def cite(self, citations: Citations) -> None:
        """Mark from now on what these tell to stand for the words."""
        self._citations = citations
        if self._found is not None and self.is_open:
            self._list_again(self._found)
            self._compare(self._found)

    # The lines -----------------------------------------------------------------

    @property
    def _is_wide(self) -> bool:
        inside = self.picks.scrollable_content_region.width or self.app.size.width
        return inside >= BESIDE

    def _list(self, found: Concordance) -> None:
        self._beside = self._is_wide
        entries = self._lines if self._beside else self._pairs_of_lines
        self.picks.show(one for each in found.occurrences for one in entries(each))

    def _lines(self, occurrence: Occurrence) -> Iterator[ListEntry[Occurrence]]:
        drawn = partial(self._both, occurrence)
        yield ListEntry((), occurrence, later=self._later(occurrence, drawn))

    def _pairs_of_lines(
        self, occurrence: Occurrence
    ) -> Iterator[ListEntry[Occurrence]]:
        left, right = (partial(self._one, occurrence, side) for side in SIDES)
        yield ListEntry((), occurrence, later=self._later(occurrence, left))
        yield ListEntry((), None, later=self._later(occurrence, right))

    def _later(
        self, occurrence: Occurrence, drawn: Callable[[int], tuple[StyledText, ...]]
    ) -> LaterLine:
        return LaterLine(drawn, partial(self._citations.words, occurrence))

    def _both(self, occurrence: Occurrence, room: int) -> tuple[StyledText, ...]:
        number = f"{occurrence.row + 1:>{self._width}}  "
        rule = f"  {self._sign.rule} "  # the fence of columns wants two blanks
        left = (room - cell_len(number + rule)) // 2
        right = room - cell_len(number + rule) - left
        return (
            (number, "aside"),
            *self._side(occurrence, "left", left),
            (rule, "aside"),
            *self._side(occurrence, "right", right),
        )

    def _one(
        self, occurrence: Occurrence, side: Side, room: int
    ) -> tuple[StyledText, ...]:
        number = f"{occurrence.row + 1:>{self._width}}" if side == "left" else ""
        head = f"{number:>{self._width}}  {side:<5}  "
        return (head, "aside"), *self._side(occurrence, side, room - cell_len(head))

    def _side(
        self, occurrence: Occurrence, side: Side, width: int
    ) -> tuple[StyledText, ...]:
        shown = self._citations.in_context(occurrence, side)
        if shown is not None:
            return context_line(shown, width, self._sign.cut)
        only = RIGHT_ONLY if side == "left" else LEFT_ONLY
        said = f"{self._sign.no_words} {only.word}"
        return filled(((cut(said, width, self._sign.cut), "aside"),), width)
