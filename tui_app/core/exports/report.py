"""What goes out: a comparison, what a reader did with it, and what of it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.from_base.changes_from_base import ChangesFromBase
from tui_app.core.from_base.told_from_base import NOTHING_TOLD, RowFromBase
from tui_app.core.kinds import ALL_KINDS, FACTS, Kind
from tui_app.core.model import Difference, Side, Span
from tui_app.errors import UserError


class Remark(NamedTuple):
    """A note of a reader, as it goes out.

    ``rows`` are numbers from 0, empty for a note on the whole and for one whose place
    is lost. The spans are offsets into the texts, an empty one a gap; the quotes are
    the passages it was made on. ``kind``, ``status`` and ``state`` are the words of
    the notes; ``created`` is UTC in ISO 8601. ``annotation`` is the whole note as a
    W3C Web Annotation, in ASCII: forms carry it, so that notes come back as they went.
    """

    id: str
    body: str
    rows: tuple[int, ...] = ()
    left: tuple[Span, ...] = ()
    right: tuple[Span, ...] = ()
    left_quotes: tuple[str, ...] = ()
    right_quotes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    kind: str = "note"
    status: str = "open"
    state: str = "placed"
    by: str = ""
    created: str = ""
    annotation: str = ""

    @property
    def told(self) -> str:
        """The note in lines: the words it was on if its place is lost, body, tags."""
        quotes = () if self.rows else (*self.left_quotes, *self.right_quotes)
        tags = " ".join(f"#{tag}" for tag in self.tags)
        lines = (*(f"“{quote}”" for quote in quotes), self.body, tags)
        return "\n".join(filter(None, lines))


class Choice(NamedTuple):
    """What of a comparison goes out.

    ``kinds`` are the kinds of difference told; ``rows`` a range of row numbers from
    0, ``None`` for all. ``changed_only`` leaves out rows without a difference of
    these kinds, ``noted_only`` those without a note, ``unreviewed_only`` those a
    reader has reviewed.
    """

    kinds: frozenset[Kind] = ALL_KINDS
    rows: range | None = None
    changed_only: bool = False
    noted_only: bool = False
    unreviewed_only: bool = False

    def facts(self) -> Choice:
        """Return the choice of rows with changed facts, and of these alone."""
        return self._replace(kinds=self.kinds & FACTS, changed_only=True)


EVERYTHING_OUT = Choice()

_SAMPLED = 5000
"""Characters that tell the language of a text."""


def kinds_named(names: Iterable[str], *, facts: bool) -> frozenset[Kind]:
    """Return the kinds of these names, with those of all ``facts`` if asked for.

    Raises ``UserError`` where there is no such kind.
    """
    found = set(FACTS if facts else ())
    for name in names:
        if name not in set(Kind):
            known = ", ".join(Kind)
            raise UserError(name, "no such kind of difference", f"use one of {known}")
        found.add(Kind(name))
    return frozenset(found)


@dataclass(frozen=True)
class Report:
    """A comparison on its way out. ``made`` is the time in ISO 8601, or empty.

    ``reviewed`` and ``linked`` are the rows a reader has reviewed and linked by hand.
    ``author`` is who a form names for its changes, empty for nobody. ``watch`` is told
    of each row that goes out when its turn comes; what it raises ends the work.
    ``from_base`` tells how the changes stand to an older version, if there is one.
    """

    comparison: Comparison
    remarks: tuple[Remark, ...] = ()
    reviewed: frozenset[int] = frozenset()
    linked: frozenset[int] = frozenset()
    choice: Choice = field(default=EVERYTHING_OUT)
    made: str = ""
    author: str = ""
    watch: Callable[[int], None] | None = None
    from_base: ChangesFromBase | None = None

    @property
    def whole(self) -> bool:
        """Whether all rows go out."""
        choice = self.choice
        return choice.rows is None and not (
            choice.changed_only or choice.noted_only or choice.unreviewed_only
        )

    def rows(self) -> Iterator[int]:
        """Yield the rows that go out, in order. Lazy: rows are compared in turn."""
        choice, every = self.choice, range(len(self.comparison.rows))
        for row in every if choice.rows is None else choice.rows:
            if self.watch is not None:
                self.watch(row)
            if row in every and self.wants(row):
                yield row

    def wants(self, row: int) -> bool:
        """Tell whether the row goes out; it is compared if that depends on it."""
        choice = self.choice
        if choice.rows is not None and row not in choice.rows:
            return False
        if choice.unreviewed_only and row in self.reviewed:
            return False
        if choice.noted_only and row not in self._noted:
            return False
        return not choice.changed_only or self._is_changed(row)

    def _is_changed(self, row: int) -> bool:
        shown = self.comparison.rows[row]
        if not (shown.left and shown.right):
            kinds = {Kind.REMOVED if shown.left else Kind.ADDED}
            return not kinds.isdisjoint(self.choice.kinds)
        return bool(self.differences(row))

    def differences(self, row: int) -> tuple[Difference, ...]:
        """Return the differences of the row that are of a kind that goes out."""
        kinds = self.choice.kinds
        return tuple(
            one for one in self.comparison.differences(row) if one.kind in kinds
        )

    def told_from_base(self, row: int) -> RowFromBase:
        """Return how the row stands to the base; of differences, those that go out."""
        if self.from_base is None:
            return NOTHING_TOLD
        told, kinds = self.from_base.of_row(row), self.choice.kinds
        pairs = zip(self.comparison.differences(row), told.differences, strict=False)
        wanted = tuple(its for one, its in pairs if one.kind in kinds)
        kept = told.kept if kinds == ALL_KINDS else ()
        return told._replace(differences=wanted, kept=kept)

    def language(self, side: Side) -> str:
        """Return the language of a text as a code of BCP 47, ``""`` at a loss.

        What the document says counts, then what was told of a text and its translation,
        or else what its first words tell.
        """
        from tui_app.core.text.spoken_language import UNDETERMINED, spoken_language

        document = self.comparison.document(side)
        if told := document.metadata.language:
            return told
        translation = self.comparison.translation
        if translation is not None:
            return translation.languages[0 if side == "left" else 1]
        guess = spoken_language(document.text[:_SAMPLED])
        return "" if guess == UNDETERMINED else guess

    def remarks_on(self, row: int) -> tuple[Remark, ...]:
        """Return the notes whose first row this is."""
        return self._noted.get(row, ())

    def without_notes_left_behind(self) -> Report:
        """Return the report with the notes of rows that go out alone.

        Those on the whole, and on what is lost, do not go with a range of rows.
        """
        with_all = self.choice.rows is None
        own = replace(self, comparison=self.comparison.forgetful())
        return replace(
            self,
            remarks=tuple(
                one
                for one in self.remarks
                if (own.wants(one.rows[0]) if one.rows else with_all)
            ),
        )

    @property
    def remarks_nowhere(self) -> tuple[Remark, ...]:
        """Return the notes on the whole comparison, and those whose place is lost."""
        return tuple(one for one in self.remarks if not one.rows)

    @cached_property
    def _noted(self) -> dict[int, tuple[Remark, ...]]:
        found: dict[int, tuple[Remark, ...]] = {}
        for remark in self.remarks:
            if remark.rows:
                first = remark.rows[0]
                found[first] = (*found.get(first, ()), remark)
        return found
