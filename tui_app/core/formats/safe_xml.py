"""XML of a document nobody vouches for, as a tree; entities and DTDs are refused."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError

from tui_app.errors import UserError

MOST_SIGNS = 1_000_000
"""Angle brackets that open; a tree takes some hundred bytes for every other one."""


def parse_xml(data: bytes, name: str) -> Element:
    """Return the root of the tree. ``name`` is that of the document.

    Raises ``UserError`` for what is no XML, defines entities of its own or would be a
    tree too large.
    """
    if data.count(b"<") > MOST_SIGNS:
        raise UserError(name, "has more markup than can be read", "split it into parts")
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


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def attribute_of(element: Element, name: str) -> str:
    """Return the attribute of the name in any namespace, ``""`` for none."""
    for known, value in element.items():
        if known.rpartition("}")[2] == name:
            return value
    return ""
