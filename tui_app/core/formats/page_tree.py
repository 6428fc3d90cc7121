"""A web page as a tree of elements, made ready for the choice of its article.

Some pages wait for a program that shows them, hold their article for readers without
programs, or never end their menu: where the page shows next to nothing else, such
elements are made plain ones. Loose words are put into elements of their own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui_app.core.formats.xhtml_elements import (
    BLOCKS,
    LISTS,
    element_look,
    is_hidden,
    name_of,
)
from tui_app.errors import UserError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_TAGS = 200_000
"""Of a page; the longest articles of encyclopedias have a fifth of them."""

LARGEST_PAGE = 20 * 1024 * 1024
"""Bytes of a page as UTF-8; a book of a million words has seven."""

_DEEPEST = 2000  # elements in each other; what is deeper the parser would drop

_MOST_ATTRIBUTES = 2000  # of one tag; the parser compares each with all others
_QUOTED = rb"\"[^\"]*\"|'[^']*'"
_TAG = re.compile(rb"<[a-zA-Z](?:[^<>\"']++|" + _QUOTED + rb")*+")

_ONE_PIECE = frozenset(
    {"p", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tbody", "thead"}
    | {"tfoot", "tr", "html", "head", "title"}
    | LISTS
)

_CONCEALING = frozenset({"nav", "noscript"})
_PROGRAMS = frozenset({"script", "style", "template", "svg", "head"})
_HIDING = ("hidden", "aria-hidden", "style")
_MOST_SHOWN = 0.5  # of the words, where some are taken for hidden by mistake
_MOST_LINKED = 0.5  # of the words in what is no menu
_FEWEST_LETTERS = 400


def page_tree(text: str, name: str) -> HtmlElement:
    """Return the root of the page.

    Raises ``UserError`` for what holds no elements, too many or too deep ones.
    """
    data = text.replace("\0", "").encode("utf-8", "replace")
    if why := _too_much(data):
        raise UserError(name, why, "save the part you want as plain text")
    root = _parsed(data, name)
    if _depth(root) > _DEEPEST:
        why = f"has more than {_DEEPEST:,} elements inside each other"
        raise UserError(name, why, "save it as plain text and open that")
    return root


def _too_much(data: bytes) -> str:
    """Return what of the page is more than can be read, ``""`` if nothing is."""
    if len(data) > LARGEST_PAGE:
        return f"is a page of more than {LARGEST_PAGE // 1024**2} MB"
    if data.count(b"<") > MOST_TAGS:
        return f"is a page of more than {MOST_TAGS:,} tags"
    if any(_attributes(tag[0]) > _MOST_ATTRIBUTES for tag in _TAG.finditer(data)):
        return f"has a tag of more than {_MOST_ATTRIBUTES:,} attributes"
    return ""


def _attributes(tag: bytes) -> int:
    """Return how many attributes the tag has, 0 where it is too short for many."""
    if len(tag) < 2 * _MOST_ATTRIBUTES:
        return 0
    return len(re.sub(_QUOTED, b" ", tag).replace(b"/", b" ").split()) - 1


def _parsed(data: bytes, name: str) -> HtmlElement:
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    # Size, number and depth are bounded here; with bounds of its own the parser drops
    # what is beyond them and does not say so.
    parser = HTMLParser(
        encoding="utf-8",
        no_network=True,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        hint = "choose a page with words in it"
        raise UserError(name, "is a page without words", hint) from error


def _depth(root: HtmlElement) -> int:
    """Return how many elements stand inside each other, at most."""
    deepest = depth = 0
    from lxml.etree import iterwalk

    for event, _ in iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def unhide(root: HtmlElement) -> None:
    """Let all be seen that holds more of the page's words than what is seen."""
    shown, concealed = _outermost(root)
    for element in concealed:
        letters = _letters(element)
        if letters < max(_FEWEST_LETTERS, shown / _MOST_SHOWN):
            continue
        linked = sum(map(_letters, element.iter("a")))
        if linked <= _MOST_LINKED * letters:
            _make_plain(element)


def _outermost(root: HtmlElement) -> tuple[int, list[HtmlElement]]:
    """Return how many letters are seen, and the elements that conceal others."""
    shown = 0
    concealed = []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if name_of(element) in _CONCEALING or is_hidden(element):
            concealed.append(element)
        elif name_of(element) not in _PROGRAMS:
            shown += len((element.text or "").strip())
            shown += sum(len((child.tail or "").strip()) for child in element)
            waiting.extend(element)
    return shown, concealed


def _letters(element: HtmlElement) -> int:
    return sum(
        len((one.text or "").strip()) + len((one.tail or "").strip())
        for one in element.iter()
        if name_of(one) not in _PROGRAMS
    )


def _make_plain(element: HtmlElement) -> None:
    if name_of(element) in _CONCEALING:
        element.tag = "div"
    for name in _HIDING:
        element.attrib.pop(name, None)


def gather_loose_words(root: HtmlElement) -> None:
    """Put words that stand between blocks into a ``div`` of their own, line by line.

    So each stretch of words can be taken or left out by itself.
    """
    elements = [(one, name_of(one)) for one in root.iter()]
    holding = _holding_blocks(elements)
    for element, name in elements:
        if element in holding and name not in _ONE_PIECE:
            _gather_in(element, holding)


def _holding_blocks(elements: list[tuple[HtmlElement, str]]) -> set[HtmlElement]:
    """Return the elements in which blocks stand."""
    holding: set[HtmlElement] = set()
    for element, name in reversed(elements):
        parent = element.getparent()
        if parent is not None and (name in BLOCKS or element in holding):
            holding.add(parent)
    return holding


def _gather_in(element: HtmlElement, holding: set[HtmlElement]) -> None:
    run = _Run(element, None, element.text or "")
    element.text = None
    for child in [*element]:
        if name_of(child) in BLOCKS or child in holding:
            run.close()
            run = _Run(element, child, child.tail or "")
            child.tail = None
        else:
            run.children.append(child)
    run.close()


class _Run:
    """Words and elements in line that follow ``before`` in ``parent``."""

    def __init__(self, parent: HtmlElement, before: HtmlElement, text: str) -> None:
        self.children: list[HtmlElement] = []
        self._parent = parent
        self._before = before
        self._text = text

    def close(self) -> None:
        """Put them into an element of their own if there are words among them."""
        if not self._text.strip() and not any(map(_has_words, self.children)):
            return
        box = self._parent.makeelement("div")
        box.text = self._text
        if self._before is None:
            self._parent.insert(0, box)
        else:
            self._before.addnext(box)
        box.extend(self.children)


def _has_words(element: HtmlElement) -> bool:
    if element.tail and element.tail.strip():
        return True
    return any(piece.strip() for piece in element.itertext())


def is_unseen(element: HtmlElement) -> bool:
    """Tell whether the words in the element are not read on the page."""
    return element_look(element).unseen is not None or is_hidden(element)
