"""A walk through a tree of (X)HTML in the order of the document, however deep it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol
from xml.etree.ElementTree import Element

from tui_app.core.formats.taking import tidy
from tui_app.core.formats.xhtml_elements import element_look


class Visitor(Protocol):
    """What is told of a tree while it is walked, in the order of the document."""

    def enter(self, element: Element) -> bool:
        """Begin the element; ``False`` passes over all that is in it."""

    def words(self, words: str) -> None:
        """Take words as they stand, white space and all."""

    def leave(self, element: Element) -> None:
        """End an element that was begun."""


def walk(root: Element, visitor: Visitor) -> None:
    """Tell the visitor of the tree, however deep it is."""
    if not visitor.enter(root):
        return
    if root.text:
        visitor.words(root.text)
    open_ones: list[tuple[Element, Iterator[Element]]] = [(root, iter(root))]
    while open_ones:
        element, children = open_ones[-1]
        child = next(children, None)
        if child is None:
            open_ones.pop()
            visitor.leave(element)
            if open_ones and element.tail:
                visitor.words(element.tail)
        elif visitor.enter(child):
            open_ones.append((child, iter(child)))
            if child.text:
                visitor.words(child.text)
        elif child.tail:
            visitor.words(child.tail)


def words_of(element: Element) -> str:
    """Return all words people can read in the element, hidden ones too."""
    plain = _Plain()
    walk(element, plain)
    return tidy("".join(plain.pieces))


class _Plain:
    def __init__(self) -> None:
        self.pieces: list[str] = []

    def enter(self, element: Element) -> bool:
        look = element_look(element)
        if look.block or look.name == "br":
            self.pieces.append(" ")
        return look.unseen != ""

    def words(self, words: str) -> None:
        self.pieces.append(words)

    def leave(self, element: Element) -> None:
        if element_look(element).block:
            self.pieces.append(" ")
