"""A comparison as the JSON of the public contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_app.core.comparison import Comparison
    from tui_app.core.model import Document

FORMAT = "diptych-alignment"
VERSION = 1
_SCORE_DIGITS = 4


def comparison_as_json(
    comparison: Comparison, *, differences: bool
) -> dict[str, object]:
    """Return ``comparison`` as plain dicts and lists, ready for ``json.dumps``."""
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
            _row(comparison, number, differences=differences)
            for number in range(len(comparison.rows))
        ],
    }


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
    comparison: Comparison, number: int, *, differences: bool
) -> dict[str, object]:
    row = comparison.rows[number]
    found: dict[str, object] = {
        "left": list(row.left),
        "right": list(row.right),
        "relation": str(row.relation),
        "score": None if row.score is None else round(row.score, _SCORE_DIGITS),
        "moved": row.moved,
    }
    if differences:
        found["differences"] = [
            difference.to_dict() for difference in comparison.differences(number)
        ]
    return found
