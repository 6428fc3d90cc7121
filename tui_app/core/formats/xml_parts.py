"""The members of an archive that are XML, in bounds also all together."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from tui_app.core.formats.safe_xml import MOST_SIGNS, parse_xml
from tui_app.core.formats.zip_archive import ZipArchive
from tui_app.errors import UserError


class XmlParts:
    """Reads the members as trees; ``name`` is that of the document."""

    def __init__(self, archive: ZipArchive, name: str) -> None:
        self._archive = archive
        self._name = name
        self._signs = 0

    def root(self, member: str) -> Element | None:
        """Return the root of a member, ``None`` where there is no such member.

        Raises ``UserError`` as ``parse_xml`` does.
        """
        if member not in self._archive:
            return None
        data = self._archive.read(member)
        self._signs += data.count(b"<")
        if self._signs > MOST_SIGNS:
            why = "has more markup than can be read"
            raise UserError(self._name, why, "split it into parts")
        return parse_xml(data, self._name)
