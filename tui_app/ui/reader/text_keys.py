"""The keys for texts that change: load them again, open one in an editor."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from textual.app import SuspendNotSupported

from tui_app.core.extract import Format
from tui_app.core.file_stamp import stamp_of
from tui_app.core.model import Document
from tui_app.errors import UserError
from tui_app.review.journey import Stay
from tui_app.review.rereading import Reread, follower, reread
from tui_app.review.review import Review
from tui_app.review.session import Session
from tui_app.review.watched_text import (
    Change,
    FileNews,
    WatchedSource,
    WatchedText,
    watched_sources,
    why_unreadable,
)
from tui_app.settings.memory import Place
from tui_app.ui.beside import HandOver
from tui_app.ui.host import Acts, Host
from tui_app.ui.notes_desk import NotesDesk
from tui_app.ui.reader.text_watch import TextWatch


class AroundTexts(NamedTuple):
    """What the keys need of the screen besides a host.

    ``place`` tells where the reading is, ``go_on`` reads on in the texts as they are
    now. ``is_writing`` tells that a file is being written from the texts. ``suspended``
    leaves the terminal to another program; ``changed`` is called when a text has
    changed, or is as it was again.
    """

    hand_over: HandOver
    place: Callable[[], Place]
    go_on: Callable[[Reread], None]
    is_writing: Callable[[], bool]
    progress: Callable[[str], None]
    suspended: Callable[[], AbstractContextManager[None]]
    changed: Callable[[], None]


class TextKeys:
    """Watches the files, says once what became of them, and acts when asked to."""

    def __init__(
        self,
        session: Session,
        review: Review,
        desk: NotesDesk,
        host: Host,
        around: AroundTexts,
    ) -> None:
        self._session = session
        self._review = review
        self._desk = desk
        self._host = host
        self._around = around
        self._sources = watched_sources(session)
        texts = [WatchedText(one, self._texts_of(one)) for one in self._sources]
        self._watch = TextWatch(texts, around.hand_over, self.tell)
        self._changed: set[str] = set()
        self._busy = False

    def _texts_of(self, source: WatchedSource) -> tuple[str, ...]:
        documents = {"left": self._session.left, "right": self._session.right}
        return tuple(documents[side].text for side in source.sides)

    def acts(self) -> Acts:
        """Return what the keys do."""
        return {"reload": self.load_again, "edit-text": self.edit}

    def begin(self) -> None:
        """Watch the files from now on."""
        self._watch.start()

    def close(self) -> None:
        """Watch them no more."""
        self._watch.stop()

    # What became of the files --------------------------------------------------

    @property
    def has_changed(self) -> bool:
        """Tell whether there is another text to be loaded."""
        return bool(self._changed)

    def tell(self, news: Sequence[FileNews]) -> None:
        """Say what became of files."""
        for one in news:
            if one.change in (Change.EDITED, Change.ANOTHER_TEXT):
                self._changed.add(one.name)
            else:
                self._changed.discard(one.name)
        told = " ".join(self._in_words(news))
        if told:
            self._host.say(told)
        self._around.changed()

    def _in_words(self, news: Sequence[FileNews]) -> Iterator[str]:
        key = self._host.key("reload")
        edited = [self._short(one.name) for one in news if one.change is Change.EDITED]
        if edited:
            have, them = ("has", "it") if len(edited) == 1 else ("have", "them")
            yield f"{' and '.join(edited)} {have} changed; {key} loads {them} again."
        for one in news:
            if one.change is Change.ANOTHER_TEXT:
                yield f"{self._short(one.name)} holds another text now; {key} loads it."
            elif one.change is Change.UNREADABLE:
                yield self._stays(one.name, one.why)

    def _stays(self, name: str, why: str) -> str:
        return f"{self._short(name)} {why}; the reading stays as it is."

    def _short(self, name: str) -> str:
        """Return the file's name, the whole path where the other has the same."""
        short = Path(name).name
        names = [Path(source.name).name for source in self._sources]
        return short if short and names.count(short) <= 1 else name

    # Loading again -------------------------------------------------------------

    def load_again(self) -> None:
        """Read on in the texts as they are now."""
        if not self._sources:
            self._host.say("Neither text is a file, so none can be loaded again.")
        elif self._around.is_writing():
            self._host.say("A file is being written from these texts; wait for it.")
        elif not self._busy:
            self._busy = True
            self._host.work(self._load_again)

    async def _load_again(self) -> None:
        self._around.progress("loading")
        try:
            found = await asyncio.to_thread(reread, self._session, self._around.place())
        except UserError as error:
            self._host.say(self._stays(error.what, error.why))
            return
        finally:
            self._around.progress("")
            self._busy = False
        if found is None:
            self._host.say("Both texts are as they were read.")
            return
        await self._desk.at_rest()
        self._around.go_on(found)

    # Editing -------------------------------------------------------------------

    def edit(self) -> None:
        """Open the file of the passage in the editor, at the line of the passage."""
        from tui_app.ui.note_screens.external_editor import (
            command_at,
            editor_command,
            run_editor,
        )

        try:
            path, line = self._line_here()
            command = command_at(editor_command(), path, line)
            with self._around.suspended():
                # What is raised in here would leave the terminal suspended.
                trouble = run_editor(command)
        except UserError as error:
            self._host.say(str(error))
        except SuspendNotSupported:
            self._host.say("$EDITOR cannot be opened from this terminal.")
        else:
            if trouble is not None:
                self._host.say(f"{trouble.what}: {trouble.why}")

    def _line_here(self) -> tuple[str, int]:
        """Return the file and the line, from 1, of the passage as the file is now.

        Raises ``UserError`` where there is none.
        """
        from tui_app.core.loading import load_extract

        stay = next(self._passages())
        document = self._review.comparison.document(stay.side)
        name = self._plain_file(document)
        text = load_extract(name).text
        offset = stay.offset
        if text != document.text:
            offset = follower(document.text, text)(offset)
        return str(Path(name).absolute()), text.count("\n", 0, offset) + 1

    def _passages(self) -> Iterator[Stay]:
        """Yield what is selected in the row, what is looked at, where it begins."""
        review = self._review
        at = review.looked_at()
        looked = [Stay(one.side, one.span.start) for one in review.selected]
        looked += [at] if at else []
        yield from (stay for stay in looked if review.row_at(stay) == review.row)
        yield review.here

    def _plain_file(self, document: Document) -> str:
        """Return the file whose lines are those of the text. Raises ``UserError``."""
        from tui_app.core.loading import is_packed

        name = document.source
        if name is None or name not in {source.name for source in self._sources}:
            raise UserError(name or "text", "is no file", "open a file to edit it")
        why = why_unreadable(stamp_of(name))
        if why:
            raise UserError(name, why, "the reading stays as it is")
        form = document.extract.format if document.extract else Format.TEXT
        if form is not Format.TEXT or is_packed(name):
            kind = "packed" if form is Format.TEXT else f"of the format {form}"
            hint = "only of plain text is the line known"
            raise UserError(name, f"is {kind}", hint)
        return name
