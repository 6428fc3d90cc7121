"""The table of contents of an EPUB: where chapters and printed pages begin.

Source: EPUB 3.3, navigation document; DAISY NCX 2005.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tui_app.core.formats.epub_package import Package, resolve_link
from tui_app.core.formats.safe_xml import local_name
from tui_app.core.formats.xhtml_elements import kinds_of, name_of
from tui_app.core.formats.xhtml_tree import parse_xhtml
from tui_app.core.formats.xhtml_walk import walk, words_of
from tui_app.core.formats.zip_archive import ZipArchive

_KINDS = frozenset({"toc", "page-list", "landmarks"})
_LONGEST_LABEL = 80
_NUMBER = re.compile(r"\d+|[ivxlcdm]+", re.IGNORECASE)


class Chapter(NamedTuple):
    """A chapter as the table of contents calls it; ``level`` is its depth, from 1.

    ``told_for_use`` where the label says what the part is there for ("Start reading").
    """

    label: str
    level: int
    told_for_use: bool = False


class Contents(NamedTuple):
    """What begins in which document, at which ``id`` (``""``: at its start).

    Pages are called as readers do: "page 12".
    """

    chapters: dict[str, dict[str, Chapter]]
    pages: dict[str, dict[str, str]]


def read_contents(archive: ZipArchive, package: Package, name: str) -> Contents:
    """Return the table of contents, empty where the book has none."""
    contents = Contents({}, {})
    for path, visitor in ((package.nav, _Nav), (package.ncx, _Ncx)):
        if path in archive and not (contents.chapters and contents.pages):
            found = visitor(path)
            walk(parse_xhtml(archive.read(path), name).root, found)
            found.mark_landmarks()
            contents = Contents(
                contents.chapters or found.chapters, contents.pages or found.pages
            )
    return contents


def page_name(label: str) -> str:
    """Return what a printed page is called, by its number or its label."""
    label = " ".join(label.split())[:_LONGEST_LABEL]
    return f"page {label}" if _NUMBER.fullmatch(label) else label


class _Links:
    """Where the links of a table of contents lead, the first to each place."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._level = 0
        self.chapters: dict[str, dict[str, Chapter]] = {}
        self.pages: dict[str, dict[str, str]] = {}
        self._landmarks: set[tuple[str, str]] = set()

    def words(self, words: str) -> None:
        """Pass over words between the entries."""

    def mark_landmarks(self) -> None:
        """Mark the chapters whose labels are those of parts by their use."""
        for path, label in self._landmarks:
            for fragment, entry in self.chapters.get(path, {}).items():
                if entry.label == label:
                    marked = entry._replace(told_for_use=True)
                    self.chapters[path][fragment] = marked

    def _add(self, link: str, label: str, kind: str) -> None:
        label = " ".join(label.split())[:_LONGEST_LABEL]
        path, fragment = resolve_link(self._path, link)
        if not label or not path:
            return
        if kind == "landmarks":
            self._landmarks.add((path, label))
        elif kind == "page-list":
            self.pages.setdefault(path, {}).setdefault(fragment, page_name(label))
        else:
            entry = Chapter(label, max(1, self._level))
            self.chapters.setdefault(path, {}).setdefault(fragment, entry)


class _Nav(_Links):
    """The navigation document of EPUB 3."""

    _kind: frozenset[str] = frozenset()

    def enter(self, element: Element) -> bool:
        """Begin an element."""
        name = name_of(element)
        if name == "nav":
            self._kind = kinds_of(element)
        elif name == "ol":
            self._level += 1
        elif name == "a" and element.get("href"):
            for kind in self._kind & _KINDS:
                self._add(element.get("href", ""), words_of(element), kind)
            return False
        return name != ""

    def leave(self, element: Element) -> None:
        """End an element."""
        name = name_of(element)
        if name == "nav":
            self._kind = frozenset()
        elif name == "ol":
            self._level -= 1


class _Ncx(_Links):
    """The table of contents of EPUB 2: a label, then where it leads."""

    _label = ""

    def enter(self, element: Element) -> bool:
        """Begin an element."""
        name = local_name(element).lower()
        if name == "navpoint":
            self._level += 1
        elif name in {"navlabel", "navlist"}:
            self._label = "".join(element.itertext()) if name == "navlabel" else ""
            return False
        elif name == "pagetarget":
            self._level = -1
        elif name == "content":
            kind = "page-list" if self._level < 0 else "toc"
            self._add(element.get("src", ""), self._label, kind)
        return True

    def leave(self, element: Element) -> None:
        """End an element."""
        name = local_name(element).lower()
        if name == "navpoint":
            self._level -= 1
        elif name == "pagetarget":
            self._level = 0
