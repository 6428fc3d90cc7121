"""The letters of a PDF file, page by page, read by a process that can be ended.

The process is ``pdf_child``, which bounds its own memory and work; here it is ended
where no page comes for half a minute, and where there are too many letters in all.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from typing import IO, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui_app.core.formats import pdf_child
from tui_app.core.formats.refusals import DAMAGED, LOCKED, SAVE_ANEW, SPLIT
from tui_app.errors import UserError

MOST_LETTERS = 12_000_000
"""Letters of a document: about 5,000 pages of a book."""

_FULL_PAGE = 20_000  # letters of a page of a newspaper; no document has only such
_LONGEST_SILENCE = 30.0  # seconds; on a machine that has other work, too
_OVER_TIME = -24  # -SIGXCPU: how a process ends that used its time

_REFUSED = {
    "password": LOCKED,
    "damaged": DAMAGED,
    "pages": (f"says it has more than {pdf_child.MOST_PAGES:,} pages", SAVE_ANEW),
    "letters": ("holds more letters on a page than a page can", SAVE_ANEW),
}
_WORDS = np.dtype([("start", np.int32), ("angle", np.float32), ("bold", np.int32)])


class Letters(NamedTuple):
    """A page as it came.

    ``codes`` are the code points in the order of the file, ``boxes`` (N × 4) the left,
    top, right and bottom of each in points, y upwards; ``words`` says for the first
    letter of each word how it is drawn. ``label`` is the page's own number or name,
    ``box`` what is seen of it. ``pictures``: it has no letters but pictures.
    """

    label: str
    codes: NDArray[np.uint32]
    boxes: NDArray[np.float32]
    words: NDArray[Any]
    box: tuple[float, ...] = ()
    pictures: bool = False
    damaged: bool = False


class Told(NamedTuple):
    """What the document says of itself, as it stands there."""

    pages: int
    title: str
    author: str
    date: str


class LettersOf:
    """The letters of the document in ``data``; ``name`` is for complaints.

    Iterate once. Raises ``UserError`` for what is locked, damaged or out of bounds.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._child = _start(data)
        self._watch = _Watch(self._child)
        try:
            record = self._record()
            self.told = Told(*(record[key] for key in Told._fields))
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """End the process that reads."""
        self._watch.close()
        self._child.kill()
        self._child.wait()
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe:
                pipe.close()

    def __iter__(self) -> Iterator[Letters]:
        letters = 0
        for number in range(self.told.pages):
            record = self._record()
            letters += record["letters"]
            if letters > MOST_LETTERS:
                why = f"holds more than {MOST_LETTERS // 1_000_000} million letters"
                raise UserError(self._name, why, SPLIT)
            if letters > pdf_child.MOST_ON_A_PAGE + _FULL_PAGE * number:
                raise UserError(self._name, *_REFUSED["letters"])
            yield self._page(record)
            self._watch.page_came()

    def _record(self) -> dict[str, Any]:
        line = _output(self._child).readline()
        if not line.endswith(b"\n"):
            raise self._ended()
        record: dict[str, Any] = json.loads(line)
        if refused := record.get("refused"):
            raise UserError(self._name, *_REFUSED[refused])
        return record

    def _page(self, record: dict[str, Any]) -> Letters:
        count, words = record["letters"], record["words"]
        codes = self._array(count, np.dtype(np.uint32))
        boxes = self._array(4 * count, np.dtype(np.float32)).reshape(-1, 4)
        return Letters(
            record["label"],
            codes,
            boxes,
            self._array(words, _WORDS),
            tuple(record.get("box", ())),
            pictures=record.get("pictures", False),
            damaged=record.get("damaged", False),
        )

    def _array(self, count: int, kind: np.dtype[Any]) -> NDArray[Any]:
        size = count * kind.itemsize
        piece = _output(self._child).read(size)
        if len(piece) < size:
            raise self._ended()
        return np.frombuffer(piece, kind)

    def _ended(self) -> UserError:
        """Return why the process ended before all was read."""
        if self._watch.too_long or self._child.wait() == _OVER_TIME:
            return UserError(self._name, "takes too long to read", SAVE_ANEW)
        return UserError(self._name, "cannot be read: pdfium failed", SAVE_ANEW)


class _Watch:
    """Ends the process where no page comes."""

    def __init__(self, child: subprocess.Popen[bytes]) -> None:
        self.too_long = False
        self._child = child
        self._closed = threading.Event()
        self.page_came()
        threading.Thread(target=self._look, daemon=True).start()

    def page_came(self) -> None:
        self._until = time.monotonic() + _LONGEST_SILENCE

    def close(self) -> None:
        self._closed.set()

    def _look(self) -> None:
        while not self._closed.wait(0.1):
            if time.monotonic() > self._until:
                self.too_long = True
                self._child.kill()
                return


def _start(data: bytes) -> subprocess.Popen[bytes]:
    # -P: no module is taken from the folder of the document.
    child = subprocess.Popen(  # noqa: S603 - the program's own file
        [sys.executable, "-P", pdf_child.__file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        if child.stdin:
            child.stdin.write(data)
            child.stdin.close()
    except BrokenPipeError:
        pass  # it ended early; what it wrote tells why
    return child


def _output(child: subprocess.Popen[bytes]) -> IO[bytes]:
    if child.stdout is None:  # pragma: no cover - it is a pipe, see _start
        raise ValueError
    return child.stdout
