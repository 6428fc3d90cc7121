"""What is a comparison in the JSON of the contract?"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from tui_app.core.kinds import Kind
from tui_app.core.model import Document, Link, Row, Unit

if TYPE_CHECKING:
    from tui_app.core.comparison import Comparison

FORMAT = "diptych-alignment"

VERSION = 1

_SCORE_DIGITS = 4
# Items a piece of JSON holds: enough to make writing cheap, little in memory.
_ITEMS = 2000


def comparison_as_json(
    comparison: Comparison, kinds: Container[Kind] | None
) -> dict[str, object]:
    """Return ``comparison`` as plain dicts and lists, ready for ``json.dumps``.

    Every row has its differences of ``kinds``; with ``None`` no row is compared.
    """
    return {
        "format": FORMAT,
        "version": VERSION,
        "left": _document(comparison.left),
        "right": _document(comparison.right),
        "links": [
            {
                "left": link.left,
                "right": link.right,
                "score": round(link.score, _SCORE_DIGITS),
            }
            for link in comparison.alignment.links
        ],
        "rows": [
            _row(comparison, number, kinds) for number in range(len(comparison.rows))
        ],
    }


def json_pieces(comparison: Comparison) -> Iterator[str]:
    """Yield the JSON without differences piece by piece, as ``json.dumps`` has it.

    A book has 100,000 units, links and rows: dicts for them would cost more time
    than finding them did, and the text would be in memory three times.
    """
    yield f'{{"format": "{FORMAT}", "version": {VERSION}, "left": '
    yield from _document_pieces(comparison.left)
    yield ', "right": '
    yield from _document_pieces(comparison.right)
    yield ', "links": ['
    yield from _joined(map(_link_text, comparison.alignment.links))
    yield '], "rows": ['
    yield from _joined(map(_row_text, comparison.rows))
    yield "]}"


def _document_pieces(document: Document) -> Iterator[str]:
    yield f'{{"source": {json.dumps(document.source)}'
    yield f', "title": {json.dumps(document.title)}, "text": '
    yield json.dumps(document.text)
    yield ', "units": ['
    yield from _joined(map(_unit_text, document.units))
    yield "]}"


def _joined(items: Iterable[str]) -> Iterator[str]:
    rest = iter(items)
    before = ""
    while piece := ", ".join(islice(rest, _ITEMS)):
        yield before + piece
        before = ", "


def _unit_text(unit: Unit) -> str:
    return (
        f'{{"start": {unit.start}, "end": {unit.end}, "paragraph": {unit.paragraph}}}'
    )


def _link_text(link: Link) -> str:
    score = round(link.score, _SCORE_DIGITS)
    return f'{{"left": {link.left}, "right": {link.right}, "score": {score!r}}}'


def _row_text(row: Row) -> str:
    score = "null" if row.score is None else repr(round(row.score, _SCORE_DIGITS))
    return (
        f'{{"left": {_numbers(row.left)}, "right": {_numbers(row.right)}, '
        f'"relation": "{row.relation.value}", "score": {score}, '
        f'"moved": {"true" if row.moved else "false"}}}'
    )


def _numbers(numbers: Sequence[int]) -> str:
    return f"[{numbers[0]}]" if len(numbers) == 1 else str(list(numbers))


def _document(document: Document) -> dict[str, object]:
    return {
        "source": document.source,
        "title": document.title,
        "text": document.text,
        "units": [
            {"start": unit.start, "end": unit.end, "paragraph": unit.paragraph}
            for unit in document.units
        ],
    }


def _row(
    comparison: Comparison, number: int, kinds: Container[Kind] | None
) -> dict[str, object]:
    row = comparison.rows[number]
    found: dict[str, object] = {
        "left": list(row.left),
        "right": list(row.right),
        "relation": str(row.relation),
        "score": None if row.score is None else round(row.score, _SCORE_DIGITS),
        "moved": row.moved,
    }
    if kinds is not None:
        found["differences"] = [
            one.to_dict() for one in comparison.differences(number) if one.kind in kinds
        ]
    return found
