"""The targets of fuzzing: what each calls, what it begins with, what it may take."""

from __future__ import annotations

import gc
import resource
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from . import document_targets as documents
from . import file_targets as files
from . import text_targets as texts

KEPT = Path(__file__).parent / "kept"
"""Inputs that were once too much, in a folder a target; the tests try every one."""

_MOST_SECONDS = 4.0  # of the processor, for inputs as short as these
_SECONDS_A_BYTE = 1 / 20_000
_MOST_MEMORY = 400 * 1024  # kilobytes by which one input may raise the highest use


class Target(NamedTuple):
    """One thing to fuzz.

    ``takes`` is called with bytes; whatever it raises is a fault. An input may be
    ``longest`` bytes long.
    """

    takes: Callable[[bytes], None]
    longest: int = 8192


TARGETS = {
    "any-document": Target(documents.any_document),
    "plain-text": Target(documents.plain_text),
    "markdown": Target(documents.markdown, 2048),
    "web-page": Target(documents.web_page, 16384),
    "word": Target(documents.word, 16384),
    "open-document": Target(documents.open_document, 16384),
    "epub": Target(documents.epub, 16384),
    "subtitles": Target(documents.subtitles),
    "pdf-file": Target(documents.pdf_file, 4096),
    "pdf-pages": Target(documents.pdf_pages),
    "segmenter": Target(texts.cut_into_units, 2048),
    "aligner": Target(texts.align_texts, 2048),
    "comparison": Target(texts.compare_two, 2048),
    "translation": Target(texts.translate, 1024),
    "differences": Target(texts.differ, 1024),
    "wrapping": Target(texts.wrap, 1024),
    "lines": Target(texts.set_in_lines, 1024),
    "journal": Target(files.journal),
    "journal-written": Target(files.journal_written, 24),
    "imports": Target(files.imports, 16384),
    "configuration": Target(files.configuration, 4096),
    "memory": Target(files.memory, 4096),
    "word-lists": Target(files.word_lists, 2048),
    "passim-output": Target(files.passim_output, 4096),
    "kept-alignment": Target(files.kept_alignment, 1024),
}


def too_much(target: Target, data: bytes) -> str:
    """Try an input; return what it took if that is too much, ``""`` where it is not.

    Whatever the target raises is raised. Time is that of the processor, so that a busy
    machine is no fault. An input that takes long is tried again: the first one of all
    pays for what is loaded.
    """
    most = _MOST_SECONDS + _SECONDS_A_BYTE * len(data)
    for last in (False, True):
        memory, began = _highest_memory(), time.process_time()
        target.takes(data)
        took = time.process_time() - began
        more = _highest_memory() - memory
        if took <= most and more <= _MOST_MEMORY:
            return ""
        gc.collect()
        if last and took > most:
            return f"{took:.1f} s of the processor for {len(data)} bytes"
    return f"{more // 1024} MB for {len(data)} bytes" if more > _MOST_MEMORY else ""


def _highest_memory() -> int:
    """Return the most memory this process ever had, in kilobytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def kept_inputs() -> Iterable[tuple[str, Path]]:
    """Yield the name of a target and a file that was once too much for it."""
    for folder in sorted(KEPT.iterdir()) if KEPT.exists() else ():
        for file in sorted(folder.iterdir()):
            yield folder.name, file
