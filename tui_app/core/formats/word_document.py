"""Word files (.docx): the parts of the package, and in which order they are taken."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tui_app.core.extract import Extract, Format, Metadata
from tui_app.core.formats.office_lines import (
    Aside,
    Block,
    as_notes,
    find_title,
    leave_out_furniture,
    said_of_changes,
    take_blocks,
    told_by,
)
from tui_app.core.formats.own_metadata import own_metadata
from tui_app.core.formats.safe_xml import XmlParts
from tui_app.core.formats.taking import COMMENT, Taking, Wanted
from tui_app.core.formats.word_markup import (
    CHANGES,
    all_words,
    child_of,
    value_of,
    with_short_names,
)
from tui_app.core.formats.word_story import NoteReference, WordStory
from tui_app.core.formats.word_styles import WordStyles
from tui_app.core.formats.zip_archive import ZipArchive
from tui_app.errors import UserError

_USUAL = "word/document.xml"


def read_word(data: bytes, wanted: Wanted) -> Extract:
    """Return the text of a Word file, its notes in the end, comments left out.

    Tracked changes are accepted or rejected as wanted. Raises ``UserError`` where the
    file is damaged.
    """
    package = _Package(ZipArchive(data, wanted.name), wanted.name)
    comments = _comments(package.related("comments"))
    styles = WordStyles(package.related("styles"))
    story = WordStory(wanted.name, wanted.changes, styles, comments)
    metadata, taking = package.metadata(), Taking()
    paragraphs = sum(1 for _ in package.document.iter("p"))
    body = _body(package.document, story, taking)
    blocks = list(wanted.each(body, paragraphs))
    title = find_title(blocks, metadata.title)
    take_blocks(taking, [*blocks, *_notes(package, story)])
    leave_out_furniture(taking, package.words_of_all("header", "footer"))
    tracked = any(package.document.find(f".//{one}") is not None for one in CHANGES)
    remarks = (said_of_changes(wanted.changes),) if tracked else ()
    return taking.extract(Format.WORD, metadata._replace(title=title), remarks)


def _body(document: Element, story: WordStory, taking: Taking) -> Iterator[Block]:
    """Return the blocks of the body; pages are told only where the file knows them."""
    body = child_of(document, "body")
    if body is None:
        return
    if next(body.iter("lastRenderedPageBreak"), None) is not None:
        taking.at("page 1")
    yield from story.read(body)


def _comments(root: Element) -> dict[str, Aside]:
    """Return the comments by their numbers."""
    return {
        value_of(one, "id") or "": Aside(
            all_words(one),
            told_by(COMMENT, value_of(one, "author"), value_of(one, "date")),
        )
        for one in root.iter("comment")
    }


def _notes(package: _Package, story: WordStory) -> Iterator[Block]:
    """Return the notes that the text refers to, in its order."""
    bodies = {
        NoteReference(kind, value_of(one, "id") or ""): one
        for kind in ("footnote", "endnote")
        for one in package.related(f"{kind}s").iter(kind)
    }
    for kind in ("footnote", "endnote"):
        for reference in [one for one in story.notes if one.kind == kind]:
            if reference in bodies:
                yield from as_notes(story.read(bodies[reference]))


class _Package:
    """The parts of a file, by what they are to its main part, the document."""

    def __init__(self, archive: ZipArchive, name: str) -> None:
        self._name = name
        self._parts = XmlParts(archive, name)
        self._of_package = self._relations("")
        named = (part for kind, part in self._of_package if kind == "officeDocument")
        self._main = next((part for part in named if part in archive), _USUAL)
        self._of_document = self._relations(self._main)
        document = self._part(self._main)
        if document is None:
            why = "holds no text that Word wrote"
            raise UserError(name, why, "open it in Word and save it anew")
        self.document = document

    def related(self, kind: str) -> Element:
        """Return the part that is this to the document, an empty one if none is."""
        parts = (part for known, part in self._of_document if known == kind)
        found = self._part(next(parts, ""))
        return Element("none") if found is None else found

    def words_of_all(self, *kinds: str) -> Iterator[str]:
        """Return the words of all parts that are one of these to the document."""
        named = dict.fromkeys(part for kind, part in self._of_document if kind in kinds)
        roots = (self._part(part) for part in named)
        return (all_words(root) for root in roots if root is not None)

    def metadata(self) -> Metadata:
        """Return what the file says of itself."""
        core = self._properties("core-properties")
        template = self._properties("extended-properties").get("Template", "")
        told = Metadata(
            core.get("title", ""),
            core.get("creator", ""),
            core.get("created", ""),
            language=core.get("language", ""),
        )
        return own_metadata(told, self._name, template)

    def _properties(self, kind: str) -> dict[str, str]:
        parts = (part for known, part in self._of_package if known == kind)
        root = self._part(next(parts, ""))
        fields = () if root is None else tuple(root)
        return {one.tag.lstrip(":"): one.text or "" for one in fields}

    def _part(self, part: str) -> Element | None:
        root = self._parts.root(part)
        return None if root is None else with_short_names(root)

    def _relations(self, part: str) -> list[tuple[str, str]]:
        """Return what parts of the package are to a part, the package itself for none.

        What stands outside the package is no part.
        """
        folder, _, file = part.rpartition("/")
        root = self._part(posixpath.join(folder, "_rels", f"{file}.rels"))
        return [
            (
                one.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))[
                    1:
                ],
            )
            for one in (() if root is None else root)
            if one.get("TargetMode") != "External"
        ]
