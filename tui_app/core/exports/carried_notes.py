"""The notes whole, as data beside what people read, so that they can be read back.

A form embeds the annotations where programs find them and people do not: HTML in the
element of ``SCRIPT``, Markdown in comments, a table in its last column, Word in a part
of its own (``custom_part``). Each is a W3C Web Annotation, with the quotes and the
words around them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from tui_app.core.exports.report import Remark

JSON_LD_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"diptych": "urn:diptych:"}]
"""What the words of an annotation mean."""

SCRIPT = '<script type="application/ld+json" id="diptych-notes">'
"""The element in which a page of HTML carries ``annotation_page``."""

PART_SPACE = "urn:diptych:notes"
"""The XML name space of a document's part that carries the notes."""

_IN_MARKUP = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def in_markup(annotations: str) -> str:
    """Return JSON without ``<``, ``>`` and ``&``.

    As it is it may stand in HTML, also within a ``script``, and in XML.
    """
    return annotations.translate(_IN_MARKUP)


def in_comment(annotation: str) -> str:
    """Return JSON in a comment of Markdown, which no page shows."""
    # "--" may not stand in a comment, and JSON can say a hyphen otherwise.
    carried = annotation.replace("--", "-\\u002d")
    return f"<!-- diptych: {carried} -->"


def in_cell(annotations: str) -> str:
    """Return JSON that stays one cell where a comma is the decimal point."""
    return annotations.replace(";", "\\u003b")


def annotation_page(remarks: Iterable[Remark]) -> str:
    """Return all the notes as one ``AnnotationPage``: JSON, ASCII, as ``in_markup``."""
    return "".join(page_pieces(remarks))


def page_pieces(remarks: Iterable[Remark]) -> Iterator[str]:
    """Yield ``annotation_page`` piece by piece."""
    context = json.dumps(JSON_LD_CONTEXT)
    yield f'{{"@context": {context}, "type": "AnnotationPage", "items": ['
    before = ""
    for remark in remarks:
        if remark.annotation:
            yield before + in_markup(remark.annotation)
            before = ", "
    yield "]}"


def custom_part(remarks: Iterable[Remark]) -> str:
    """Return the XML of a part of a Word file that carries the notes."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<notes xmlns="{PART_SPACE}">{annotation_page(remarks)}</notes>'
