"""What the program remembers between runs: recent comparisons, places, the theme.

One JSON file, replaced as a whole and never half-written. Nothing in it is
needed: a file that is damaged counts as empty, one that cannot be written is left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, get_args

from tui_app.core.extract import ACCEPTED, BEFORE_AND_AFTER, Changes, PairChanges
from tui_app.core.model import Granularity, Side
from tui_app.core.source_names import is_address, is_read_once
from tui_app.core.translation import AS_THE_TEXTS_TELL, LanguageChoice
from tui_app.settings.preferences import Layout, WordMarks

STATE_VERSION = 1

MOST_RECENT = 30

MOST_PLACES = 500

MOST_LIBRARIES = 20
"""Folders, or several files and folders, that were opened as one library."""

MOST_OF_A_LIBRARY = 200
"""Files and folders that a library may be made of to be remembered."""

LARGEST_STATE = 5_000_000

ChosenWord = TypeVar("ChosenWord")


class Sources(NamedTuple):
    """The two things compared: absolute paths, or addresses.

    What became of the tracked changes of each makes it another pair.
    """

    left: str
    right: str
    left_changes: Changes = "accept"
    right_changes: Changes = "accept"

    @property
    def changes(self) -> PairChanges:
        """What became of the tracked changes of both."""
        return PairChanges(self.left_changes, self.right_changes)

    @property
    def is_one(self) -> bool:
        """Whether it is one document before and after its tracked changes."""
        return self.left == self.right and self.changes == BEFORE_AND_AFTER

    @classmethod
    def of(
        cls, left: str, right: str, changes: PairChanges = ACCEPTED
    ) -> Sources | None:
        """Return the pair of two arguments; ``None`` where one can be read only once.

        That is standard input, the clipboard, and a pipe such as a shell's
        ``<(command)``.
        """
        if is_read_once(left) or is_read_once(right):
            return None
        return cls(_absolute(left), _absolute(right), *changes)


def _absolute(source: str) -> str:
    return source if is_address(source) else str(Path(source).absolute())


class Place(NamedTuple):
    """The passage under the cursor and how it was shown.

    ``offset`` is a code point into the text of ``side``: it survives another unit
    and, roughly, an edit. ``None`` for the looks means "as the settings say".
    ``reads`` is the side that is read while the other is covered.
    """

    side: Side
    offset: int
    layout: Layout | None = None
    unit: Granularity | None = None
    column_width: int | None = None
    facts_only: bool = False
    folded: bool = False
    word_marks: WordMarks | None = None
    covered: bool | None = None
    reads: Side | None = None


class Recent(NamedTuple):
    """A comparison opened before, with the titles it had.

    ``across`` and ``languages`` are what was said then, as in ``LanguageChoice``.
    """

    pair: Sources
    left_title: str = ""
    right_title: str = ""
    unit: Granularity = "sentence"
    across: bool | None = None
    languages: tuple[str, str] | None = None


class WhatIsRemembered(NamedTuple):
    """What is remembered; ``recent`` begins with the latest.

    ``theme`` is the one chosen in the reader while ``config.toml`` said
    ``theme_over``: when the file says something else by now, the file wins.
    ``helped`` tells that the help was opened once, so that the hint can go.
    ``libraries`` are the files and folders of each, absolute, the latest first.
    """

    recent: tuple[Recent, ...] = ()
    places: tuple[tuple[Sources, Place], ...] = ()
    theme: str = ""
    theme_over: str = ""
    helped: bool = False
    libraries: tuple[tuple[str, ...], ...] = ()

    def place_of(self, pair: Sources | None) -> Place | None:
        """Return where the last reading of the pair ended."""
        return next((place for known, place in self.places if known == pair), None)

    def languages_of(self, pair: Sources | None) -> LanguageChoice:
        """Return what was said of the pair's languages when it was opened last."""
        known = (one for one in self.recent if one.pair == pair)
        said = (LanguageChoice(one.across, one.languages) for one in known)
        return next(said, AS_THE_TEXTS_TELL)

    def opened(self, recent: Recent) -> WhatIsRemembered:
        """Return the same with this comparison at the head of the recent ones."""
        others = (known for known in self.recent if known.pair != recent.pair)
        return self._replace(recent=(recent, *others)[:MOST_RECENT])

    def browsed(self, paths: Iterable[str]) -> WhatIsRemembered:
        """Return the same with this library at the head of them."""
        library = tuple(map(_absolute, paths))
        if not 0 < len(library) <= MOST_OF_A_LIBRARY:
            return self
        others = (known for known in self.libraries if known != library)
        return self._replace(libraries=(library, *others)[:MOST_LIBRARIES])

    def left_at(self, pair: Sources, place: Place) -> WhatIsRemembered:
        """Return the same with the place a reading ended at."""
        others = (known for known in self.places if known[0] != pair)
        return self._replace(places=((pair, place), *others)[:MOST_PLACES])


