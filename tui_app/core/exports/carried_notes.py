"""The notes whole, as data beside what people read, so that they can be read back.

A form embeds the page of annotations where programs find it and people do not: HTML in
the element of ``SCRIPT``, Word in a part of its own (``custom_part``). What is in it is
a W3C Web Annotation each, with the quotes and the words around them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui_app.core.exports.report import Remark

CONTEXT = '["http://www.w3.org/ns/anno.jsonld", {"diptych": "urn:diptych:"}]'

SCRIPT = '<script type="application/ld+json" id="diptych-notes">'
"""The element in which a page of HTML carries ``annotation_page``."""

PART_SPACE = "urn:diptych:notes"
"""The XML name space of a document's part that carries the notes."""

_IN_MARKUP = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def annotation_page(remarks: Iterable[Remark]) -> str:
    """Return all the notes as one ``AnnotationPage``: JSON, pure ASCII.

    Without ``<``, ``>`` and ``&``: as it is it may stand in HTML, also within a
    ``script``, and in XML.
    """
    return "".join(page_pieces(remarks))


def page_pieces(remarks: Iterable[Remark]) -> Iterator[str]:
    """Yield ``annotation_page`` piece by piece."""
    yield f'{{"@context": {CONTEXT}, "type": "AnnotationPage", "items": ['
    before = ""
    for remark in remarks:
        if remark.annotation:
            yield before + remark.annotation.translate(_IN_MARKUP)
            before = ", "
    yield "]}"


def custom_part(remarks: Iterable[Remark]) -> str:
    """Return the XML of a part of a Word file that carries the notes."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<notes xmlns="{PART_SPACE}">{annotation_page(remarks)}</notes>'
