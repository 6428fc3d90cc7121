"""What fuzzing begins with: small sound files of each format."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tui_app.core.exports.report import Report
from tui_app.core.exports.writing import write_to
from tui_app.notes.anchoring.new_anchors import row_anchors
from tui_app.notes.exchange.note_files import WRITTEN_FORMS, write_notes
from tui_app.notes.notebook import Notebook
from tui_app.notes.report_with_notes import report_with_notes
from tui_app.review.alignment_bytes import alignment_to_bytes

from .document_targets import archive_of, members_in_lines
from .file_targets import FORMS, LEFT, PAIR, RIGHT, file_of
from .text_targets import BETWEEN, LANGUAGES

_FIRST = Path(__file__).parent / "first"
_TEXTS = Path(__file__).parents[1] / "texts"

_PAIRS = frozenset({"aligner", "comparison", "differences", "lines"})
_BEFORE = {  # what a target takes before its texts
    "aligner": b"\0",
    "comparison": b"\0",
    "lines": b"\x20",
    "wrapping": b"\x20\1",
}
_DICE = bytes([0, 0, 2, 1, 6, 3, 8, 5, 12, 14, 7])


def first_inputs(name: str) -> Iterator[bytes]:
    """Yield sound inputs of the target ``name``."""
    for file in sorted((_FIRST / name).glob("*")):
        yield file.read_bytes()
    if name in _PAIRS or name in {"wrapping", "segmenter", "plain-text"}:
        for text in _texts():
            yield _BEFORE.get(name, b"") + text
    made = _MADE.get(name)
    if made is not None:
        yield from made()


def _texts() -> Iterator[bytes]:
    ours, theirs = LEFT.encode(), RIGHT.encode()
    yield BETWEEN.join((ours, theirs))
    yield BETWEEN.join((ours, ours))
    reports = sorted(_TEXTS.glob("*.txt"))
    yield BETWEEN.join(report.read_bytes()[:700] for report in reports)
    yield BETWEEN.join(("他说：“中国 5 月。”".encode(), "他說「3 日」。".encode()))
    yield "“Five,” he said on 3 May; it must not.\u200d👩\u200d👧 אבג".encode()


def _documents() -> Iterator[bytes]:
    """Yield documents as they are; the first byte says how they are called."""
    for file in sorted(_FIRST.glob("*/*.*")):
        yield b"\0" + file.read_bytes()
        if file.suffix == ".members":
            yield b"\0" + archive_of(file.read_bytes())
    yield b"\0" + gzip.compress(b"# Mill", mtime=0)


def _journals() -> Iterator[bytes]:
    with file_of(b"", "notes.jsonl") as path:
        path.unlink()
        book = Notebook.open(PAIR.left, PAIR.right, notes_path=path)
        note = book.add("a note", row_anchors(PAIR, 0), tags=["t"])
        yield path.read_bytes()
        book.edit(note, body="edited")
        book.undo()
        book.delete(note)
        book.close()
        yield path.read_bytes()


def _exports() -> Iterator[bytes]:
    with file_of(b"", "notes.jsonl") as path:
        path.unlink()
        book = Notebook.open(PAIR.left, PAIR.right, notes_path=path)
        book.add("a note", row_anchors(PAIR, 0), tags=["t"])
        placed = book.placed(PAIR)
        for form in WRITTEN_FORMS:
            written = write_notes(placed, PAIR.left, PAIR.right, form)
            yield bytes([FORMS.index(form)]) + written.encode()
        report = report_with_notes(PAIR, book)
        for number, form in enumerate(("json", "md", "csv", "html", "docx")):
            whole = _exported(form, report)
            told = members_in_lines(whole) if form == "docx" else whole
            yield bytes([number]) + told
        book.close()


def _exported(form: str, report: Report | None = None) -> bytes:
    whole = io.BytesIO()
    write_to(report or Report(PAIR), form, whole)
    return whole.getvalue()


def _word_files() -> Iterator[bytes]:
    yield members_in_lines(_exported("docx"))


_TRANSLATED = (
    (
        "en",
        "de",
        "On 3 May 1,500 came. Nobody left.",
        "Am 3. Mai kamen 1.500. Keiner ging.",
    ),
    ("fr", "en", "Il dit : « 70 % », à 14 h.", "“Seventy per cent”, he said at 2 p.m."),
    ("zh", "en", "1998年5月，约120万人来了。", "In May 1998 some 1.2 million came."),
    ("ru", "es", "Пять тысяч рублей 5-го числа?", "¿Cinco mil rublos el día 5?"),
    ("ja", "th", "二〇二一年に三人。", "มี ๓ คน ในปี ๒๕๖๔"),
)


def _translations() -> Iterator[bytes]:
    for one, other, left, right in _TRANSLATED:
        named = bytes(map(LANGUAGES.index, (one, other)))
        yield named + BETWEEN.join((left.encode(), right.encode()))


_MADE: dict[str, Callable[[], Iterable[bytes]]] = {
    "any-document": _documents,
    "word": _word_files,
    "journal": _journals,
    "journal-written": lambda: (bytes(range(24)), _DICE),
    "imports": _exports,
    "translation": _translations,
    "kept-alignment": lambda: (alignment_to_bytes(PAIR.alignment),),
}
