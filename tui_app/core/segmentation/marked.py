"""Passages and roles of a text whose format marks them; nothing of that is guessed."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from tui_app.core.extract import Extract, Part, Passage
from tui_app.core.model import Role
from tui_app.core.segmentation.paragraphs import Passages
from tui_app.core.segmentation.roles import find_roles, role_of
from tui_app.core.text.punctuation import Offsets

_WHOLE = frozenset({Part.CUE, Part.VERSE, Part.TABLE_ROW})
"""Passages that are one unit even where units are sentences."""

_LINES = frozenset({Part.VERSE, Part.CODE})
"""Passages that are lines of a paragraph: a stanza, a piece of code."""

_ROLES = {
    Part.TITLE: Role.TITLE,
    Part.HEADING: Role.HEADING,
    Part.CAPTION: Role.CAPTION,
}

_TOLD_BY_WORDS = frozenset({Role.DATELINE, Role.CAPTION})
"""Roles that no format marks: a paragraph has them by the way it reads."""

_LONGEST = 100  # characters of a passage that can have such a role


def marked_paragraphs(extract: Extract) -> Passages:
    """Return the paragraphs: lines of verse and of code are one together."""
    groups = _paragraphs(extract.passages)
    return Passages.of((group[0].start, group[-1].end) for group in groups)


def uncut_units(extract: Extract) -> Iterator[tuple[int, list[Offsets]]]:
    """Yield the units of paragraphs that are not to be cut into sentences.

    Behind where the paragraph starts: a stanza and a piece of code line by line, a cue
    and a row of a table whole.
    """
    for group in _paragraphs(extract.passages):
        start, part = group[0].start, group[0].part
        if part in _WHOLE:
            yield start, [(one.start, one.end) for one in group]
        elif part is Part.CODE:
            lines = (_lines(extract.text, one) for one in group)
            yield start, list(itertools.chain.from_iterable(lines))


def _paragraphs(passages: Iterable[Passage]) -> Iterator[list[Passage]]:
    group: list[Passage] = []
    for passage in passages:
        if group and not _is_next_line(group[-1], passage):
            yield group
            group = []
        group.append(passage)
    if group:
        yield group


def marked_lines(extract: Extract) -> Passages:
    """Return the lines that are not blank; a cue is one whatever its lines."""
    starts: list[int] = []
    ends: list[int] = []
    paragraphs: list[int] = []
    latest: Passage | None = None
    for passage in extract.passages:
        together = latest is not None and latest.end + 1 == passage.start
        number = paragraphs[-1] + (not together) if paragraphs else 0
        for start, end in _lines(extract.text, passage):
            starts.append(start)
            ends.append(end)
            paragraphs.append(number)
        latest = passage
    return Passages(starts, ends, paragraphs)


def _is_next_line(latest: Passage, passage: Passage) -> bool:
    if passage.part not in _LINES or latest.part is not passage.part:
        return False
    return latest.end + 1 == passage.start


def _lines(text: str, passage: Passage) -> Iterator[Offsets]:
    """Yield the lines with words; the indentation of code belongs to them."""
    start, end = passage.start, passage.end
    if passage.part is Part.CUE:
        yield start, end
        return
    while start < end:
        line_end = text.find("\n", start, end)
        line_end = end if line_end < 0 else line_end
        if text[start:line_end].strip():
            yield start, line_end
        start = line_end + 1


def marked_roles(extract: Extract, spans: Sequence[Offsets]) -> list[Role]:
    """Return the role of each span, which begins where some passage begins or in it.

    Where the document marks neither title nor headings they are found as in a plain
    text.
    """
    marked = {one.part for one in extract.passages}
    if marked.isdisjoint({Part.TITLE, Part.HEADING}):
        found = find_roles(extract.text, spans)
    else:
        found = [_by_words(extract.text, span) for span in spans]
    return [
        _role(extract.passage_at(start), role)
        for (start, _), role in zip(spans, found, strict=True)
    ]


def _role(passage: Passage | None, found: Role) -> Role:
    if passage is None or passage.part is Part.PARAGRAPH:
        return found
    return _ROLES.get(passage.part, Role.BODY)


def _by_words(text: str, span: Offsets) -> Role:
    start, end = span
    if end - start > _LONGEST:
        return Role.BODY
    role = role_of(" ".join(text[start:end].split()))
    return role if role in _TOLD_BY_WORDS else Role.BODY
