"""XML of a document nobody vouches for, as a tree; entities and DTDs are refused."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError

from tui_app.core.formats.archive import Archive
from tui_app.errors import UserError

_MOST_SIGNS = 1_000_000
"""Angle brackets that open; a tree takes some hundred bytes for every other one."""


def parse_xml(data: bytes, name: str) -> Element:
    """Return the root of the tree. ``name`` is that of the document.

    Raises ``UserError`` for what is no XML, defines entities of its own or would be a
    tree too large.
    """
    if data.count(b"<") > _MOST_SIGNS:
        raise _too_much(name)
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(data)
    except DefusedXmlException as error:
        why = "defines its own XML entities, which is not safe to read"
        raise UserError(name, why, "check where it comes from") from error
    except (ParseError, ValueError, LookupError) as error:
        hint = "open it in the program that made it and save it anew"
        raise UserError(name, "is damaged: its XML is broken", hint) from error
    return root


class XmlParts:
    """The members of an archive that are XML, in bounds also all together.

    ``name`` is that of the document.
    """

    def __init__(self, archive: Archive, name: str) -> None:
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
        if self._signs > _MOST_SIGNS:
            raise _too_much(self._name)
        return parse_xml(data, self._name)


def _too_much(name: str) -> UserError:
    return UserError(name, "has more markup than can be read", "split it into parts")


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]
