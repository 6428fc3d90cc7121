"""Words of others in Markdown so that nothing in them acts: no marks, links or HTML."""

from __future__ import annotations

import re

from tui_app.core.text.display import displayable, displayable_line

_MARKS = re.compile(r"([\\`*_\[\]|~#$^{}!>])")

_ENTITIES = (
    ("&", "&amp;"),
    ("<", "&lt;"),
    ("@", "&#64;"),  # some renderers make links of addresses
    ("://", "&#58;//"),
    ("www.", "www&#46;"),
    ("WWW.", "WWW&#46;"),
)

_BEGINNING = re.compile(r"([-+=:.])|(\d+)([.)])")


def escaped(text: str) -> str:
    """Return the text in one line; it may stand anywhere but at a line's beginning."""
    return _without_marks(displayable_line(" ".join(text.split())))


def quoted(text: str) -> str:
    """Return the text in one line, in quotation marks: it may begin a line."""
    return f"“{escaped(text)}”"


def block_quote(text: str) -> str:
    """Return the lines of a text as a block quotation that keeps its line breaks."""
    lines = [_line(one) for one in displayable(text).strip().split("\n")]
    told = []
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        told.append(f"> {line}\\" if line and after else f"> {line}".rstrip())
    return "\n".join(told)


def _line(text: str) -> str:
    safe = _without_marks(" ".join(text.split()))
    return _BEGINNING.sub(_as_words, safe, count=1) if _BEGINNING.match(safe) else safe


def _as_words(found: re.Match[str]) -> str:
    mark, number, stop = found.groups()
    return f"\\{mark}" if mark else f"{number}\\{stop}"


def _without_marks(line: str) -> str:
    safe = _MARKS.sub(r"\\\1", line)
    for plain, entity in _ENTITIES:
        safe = safe.replace(plain, entity)
    return safe
