"""What the styles of an OpenDocument text make of a paragraph or of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tui_app.core.extract import Part
from tui_app.core.formats.safe_xml import attribute_of, local_name

_PARTS = {
    "Title": Part.TITLE,
    "Caption": Part.CAPTION,
    "Preformatted_20_Text": Part.CODE,
}
_HEADING = re.compile(r"Heading_20_(\d{1,2})$")
_LONGEST_CHAIN = 20  # styles based on each other; a longer one is a ring


class _Style(NamedTuple):
    parent: str
    hidden: bool


class OpenDocumentStyles:
    """The named and the automatic styles of a text, by their names."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._styles = {
            attribute_of(one, "name"): _Style(
                attribute_of(one, "parent-style-name"), _is_hidden(one)
            )
            for root in roots
            for one in root.iter()
            if local_name(one) == "style"
        }

    def part_of(self, style: str) -> tuple[Part, int]:
        """Return what a paragraph of this style is, and the level of a heading."""
        for name in self._chain(style):
            if name in _PARTS:
                return _PARTS[name], 0
            if heading := _HEADING.match(name):
                return Part.HEADING, int(heading[1])
        return Part.PARAGRAPH, 0

    def hides(self, style: str) -> bool:
        """Tell whether what has this style is not shown."""
        known = (self._styles.get(name) for name in self._chain(style))
        return any(one.hidden for one in known if one is not None)

    def _chain(self, style: str) -> Iterator[str]:
        """Return the name of the style and of those it is based on."""
        for _ in range(_LONGEST_CHAIN):
            if not style:
                return
            yield style
            style = self._styles[style].parent if style in self._styles else ""


def _is_hidden(style: Element) -> bool:
    return any(attribute_of(one, "display") == "none" for one in style)