class Memory(NamedTuple):
    """The file that keeps what is remembered; with ``None`` there is none."""

    path: Path | None

    def read(self) -> WhatIsRemembered:
        """Return what is remembered; nothing where the file is missing or damaged."""
        if self.path is None:
            return WhatIsRemembered()
        try:
            with self.path.open("rb") as file:
                written = file.read(LARGEST_STATE)
            import json

            raw = json.loads(written)
        except (OSError, ValueError, RecursionError):
            return WhatIsRemembered()
        return remembered_from(raw)

    def change(self, change: Callable[[WhatIsRemembered], WhatIsRemembered]) -> bool:
        """Apply ``change`` to what is remembered by now; tell whether it was kept.

        Two readers that end together both have their say: each reads the file
        again under a lock.
        """
        if self.path is None:
            return False
        import json

        from tui_app.disk.durable import make_directory, swap_file
        from tui_app.disk.locking import locked

        try:
            make_directory(self.path.parent)
            with locked(self.path.with_suffix(".lock")):
                written = json.dumps(remembered_as_json(change(self.read())))
                swap_file(self.path, written.encode())
        except OSError:
            return False
        return True


def remembered_as_json(remembered: WhatIsRemembered) -> dict[str, object]:
    """Return it as it is written."""
    return {
        "version": STATE_VERSION,
        "recent": [
            {**recent._asdict(), "pair": recent.pair._asdict()}
            for recent in remembered.recent
        ],
        "places": [
            {"pair": pair._asdict(), "place": place._asdict()}
            for pair, place in remembered.places
        ],
        "theme": remembered.theme,
        "theme_over": remembered.theme_over,
        "helped": remembered.helped,
        "libraries": remembered.libraries,
    }


def remembered_from(raw: Any) -> WhatIsRemembered:
    """Return what the JSON holds; entries of a wrong shape are passed over."""
    top = _Entries(raw)
    recent = (_recent(_Entries(item)) for item in top.items("recent"))
    places = (_placed(_Entries(item)) for item in top.items("places"))
    return WhatIsRemembered(
        tuple(item for item in recent if item)[:MOST_RECENT],
        tuple(item for item in places if item)[:MOST_PLACES],
        top.text("theme"),
        top.text("theme_over"),
        top.raw.get("helped") is True,
        tuple(filter(None, map(_library, top.items("libraries"))))[:MOST_LIBRARIES],
    )


class _Entries:
    """A JSON object that nobody vouches for."""

    def __init__(self, raw: Any) -> None:
        self.raw: dict[str, Any] = raw if isinstance(raw, dict) else {}

    def items(self, name: str) -> list[Any]:
        value = self.raw.get(name)
        return value if isinstance(value, list) else []

    def text(self, name: str, default: str = "") -> str:
        value = self.raw.get(name)
        return value if isinstance(value, str) else default

    def one_of(self, name: str, words: tuple[ChosenWord, ...]) -> ChosenWord | None:
        value = self.raw.get(name)
        return value if value in words else None

    def switch(self, name: str) -> bool | None:
        value = self.raw.get(name)
        return value if isinstance(value, bool) else None

    def whole(self, name: str) -> int | None:
        value = self.raw.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None


def _pair(entries: _Entries) -> Sources | None:
    left, right = entries.text("left"), entries.text("right")
    changes: list[Changes] = [
        entries.one_of(f"{side}_changes", get_args(Changes)) or "accept"
        for side in get_args(Side)
    ]
    return Sources(left, right, *changes) if left and right else None


def _library(raw: Any) -> tuple[str, ...]:
    paths = raw if isinstance(raw, list) else []
    are_names = all(isinstance(path, str) and path for path in paths)
    return tuple(paths) if are_names and len(paths) <= MOST_OF_A_LIBRARY else ()


def _recent(entries: _Entries) -> Recent | None:
    pair = _pair(_Entries(entries.raw.get("pair")))
    unit: Granularity = entries.one_of("unit", get_args(Granularity)) or "sentence"
    titles = entries.text("left_title"), entries.text("right_title")
    codes = [one for one in entries.items("languages") if isinstance(one, str)]
    languages = (codes[0], codes[1]) if len(codes) == 2 else None
    across = entries.switch("across")
    return Recent(pair, *titles, unit, across, languages) if pair else None


def _placed(entries: _Entries) -> tuple[Sources, Place] | None:
    pair = _pair(_Entries(entries.raw.get("pair")))
    place = _Entries(entries.raw.get("place"))
    offset = place.whole("offset")
    side: Side = "right" if place.text("side") == "right" else "left"
    if pair is None or offset is None:
        return None
    width = place.whole("column_width")
    return pair, Place(
        side,
        max(0, offset),
        place.one_of("layout", get_args(Layout)),
        place.one_of("unit", get_args(Granularity)),
        width if width is not None and 0 <= width <= 400 else None,
        place.raw.get("facts_only") is True,
        place.raw.get("folded") is True,
        place.one_of("word_marks", get_args(WordMarks)),
        place.switch("covered"),
        place.one_of("reads", get_args(Side)),
    )
