"""The tree of a page of XHTML, whatever is wrong with it.

Entities of HTML are known (``&nbsp;``), those a page defines itself are not used, and
nothing is fetched. What is no XML is read as browsers read it, end tags made up where
they are missing.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from html.entities import html5
from html.parser import HTMLParser
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from tui_app.errors import UserError

MOST_TAGS = 600_000
"""Of one page; the longest novel that is one page has a tenth of them."""

_LARGEST_BROKEN = 4 * 1024 * 1024  # characters

_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.-]{1,40})[\"']")
_SUBSET = re.compile(r"(<!DOCTYPE[^\[>]*)\[.*?\]\s*(?=>)", re.DOTALL | re.IGNORECASE)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{0,40});")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})

_EMPTY = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"}
    | {"param", "source", "track", "wbr"}
)
_NO_NAME = re.compile(r"[^\w:.-]")


class Page(NamedTuple):
    """The root of a page; ``mended`` where it was not XML."""

    root: Element
    mended: bool = False


def parse_page(data: bytes, name: str) -> Page:
    """Return the tree of a page. ``name`` is that of the document.

    Raises ``UserError`` for a page that is out of bounds.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    text = _decoded(data)
    if text.count("<") > MOST_TAGS:
        why = "has a chapter that is too large to read"
        raise UserError(name, why, "check where it comes from")
    try:
        return Page(fromstring(_without_entities(text)))
    except (ParseError, ValueError, DefusedXmlException):
        return Page(_as_browsers_do(text[:_LARGEST_BROKEN]), mended=True)


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
    parser = _Lenient()
    parser.feed(text)
    parser.close()
    return parser.root()


class _Lenient(HTMLParser):
    """Builds a tree of any tags, closing what was left open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._tree = TreeBuilder()
        self._tree.start("html", {})
        self._open: list[str] = []
        self._names: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag = _NO_NAME.sub("", tag)
        self._tree.start(tag, {key: value or "" for key, value in attrs})
        if tag in _EMPTY:
            self._tree.end(tag)
        else:
            self._open.append(tag)
            self._names[tag] += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        tag = _NO_NAME.sub("", tag)
        while self._names[tag]:
            inner = self._open.pop()
            self._names[inner] -= 1
            self._tree.end(inner)
            if inner == tag:
                return

    def handle_data(self, data: str) -> None:
        self._tree.data(data)

    def root(self) -> Element:
        """Return the tree, all that is still open closed."""
        while self._open:
            self._tree.end(self._open.pop())
        self._tree.end("html")
        return self._tree.close()
