"""The desk: what a reader does with the notes of the pair, between screen and disk.

Slow work (opening, saving, finding places again) runs in threads. Where the notes
stand among the rows is written into the review, and nowhere else: after every change,
also one by another reader, and whenever there are other rows.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tui_app.core.counting import Silence, folded
from tui_app.core.model import Constraints, Document, Row
from tui_app.core.rows import RowPart
from tui_app.core.text.plurals import counted
from tui_app.errors import UserError
from tui_app.review.noted_words import NotedWords
from tui_app.review.review import Review
from tui_app.ui.host import Host
from tui_app.ui.pair.pair_window import PairWindow

if TYPE_CHECKING:
    from tui_app.notes.note import Anchor, Candidate, Listed, PlacedNote
    from tui_app.notes.notebook import Notebook
    from tui_app.notes.open_drafts import OpenDrafts

POLL_SECONDS = 1.0
"""How often it is looked for what other readers wrote."""
NOTES_PATIENCE = 3.0
"""Seconds that a key waits for the notes to be open."""

_Result = TypeVar("_Result")


class _Step(NamedTuple):
    """A step back or forth; what is said where there was one, and where none."""

    make: Callable[[], str | None]
    said: str
    nothing: str

    def take(self) -> str:
        """Make the step; return what is to be said."""
        try:
            done = self.make()
        except UserError as error:
            return f"not {self.said}: {error.why}"
        return f"{self.said}: {done}" if done else self.nothing


class NotesDesk:
    """Makes one change after the other, and shows what each has made.

    ``realign`` is told what is settled by hand, whenever that may be news; ``recount``
    is called when other differences count than before. ``followers`` are called
    whenever other notes may be listed.
    """

    def __init__(
        self,
        review: Review,
        window: PairWindow,
        host: Host,
        realign: Callable[[Constraints], None],
        recount: Callable[[], None],
    ) -> None:
        self._review = review
        self._window = window
        self._host = host
        self._realign = realign
        self._recount = recount
        self._order = asyncio.Lock()
        self._opened = asyncio.Event()
        self.notebook: Notebook | None = None
        self.drafting: OpenDrafts | None = None
        self.followers: list[Callable[[], None]] = []
        self.remarked: set[str] = set()
        """What the user was told already of the notes of this and earlier pairs."""

    # -- opening, watching, showing -------------------------------------------

    async def open(self, left: Document, right: Document, path: Path | None) -> None:
        """Open the notebook; tell what the user should know of it."""
        try:
            notebook, drafting = await asyncio.to_thread(_opened, left, right, path)
        except UserError as error:
            self._host.say(f"Notes cannot be opened. {error}", trouble=True)
            return
        finally:
            self._opened.set()
        self.notebook, self.drafting = notebook, drafting
        for remark in notebook.remarks:
            if remark not in self.remarked:
                self.remarked.add(remark)
                self._host.say(remark)
        count = len(drafting.open_drafts)
        if count:
            drafts = counted(count, "draft", "drafts")
            self._host.say(
                f"{drafts} not saved yet; {self._host.key('notes-list')} lists them"
            )
        await self.settle()

    async def opened(self) -> None:
        """Wait for the notes, so that a key pressed early is not lost, but not long."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._opened.wait(), NOTES_PATIENCE)

    async def at_rest(self) -> None:
        """Wait until all that was asked for by now is on disk."""
        async with self._order:
            pass

    async def settle(self) -> None:
        """Have the rows be what is settled by hand, and show the notes on them."""
        if self.notebook is None:
            return
        shown = self._review.comparison
        self._realign(await asyncio.to_thread(self.settled, shown.left, shown.right))
        await self.refresh()

    async def refresh(self) -> None:
        """Find the places of the notes in the comparison on the screen; show them."""
        notebook, comparison = self.notebook, self._review.comparison
        if notebook is None:
            return
        placed = await asyncio.to_thread(notebook.placed, comparison)
        reviewed = await asyncio.to_thread(notebook.marks.reviewed, comparison)
        words = await asyncio.to_thread(NotedWords.of, comparison, placed)
        if comparison is self._review.comparison:
            self._window.take_notes(placed, reviewed, words)
        if self._window.silence(frozenset(map(folded, notebook.silences.all()))):
            self._recount()
        self._tell()

    def _tell(self) -> None:
        for follower in self.followers:
            follower()

    async def look(self) -> None:
        """Take in what other readers wrote."""
        if self.notebook is not None and self.notebook.poll():
            await self.settle()

    def settled(self, left: Document, right: Document) -> Constraints:
        """Return what is settled by hand, for texts cut into units like these."""
        if self.notebook is None:
            return Constraints()
        return self.notebook.marks.constraints(left, right)

    def close(self) -> None:
        """Let go of the notebook."""
        if self.notebook is not None:
            self.notebook.close()

    # -- writing ---------------------------------------------------------------

    def writing(self) -> OpenDrafts | None:
        """Return the drafts where a note can be written; else say why it cannot."""
        return self.drafting if self._usable() else None

    def anchors_here(self) -> tuple[Anchor, ...]:
        """Return anchors on what is selected, or on the row under the cursor."""
        from tui_app.notes.anchoring.new_anchors import row_anchors, span_anchor

        comparison, selected = self._review.comparison, self._review.selected
        if not selected:
            return row_anchors(comparison, self._review.row, missing=True)
        return tuple(
            span_anchor(comparison.document(one.side), one.side, one.span)
            for one in selected
        )

    # -- the list of notes -----------------------------------------------------

    def listed(self) -> Sequence[Listed]:
        """Return the drafts and the notes, in the order to show."""
        drafts = self.drafting.open_drafts if self.drafting else ()
        return (*self._notebook().candidates, *drafts, *self._review.placed)

    def adopt(self, candidate: Candidate) -> None:
        """Use the notes of a similar pair for this one from now on."""
        notebook = self._notebook()
        self._change(lambda: notebook.adopt(candidate), "These are your notes now.")

    async def delete(self, listed: Listed) -> None:
        """Delete the note or drop the draft."""
        from tui_app.notes.note import Draft, PlacedNote

        notebook, drafting = self._notebook(), self._drafting()
        if isinstance(listed, Draft):
            await asyncio.to_thread(drafting.drop, listed)
            self._tell()
        elif isinstance(listed, PlacedNote):
            await self._on_disk(lambda: notebook.delete(listed.note))

    async def resolve(self, placed: PlacedNote) -> None:
        """Resolve the note, or open it again."""
        notebook, note = self._notebook(), placed.note
        resolved = note.status == "open"
        await self._on_disk(lambda: notebook.resolve(note, resolved=resolved))

    async def attach(self, placed: PlacedNote) -> None:
        """Accept the place found or proposed, or put the note at the cursor."""
        notebook = self._notebook()
        if placed.rows or placed.proposed:
            await self._on_disk(lambda: notebook.accept(placed))
        else:
            anchors = self.anchors_here()
            await self._on_disk(lambda: notebook.reattach(placed.note, anchors))

    async def undo(self) -> str | None:
        """Take back the last change; return what it was."""
        return await self._on_disk(self._notebook().undo)

    # -- marks, links, history -------------------------------------------------

    def toggle_reviewed(self, rows: Iterable[int]) -> bool:
        """Mark the rows as reviewed; where all are, take the marks away.

        Tell whether they are being marked.
        """
        wanted = tuple(rows)
        if not self._usable():
            return False
        reviewed = not self._review.attention.reviewed.issuperset(wanted)
        shown, notebook = self._review.comparison, self._notebook()
        self._change(
            lambda: notebook.marks.review(shown, wanted, reviewed=reviewed), ""
        )
        return reviewed

    def link(self, parts: Sequence[RowPart], said: str) -> None:
        """Settle that the units of each part belong together, and nothing else."""
        if self._usable():
            shown, notebook = self._review.comparison, self._notebook()
            self._change(lambda: notebook.marks.link_parts(shown, parts), said)

    def unlink(self, row: Row) -> None:
        """Settle that the two sides of the row do not belong together."""
        if self._usable():
            shown, notebook = self._review.comparison, self._notebook()
            self._change(
                lambda: notebook.marks.unlink(shown, row.left, row.right), "unlinked"
            )

    @property
    def silenced(self) -> tuple[Silence, ...]:
        """Return what is not told again, in the order it was silenced."""
        return self.notebook.silences.all() if self.notebook else ()

    def silence(self, silences: Sequence[Silence], said: str) -> None:
        """Never tell of these again in this pair of texts."""
        if self._usable():
            notebook = self._notebook()
            self._change(lambda: notebook.silences.add(silences), said)

    def tell_again(self, silences: Sequence[Silence], said: str) -> None:
        """Tell of these again."""
        if self._usable():
            notebook = self._notebook()
            self._change(lambda: notebook.silences.take_back(silences), said)

    def go_back(self) -> None:
        """Undo, say what was undone, and go where a review mark came or went."""
        if self._usable():
            undo = _Step(self._notebook().undo, "undone", "nothing to undo")
            self._host.work(partial(self._stepped, undo))

    def go_forward(self) -> None:
        """Redo, as ``go_back``."""
        if self._usable():
            again = "done again", "nothing to do again"
            self._host.work(
                partial(self._stepped, _Step(self._notebook().redo, *again))
            )

    async def _stepped(self, step: _Step) -> None:
        review = self._review
        shown, reviewed = review.comparison, review.attention.reviewed
        await self._saved(step.take, None)
        changed = reviewed ^ review.attention.reviewed
        if changed and review.comparison is shown:
            self._window.go_to(min(changed))

    # -- on disk ---------------------------------------------------------------

    def _change(self, change: Callable[[], object], said: str | None) -> None:
        """Make the change beside the screen; say ``said``, or else its result."""
        self._host.work(partial(self._saved, change, said))

    async def _saved(self, change: Callable[[], object], said: str | None) -> None:
        try:
            result = await self._on_disk(change)
        except UserError as error:
            self._host.say(f"NOT SAVED. {error}", trouble=True)
            return
        message = str(result) if said is None else said
        if message:
            self._host.say(message)

    async def _on_disk(self, change: Callable[[], _Result]) -> _Result:
        """Make the change on disk, one after the other; then show what it made."""
        async with self._order:
            result = await asyncio.to_thread(change)
            await self.settle()
        return result

    def _usable(self) -> bool:
        if self.notebook is None:
            self._host.say("The notes are not open")
        elif not self.notebook.writable:
            self._host.say(f"The notes can only be read: {self.notebook.where}")
        else:
            return True
        return False

    def _notebook(self) -> Notebook:
        if self.notebook is None:
            raise UserError("notes", "not open")
        return self.notebook

    def _drafting(self) -> OpenDrafts:
        if self.drafting is None:
            raise UserError("notes", "not open")
        return self.drafting


def _opened(
    left: Document, right: Document, path: Path | None
) -> tuple[Notebook, OpenDrafts]:
    """Return the notebook and the drafts of earlier runs."""
    from tui_app.notes.notebook import Notebook
    from tui_app.notes.open_drafts import OpenDrafts

    notebook = Notebook.open(left, right, notes_path=path)
    drafting = OpenDrafts(notebook)
    drafting.take_up(notebook.drafts.left_behind())
    return notebook, drafting
