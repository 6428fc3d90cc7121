"""What is told of three versions in JSON: beside a row, and beside its differences."""

from __future__ import annotations

from collections.abc import Container

from tui_app.core.from_base.changes_from_base import ChangesFromBase
from tui_app.core.from_base.told_from_base import KeptChange, ToldFromBase
from tui_app.core.json_form import row_form
from tui_app.core.kinds import Kind
from tui_app.core.model import Document, Span


def base_form(base: Document) -> dict[str, object]:
    """Return the base: its name, its title, and the text that offsets are in."""
    return {"source": base.source, "title": base.title, "text": base.text}


def row_from_base_form(
    changes: ChangesFromBase, number: int, kinds: Container[Kind]
) -> dict[str, object]:
    """Return a row with its differences of these kinds, each with its status.

    ``from_base`` is that of the passage of a row with one side, else ``null``.
    """
    pair, told = changes.pair, changes.of_row(number)
    form = row_form(pair.rows[number])
    found = zip(pair.differences(number), told.differences, strict=False)
    form["differences"] = [
        {**one.to_dict(), **_status(its)} for one, its in found if one.kind in kinds
    ]
    form |= _status(told.whole) if told.whole else {"from_base": None, "base": []}
    form["moved_from_base"] = told.moved and str(told.moved)
    form["kept"] = [_kept(one) for one in told.kept]
    return form


def _status(told: ToldFromBase) -> dict[str, object]:
    return {"from_base": str(told.status), "base": [_span(one) for one in told.base]}


def _kept(one: KeptChange) -> dict[str, object]:
    return {name: _span(span) for name, span in one._asdict().items()}


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
