"""XML of a document nobody vouches for: members of an archive as trees, in bounds.

Entities and DTDs are refused.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError

from tui_app.core.formats.refusals import CHECK_ORIGIN, SAVE_ANEW, SPLIT
from tui_app.core.formats.zip_archive import ZipArchive
from tui_app.errors import UserError

MOST_SIGNS = 1_000_000
"""Angle brackets that open; a tree takes some hundred bytes for every other one."""


class XmlParts:
    """Reads the members as trees; ``name`` is that of the document."""

    def __init__(self, archive: ZipArchive, name: str) -> None:
        self._archive = archive
        self._name = name
        self._signs = 0

    def root(self, member: str) -> Element | None:
        """Return the root of a member, ``None`` where there is no such member.

        Raises ``UserError`` for what is no XML, defines entities of its own, or where
        the trees of all members would be too large together.
        """
        if member not in self._archive:
            return None
        data = self._archive.read(member)
        self._signs += data.count(b"<")
        if self._signs > MOST_SIGNS:
            why = "has more markup than can be read"
            raise UserError(self._name, why, SPLIT)
        return _parsed(data, self._name)


def _parsed(data: bytes, name: str) -> Element:
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(data)
    except DefusedXmlException as error:
        why = "defines its own XML entities, which is not safe to read"
        raise UserError(name, why, CHECK_ORIGIN) from error
    except (ParseError, ValueError, LookupError) as error:
        why = "is damaged: its XML is broken"
        raise UserError(name, why, SAVE_ANEW) from error
    return root


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def attribute_of(element: Element, name: str) -> str:
    """Return the attribute of the name in any namespace, ``""`` for none."""
    for known, value in element.items():
        if known.rpartition("}")[2] == name:
            return value
    return ""
