"""Reading a shelf: better and better, usable before it ends."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from tui_app.core.loading import load_document
from tui_app.core.model import Progress
from tui_app.core.related.fingerprints import Fingerprint, fingerprint
from tui_app.errors import UserError
from tui_app.library.shelf import LeftOutFile, Shelf, ShelfPair, ShelfText


def read_shelf(paths: Sequence[str | os.PathLike[str]]) -> Iterator[Shelf]:
    """Yield what is known of the files under ``paths``, better and better.

    The last shelf has no ``progress``. Closing the iterator ends all work. It may run
    on a thread of its own. Raises ``UserError`` where a path is not there.
    """
    yield Shelf(progress=Progress(0, 0))
    texts: list[ShelfText] = []
    prints: list[Fingerprint] = []
    left_out: list[LeftOutFile] = []
    files = [*_files(paths)]
    for number, path in enumerate(files, 1):
        try:
            document = load_document(path, "paragraph")
        except UserError as error:
            left_out.append(LeftOutFile(path, error.why))
            continue
        prints.append(fingerprint(document.text))
        told = document.metadata
        title = document.title
        texts.append(ShelfText(path, title, told.date, told.site, prints[-1].words))
        yield Shelf(
            tuple(texts), tuple(left_out), progress=Progress(number, len(files))
        )
    pairs = sorted(_pairs(prints), key=lambda pair: -pair.score)
    yield Shelf(tuple(texts), tuple(left_out), tuple(pairs), _groups(pairs))


def _files(paths: Sequence[str | os.PathLike[str]]) -> Iterator[str]:
    for path in map(Path, paths):
        if path.is_dir():
            inner = sorted(path.rglob("*"))
            yield from (str(one) for one in inner if one.is_file())
        elif path.exists():
            yield str(path)
        else:
            raise UserError(str(path), "there is no such file", "check the name")


def _pairs(prints: Sequence[Fingerprint]) -> Iterator[ShelfPair]:
    runs = [frozenset(one.runs.tolist()) for one in prints]
    for left, right in combinations(range(len(runs)), 2):
        shared = len(runs[left] & runs[right])
        ours, theirs = (shared / max(1, len(runs[one])) for one in (left, right))
        if shared > 3:
            score = (ours * theirs) ** 0.5
            yield ShelfPair(left, right, score, ours, theirs, None, "")


def _groups(pairs: Sequence[ShelfPair]) -> tuple[tuple[int, ...], ...]:
    of: dict[int, list[int]] = {}
    for pair in pairs:
        if pair.score < 0.02 or {pair.left, pair.right} & of.keys():
            continue
        of[pair.left] = of[pair.right] = [pair.left, pair.right]
    return tuple(sorted({tuple(group) for group in of.values()}))
