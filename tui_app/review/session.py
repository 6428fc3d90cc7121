"""How two names become a reading: load, cut and, where it is quick, align and compare.

It holds no user interface, so that it can run while Textual is being imported.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from time import process_time
from typing import NamedTuple

from tui_app.core.comparison import NO_CONSTRAINTS, Comparison
from tui_app.core.file_stamp import FileStamp, lasting_stamp
from tui_app.core.likeness import row_size
from tui_app.core.model import Document, Granularity, Progress, Telling
from tui_app.core.row_places import RowPlaces
from tui_app.core.translation import (
    AS_THE_TEXTS_TELL,
    LanguageChoice,
    Translation,
    find_translation,
)
from tui_app.core.units import ColumnUnits
from tui_app.review.kept_alignments import compare_as_kept
from tui_app.review.request import Request
from tui_app.settings.config_file import Configuration
from tui_app.settings.drawn import shows_signs
from tui_app.settings.memory import Memory, Place, Recent, Sources, WhatIsRemembered
from tui_app.settings.preferences import Layout, Settings
from tui_app.settings.this_run import ThisRun


class Session(NamedTuple):
    """Two documents to read beside each other.

    ``comparison`` is there when it was ready before the screen; otherwise the
    reader aligns in the background. ``notes_path`` is a file of the user's
    choice, ``None`` for the usual place. ``place`` is where the last reading of the
    pair ended; ``pair`` is ``None`` for what cannot be opened again. Two books are in
    paragraphs though the settings say sentences: they are cut while they are read.
    ``layout`` is the one asked for this run only. ``translation`` is ``None``
    within one language. ``request`` is what was asked for, ``stamps`` are those of both
    files from before they were read, ``None`` for what cannot be read again. ``base``
    is what the left was made from, in any unit.
    """

    left: Document
    right: Document
    comparison: Comparison | None = None
    notes_path: Path | None = None
    settings: Settings = Settings()
    place: Place | None = None
    pair: Sources | None = None
    memory: Memory | None = None
    layout: Layout | None = None
    translation: Translation | None = None
    request: Request | None = None
    stamps: tuple[FileStamp | None, FileStamp | None] = (None, None)
    base: Document | None = None

    def remember(self) -> None:
        """Remember the pair as the latest one opened, if anything is remembered.

        It waits for the disk, so no screen should wait for it.
        """
        if self.memory is not None and self.pair is not None:
            titles = _own_title(self.left), _own_title(self.right)
            said = self.request.languages if self.request else AS_THE_TEXTS_TELL
            unit = self.settings.unit
            recent = Recent(self.pair, *titles, unit, said.across, said.languages)
            self.memory.change(lambda known: known.opened(recent))

    def keep(self, place: Place) -> None:
        """Remember where the reading ended; without a memory, nothing happens.

        A layout asked for one run is forgotten, unless another was chosen since.
        """
        pair, place = self.pair, self._without_layout_asked(place)
        if self.memory is not None and pair is not None:
            self.memory.change(lambda known: known.left_at(pair, place))

    def begun_at(self, place: Place) -> Session:
        """Return the session, to be begun as another reading of the pair is by now."""
        if place.layout == self.layout:
            return self._replace(place=self._without_layout_asked(place))
        return self._replace(place=place, layout=None)

    def _without_layout_asked(self, place: Place) -> Place:
        if place.layout != self.layout:
            return place
        return place._replace(layout=self.place.layout if self.place else None)


def _own_title(document: Document) -> str:
    return document.title if document.has_title else ""


AT_ONCE = 1500
"""Units of both sides that are aligned before the first screen; more are aligned
in the background, while both texts can be read already."""

CUT_AT_ONCE = 500_000
"""Characters of both texts that are cut into sentences before the first screen."""

SECONDS_TO_COMPARE = 0.15
"""Seconds of work on differences before the first screen, at most."""


class Environment(NamedTuple):
    """What surrounds every reading: settings, memory, what is remembered.

    ``few_colours`` tells that the terminal has 16 colours at most; ``asked`` is what
    holds for this run only.
    """

    configuration: Configuration
    memory: Memory = Memory(None)
    remembered: WhatIsRemembered = WhatIsRemembered()
    few_colours: bool = False
    asked: ThisRun = ThisRun()


_AS_SET = ThisRun()


def remembered_pair(request: Request) -> Sources | None:
    """Return as what the two texts are remembered, ``None`` where they are not."""
    if request.passing:
        return None
    return Sources.of(request.left, request.right, request.changes)


def read_environment(asked: ThisRun = _AS_SET) -> Environment:
    """Read the user's settings and what is remembered.

    Raises ``UserError`` where a file of settings was named and cannot be read.
    """
    from tui_app.disk.paths import state_file

    if not shows_signs(sys.stdout):
        asked = asked._replace(ascii_only=True)
    memory = Memory(state_file())
    return Environment(asked.configuration(), memory, memory.read(), asked=asked)


def prepare(
    request: Request, environment: Environment, tell: Telling | None = None
) -> Session:
    """Load both documents and, where it is quick, align them.

    The differences that the first screen shows are found, too. ``tell`` is told what is
    being done. Raises ``UserError`` where a document cannot be read.
    """
    settings = environment.configuration.settings
    pair = remembered_pair(request)
    place = environment.remembered.place_of(pair)
    if request.begin is not None:
        place = (place or Place("left", 0))._replace(side="left", offset=request.begin)
    unit = request.unit or (place.unit if place else None) or settings.unit
    # Taken first: what is written while they are read is noticed afterwards.
    stamps = lasting_stamp(request.left), lasting_stamp(request.right)
    if request.languages == AS_THE_TEXTS_TELL:
        said = environment.remembered.languages_of(pair)
        request = request._replace(languages=said)
    left, right = _loaded(request, unit, tell)
    notes_path = Path(request.notes_path) if request.notes_path else None
    session = Session(
        left,
        right,
        notes_path=notes_path,
        settings=settings._replace(unit=unit),
        place=place,
        pair=pair,
        memory=environment.memory,
        layout=environment.asked.layout,
        request=request,
        stamps=stamps,
    )
    if tell is not None:
        tell("preparing the first screen", Progress())
    ready = made_ready(session, left, right, request.languages)
    if request.base is None:
        return ready
    return ready._replace(base=_base(request, request.base, ready, tell))


def _base(
    request: Request, name: str, session: Session, tell: Telling | None
) -> Document:
    """Return the base that is named. Raises ``UserError`` where it is of no use."""
    from tui_app.core.from_base.base_text import refuse_base
    from tui_app.core.loading import load_document

    unit = first_unit(session.settings.unit)
    base = load_document(name, unit, request.changes.left, tell)
    refuse_base(name, base, session.left, session.translation)
    return _packed(base)


def made_ready(
    session: Session, left: Document, right: Document, languages: LanguageChoice
) -> Session:
    """Return the session on these texts, aligned where that is quick.

    Where its settings say sentences they may be in paragraphs.
    """
    settings, unit = session.settings, session.settings.unit
    if unit == "sentence" and len(left.text) + len(right.text) <= CUT_AT_ONCE:
        left, right = _in_sentences(left), _in_sentences(right)
    left, right = _packed(left), _packed(right)
    translation = find_translation(left, right, settings.with_lists(languages))
    comparison = None
    if left.granularity == unit and len(left.units) + len(right.units) <= AT_ONCE:
        comparison = compare_as_kept(left, right, NO_CONSTRAINTS, translation)
        _look_at_first_screen(comparison, session.place)
    return session._replace(
        left=left, right=right, comparison=comparison, translation=translation
    )


def _in_sentences(document: Document) -> Document:
    if document.granularity == "sentence":
        return document
    from tui_app.core.segmentation import in_sentences

    return in_sentences(document)


def first_unit(unit: Granularity) -> Granularity:
    """Return the unit in which texts are loaded; sentences are cut afterwards."""
    return "paragraph" if unit == "sentence" else unit


def _loaded(
    request: Request, unit: Granularity, tell: Telling | None
) -> tuple[Document, Document]:
    from tui_app.core.loading import load_both

    names = request.left, request.right
    return load_both(*names, first_unit(unit), request.changes, tell)


def _packed(document: Document) -> Document:
    """Return the document, that of a book quick to send to another process."""
    if len(document.units) <= AT_ONCE:
        return document
    return replace(document, units=ColumnUnits.of(document.units))


def _look_at_first_screen(comparison: Comparison, place: Place | None) -> None:
    """Have the comparison know the differences of the rows that are shown first."""
    places = RowPlaces(comparison)
    first = places.row_at(place.side, place.offset) if place else 0
    began, room = process_time(), _cells_on_screen()
    for row in (*range(first, len(comparison.rows)), *range(first)):
        for one in comparison.differences(row):
            comparison.letters(one)
        room -= row_size(comparison, row)
        if room < 0 or process_time() - began > SECONDS_TO_COMPARE:
            break


def _cells_on_screen() -> int:
    # What shutil imports to tell this would make the first screen wait.
    try:
        size = os.get_terminal_size()
    except OSError:
        return 80 * 24
    return size.columns * size.lines
