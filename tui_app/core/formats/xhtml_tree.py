"""The tree of a page of XHTML, whatever is wrong with it.

Entities of HTML are known (``&nbsp;``), those a page defines itself are not used, and
nothing is fetched. What is no XML is read as browsers read it, end tags made up where
they are missing.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from html import unescape
from html.entities import html5
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, fromstring

from tui_app.core.formats.refusals import CHECK_ORIGIN
from tui_app.errors import UserError

MOST_TAGS = 400_000
"""Of one page; the longest novel that is one page has a tenth of them."""

_LARGEST_BROKEN = 4 * 1024 * 1024  # characters

_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.-]{1,40})[\"']")
_SUBSET = re.compile(r"(<!DOCTYPE[^\[>]*)\[.*?\]\s*(?=>)", re.DOTALL | re.IGNORECASE)
_DEFINITION = "<!ENTITY"
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{0,40});")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})

_EMPTY = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"}
    | {"param", "source", "track", "wbr"}
)
_RAW = frozenset({"script", "style"})
_NO_TAGS = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", ">"))
_NAME = re.compile(r"<(/?)([A-Za-z][\w:.-]{0,40})")
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"']+)""")
_LONGEST_TAG = 2_000  # characters of one whose attributes are read


class XhtmlPage(NamedTuple):
    """The root of a page; ``mended`` where it was not XML."""

    root: Element
    mended: bool = False


def parse_xhtml(data: bytes, name: str) -> XhtmlPage:
    """Return the tree of a page. ``name`` is that of the document.

    Raises ``UserError`` for a page that is out of bounds.
    """
    text = _decoded(data)
    if text.count("<") > MOST_TAGS:
        why = "has a chapter that is too large to read"
        raise UserError(name, why, CHECK_ORIGIN)
    text = _without_entities(text)
    if _DEFINITION in text:
        return XhtmlPage(_as_browsers_do(text[:_LARGEST_BROKEN]), mended=True)
    try:
        # Without a definition in it XML cannot grow, and expat fetches nothing.
        return XhtmlPage(fromstring(text))  # noqa: S314
    except (ParseError, ValueError):
        return XhtmlPage(_as_browsers_do(text[:_LARGEST_BROKEN]), mended=True)


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    declared = _DECLARED.match(data)
    encoding = declared[1].decode("ascii") if declared else "utf-8-sig"
    try:
        return data.decode(encoding, "replace").removeprefix("\ufeff")
    except LookupError:
        return data.decode("utf-8-sig", "replace")


def _without_entities(text: str) -> str:
    """Return the text with characters for entities, and without their definitions."""
    start = text.find("<!DOCTYPE")
    if start >= 0 and (subset := _SUBSET.match(text, start)):
        text = text[:start] + subset[1] + text[subset.end() :]
    return _ENTITY.sub(_character, text)


def _character(entity: re.Match[str]) -> str:
    if entity[1] in _OF_XML:
        return entity[0]
    return html5.get(f"{entity[1]};", f"&amp;{entity[1]};")


def _as_browsers_do(text: str) -> Element:
    """Return the tree of any tags; what is left open is closed.

    Each character is looked at a bounded number of times, whatever the text.
    """
    growing = _Growing()
    at = 0
    while at < len(text):
        opened = text.find("<", at)
        growing.add_words(text[at : opened if opened >= 0 else len(text)])
        if opened < 0:
            break
        at = _pass_tag(text, opened, growing)
    return growing.root()


def _pass_tag(text: str, at: int, growing: _Growing) -> int:
    """Take what begins with ``<`` there, return where it ends."""
    for beginning, ending in _NO_TAGS:
        if text.startswith(beginning, at):
            return _after(text, ending, at)
    name = _NAME.match(text, at)
    if name is None:
        growing.add_words("<")
        return at + 1
    after = _after(text, ">", name.end())
    inside = text[name.end() : after - 1]
    if name[1]:
        growing.end(name[2].lower())
        return after
    growing.start(name[2].lower(), inside)
    if name[2].lower() in _RAW and not inside.endswith("/"):
        return _after(text, f"</{name[2]}", after)
    return after


def _after(text: str, ending: str, at: int) -> int:
    """Return where the next ``ending`` ends: the end of the text if there is none."""
    found = text.find(ending, at)
    return found + len(ending) if found >= 0 else len(text)


class _Growing:
    """A tree that grows by tags of any order."""

    def __init__(self) -> None:
        self._tree = TreeBuilder()
        self._tree.start("html", {})
        self._open: list[str] = []
        self._names: Counter[str] = Counter()

    def add_words(self, words: str) -> None:
        """Add words where the tree grows."""
        self._tree.data(unescape(words))

    def start(self, name: str, inside: str) -> None:
        """Begin an element, its attributes ``inside`` the tag."""
        self._tree.start(name, _attributes(inside))
        if name in _EMPTY or inside.endswith("/"):
            self._tree.end(name)
        else:
            self._open.append(name)
            self._names[name] += 1

    def end(self, name: str) -> None:
        """End the innermost element of this name, if any is open, and all in it."""
        while self._names[name]:
            inner = self._open.pop()
            self._names[inner] -= 1
            self._tree.end(inner)
            if inner == name:
                return

    def root(self) -> Element:
        """Return the tree, all that is still open closed."""
        while self._open:
            self._tree.end(self._open.pop())
        self._tree.end("html")
        return self._tree.close()


def _attributes(inside: str) -> dict[str, str]:
    if len(inside) > _LONGEST_TAG:
        return {}
    found = _ATTRIBUTE.findall(inside)
    return {name.lower(): unescape(value.strip("\"'")) for name, value in found}
