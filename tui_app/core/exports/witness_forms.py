"""A table of one text against several, as comma-separated values or as JSON.

The CSV (RFC 4180, UTF-8 with a byte order mark, cells that no spreadsheet takes for
formulas) has a line for each passage of the left and, after these, one for each that
only others have: it has no number, but that of the passage it stands ``after``. Of each
text there are four columns: what it has (``there``, ``changed``, ``missing``, or
``added``), how much is alike, where the passage stands if it has moved, and the facts
that differ. Passages count from 1; offsets are code points, the end exclusive.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from tui_app.core.exports.formula_guard import inert
from tui_app.core.model import Span
from tui_app.core.text.display import displayable
from tui_app.core.witness_table import (
    LoneLine,
    LonePassage,
    StatedFact,
    Witness,
    WitnessCell,
    WitnessTable,
)
from tui_app.errors import UserError

ADDED = "added"
"""What a passage is in a text that has it while the left lacks it."""

_HEAD = ("passage", "after", "start", "end", "text")
_OF_EACH = ("", "alike", "moved", "facts")
_NOTHING = ("",) * len(_OF_EACH)


# Comma-separated values --------------------------------------------------------


def table_as_csv(table: WitnessTable) -> Iterator[str]:
    """Yield the table, line by line."""
    heads = (
        f"{one.name} {what}".rstrip() for one in table.witnesses for what in _OF_EACH
    )
    yield "\ufeff" + _written([*_HEAD, *heads])
    for number, unit in enumerate(table.left.units):
        words = " ".join(table.left.unit_text(number).split())
        cells = (_cell(one.cells[number]) for one in table.witnesses)
        head = (str(number + 1), "", str(unit.start), str(unit.end), words)
        yield _written([*head, *(word for cell in cells for word in cell)])
    for line in table.lone:
        held = (
            (ADDED, *_NOTHING[1:]) if one is not None else _NOTHING
            for one in line.passages
        )
        head = ("", str(line.after + 1), "", "", line.words)
        yield _written([*head, *(word for cell in held for word in cell)])


def _cell(cell: WitnessCell) -> tuple[str, str, str, str]:
    alike = "" if cell.alike is None else f"{cell.alike:.3f}"
    facts = "; ".join(map(fact_in_words, cell.facts))
    return str(cell.holds), alike, cell.moved or "", facts


def fact_in_words(fact: StatedFact) -> str:
    """Return what both say of a fact, as "five → seven"."""
    return f"{fact.left or '—'} → {fact.right or '—'}"


def _written(cells: Sequence[str]) -> str:
    line = io.StringIO()
    guarded = [inert(displayable(cell)) for cell in cells]
    csv.writer(line, lineterminator="\r\n").writerow(guarded)
    return line.getvalue()


# JSON --------------------------------------------------------------------------


def table_as_json(table: WitnessTable) -> Iterator[str]:
    """Yield the table as one object on a line, in ASCII."""
    left = table.left
    head = {
        "format": "diptych-table",
        "version": 1,
        "unit": left.granularity,
        "left": {"source": left.source, "title": left.title},
        "others": [_other(one) for one in table.witnesses],
    }
    yield json.dumps(head)[:-1] + ', "passages": ['
    for number in range(len(left.units)):
        yield (", " if number else "") + json.dumps(_passage(table, number))
    added = [_added(one) for one in table.lone]
    yield f'], "added": {json.dumps(added)}}}\n'


def _other(one: Witness) -> dict[str, object]:
    numbers = one.numbers
    return {
        "source": one.name,
        "title": one.title,
        "across": one.across,
        "there": numbers.there,
        "changed": numbers.changed,
        "missing": numbers.missing,
        "facts": numbers.with_facts,
        "moved": numbers.moved,
        "added": numbers.lone,
    }


def _passage(table: WitnessTable, number: int) -> dict[str, object]:
    unit = table.left.units[number]
    return {
        "start": unit.start,
        "end": unit.end,
        "text": table.left.unit_text(number),
        "in": [_held(one.cells[number]) for one in table.witnesses],
    }


def _held(cell: WitnessCell) -> dict[str, object]:
    return {
        "state": str(cell.holds),
        "score": None if cell.score is None else round(cell.score, 4),
        "alike": None if cell.alike is None else round(cell.alike, 4),
        "moved": cell.moved,
        "facts": [one._asdict() for one in cell.facts],
        "right": [list(span) for span in cell.right],
    }


def _added(line: LoneLine) -> dict[str, object]:
    return {
        "text": line.words,
        "after": line.after + 1,
        "in": [None if one is None else _at(one) for one in line.passages],
    }


def _at(passage: LonePassage) -> list[int]:
    span: Span = passage.span
    return [span.start, span.end]


TABLE_FORMS: Mapping[str, Callable[[WitnessTable], Iterator[str]]] = {
    "csv": table_as_csv,
    "json": table_as_json,
}
"""The forms of the table by their names, which are the endings of files as well."""


def form_of_table(place: Path) -> str:
    """Return the form that a file's ending names. Raises ``UserError`` for none."""
    name = place.suffix.lower().removeprefix(".")
    if name not in TABLE_FORMS:
        why = "its ending names no form of a table"
        raise UserError(str(place), why, "end it in .csv or .json")
    return name


def table_pieces(table: WitnessTable, form: str) -> Iterator[bytes]:
    """Yield the bytes of the table in one of its forms."""
    return (piece.encode("utf-8", "replace") for piece in TABLE_FORMS[form](table))
