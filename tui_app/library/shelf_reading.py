"""Reading a shelf: better and better, there at once, usable before it ends."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from tui_app.core.file_stamp import stamp_of
from tui_app.core.model import Progress
from tui_app.core.related.likely_source import likely_source
from tui_app.core.related.related_pairs import RelatedPair, related_pairs
from tui_app.core.related.text_groups import text_groups
from tui_app.library.file_readers import read_files
from tui_app.library.file_walk import FoundFile, walk_files
from tui_app.library.kept_texts import KeptTexts, ReadFile
from tui_app.library.shelf import LeftOutFile, Shelf, ShelfPair
from tui_app.library.text_card import TextCard

PROCESSES = 2
"""Processes that read."""

_SHOW_EVERY = 0.25  # seconds
_SHOW_PART = 0.1  # of the time so far goes by before the next shelf, when it is long
_KEEP_AT_ONCE = 200
_TOO_MANY = (
    "so many texts share wording that only pairs that seem to share most are told"
)
_WEIGH_FROM = 16  # texts read before pairs are looked for the first time
_GROWN = 2.0  # times as many before they are looked for again
_WEIGHING_PART = 0.2  # of the time so far may have gone into looking for them


class _UnwantedError(Exception):
    """Nobody wants the shelf any more."""


def read_shelf(
    paths: Sequence[str | os.PathLike[str]],
    keep_in: Path | None = None,
    *,
    processes: int = PROCESSES,
    wanted: Callable[[], bool] = lambda: True,
) -> Iterator[Shelf]:
    """Yield what is known of the files under ``paths``, better and better.

    The first shelf is empty and comes at once, the last has no ``progress``. What is
    kept in the folder ``keep_in`` (``disk.paths.texts_folder``) is not read again.
    Closing the iterator ends all work; from another thread, ``wanted`` is asked now and
    then and ends it by saying no. It may run on a thread. Raises ``UserError`` where a
    path is not there.
    """
    yield Shelf(progress=Progress(0, 0))
    with closing(KeptTexts(keep_in)) as kept:
        try:
            yield from _ShelfReading(kept, keep_in, processes, wanted).read(paths)
        except _UnwantedError:
            return


class _ShelfReading:
    """What is known of the files so far, by the numbers they were found in."""

    def __init__(
        self,
        kept: KeptTexts,
        folder: Path | None,
        processes: int,
        wanted: Callable[[], bool],
    ) -> None:
        self._kept = kept
        self._folder = folder
        self._processes = processes
        self._wanted = wanted
        self._files: list[FoundFile] = []
        self._numbers: dict[str, int] = {}
        self._cards: dict[int, TextCard] = {}
        self._left_out: list[LeftOutFile] = []
        self._pairs: list[ShelfPair] = []
        self._more_seem_related = False
        self._groups: tuple[tuple[int, ...], ...] = ()
        self._begun = self._shown = time.monotonic()
        self._weighed = 0.0

    def read(self, paths: Sequence[str | os.PathLike[str]]) -> Iterator[Shelf]:
        """Yield shelves: files found, those kept, those read, all weighed."""
        for found in walk_files(paths):
            if isinstance(found, FoundFile):
                self._numbers[found.path] = len(self._files)
                self._files.append(found)
            else:
                self._left_out.append(found)
            if self._is_time():
                yield self._shelf(0)
        self._take_kept()
        yield self._shelf(len(self._files))
        yield from self._read_new()
        self._keep_tidy(paths)
        self._weigh()
        yield self._shelf(None)

    def _take_kept(self) -> None:
        cards = self._kept.cards((one.path, one.stamp) for one in self._files)
        self._cards = {self._numbers[path]: card for path, card in cards.items()}

    def _read_new(self) -> Iterator[Shelf]:
        """Read what is not kept; yield shelves meanwhile, with pairs when it pays."""
        new = [
            one.path
            for number, one in enumerate(self._files)
            if number not in self._cards
        ]
        weighed_at, unkept = _WEIGH_FROM / _GROWN, list[ReadFile]()
        readers = read_files(new, self._folder, self._kept, self._processes)
        with closing(readers):
            for read in readers:
                self._tick()
                if read is not None:
                    self._cards[self._numbers[read.path]] = read.card
                    unkept.append(read)
                if len(unkept) >= _KEEP_AT_ONCE:
                    self._kept.keep(unkept)
                    unkept.clear()
                if self._is_time():
                    if len(self._cards) >= _GROWN * weighed_at and self._may_weigh():
                        self._weigh()
                        weighed_at = len(self._cards)
                    yield self._shelf(len(self._files))
        self._kept.keep(unkept)

    def _keep_tidy(self, paths: Sequence[str | os.PathLike[str]]) -> None:
        for path in (os.fspath(one) for one in paths):
            if stamp_of(path).is_folder:
                self._kept.forget_all_but(self._numbers, path)
        self._kept.tidy()

    def _weigh(self) -> None:
        """Find the related pairs of all texts there are, by the numbers of files."""
        begun = time.monotonic()
        numbers = self._texts()
        prints = [self._cards[number].fingerprint() for number in numbers]
        found, self._more_seem_related = related_pairs(prints, tick=self._tick)
        self._pairs = [self._pair(pair, numbers) for pair in found]
        self._groups = tuple(
            tuple(numbers[text] for text in group)
            for group in text_groups(found, self._tick)
        )
        self._weighed += time.monotonic() - begun

    def _may_weigh(self) -> bool:
        """Tell whether little of the time has gone into looking for pairs."""
        return self._weighed <= _WEIGHING_PART * (time.monotonic() - self._begun)

    def _pair(self, pair: RelatedPair, numbers: Sequence[int]) -> ShelfPair:
        left, right = numbers[pair.left], numbers[pair.right]
        origins = self._cards[left].origin(), self._cards[right].origin()
        told = likely_source(*origins, pair)
        return ShelfPair(left, right, *pair[2:], *told)

    def _texts(self) -> list[int]:
        return [number for number, card in sorted(self._cards.items()) if not card.why]

    def _shelf(self, total: int | None) -> Shelf:
        """Return the shelf; ``total`` files are to be read, ``None``: all are."""
        numbers = self._texts()
        places = {number: place for place, number in enumerate(numbers)}
        texts = tuple(
            self._cards[number].text(self._files[number].path) for number in numbers
        )
        pairs = tuple(
            pair._replace(left=places[pair.left], right=places[pair.right])
            for pair in self._pairs
        )
        groups = (tuple(places[one] for one in group) for group in self._groups)
        progress = None if total is None else Progress(len(self._cards), total)
        self._shown = time.monotonic()
        return Shelf(
            texts,
            self._all_left_out(),
            pairs,
            tuple(groups),
            progress,
            self._remark(),
        )

    def _remark(self) -> str:
        """Return what the user is told of the reading, in one line."""
        said = [self._kept.remark] if self._kept.remark else []
        if self._more_seem_related:
            said.append(_TOO_MANY)
        return "; ".join(said)

    def _all_left_out(self) -> tuple[LeftOutFile, ...]:
        """Return the files that are not on the shelf, by their names."""
        unread = (
            LeftOutFile(self._files[number].path, card.why)
            for number, card in self._cards.items()
            if card.why
        )
        return tuple(sorted([*self._left_out, *unread]))

    def _is_time(self) -> bool:
        """Tell whether it is time to show how far it is: seldom, if it takes long."""
        self._tick()
        now = time.monotonic()
        pause = max(_SHOW_EVERY, _SHOW_PART * (now - self._begun))
        return now - self._shown >= pause

    def _tick(self) -> None:
        if not self._wanted():
            raise _UnwantedError
