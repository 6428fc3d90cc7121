"""The package of a redline: a zip of parts, which part is what, the same each time."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tui_app.core.exports.redline_styles import bullets, styles
from tui_app.core.exports.xml_writing import HEAD, as_content
from tui_app.core.model import Document

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
"""That of WordprocessingML; ``w:`` stands for it."""

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip can tell
_UNIX = 3  # the system a member was made on; else it would be the one at hand
_READABLE = 0o644 << 16

_CONTENT_TYPES = (
    f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_TYPE}.numbering+xml"/>'
    f'<Override PartName="/word/comments.xml" ContentType="{_TYPE}.comments+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    "</Types>"
)


class Member(NamedTuple):
    """A part of the package: its name and its bytes in pieces."""

    name: str
    pieces: Iterable[bytes]


def package(
    members: Iterable[Member], document: Document, moment: str
) -> Iterator[bytes]:
    """Yield a Word file whose main parts are these, piece by piece.

    The file says of itself what the ``document`` says, and that it was made at that
    ``moment``, if any is told.
    """
    return _zipped([*_frame(document, moment), *members])


def _frame(document: Document, moment: str) -> Iterator[Member]:
    """Yield the parts that are the same in every redline, or nearly so."""
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    yield _text("[Content_Types].xml", _CONTENT_TYPES)
    yield _relations(
        "_rels/.rels",
        (f"{_OFFICE}/officeDocument", "word/document.xml"),
        (core, "docProps/core.xml"),
    )
    yield _relations(
        "word/_rels/document.xml.rels",
        (f"{_OFFICE}/styles", "styles.xml"),
        (f"{_OFFICE}/numbering", "numbering.xml"),
        (f"{_OFFICE}/comments", "comments.xml"),
        (f"{_OFFICE}/customXml", "../customXml/item1.xml"),
    )
    yield _word_part("styles", styles(document.metadata.language))
    yield _word_part("numbering", bullets())
    yield _text("docProps/core.xml", _core(document, moment))


def _text(name: str, text: str) -> Member:
    return Member(name, [text.encode("utf-8")])


def _word_part(name: str, content: Iterable[str]) -> Member:
    inner = "".join(content)
    root = f'{HEAD}<w:{name} xmlns:w="{NAMESPACE}">{inner}</w:{name}>'
    return _text(f"word/{name}.xml", root)


def _relations(name: str, *related: tuple[str, str]) -> Member:
    inner = "".join(
        f'<Relationship Id="r{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(related, 1)
    )
    space = f"{_PACKAGE}/relationships"
    return _text(name, f'{HEAD}<Relationships xmlns="{space}">{inner}</Relationships>')


def _core(document: Document, moment: str) -> str:
    metadata = document.metadata
    said = {
        "dc:title": document.called,
        "dc:creator": metadata.author,
        "dc:language": metadata.language,
    }
    inner = "".join(
        f"<{name}>{as_content(value)}</{name}>" for name, value in said.items() if value
    )
    if moment:
        inner += (
            f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        )
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{inner}</cp:coreProperties>"
    )


class _Outlet(io.RawIOBase):
    """Takes what is written, and gives it on; nothing goes back."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, piece: object, /) -> int:
        taken = bytes(memoryview(piece))  # type: ignore[arg-type]  # what zipfile gives
        self._pieces.append(taken)
        return len(taken)

    def taken(self) -> bytes:
        """Return what was written since this was asked last."""
        found = b"".join(self._pieces)
        self._pieces.clear()
        return found


def _zipped(members: Iterable[Member]) -> Iterator[bytes]:
    outlet = _Outlet()
    with ZipFile(outlet, "w") as archive:
        for name, pieces in members:
            info = ZipInfo(name, _FIRST_DAY)
            info.compress_type = ZIP_DEFLATED
            info.create_system, info.external_attr = _UNIX, _READABLE
            with archive.open(info, "w") as member:
                for piece in pieces:
                    member.write(piece)
                    if found := outlet.taken():
                        yield found
    yield outlet.taken()
