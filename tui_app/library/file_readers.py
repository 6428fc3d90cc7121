"""Files read by processes beside this one, each one after the other.

A process that ends over a file, or is at one for too long, is replaced by another, and
the file is left out.
"""

from __future__ import annotations

import json
import os
import pickle
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

from tui_app.core.file_stamp import FileStamp
from tui_app.core.helper_process import end_module, start_module
from tui_app.library.file_reading import read_file
from tui_app.library.kept_texts import KeptTexts, ReadFile
from tui_app.library.reading_process import LENGTH
from tui_app.library.text_card import TextCard

PATIENCE = 60.0
"""Seconds for one file."""

_FEW = 40
"""Files that are read here: by then a process would only just have begun."""

_LOOK_EVERY = 0.1
_MODULE = "tui_app.library.reading_process"


def read_files(
    paths: Sequence[str], folder: Path | None, kept: KeptTexts, processes: int
) -> Generator[ReadFile | None]:
    """Yield what is in each file, in any order; ``None`` now and then while none is.

    Few files are read here, more by so many processes. Closing the iterator ends them.
    """
    if len(paths) <= _FEW or processes < 1 or not sys.executable:
        for path in paths:
            yield read_file(path, kept)
        return
    crew = _Crew(paths, folder)
    try:
        yield from crew.read(processes)
    finally:
        crew.end()


class _Crew:
    """Processes and the threads that talk to them."""

    def __init__(self, paths: Sequence[str], folder: Path | None) -> None:
        self._count = len(paths)
        self._folder = folder
        self._waiting: queue.SimpleQueue[str] = queue.SimpleQueue()
        for path in paths:
            self._waiting.put(path)
        self._read: queue.SimpleQueue[ReadFile] = queue.SimpleQueue()
        self._readers: list[_Reader] = []
        self._threads: list[threading.Thread] = []

    def read(self, processes: int) -> Iterator[ReadFile | None]:
        """Yield what the processes read."""
        for _ in range(processes):
            reader = _Reader(self._folder)
            thread = threading.Thread(target=self._work, args=[reader], daemon=True)
            self._readers.append(reader)
            self._threads.append(thread)
            thread.start()
        done = 0
        while done < self._count:
            try:
                found = self._read.get(timeout=_LOOK_EVERY)
            except queue.Empty:
                self._end_those_too_long_at_it()
                yield None
            else:
                done += 1
                yield found

    def end(self) -> None:
        """End all processes, and with them the threads."""
        for reader in self._readers:
            reader.end_for_good()
        for thread in self._threads:
            thread.join()

    def _end_those_too_long_at_it(self) -> None:
        for reader in self._readers:
            if reader.seconds_at_it() > PATIENCE:
                reader.end()

    def _work(self, reader: _Reader) -> None:
        while not reader.is_over:
            try:
                path = self._waiting.get_nowait()
            except queue.Empty:
                break
            self._read.put(reader.read(path))
        reader.end_for_good()


class _Reader:
    """One process after the other, seen from the thread that talks to it."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._guard = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._since: float | None = None
        self.is_over = False

    def seconds_at_it(self) -> float:
        """Return for how long the process has been at its file."""
        since = self._since
        return 0.0 if since is None else time.monotonic() - since

    def read(self, path: str) -> ReadFile:
        """Return what the process read; what ends it is left out."""
        self._since = time.monotonic()
        try:
            return self._answer(path)
        except (OSError, ValueError, EOFError, pickle.UnpicklingError):
            took = self.seconds_at_it()
            self.end()
            why = "cannot be read: it ended the process that tried"
            if took > PATIENCE:
                why = f"took more than {PATIENCE:.0f} seconds to read"
            return ReadFile(path, FileStamp(), b"", TextCard(why=why))
        finally:
            self._since = None

    def end(self) -> None:
        """End the process; the next file begins another."""
        with self._guard:
            process, self._process = self._process, None
        if process is not None:
            end_module(process)

    def end_for_good(self) -> None:
        """End the process; none is begun any more."""
        with self._guard:
            self.is_over = True
        self.end()

    def _answer(self, path: str) -> ReadFile:
        process = self._started()
        if process.stdin is None or process.stdout is None:
            raise ValueError("no pipes")
        process.stdin.write(_line(path))
        process.stdin.flush()
        length = process.stdout.read(LENGTH.size)
        if len(length) < LENGTH.size:
            raise EOFError
        size = LENGTH.unpack(length)[0]
        answer: ReadFile = pickle.loads(process.stdout.read(size))  # noqa: S301 - our own process
        return answer

    def _started(self) -> subprocess.Popen[bytes]:
        with self._guard:
            if self.is_over:
                raise ValueError("nobody wants it any more")
            if self._process is None:
                self._process = start_module(_MODULE)
                folder = None if self._folder is None else os.fspath(self._folder)
                if self._process.stdin is not None:
                    self._process.stdin.write(_line(folder))
            return self._process


def _line(value: str | None) -> bytes:
    return json.dumps(value).encode() + b"\n"
