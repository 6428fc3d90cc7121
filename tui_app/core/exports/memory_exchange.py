"""A translation memory: each row with both sides a unit, in TMX 1.4b.

Each side says out of which text it is and in which language, ``und`` where that cannot
be told. Notes are notes of their unit; those on the whole, or on what only one text
has, are notes of the memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui_app import __version__
from tui_app.core.exports.report import Remark, Report
from tui_app.core.exports.xml_writing import HEAD, as_attribute, as_content, as_moment
from tui_app.core.model import Document, Side
from tui_app.core.text.spoken_language import UNDETERMINED

_SEGMENTS = {"sentence": "sentence", "paragraph": "paragraph", "line": "block"}


def memory_exchange(report: Report) -> Iterator[str]:
    """Yield the memory piece by piece, a row of it in memory at a time.

    The left text is the source. Rows go out that have both sides, wherever these
    stand; no differences are worked out but to choose rows.
    """
    comparison = report.comparison
    sides = _side(report, "left"), _side(report, "right")
    yield from _header(report, sides)
    for number in report.rows():
        row = comparison.rows[number]
        if row.left and row.right:
            yield f'<tu tuid="{number + 1}">'
            yield from map(_note, report.remarks_on(number))
            for side, units in zip(sides, (row.left, row.right), strict=True):
                yield _variant(side, units)
            yield "</tu>\n"
    yield "</body>\n</tmx>\n"


class _Side(NamedTuple):
    """A text, the code of its language, and what it is called."""

    document: Document
    language: str
    name: str


def _side(report: Report, side: Side) -> _Side:
    document = report.comparison.document(side)
    return _Side(document, report.language(side) or UNDETERMINED, document.name)


def _header(report: Report, sides: tuple[_Side, _Side]) -> Iterator[str]:
    moment = as_moment(report.made)
    said = {
        "creationtool": "Diptych",
        "creationtoolversion": __version__,
        "segtype": _SEGMENTS[report.comparison.left.granularity],
        "o-tmf": "Diptych",
        "adminlang": "en",
        "srclang": sides[0].language,
        "datatype": "plaintext",
        "creationdate": _basic(moment),
    }
    attributes = "".join(
        f" {name}={as_attribute(value)}" for name, value in said.items() if value
    )
    yield f'{HEAD}<tmx version="1.4">\n<header{attributes}>'
    yield from map(_note, _on_no_unit(report))
    yield "</header>\n<body>\n"


def _on_no_unit(report: Report) -> Iterator[Remark]:
    """Yield the notes on the whole, and those on passages that only one text has."""
    rows = report.comparison.rows
    for remark in report.remarks:
        first = remark.rows[0] if remark.rows else None
        if first is None:
            yield remark
        elif not (rows[first].left and rows[first].right) and report.wants(first):
            yield remark._replace(rows=())


def _basic(moment: str) -> str:
    """Return a time in the basic format of ISO 8601, which TMX wants."""
    return re.sub("[-:]", "", moment)


def _note(remark: Remark) -> str:
    return f"<note>{as_content(remark.told)}</note>"


def _variant(side: _Side, units: Sequence[int]) -> str:
    name, language = as_content(side.name), as_attribute(side.language)
    source = f'<prop type="x-source">{name}</prop>' if name else ""
    segment = as_content(_passage(side.document, units))
    return f"<tuv xml:lang={language}>{source}<seg>{segment}</seg></tuv>"


def _passage(document: Document, units: Sequence[int]) -> str:
    """Return the passages, neighbours with the white space between, others apart."""
    words = document.unit_text(units[0])
    for before, number in pairwise(units):
        between = " "
        if number == before + 1:
            between = document.text[
                document.units[before].end : document.units[number].start
            ]
        words += between + document.unit_text(number)
    return words
