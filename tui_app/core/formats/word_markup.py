"""The markup of WordprocessingML: names, changes tracked, what holds words.

ECMA-376 part 1, in its transitional and its strict namespace.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tui_app.core.extract import Changes
from tui_app.core.formats.office_lines import TO_FILL_IN, told_by
from tui_app.core.formats.symbol_font import letter_of
from tui_app.core.formats.taking import CONTENTS, LINE_END

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_TRANSITIONAL, _STRICT = (f"{{{space}}}" for space in _WORD)
_PREFIXES = {
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
}

_DRAWN = frozenset({"wps", "wpg", "wpc", "wp14", "w14", "w15"})
"""Prefixes of shapes whose text is read."""

_GONE: dict[Changes, dict[str, str]] = {
    "accept": {"del": "deleted", "moveFrom": "moved from here"},
    "reject": {"ins": "inserted", "moveTo": "moved to here"},
}

CHANGES = frozenset(name for gone in _GONE.values() for name in gone)
"""Elements of tracked changes."""

_NO_WORDS = frozenset({
    "rPr", "pPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr",
    "instrText", "delInstrText", "fldData", "rt", "smartTagPr", "customXmlPr",
    "tblPrEx", "ffData", "m:ctrlPr",
})  # fmt: skip


class Struck(NamedTuple):
    """An element whose words are not taken, and why."""

    element: Element
    why: str


def with_short_names(root: Element) -> Element:
    """Return the tree, its names short for good: ``p``, ``m:t``, ``:other``.

    Names are those of either namespace; ``m:`` stands before those of mathematics,
    a colon before all others.
    """
    known: dict[str, str] = {}
    for element in root.iter():
        tag = element.tag
        short = known.get(tag)
        if short is None:
            short = known[tag] = _short(tag)
        element.tag = short
    return root


def _short(tag: str) -> str:
    space, _, name = tag.rpartition("}")
    return name if space[1:] in _WORD else _PREFIXES.get(space[1:], ":") + name


def value_of(element: Element | None, attribute: str = "val") -> str | None:
    """Return an attribute, ``None`` where there is none."""
    if element is None or not element.attrib:
        return None
    value = element.get(_TRANSITIONAL + attribute)
    return element.get(_STRICT + attribute) if value is None else value


def child_of(element: Element | None, *path: str) -> Element | None:
    """Return the first child of the first name in the path, and so on below it."""
    for name in path:
        if element is None:
            return None
        element = element.find(name)
    return element


def number_of(element: Element | None, attribute: str = "val") -> int | None:
    """Return an attribute that is a small number, ``None`` for all others."""
    value = value_of(element, attribute) or ""
    return (
        int(value) if value.isascii() and value.isdigit() and len(value) < 10 else None
    )


def is_on(toggle: Element | None) -> bool:
    """Tell whether a property that is on or off is there and on."""
    return toggle is not None and value_of(toggle) not in {"0", "false", "off", "none"}


def properties_of(element: Element, name: str, changes: Changes) -> Element | None:
    """Return the properties ``name``, those before a change where it is rejected."""
    now = child_of(element, name)
    if changes == "reject":
        before = child_of(now, f"{name}Change", name)
        return now if before is None else before
    return now


def is_gone(properties: Element | None, changes: Changes, prefix: str = "") -> str:
    """Return why a paragraph mark, a row or a cell is not there, ``""`` if it is."""
    if properties is None:
        return ""
    for name, what in _GONE[changes].items():
        mark = child_of(properties, _capital(prefix, name))
        if mark is not None:
            return _told(what, mark)
    return ""


def _capital(prefix: str, name: str) -> str:
    return prefix + name.capitalize() if prefix else name


def _told(what: str, mark: Element) -> str:
    return told_by(what, value_of(mark, "author"), value_of(mark, "date"))


def walk_markup(
    element: Element, stops: frozenset[str], changes: Changes
) -> Iterator[Element | Struck]:
    """Return what is in the element: ``stops``, and what is not taken.

    All else is looked into, so that content controls, links, smart tags and wrappers
    yet unknown take no words away. Depth costs no recursion.
    """
    gone = _GONE[changes]
    stack = [iter(element)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            continue
        name = child.tag
        if name in stops:
            yield child
        elif name in gone:
            yield Struck(child, _told(gone[name], child))
        elif name == "mc:AlternateContent":
            stack.append(iter(_alternative(child)))
        elif name == "sdt" and (why := _no_text(child)):
            yield Struck(child, why)
        elif name not in _NO_WORDS:
            stack.append(iter(child))


def _alternative(element: Element) -> list[Element]:
    """Return the one alternative to take, as a list."""
    others = [one for one in element if one.tag == "mc:Fallback"]
    choices = [one for one in element if one.tag == "mc:Choice"]
    known = [
        one for one in choices if _DRAWN.issuperset(one.get("Requires", "").split())
    ]
    return (known or others or choices)[:1]


def _no_text(control: Element) -> str:
    """Return why what a content control holds is no text, ``""`` if it is."""
    properties = child_of(control, "sdtPr")
    if is_on(child_of(properties, "showingPlcHdr")):
        return TO_FILL_IN
    gallery = value_of(child_of(properties, "docPartObj", "docPartGallery"))
    return CONTENTS if gallery == "Table of Contents" else ""


_SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "br": LINE_END,
    "cr": LINE_END,
    "noBreakHyphen": "\u2011",
}

WRITTEN = frozenset({"t", "delText", "m:t", "sym", *_SIGNS})
"""Elements that are words or signs."""


def written_words(element: Element) -> str:
    """Return the words of one element of ``WRITTEN``."""
    name = element.tag
    if name == "sym":
        return letter_of(value_of(element, "char"), value_of(element, "font") or "")
    return _SIGNS.get(name) or element.text or ""


def all_words(element: Element) -> str:
    """Return all words in an element, whatever they are, paragraphs as lines."""
    pieces: list[str] = []
    for one in element.iter():
        name = one.tag
        if name == "p" and pieces:
            pieces.append(LINE_END)
        elif name in WRITTEN and not (name == "tab" and one.attrib):
            pieces.append(written_words(one))
    return "".join(pieces)
