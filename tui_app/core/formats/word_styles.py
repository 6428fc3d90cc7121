"""What the styles of a Word file make of a paragraph: a heading, an item, a caption."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tui_app.core.extract import Part
from tui_app.core.formats.word_markup import (
    child_of,
    is_on,
    number_of,
    value_of,
)

_HEADING = re.compile(r"(?:heading|head|h|überschrift|titre|título)\s*([1-9])\b")
_LIST = re.compile(r"list (?:bullet|number)(?: ([2-9]))?$")
_CONTENTS = re.compile(r"toc (?:\d|heading)$|contents heading|table of figures$")
_CODE = frozenset({"html preformatted", "source code", "preformatted text"})

_LONGEST_CHAIN = 20  # styles based on each other; a longer one is a ring
_BODY = 9  # the outline level that is none


class _Style(NamedTuple):
    name: str
    based_on: str
    outline: int | None
    item: int | None
    hidden: bool


class ParagraphLook(NamedTuple):
    """What a paragraph is; ``contents`` tells that it is a line of such a table."""

    part: Part = Part.PARAGRAPH
    level: int = 0
    contents: bool = False
    hidden: bool = False


class WordStyles:
    """The styles of a file, given the root of the part that holds them."""

    def __init__(self, root: Element) -> None:
        styles = tuple(root.iter("style"))
        self._styles = {value_of(one, "styleId") or "": _style(one) for one in styles}
        self._looks: dict[str, ParagraphLook] = {}

    def look_of(self, properties: Element | None) -> ParagraphLook:
        """Return what a paragraph with these properties is."""
        look = self._look_of_style(value_of(child_of(properties, "pStyle")) or "")
        outline = _outline(properties)
        if outline is not None and look.part is not Part.TITLE:
            if outline < _BODY:
                look = look._replace(part=Part.HEADING, level=outline + 1)
            elif look.part is Part.HEADING:
                look = look._replace(part=Part.PARAGRAPH, level=0)
        item = _item(properties)
        if item is None or look.part not in (Part.PARAGRAPH, Part.LIST_ITEM):
            return look
        if item < 0:
            return look._replace(part=Part.PARAGRAPH, level=0)
        return look._replace(part=Part.LIST_ITEM, level=item + 1)

    def hides(self, properties: Element | None) -> bool:
        """Tell whether a run with these properties is hidden."""
        direct = child_of(properties, "vanish")
        if direct is not None:
            return is_on(direct)
        style = value_of(child_of(properties, "rStyle"))
        return style is not None and self._look_of_style(style).hidden

    def _look_of_style(self, style: str) -> ParagraphLook:
        if style not in self._looks:
            self._looks[style] = _look(self._chain(style))
        return self._looks[style]

    def _chain(self, style: str) -> list[_Style]:
        """Return the style and those it is based on; one unknown goes by its name."""
        if style not in self._styles:
            return [_Style(style.casefold(), "", None, None, hidden=False)]
        chain: list[_Style] = []
        while style in self._styles and len(chain) < _LONGEST_CHAIN:
            chain.append(self._styles[style])
            style = chain[-1].based_on
        return chain


def _style(element: Element) -> _Style:
    properties = child_of(element, "pPr")
    return _Style(
        (value_of(child_of(element, "name")) or "").casefold(),
        value_of(child_of(element, "basedOn")) or "",
        _outline(properties),
        _item(properties),
        is_on(child_of(element, "rPr", "vanish")),
    )


def _look(chain: list[_Style]) -> ParagraphLook:
    names = [one.name for one in chain]
    contents = any(map(_CONTENTS.match, names))
    part, level = (Part.PARAGRAPH, 0) if contents else _part(chain, names)
    return ParagraphLook(part, level, contents, any(one.hidden for one in chain))


def _part(chain: list[_Style], names: list[str]) -> tuple[Part, int]:
    if "title" in names:
        return Part.TITLE, 0
    if any(name.endswith("caption") for name in names):
        return Part.CAPTION, 0
    if heading := _heading_of_chain(chain):
        return Part.HEADING, heading
    item = _item_of_chain(chain)
    if item is not None:
        return Part.LIST_ITEM, item + 1
    return (Part.PARAGRAPH if _CODE.isdisjoint(names) else Part.CODE), 0


def _heading_of_chain(chain: list[_Style]) -> int:
    """Return the level of the heading, 0 for none; an outline level says it first."""
    outline = next((one.outline for one in chain if one.outline is not None), None)
    if outline is not None:
        return outline + 1 if outline < _BODY else 0
    named = (_HEADING.match(one.name) for one in chain)
    return next((int(match[1]) for match in named if match), 0)


def _item_of_chain(chain: list[_Style]) -> int | None:
    item = next((one.item for one in chain if one.item is not None), None)
    if item is None or item < 0:
        return None
    named = next(
        (int(m[1] or 1) for m in (_LIST.match(one.name) for one in chain) if m), 1
    )
    return max(item, named - 1)


def _outline(properties: Element | None) -> int | None:
    return number_of(child_of(properties, "outlineLvl"))


def _item(properties: Element | None) -> int | None:
    """Return the level of a list item, from 0; -1 for what is said to be none."""
    numbering = child_of(properties, "numPr")
    if numbering is None:
        return None
    if number_of(child_of(numbering, "numId")) == 0:
        return -1
    return min(number_of(child_of(numbering, "ilvl")) or 0, 8)
