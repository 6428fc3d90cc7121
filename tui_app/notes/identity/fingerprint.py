"""By what a document is known again: paths, hashes of its texts, a sample of words."""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest
from pathlib import PurePath
from typing import Any

from tui_app.core.model import Document
from tui_app.core.source_names import READ_ONCE, is_address
from tui_app.core.text.text_pieces import words_of
from tui_app.notes.note import text_hash

SIZE = 128
"""Hashes of words that a sketch holds."""

_WORD = re.compile(r"[぀-ヿ㐀-鿿가-힣]|[^\W぀-ヿ㐀-鿿가-힣]+")

_MOST_PATHS = 20

_MOST_TEXTS = 100

_LONGEST = 10_000


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is known of one side of a pair; the newest path and text stand last."""

    paths: tuple[str, ...]
    texts: tuple[str, ...]
    title: str
    sketch: tuple[int, ...]

    @property
    def names(self) -> frozenset[str]:
        """The file names it had."""
        return frozenset(PurePath(path).name for path in self.paths)

    def is_there(self) -> bool:
        """Whether there is a file where it was seen last."""
        return bool(self.paths) and os.path.lexists(self.paths[-1])

    def updated_by(self, other: Fingerprint) -> Fingerprint:
        """Return this with what another look at the document has shown."""
        if set(other.paths) <= set(self.paths) and other.texts[-1:] == self.texts[-1:]:
            return self
        return replace(
            other,
            paths=_joined(self.paths, other.paths)[-_MOST_PATHS:],
            texts=_joined(self.texts, other.texts)[-_MOST_TEXTS:],
        )

    def to_fields(self) -> dict[str, Any]:
        """Return the members of its JSON."""
        return {
            "paths": list(self.paths),
            "texts": list(self.texts),
            "title": self.title,
            "sketch": list(self.sketch),
        }

    @classmethod
    def from_fields(cls, fields: Any) -> Fingerprint:
        """Return what the JSON says, without what it may not say."""
        if not isinstance(fields, Mapping):
            return cls((), (), "", ())
        numbers = fields.get("sketch")
        title = fields.get("title")
        return cls(
            _strings(fields.get("paths"))[-_MOST_PATHS:],
            _strings(fields.get("texts"))[-_MOST_TEXTS:],
            title[:_LONGEST] if isinstance(title, str) else "",
            tuple(n for n in numbers if type(n) is int)[:SIZE]
            if isinstance(numbers, list)
            else (),
        )


def fingerprint_of(document: Document, *, words: bool) -> Fingerprint:
    """Return by what a document can be known again.

    Without ``words`` there is no sketch, which is all that takes time.
    """
    path = real_path(document.source)
    return Fingerprint(
        (path,) if path else (),
        (text_hash(document.text),),
        document.title[:_LONGEST],
        sketch(document.text) if words else (),
    )


def real_path(source: str | None) -> str:
    """Return the path without links, an address as it is, nothing for neither."""
    if source is None or source in READ_ONCE:
        return ""
    if is_address(source):
        return source
    return os.path.realpath(source)


def sketch(text: str) -> tuple[int, ...]:
    """Return the smallest hashes of the words of a text, ascending."""
    words = set[str]().union(*words_of(text, _WORD))
    hashes = {zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in words}
    return tuple(nsmallest(SIZE, hashes))


def sketch_likeness(one: Sequence[int], other: Sequence[int]) -> float:
    """Return the estimated share of words two texts have in common, 0 to 1."""
    sample = sorted({*one, *other})[:SIZE]
    both = {*one} & {*other}
    return len(both.intersection(sample)) / len(sample) if sample else 0.0


def _joined(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in old if each not in new) + new


def _strings(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        return ()
    return tuple(v for v in value if isinstance(v, str) and 0 < len(v) <= _LONGEST)
