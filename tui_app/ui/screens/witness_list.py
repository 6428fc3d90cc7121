"""The table of one text against several: a line a passage, a column a text."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import Input, Static

from tui_app.core.model import Document
from tui_app.core.text.display import displayable_line
from tui_app.core.text.plurals import counted
from tui_app.core.witness_table import (
    LoneLine,
    Witness,
    WitnessCell,
    WitnessTable,
    lone_lines,
)
from tui_app.errors import UserError
from tui_app.review.looks import StyledText
from tui_app.review.signs import signs
from tui_app.review.status import share
from tui_app.review.witness_words import (
    GAP,
    TableColumns,
    cell_pieces,
    cell_words,
    lone_pieces,
    numbers_in_words,
    short_names,
    signs_in_words,
    table_columns,
)
from tui_app.settings.drawn import Drawn
from tui_app.settings.keymap import UNCHANGED, KeyName
from tui_app.settings.keys import BY_ID
from tui_app.ui.keyboard import bindings
from tui_app.ui.screens.context_lines import filled
from tui_app.ui.widgets.boxes import PickScreen
from tui_app.ui.widgets.cells import cut, cut_middle
from tui_app.ui.widgets.hints import Hint
from tui_app.ui.widgets.picklist import LaterLine, ListEntry, heading

if TYPE_CHECKING:
    from tui_app.review.witness_work import FoundWitness, WitnessProgress
    from tui_app.ui.screens.table_file_box import TableFile

_LONGEST = 400
"""Characters of a passage that are looked at: a line shows no more."""


class WitnessScreen(PickScreen[int | LoneLine]):
    """The table; dismissed with a unit of the left, what it lacks, or ``None``.

    ``chosen`` is the number of the text whose column is marked, the one to go to.
    Columns come while it is open: ``take`` and ``tell`` are called from outside.
    ``refuse`` raises ``UserError`` for a file that must not be replaced.
    """

    DEFAULT_CSS = """
    WitnessScreen {
        & > #box { max-height: 100%; }
        & > #box > * { max-width: 160; }
        & .told { height: 1; color: $mark-faint; }
        & #text { height: auto; max-height: 2; }
        & .told:nocolor { color: $foreground; }
        &.-flat .told { display: none; }
    }
    """
    HEADING = "Table"
    PLACEHOLDER = "type words, or there, changed, missing, moved, facts, only"
    HINTS = (
        Hint("Enter", "go there"),
        Hint("Esc", "close"),
        Hint("Tab", "next text", "text(1)"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "text(1)", show=False),
        Binding("shift+tab", "text(-1)", show=False),
        *bindings("table"),
    ]

    def __init__(
        self,
        left: Document,
        names: tuple[str, ...],
        chosen: int,
        refuse: Callable[[Path], None],
        *,
        unit: int = 0,
        weak_below: float = 0.4,
        drawn_with: Drawn = Drawn.UNICODE,
        key: KeyName = UNCHANGED.first,
    ) -> None:
        super().__init__(drawn_with=drawn_with)
        self._key = key
        self._left = left
        self._names = [displayable_line(name) for name in short_names(names)]
        self.chosen = chosen
        self._refuse = refuse
        self._unit = unit
        self._weak_below = weak_below
        self._sign = signs(drawn_with)
        self._width = len(str(max(1, len(left.units))))
        self._found: dict[int, FoundWitness] = {}
        self._lone: tuple[LoneLine, ...] = ()
        self._progress = ""
        self._said = ""

    def hints(self) -> Sequence[Hint]:
        """Return what can be done here, with the keys in force."""
        write = BY_ID["table-write"]
        return *self.HINTS, Hint(self._key(write.id), "write to a file", write.method)

    def above_filter(self) -> Iterable[Widget]:
        """Return the line that tells of the text chosen."""
        yield Static(id="text", classes="told")

    def below_filter(self) -> Iterable[Widget]:
        """Return what stands above the columns."""
        yield Static(id="heads", classes="told")

    def on_mount(self) -> None:
        """List the passages once it is known how much room there is."""
        self.when_painted(self._begin)

    def _begin(self) -> None:
        self._list()
        self.picks.place_on(self._unit)
        self._say()

    def on_resize(self, event: Resize) -> None:
        """Show as many columns as there is room for by now."""
        del event
        self.when_painted(self._say)

    # What comes while it is open -----------------------------------------------

    def take(self, found: FoundWitness) -> None:
        """Show what was found in one of the texts."""
        self._found[found.number] = found
        self._progress = ""
        held = [self._witness(number) for number in range(len(self._names))]
        self._lone = lone_lines([one.lone if one else () for one in held])
        if self.is_open:
            self._list()
            self._say()

    def tell(self, progress: WitnessProgress) -> None:
        """Say how far it is."""
        self._progress = f"{progress.number + 1} is {share(progress.share)} done"
        if self.is_open:
            self._say()

    def fail(self, trouble: str) -> None:
        """Say that the work has ended too early."""
        self._said = trouble
        if self.is_open:
            self._say()

    def _witness(self, number: int) -> Witness | None:
        found = self._found.get(number)
        return found.witness if found else None

    @property
    def _is_whole(self) -> bool:
        return len(self._found) == len(self._names)

    # Above the lines -----------------------------------------------------------

    def _say(self) -> None:
        room = max(1, self.picks.size.width)
        self.query_one("#title", Static).update(self._title_and_signs(room))
        told = displayable_line(self._text_told(room))
        self.query_one("#text", Static).update(Content(told))
        self.query_one("#heads", Static).update(self._heads())
        self.picks.refresh()

    def _title_and_signs(self, room: int) -> Content:
        """Return the title, and what the signs stand for where there is room."""
        title, told = self._title(), signs_in_words(self._sign)
        blank = room - cell_len(title) - cell_len(told)
        if blank < 2 or self._sign.plain:
            return Content(title)
        return Content(title + " " * blank).append(Content.styled(told, "not bold dim"))

    def _title(self) -> str:
        passages = counted(len(self._left.units), "passage", "passages")
        texts = counted(len(self._names), "text", "texts")
        told = f"{self.HEADING}: {passages} beside {texts}"
        if not self._is_whole:
            told += f"; {len(self._found)} compared"
            told += f", {self._progress}" if self._progress else ""
        return told

    def _text_told(self, room: int) -> str:
        """Return what is to be known of the text chosen, or what was said last."""
        if self._said:
            return self._said
        found = self._found.get(self.chosen)
        where = f"{self.chosen + 1} of {len(self._names)}  "
        if found is not None and found.trouble:
            return where + found.trouble
        name = cut_middle(self._names[self.chosen], room // 3, self._sign.cut)
        if found is None or found.witness is None:
            return f"{where}{name}: not compared yet"
        return f"{where}{name}: {numbers_in_words(found.witness.numbers)}"

    def _heads(self) -> Content:
        if self._sign.plain:
            names = enumerate(self._names, 1)
            return Content(", ".join(f"{number} is {name}" for number, name in names))
        columns, sign = self._columns, self._sign.cut
        lead = cell_len(self._sign.pointer) + self._width + 2 + self._room
        parts: list[str | tuple[str, str]] = [" " * lead]
        for number in columns.shown_with(self.chosen, len(self._names)):
            head = f"{number + 1}"
            if columns.full:
                head = cut(f"{head} {self._names[number]}", columns.width, sign)
            head += " " * (columns.width - cell_len(head))
            here = number == self.chosen
            parts += [self._gap(number), (head, "bold reverse") if here else head]
        return Content.assemble(*parts)

    # The text chosen -----------------------------------------------------------

    def action_text(self, step: int) -> None:
        """Choose the next text, or the one before; the filter is about that one."""
        self.chosen = (self.chosen + step) % len(self._names)
        self._said = ""
        here = self.picks.current
        self.typed(self.query_one("#filter", Input).value)
        if here is not None:
            self.picks.place_on(here)
        self._say()

    # The lines -----------------------------------------------------------------

    @property
    def _columns(self) -> TableColumns:
        return table_columns(self._beside, len(self._names))

    @property
    def _beside(self) -> int:
        """Return the cells for passages and columns."""
        inside = self.picks.scrollable_content_region.width or self.app.size.width
        return inside - cell_len(self._sign.pointer) - self._width - 2

    @property
    def _room(self) -> int:
        return max(1, self._beside - self._columns.cells)

    def _list(self) -> None:
        here = self.picks.current
        self.picks.show(self._lines())
        if isinstance(here, LoneLine):  # by now it may stand in more texts
            here = next((one for one in self._lone if one.words == here.words), None)
        if here is not None:
            self.picks.place_on(here)

    def _lines(self) -> Iterator[ListEntry[int | LoneLine]]:
        for unit in range(len(self._left.units)):
            later = LaterLine(partial(self._line, unit), partial(self._words, unit))
            yield ListEntry((), unit, later=later)
        if self._lone:
            yield heading("Only in the others")
        for line in self._lone:
            words = partial(self._lone_words, line)
            yield ListEntry(
                (), line, later=LaterLine(partial(self._lone_line, line), words)
            )

    def _text(self, unit: int) -> str:
        text = self._left.unit_text(unit)[:_LONGEST]
        return displayable_line(" ".join(text.split()))

    def _words(self, unit: int) -> str:
        cell = self._cell(self.chosen, unit)
        return f"{self._text(unit)} {cell_words(cell) if cell else ''}"

    def _lone_words(self, line: LoneLine) -> str:
        return f"{line.words} {'only' if line.passages[self.chosen] else ''}"

    def _cell(self, number: int, unit: int) -> WitnessCell | None:
        witness = self._witness(number)
        return witness.cells[unit] if witness else None

    def _line(self, unit: int, room: int) -> tuple[StyledText, ...]:
        del room
        full = self._columns.full

        def held(number: int) -> tuple[StyledText, ...]:
            cell = self._cell(number, unit)
            return cell_pieces(cell, self._sign, self._weak_below, full=full)

        return self._drawn(str(unit + 1), self._text(unit), "text", held)

    def _lone_line(self, line: LoneLine, room: int) -> tuple[StyledText, ...]:
        del room
        full = self._columns.full

        def held(number: int) -> tuple[StyledText, ...]:
            is_there = line.passages[number] is not None
            return lone_pieces(is_there, self._sign, full=full)

        words = displayable_line(line.words[:_LONGEST])
        return self._drawn("", words, "right-only", held)

    def _drawn(
        self,
        label: str,
        words: str,
        look: str,
        held: Callable[[int], tuple[StyledText, ...]],
    ) -> tuple[StyledText, ...]:
        if self._sign.plain:
            return self._told(label, words, look, held)
        room = self._room
        pieces: list[StyledText] = [(f"{label:>{self._width}}  ", "aside")]
        pieces += filled(((cut(words, room, self._sign.cut), look),), room)
        for number in self._columns.shown_with(self.chosen, len(self._names)):
            pieces += [(self._gap(number), "aside"), *held(number)]
        return tuple(pieces)

    def _told(
        self,
        label: str,
        words: str,
        look: str,
        held: Callable[[int], tuple[StyledText, ...]],
    ) -> tuple[StyledText, ...]:
        """Return what each text has of the passage, then the passage: it is long."""
        cells = (
            (number, "".join(text for text, _ in held(number)).strip())
            for number in range(len(self._names))
        )
        told = [f"{number + 1} {text}" for number, text in cells if text]
        return (f"{label}  {', '.join(told)}: ", "aside"), (words, look)

    def _gap(self, number: int) -> str:
        """Return what stands before a column: a rule before the one chosen."""
        return (self._sign.rule if number == self.chosen else " ") * GAP

    # Writing it ----------------------------------------------------------------

    def action_table_write(self) -> None:
        """Ask for a file and write the table to it, once it is whole."""
        lacking = [one for one in self._found.values() if one.witness is None]
        if not self._is_whole:
            self._tell("Not all texts are compared yet.")
        elif lacking:
            self._tell(f"NOT WRITTEN. {lacking[0].trouble}")
        else:
            from tui_app.ui.screens.table_file_box import TableFileBox

            box = TableFileBox(self._refuse, drawn_with=self._drawn_with)
            self.app.push_screen(box, self._write)

    async def _write(self, wanted: TableFile | None) -> None:
        if wanted is None:
            return
        witnesses = [self._witness(number) for number in range(len(self._names))]
        table = WitnessTable(self._left, tuple(one for one in witnesses if one))
        try:
            await asyncio.to_thread(_written, table, wanted)
        except UserError as error:
            self._tell(f"NOT WRITTEN. {error}")
        else:
            self._tell(f"Written: {wanted.place}")

    def _tell(self, words: str) -> None:
        self._said = words
        if self.is_open:
            self._say()


def _written(table: WitnessTable, wanted: TableFile) -> None:
    from tui_app.core.exports.witness_forms import table_pieces
    from tui_app.core.exports.writing import write_made

    pieces = table_pieces(table, wanted.form)
    write_made(pieces, wanted.place, replace=wanted.replace)
