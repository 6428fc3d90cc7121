"""What an EPUB says of itself: its documents in reading order, its title and author.

Source: EPUB 3.3, Open Container Format and package document; OPF 2.0.1.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from tui_app.core.extract import Metadata
from tui_app.core.formats.language_code import language_code
from tui_app.core.formats.own_metadata import own_metadata
from tui_app.core.formats.safe_xml import XmlParts, attribute_of, local_name
from tui_app.core.formats.zip_archive import ZipArchive
from tui_app.errors import UserError

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"

# What shops put beside the books they protect.
_SCHEMES = (
    ("META-INF/license.lcpl", "Readium LCP"),
    ("META-INF/sinf.xml", "Apple FairPlay"),
    ("META-INF/rights.xml", "Adobe ADEPT"),
)

_PAGES = frozenset(
    {"application/xhtml+xml", "text/html", "image/svg+xml", "text/x-oeb1-document"}
    | {"application/x-dtbook+xml"}
)
_PAGE_ENDINGS = (".xhtml", ".html", ".htm", ".xht")


class Address(NamedTuple):
    """A place a link leads to: a member of the archive and an ``id`` in it."""

    path: str
    fragment: str = ""


class SpineItem(NamedTuple):
    """A document of the book; one that is not ``linear`` stands beside its text."""

    path: str
    linear: bool = True


class Package(NamedTuple):
    """The book as its package document tells it.

    ``nav`` and ``ncx`` are the members that hold the table of contents, ``""`` where
    there is none; ``covers`` those that are said to be the cover.
    """

    metadata: Metadata
    spine: tuple[SpineItem, ...]
    nav: str = ""
    ncx: str = ""
    covers: frozenset[str] = frozenset()


def resolve_link(base: str, link: str) -> Address:
    """Return where a link in the member ``base`` leads; ``path`` is ``""`` outside."""
    path, _, fragment = link.strip().partition("#")
    fragment = unquote(fragment)
    if not path:
        return Address(base, fragment)
    path = unquote(path)
    inside = posixpath.normpath(posixpath.join(posixpath.dirname(base), path))
    if ":" in path.partition("/")[0] or inside.startswith(("/", "..")):
        return Address("")
    return Address(inside, fragment)


def read_package(archive: ZipArchive, name: str) -> Package:
    """Return what the package document says.

    Raises ``UserError`` where there is none, and for a book that is protected.
    """
    parts = XmlParts(archive, name)
    path = _package_path(archive, parts)
    root = parts.root(path)
    if root is None:
        why = "does not say what the book holds: its package document is missing"
        raise UserError(name, why, "fetch it anew")
    manifest = _Manifest(root, path)
    spine = tuple(manifest.spine(root))
    if not {item.path for item in spine}.isdisjoint(_encrypted(parts)):
        raise _protected(archive, name)
    return Package(
        _metadata(root),
        spine,
        manifest.nav(),
        manifest.ncx(root),
        frozenset(_covers(root, path)),
    )


def _package_path(archive: ZipArchive, parts: XmlParts) -> str:
    """Return the member that is the package document, ``""`` where there is none."""
    container = parts.root(_CONTAINER)
    for one in () if container is None else container.iter():
        path = resolve_link("", one.get("full-path", "")).path
        if local_name(one) == "rootfile" and path in archive:
            return path
    return next((one for one in archive.members() if one.endswith(".opf")), "")


class _Manifest:
    """The members of the book, by their ids."""

    def __init__(self, root: Element, path: str) -> None:
        items = (one for one in root.iter() if local_name(one) == "item")
        self._items = {one.get("id", ""): one for one in items}
        self._path = path

    def spine(self, root: Element) -> Iterator[SpineItem]:
        """Yield the documents in reading order, each once."""
        seen: set[str] = set()
        for one in root.iter():
            if local_name(one) == "itemref":
                path = self._page(one.get("idref", ""))
                if path and path not in seen:
                    seen.add(path)
                    yield SpineItem(path, one.get("linear", "yes") != "no")

    def nav(self) -> str:
        """Return the member that is the navigation document."""
        for item in self._items.values():
            if "nav" in item.get("properties", "").split():
                return self._member(item)
        return ""

    def ncx(self, root: Element) -> str:
        """Return the member that is the table of contents of EPUB 2."""
        spine = next((one for one in root.iter() if local_name(one) == "spine"), None)
        told = spine.get("toc", "") if spine is not None else ""
        if told in self._items:
            return self._member(self._items[told])
        for item in self._items.values():
            if item.get("media-type") == "application/x-dtbncx+xml":
                return self._member(item)
        return ""

    def _page(self, identifier: str) -> str:
        """Return the document, or the first of what stands in for it."""
        seen: set[str] = set()
        while identifier in self._items and identifier not in seen:
            seen.add(identifier)
            item = self._items[identifier]
            path = self._member(item)
            if item.get("media-type") in _PAGES or path.endswith(_PAGE_ENDINGS):
                return path
            identifier = item.get("fallback", "")
        return ""

    def _member(self, item: Element) -> str:
        return resolve_link(self._path, item.get("href", "")).path


def _covers(root: Element, path: str) -> Iterator[str]:
    for one in root.iter():
        if local_name(one) == "reference" and one.get("type") == "cover":
            yield resolve_link(path, one.get("href", "")).path


def _encrypted(parts: XmlParts) -> Iterator[str]:
    """Yield the members that are encrypted; of books anybody may read only fonts."""
    try:
        root = parts.root(_ENCRYPTION)
    except UserError:  # empty or broken: then it lists nothing
        return
    for one in () if root is None else root.iter():
        if local_name(one) == "CipherReference":
            yield resolve_link("", one.get("URI", "").lstrip("/")).path


def _protected(archive: ZipArchive, name: str) -> UserError:
    schemes = [scheme for member, scheme in _SCHEMES if member in archive]
    by = f" by {schemes[0]}" if schemes else ""
    hint = "read it in the program of its shop, or get an edition without protection"
    return UserError(name, f"is a protected book, encrypted{by}", hint)


def _metadata(root: Element) -> Metadata:
    told = _Told(root)
    languages = map(language_code, told.all("language"))
    return own_metadata(
        Metadata(
            told.title(),
            ", ".join(dict.fromkeys(told.authors())),
            told.date(),
            told.first("publisher"),
            next(filter(None, languages), ""),
        )
    )


class _Told:
    """The metadata of a package document, with what refines them."""

    def __init__(self, root: Element) -> None:
        self._elements: dict[str, list[Element]] = {}
        self._refined: dict[tuple[str, str], str] = {}
        for one in root.iter():
            name = local_name(one)
            if name == "manifest":
                break
            self._elements.setdefault(name, []).append(one)
            if name == "meta" and one.get("refines"):
                key = (one.get("refines", "").lstrip("#"), one.get("property", ""))
                self._refined.setdefault(key, _words(one))

    def all(self, name: str) -> list[str]:
        """Return all that is told under the name."""
        return [_words(one) for one in self._elements.get(name, ()) if _words(one)]

    def first(self, name: str) -> str:
        """Return what is told first under the name, ``""`` if nothing is."""
        return next(iter(self.all(name)), "")

    def title(self) -> str:
        """Return the title that is said to be the main one, or the first."""
        for one in self._elements.get("title", ()):
            if self._refinement(one, "title-type") == "main" and _words(one):
                return _words(one)
        return self.first("title")

    def authors(self) -> list[str]:
        """Return the creators that are authors, or all where none is said to be."""
        creators = [one for one in self._elements.get("creator", ()) if _words(one)]
        authors = [one for one in creators if self._role(one) in {"", "aut"}]
        return [_words(one) for one in authors or creators]

    def date(self) -> str:
        """Return when the book was published; when it was changed is no such date."""
        dates = {
            attribute_of(one, "event"): one for one in self._elements.get("date", ())
        }
        for event in ("publication", "original-publication", "", "creation"):
            if event in dates and _words(dates[event]):
                return _words(dates[event])
        return ""

    def _role(self, creator: Element) -> str:
        return attribute_of(creator, "role") or self._refinement(creator, "role")

    def _refinement(self, one: Element, what: str) -> str:
        return self._refined.get((one.get("id", ""), what), "")


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
