"""OpenDocument texts (.odt): their words, notes and tracked changes.

OASIS OpenDocument 1.3, part 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tui_app.core.extract import Extract, Format, Metadata
from tui_app.core.formats.office_lines import (
    find_title,
    leave_out_furniture,
    said_of_changes,
    take_blocks,
)
from tui_app.core.formats.open_document_story import OpenDocumentStory, all_words
from tui_app.core.formats.open_document_styles import OpenDocumentStyles
from tui_app.core.formats.own_metadata import own_metadata
from tui_app.core.formats.refusals import LOCKED
from tui_app.core.formats.safe_xml import XmlParts, local_name
from tui_app.core.formats.taking import Taking, Wanted
from tui_app.core.formats.zip_archive import ZipArchive
from tui_app.errors import UserError

_TEXT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"


def read_open_document(data: bytes, wanted: Wanted) -> Extract:
    """Return the text of an OpenDocument file, its notes in the end.

    Comments are left out, tracked changes accepted or rejected as wanted. Raises
    ``UserError`` where the file is damaged or protected by a password.
    """
    archive = ZipArchive(data, wanted.name)
    _refuse_locked(archive, wanted.name)
    parts = XmlParts(archive, wanted.name)
    content, styles = _part(parts, _TEXT), _part(parts, "styles.xml")
    story = OpenDocumentStory(
        wanted.name, wanted.changes, OpenDocumentStyles((styles, content))
    )
    taking = Taking()
    if any(local_name(one) == "soft-page-break" for one in content.iter()):
        taking.at("page 1")
    bodies = (one for one in content if local_name(one) == "body")
    read = (block for body in bodies for block in story.read(body))
    paragraphs = sum(local_name(one) in ("p", "h") for one in content.iter())
    blocks = list(wanted.each(read, paragraphs))
    metadata = _metadata(_part(parts, "meta.xml"), wanted.name)
    title = find_title(blocks, metadata.title)
    take_blocks(taking, blocks)
    take_blocks(taking, story.read_notes())
    leave_out_furniture(taking, _furniture(styles))
    tracked = any(local_name(one) == "changed-region" for one in content.iter())
    remarks = (said_of_changes(wanted.changes),) if tracked else ()
    return taking.extract(Format.OPEN_DOCUMENT, metadata._replace(title=title), remarks)


def _refuse_locked(archive: ZipArchive, name: str) -> None:
    manifest = archive.read(_MANIFEST) if _MANIFEST in archive else b""
    if b"encryption-data" in manifest or "encrypted-package" in archive:
        raise UserError(name, *LOCKED)
    if _TEXT not in archive:
        raise UserError(
            name, "holds no text", "open it in LibreOffice and save it anew"
        )


def _part(parts: XmlParts, part: str) -> Element:
    """Return a part of the file, an empty one where there is none."""
    root = parts.root(part)
    return Element("none") if root is None else root


def _furniture(styles: Element) -> Iterator[str]:
    """Return the words of headers and footers."""
    kinds = {"header", "footer", "header-left", "footer-left", "header-first",
             "footer-first"}  # fmt: skip
    return (all_words(one) for one in styles.iter() if local_name(one) in kinds)


def _metadata(root: Element, name: str) -> Metadata:
    fields = {local_name(one): (one.text or "").strip() for one in root.iter()}
    template = next((one for one in root.iter() if local_name(one) == "template"), None)
    used = "" if template is None else " ".join(template.attrib.values())
    told = Metadata(
        fields.get("title", ""),
        fields.get("initial-creator", "") or fields.get("creator", ""),
        fields.get("creation-date", "") or fields.get("date", ""),
        language=fields.get("language", ""),
    )
    return own_metadata(told, name, used)
