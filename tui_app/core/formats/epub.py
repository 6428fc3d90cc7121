"""The text of an EPUB: its documents in reading order, chapters and pages as places.

Left out are the table of contents, pages that are mostly links, and covers. Headings
that only the table of contents knows become headings.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tui_app.core.extract import Extract, Format
from tui_app.core.formats.epub_contents import (
    Chapter,
    Contents,
    page_name,
    read_contents,
)
from tui_app.core.formats.epub_package import (
    Package,
    SpineItem,
    read_package,
)
from tui_app.core.formats.refusals import CHECK_ORIGIN
from tui_app.core.formats.taking import CONTENTS, Taking, Wanted
from tui_app.core.formats.xhtml_blocks import Blocks, Choices
from tui_app.core.formats.xhtml_elements import (
    HEADINGS,
    element_look,
    kinds_of,
    name_of,
)
from tui_app.core.formats.xhtml_tree import parse_xhtml
from tui_app.core.formats.xhtml_walk import words_of
from tui_app.core.formats.zip_archive import ZipArchive
from tui_app.core.text.plurals import counted
from tui_app.errors import UserError

_MOST_TAGS_IN_ALL = 700_000  # a library of scriptures has as many

_FEWEST_LINKS = 4
_MOSTLY = 0.6  # of the words of a page, in links: then it is a table of contents
_LONGEST_COVER = 300  # characters; a longer page is text, whatever it is called
_NEAR = 8  # elements in which a heading is looked for where a chapter begins
_SHORTEST_CHAPTER = 300  # characters that a heading may be made up for


def read_epub(data: bytes, wanted: Wanted) -> Extract:
    """Return what a book holds; ``wanted`` changes nothing here.

    Raises ``UserError`` for books that are protected, damaged or without words.
    """
    archive = ZipArchive(data, wanted.name)
    package = read_package(archive, wanted.name)
    contents = read_contents(archive, package, wanted.name)
    return _Book(archive, package, contents, wanted.name).extract(wanted)


class _Survey(NamedTuple):
    """What is in a page: its links within the book, its headings.

    ``opening`` are the kinds of the elements that hold all of it.
    """

    root: Element
    links: tuple[Element, ...]
    has_headings: bool
    opening: frozenset[str]

    def size(self) -> int:
        """Return how many characters the page has, spaces aside."""
        return _size(self.root)

    def is_long(self) -> bool:
        """Tell whether the page is long enough to be a chapter."""
        return self.size() >= _SHORTEST_CHAPTER

    def is_mostly_links(self) -> bool:
        """Tell whether the page is a table of contents, whatever it is called."""
        if len(self.links) < _FEWEST_LINKS:
            return False
        inner: set[Element] = set()
        linked = 0
        for link in self.links:
            if link not in inner:
                inner.update(link.iter())
                linked += _size(link)
        return linked >= _MOSTLY * self.size()


class _Book:
    """A book while its documents are taken one after the other."""

    def __init__(
        self, archive: ZipArchive, package: Package, contents: Contents, name: str
    ) -> None:
        self._archive = archive
        self._package = package
        self._contents = contents
        self._name = name
        self._taking = Taking()
        self._places = _Places(contents)
        title = package.metadata.title
        choices = Choices(place=self._places.place, title=title)
        self._blocks = Blocks(self._taking, choices)
        self._tags = self._missing = self._mended = 0

    def extract(self, wanted: Wanted) -> Extract:
        """Return the book; documents that are not linear stand at its end."""
        spine = sorted(self._package.spine, key=lambda item: not item.linear)
        for item in wanted.each(spine, len(spine)):
            if item.path in self._archive:
                self._take(item)
            else:
                self._missing += 1
        if not len(self._taking):
            raise self._without_words()
        return self._taking.extract(
            Format.EPUB, self._package.metadata, tuple(self._remarks())
        )

    def _take(self, item: SpineItem) -> None:
        page = self._archive.read(item.path)
        self._tags += page.count(b"<")
        if self._tags > _MOST_TAGS_IN_ALL:
            why = "is too large a book to read"
            raise UserError(self._name, why, CHECK_ORIGIN)
        root, mended = parse_xhtml(page, self._name)
        self._mended += mended
        survey = _survey(root)
        why = self._why_left_out(item.path, survey)
        if why:
            self._taking.leave_out(words_of(root), why)
            return
        chapters = self._contents.chapters.get(item.path, {})
        _mark_headings(root, chapters, survey)
        self._taking.apart()
        start = self._places.enter_document(item.path, chapters)
        if start:
            self._taking.at(start)
        self._blocks.take(root)

    def _why_left_out(self, path: str, survey: _Survey) -> str:
        if path == self._package.nav:
            return CONTENTS
        if path in self._package.covers or "cover" in survey.opening:
            return "cover" if survey.size() <= _LONGEST_COVER else ""
        if "chapter" in survey.opening:
            return ""
        return "mostly links" if survey.is_mostly_links() else ""

    def _remarks(self) -> list[str]:
        remarks = []
        if self._missing:
            chapters = counted(self._missing, "chapter", "chapters")
            remarks.append(f"{chapters} that the book lists missing from it")
        if self._mended:
            chapters = counted(self._mended, "chapter", "chapters")
            remarks.append(f"{chapters} not valid XHTML, read as well as can be")
        return remarks

    def _without_words(self) -> UserError:
        if self._missing:
            why = "holds none of the chapters it lists"
            return UserError(self._name, why, "fetch it anew")
        why = "is a book without words, only pictures"
        return UserError(self._name, why, "choose one with text")


class _Places:
    """Which chapter and which printed page begins at an element."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._chapters: dict[str, Chapter] = {}
        self._pages: dict[str, str] = {}
        self._chapter = self._page = ""

    def enter_document(self, path: str, chapters: dict[str, Chapter]) -> str:
        """Return the place that begins with a document, ``""`` if none does."""
        self._chapters = chapters
        self._pages = self._contents.pages.get(path, {})
        page = self._pages.get("", "")
        return self._turn(chapters.get(""), page)

    def place(self, element: Element) -> str:
        """Return the place that begins with an element, ``""`` if none does."""
        identifier = element.get("id", "")
        page = self._pages.get(identifier, "") if identifier else ""
        if not page and element_look(element).page_break:
            label = element.get("title") or element.get("aria-label")
            page = page_name(label or "".join(element.itertext()))
        return self._turn(self._chapters.get(identifier) if identifier else None, page)

    def _turn(self, chapter: Chapter | None, page: str) -> str:
        if chapter is None and not page:
            return ""
        self._chapter = chapter.label if chapter else self._chapter
        self._page = page or self._page
        return ", ".join(filter(None, (self._chapter, self._page)))


