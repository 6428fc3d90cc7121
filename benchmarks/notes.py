"""What notes cost: opening, placing, saving, and saving compared with a bare write.

``python benchmarks/notes.py [--notes N] [--saves N] [--marks N] [--directory DIR]``

Times are process time where the work is ours and wall time where the disk is asked.
The bare write is one line of the same length appended to a file of the same size,
and one fsync: what any program that keeps the promise must pay.
"""

from __future__ import annotations

import argparse
import functools
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tui_app.core.comparison import Comparison, compare_texts
from tui_app.notes.anchoring.new_anchors import row_anchors
from tui_app.notes.journal.records import EntryContent, Record, encode, to_fields, ulid
from tui_app.notes.note import MarkKind, NoteKind, Status
from tui_app.notes.notebook import Notebook

WORDS = ["the", "level", "of", "water", "rose", "again", "in", "night", "and", "fell"]


def text(count: int, seed: int) -> str:
    """Return sentences that differ from each other."""
    return "\n\n".join(
        f"In paragraph {n} of {seed} "
        + " ".join(WORDS[(n * seed + k) % len(WORDS)] for k in range(12))
        + "."
        for n in range(count)
    )


def filled(comparison: Comparison, count: int) -> Notebook:
    """Return a notebook with notes, written in one act."""
    notebook = Notebook.open(comparison.left, comparison.right)
    changes = notebook._changes  # noqa: SLF001 - ten thousand saves would take a minute
    rows = len(comparison.rows)
    changes.commit(
        lambda: [
            changes.new(NoteKind.NOTE, row_anchors(comparison, n % rows), f"note {n}")
            for n in range(count)
        ]
    )
    return notebook


def milliseconds(work: Callable[[], object], clock: Callable[[], float]) -> float:
    """Return how long something takes."""
    begun = clock()
    work()
    return 1000 * (clock() - begun)


def report(name: str, times: list[float]) -> None:
    """Print the middle and the worst of some times."""
    ordered = sorted(times)
    late = ordered[min(len(ordered) - 1, int(0.99 * len(ordered)))]
    print(f"{name:34} median {statistics.median(times):8.2f} ms  p99 {late:8.2f} ms")


class BareWriter:
    """Appends lines of one length to a file, with one fsync each."""

    def __init__(self, path: Path, length: int) -> None:
        self._fd = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        self._line = b"x" * (length - 1) + b"\n"

    def write(self) -> None:
        """Append a line."""
        os.write(self._fd, self._line)
        os.fsync(self._fd)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--notes", type=int, default=10_000)
    parser.add_argument("--saves", type=int, default=200)
    parser.add_argument("--marks", type=int, default=31_000)
    parser.add_argument("--directory", type=Path, default=None)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.directory) as directory:
        os.environ["XDG_DATA_HOME"] = os.environ["XDG_STATE_HOME"] = directory
        measure(Path(directory), arguments.notes, arguments.saves)
    for marks in (arguments.marks // 10, arguments.marks):
        with tempfile.TemporaryDirectory(dir=arguments.directory) as directory:
            os.environ["XDG_DATA_HOME"] = os.environ["XDG_STATE_HOME"] = directory
            measure_marks(marks)


def measure(directory: Path, notes: int, saves: int) -> None:
    """Measure with so many notes and saves."""
    comparison = compare_texts(text(500, 1), text(500, 1))
    sides = comparison.left, comparison.right
    where = filled(comparison, notes).where
    print(f"{notes} notes, {where.stat().st_size / 1e6:.1f} MB")
    opened = [
        milliseconds(lambda: Notebook.open(*sides), time.process_time) for _ in range(5)
    ]
    report("open (cpu)", opened)
    notebook = Notebook.open(*sides)
    report("first placed (cpu)", [_placed(notebook, comparison)])
    report("placed again (cpu)", [_placed(notebook, comparison) for _ in range(5)])
    report("poll (cpu)", [milliseconds(notebook.poll, time.process_time)])
    copy = directory / "copy"
    copy.write_bytes(where.read_bytes())
    size = where.stat().st_size
    anchors = row_anchors(comparison, 3)
    notebook.add("saved", anchors)
    writer = BareWriter(copy, where.stat().st_size - size)
    saved, bare = [], []
    for _ in range(saves):  # in turn, for the disk is not equally fast at all times
        saved.append(
            milliseconds(lambda: notebook.add("saved", anchors), time.perf_counter)
        )
        bare.append(milliseconds(writer.write, time.perf_counter))
    report("save (wall)", saved)
    report("bare write and fsync (wall)", bare)
    print(f"ratio of medians {statistics.median(saved) / statistics.median(bare):.2f}")


def measure_marks(count: int) -> None:
    """Measure the keys of a review with so many marks, each the work of a key."""
    lines = "".join(f"In year {n} the {n % 97} boats came.\n" for n in range(count + 1))
    comparison = compare_texts(lines, lines.replace("boats", "ships"), "line")
    sides = comparison.left, comparison.right
    with_all = _marked(comparison, count)
    print(f"{count} review marks, {with_all.where.stat().st_size / 1e6:.1f} MB")
    report(
        "open (cpu)",
        [milliseconds(lambda: Notebook.open(*sides), time.process_time)],
    )
    notebook = Notebook.open(*sides)
    shown = functools.partial(_shown, notebook, comparison)
    report("reviewed rows at first (cpu)", [milliseconds(shown, time.process_time)])
    keys = {
        "mark one more": lambda: notebook.marks.review(comparison, [count]),
        "undo": notebook.undo,
        "redo": notebook.redo,
        "take the mark away": lambda: notebook.marks.review(
            comparison, [count], reviewed=False
        ),
    }
    times: dict[str, list[float]] = {name: [] for name in keys}
    for _ in range(20):
        for name, key in keys.items():

            def pressed(key: Callable[[], object] = key) -> None:
                key()
                shown()

            times[name].append(milliseconds(pressed, time.process_time))
    for name, found in times.items():
        report(f"{name}, shown (cpu)", found)


def _marked(comparison: Comparison, count: int) -> Notebook:
    """Return a notebook with so many rows reviewed, one by one."""
    notebook = Notebook.open(comparison.left, comparison.right)
    notebook.marks.review(comparison, [0])
    with notebook.where.open("ab") as journal:
        for row in range(1, count):
            content = EntryContent(
                str(MarkKind.REVIEWED),
                "",
                (),
                Status.OPEN,
                "",
                row_anchors(comparison, row),
            )
            journal.write(
                encode(to_fields(Record(ulid(), ulid(), None, 1, "", "", content)))
            )
    return notebook


def _shown(notebook: Notebook, comparison: Comparison) -> None:
    """Ask what the reader asks after each change."""
    notebook.marks.constraints(comparison.left, comparison.right)
    notebook.placed(comparison)
    notebook.marks.reviewed(comparison)
    notebook.silences.all()


def _placed(notebook: Notebook, comparison: Comparison) -> float:
    return milliseconds(lambda: notebook.placed(comparison), time.process_time)


if __name__ == "__main__":
    main()
