"""From a text to a document: its units and their roles, and a title for it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import starmap

from tui_app.core.column_sequence import MANY
from tui_app.core.extract import Extract
from tui_app.core.model import Document, Granularity, Role, Unit
from tui_app.core.segmentation.marked import (
    marked_lines,
    marked_paragraphs,
    marked_roles,
    uncut_units,
)
from tui_app.core.segmentation.paragraphs import Passages, find_lines, find_paragraphs
from tui_app.core.segmentation.roles import (
    find_roles,
    is_named_title,
    without_dateline,
)
from tui_app.core.text.clusters import border
from tui_app.core.text.punctuation import STOPS, Offsets

_LONGEST = 120  # characters of a sentence that stands in for a title
_OPENING = 4000  # characters that a title is taken from; those of a line are millions
_NO_MORE: tuple[int, list[Offsets]] = (sys.maxsize, [])
# Compiled when first needed: most texts have a title.
_FIRST_SENTENCE = rf".{{20,}}?[{STOPS}](?=\s|\Z)"


def segment(text: str, source: str | None, granularity: Granularity) -> Document:
    """Return ``text`` cut into units; ``source`` is the path as the user gave it."""
    if granularity == "sentence":
        return in_sentences(segment(text, source, "paragraph"))
    find = find_paragraphs if granularity == "paragraph" else find_lines
    passages = find(text)
    spans = passages.spans()
    roles = find_roles(text, spans)
    title = title_of(text, spans, roles)
    return Document(text, source, title, granularity, _units(passages, roles))


def segment_extract(
    extract: Extract, source: str | None, granularity: Granularity
) -> Document:
    """Return the text that was taken out of a document, cut into units.

    The passages that its format marks are taken as they are.
    """
    if not extract.passages:
        document = segment(extract.text, source, granularity)
        return replace(document, extract=extract)
    if granularity == "sentence":
        return in_sentences(segment_extract(extract, source, "paragraph"))
    find = marked_paragraphs if granularity == "paragraph" else marked_lines
    passages = find(extract)
    spans = passages.spans()
    roles = marked_roles(extract, spans)
    return Document(
        extract.text,
        source,
        extract.metadata.title or title_of(extract.text, spans, roles),
        granularity,
        _units(passages, roles),
        extract,
    )


def _units(passages: Passages, roles: Sequence[Role]) -> Sequence[Unit]:
    if len(roles) <= MANY:
        return tuple(map(Unit._make, zip(*passages, roles, strict=True)))
    from tui_app.core.units import ColumnUnits

    return ColumnUnits.of_columns(*passages, roles)


def title_of(text: str, passages: Sequence[Offsets], roles: Sequence[Role]) -> str:
    """Return the title on one line, or else how the body begins.

    ``passages`` are the paragraphs or lines with their roles.
    """
    if Role.TITLE in roles:
        title = _one_line(text, passages[roles.index(Role.TITLE)]).removeprefix("# ")
        return title.partition(":")[2].strip() if is_named_title(title) else title
    if Role.BODY not in roles:
        return ""
    body = passages[roles.index(Role.BODY)]
    opening = _one_line(text, (body[0], min(body[1], body[0] + _OPENING)))
    if len(opening) < 2 * _LONGEST:
        opening = _one_line(text, body)
    return _shortened(without_dateline(opening))


def _one_line(text: str, passage: Offsets) -> str:
    start, end = passage
    return " ".join(text[start:end].split())


def _shortened(opening: str) -> str:
    sentence = re.match(_FIRST_SENTENCE, opening)
    beginning = sentence[0] if sentence else opening
    if len(beginning) <= _LONGEST:
        return beginning
    cut = beginning.rfind(" ", _LONGEST // 2, _LONGEST)
    end = cut if cut > 0 else border(beginning, _LONGEST)
    return beginning[:end].rstrip(" ,;:") + "…"


def in_sentences(document: Document) -> Document:
    """Return the document, whose units are paragraphs, cut into sentences.

    The same as ``segment`` into sentences; a book takes a quarter of a second.
    """
    if len(document.units) <= MANY:
        sentences = tuple(starmap(Unit, _sentences(document)))
        return replace(document, granularity="sentence", units=sentences)
    from tui_app.core.units import ColumnUnits

    columns = ColumnUnits.of_fields(_sentences(document))
    return replace(document, granularity="sentence", units=columns)


def _sentences(document: Document) -> Iterator[tuple[int, int, int, Role]]:
    """Yield the fields of each unit: those of a book are never all made."""
    from tui_app.core.segmentation.sentences import sentence_spans
    from tui_app.core.text.language import find_writing

    text, extract = document.text, document.extract
    uncut = uncut_units(extract) if extract else iter(())
    at, whole = next(uncut, _NO_MORE)
    writing = find_writing(text)
    for start, end, number, role in document.units:
        while at < start:
            at, whole = next(uncut, _NO_MORE)
        known = whole if at == start else None
        for begin, stop in known or sentence_spans(text, (start, end), writing):
            yield begin, stop, number, role
