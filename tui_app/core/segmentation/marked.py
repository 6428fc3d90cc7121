"""Passages and roles of a text whose format marks them; nothing of that is guessed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui_app.core.extract import Extract, Part, Passage
from tui_app.core.model import Role
from tui_app.core.segmentation.paragraphs import Passages
from tui_app.core.segmentation.roles import find_roles, role_of
from tui_app.core.text.punctuation import Offsets

WHOLE = frozenset({Part.CUE, Part.VERSE, Part.TABLE_ROW, Part.CODE})
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
    spans: list[Offsets] = []
    latest: Passage | None = None
    for passage in extract.passages:
        if latest is not None and _is_next_line(latest, passage):
            spans[-1] = (spans[-1][0], passage.end)
        else:
            spans.append((passage.start, passage.end))
        latest = passage
    return Passages.of(spans)


def marked_lines(extract: Extract) -> Passages:
    """Return the lines; a cue is one whatever its lines."""
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
    start = passage.start
    if passage.part is not Part.CUE:
        while (end := text.find("\n", start, passage.end)) >= 0:
            yield start, end
            start = end + 1
    yield start, passage.end


def whole_passages(extract: Extract) -> dict[int, int]:
    """Return where the passages that are never cut start, each with its end."""
    return {one.start: one.end for one in extract.passages if one.part in WHOLE}


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
