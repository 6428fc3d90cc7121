"""A comparison in the JSON of the contract: as dicts, or as text piece by piece."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from tui_app.core.model import Difference, Document, Link, Row, Span, Unit
from tui_app.core.translation import Translation

RowDifferences = Callable[[int], Iterable[Difference]]

FORMAT = "diptych-alignment"

FORM_VERSION = 1

_SCORE_DIGITS = 4
# Items a piece of JSON holds, and characters of a text: enough to make writing cheap,
# little in memory.
_ITEMS = 2000
_CHARACTERS = 500_000


def comparison_form(
    left: Document,
    right: Document,
    links: Iterable[Link],
    rows: Sequence[Row],
    differences: RowDifferences | None = None,
    translation: Translation | None = None,
) -> dict[str, object]:
    """Return a comparison as plain dicts and lists, ready for ``json.dumps``.

    ``differences`` gives those of a row by its number; without it the rows have
    none.
    """
    found: list[dict[str, object]] = [row_form(row) for row in rows]
    if differences is not None:
        for number, row in enumerate(found):
            row["differences"] = [one.to_dict() for one in differences(number)]
    return {
        "format": FORMAT,
        "version": FORM_VERSION,
        **_languages(translation),
        "left": _document(left),
        "right": _document(right),
        "links": [_link(link) for link in links],
        "rows": found,
    }


def _languages(translation: Translation | None) -> dict[str, object]:
    """Return in which languages the texts are, nothing within one."""
    if translation is None:
        return {}
    languages = [language or None for language in translation.languages]
    return {"translation": {"languages": languages, "words": list(translation.lists)}}


def _document(document: Document) -> dict[str, object]:
    return {
        "source": document.source,
        "title": document.title,
        "text": document.text,
        "units": [
            {"start": unit.start, "end": unit.end, "paragraph": unit.paragraph}
            for unit in document.units
        ],
        **_origin(document),
    }


def _origin(document: Document) -> dict[str, object]:
    """Return the format and what the document says of itself; nothing of plain text."""
    extract = document.extract
    if extract is None or not extract.passages:
        return {}
    told = extract.metadata._asdict().items()
    return {
        "format": extract.format,
        "metadata": {name: value for name, value in told if value},
        **({"state": document.state} if document.state else {}),
    }


def _link(link: Link) -> dict[str, object]:
    score = round(link.score, _SCORE_DIGITS)
    return {"left": link.left, "right": link.right, "score": score}


def row_form(row: Row) -> dict[str, object]:
    """Return a row without its differences, ready for ``json.dumps``."""
    return {
        "left": list(row.left),
        "right": list(row.right),
        "relation": str(row.relation),
        "score": None if row.score is None else round(row.score, _SCORE_DIGITS),
        "moved": row.moved,
    }


def json_pieces(
    left: Document,
    right: Document,
    links: Iterable[Link],
    rows: Iterable[Row],
    translation: Translation | None = None,
) -> Iterator[str]:
    """Yield the form without differences piece by piece, as ``json.dumps`` has it.

    A book has 100,000 units, links and rows: dicts for them would cost more time
    than finding them did, and the text would be in memory three times.
    """
    yield from texts_and_links(left, right, links, translation)
    yield from rows_at_last(_joined(map(_row_text, rows)))


def rows_at_last(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the end of the form; ``pieces`` are some rows each, none of them empty."""
    yield ', "rows": ['
    yield from _separated(pieces)
    yield "]}"


def rows_with_differences(
    rows: Sequence[Row], numbers: Iterable[int], differences: RowDifferences
) -> str:
    """Return rows of ``comparison_form`` as ``json.dumps`` has them, without brackets.

    ``differences`` gives those of a row by its number.
    """
    return ", ".join(
        f'{_row_text(rows[number])[:-1]}, "differences": ['
        f"{', '.join(map(_difference_text, differences(number)))}]}}"
        for number in numbers
    )


def texts_and_links(
    left: Document,
    right: Document,
    links: Iterable[Link],
    translation: Translation | None,
) -> Iterator[str]:
    """Yield the beginning of the form, piece by piece: all that is before the rows."""
    yield f'{{"format": "{FORMAT}", "version": {FORM_VERSION}'
    for name, value in _languages(translation).items():
        yield f', "{name}": {json.dumps(value)}'
    yield ', "left": '
    yield from _document_pieces(left)
    yield ', "right": '
    yield from _document_pieces(right)
    yield ', "links": ['
    yield from _separated(_joined(map(_link_text, links)))
    yield "]"


def _document_pieces(document: Document) -> Iterator[str]:
    yield f'{{"source": {json.dumps(document.source)}'
    yield f', "title": {json.dumps(document.title)}, "text": '
    yield from _text_pieces(document.text)
    yield ', "units": ['
    yield from _separated(_joined(map(_unit_text, document.units)))
    yield "]"
    for name, value in _origin(document).items():
        yield f', "{name}": {json.dumps(value)}'
    yield "}"


def _text_pieces(text: str) -> Iterator[str]:
    """Yield a text as ``json.dumps`` has it: a character is escaped by itself."""
    yield '"'
    for start in range(0, len(text), _CHARACTERS):
        yield json.dumps(text[start : start + _CHARACTERS])[1:-1]
    yield '"'


def _joined(items: Iterable[str]) -> Iterator[str]:
    rest = iter(items)
    while piece := ", ".join(islice(rest, _ITEMS)):
        yield piece


def _separated(pieces: Iterable[str]) -> Iterator[str]:
    before = ""
    for piece in pieces:
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


def _difference_text(one: Difference) -> str:
    left, right = _span_text(one.left), _span_text(one.right)
    return f'{{"kind": "{one.kind.value}", "left": {left}, "right": {right}}}'


def _span_text(span: Span | None) -> str:
    return "null" if span is None else f"[{span.start}, {span.end}]"


def _numbers(numbers: Sequence[int]) -> str:
    return f"[{numbers[0]}]" if len(numbers) == 1 else str(list(numbers))