def _survey(root: Element) -> _Survey:
    links: list[Element] = []
    has_headings = False
    for one in root.iter():
        name = name_of(one)
        if name == "a" and _is_inner(one):
            links.append(one)
        has_headings = has_headings or name in HEADINGS
    return _Survey(root, tuple(links), has_headings, _opening(root))


def _is_inner(link: Element) -> bool:
    href = link.get("href", "")
    return bool(href) and "://" not in href


def _size(element: Element) -> int:
    return sum(len("".join(piece.split())) for piece in element.itertext())


def _opening(root: Element) -> frozenset[str]:
    """Return the kinds of the outermost elements, down to where the page branches."""
    kinds: set[str] = set()
    inner = [child for child in root if name_of(child) == "body"]
    while len(inner) == 1:
        kinds |= kinds_of(inner[0])
        inner = list(inner[0])
    return frozenset(kinds)


def _mark_headings(
    root: Element, chapters: dict[str, Chapter], survey: _Survey
) -> None:
    """Make headings of what only the table of contents knows to be one."""
    if survey.has_headings or not chapters:
        return
    body = next((one for one in root if name_of(one) == "body"), root)
    spots = {one.get("id", ""): one for one in root.iter() if one.get("id")}
    spots[""] = body
    around = _Around(root)
    for fragment, entry in chapters.items():
        if fragment not in spots:
            continue
        near = around.near(spots[fragment])
        heading = next((one for one in near if _says(one, entry.label)), None)
        if heading is not None:
            heading.tag = f"h{min(entry.level, 6)}"
        elif not (fragment or entry.told_for_use) and survey.is_long():
            _insert_heading(body, entry)


class _Around:
    """What stands around the elements of a page."""

    def __init__(self, root: Element) -> None:
        self._parents = {child: parent for parent in root.iter() for child in parent}
        self._next = {
            one: after for parent in root.iter() for one, after in pairwise(parent)
        }

    def near(self, spot: Element) -> Iterator[Element]:
        """Yield what may be the heading of the chapter that begins at the spot."""
        for one in islice(spot.iter(), _NEAR):
            if name_of(one) not in {"", "html", "body"}:
                yield one
        parent = self._parents.get(spot)
        if parent is not None and name_of(parent) not in {"html", "body"}:
            yield parent
        if spot in self._next and name_of(spot) != "body":
            yield self._next[spot]


def _says(element: Element, label: str) -> bool:
    """Tell whether the element holds these words and no others, white space aside."""
    wanted = "".join(label.split()).casefold()
    said = ""
    for piece in islice(element.itertext(), _NEAR * 4):
        said += "".join(piece.split()).casefold()
        if not wanted.startswith(said):
            return False
    return said == wanted


def _insert_heading(body: Element, entry: Chapter) -> None:
    heading = body.makeelement(f"h{min(entry.level, 6)}", {})
    heading.text = entry.label
    heading.tail, body.text = body.text, None
    body.insert(0, heading)
