"""The one way through: from two texts to rows and, row by row, to differences.

``compare_texts`` and ``compare_files`` load and segment, then ``compare`` aligns and
makes rows; a ``Comparison`` finds the differences of a row when they are asked for.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from os import PathLike, fspath
from typing import IO, TYPE_CHECKING

from tui_app.core.difference_columns import RowsWorkedOut, WorkedOut
from tui_app.core.kinds import ALL_KINDS, LETTERED, Kind
from tui_app.core.model import (
    Alignment,
    Constraints,
    Difference,
    Document,
    Granularity,
    Relation,
    Report,
    Row,
    Side,
    Span,
)
from tui_app.core.translation import LanguageChoice, Translation, find_translation

if TYPE_CHECKING:
    from io import TextIOBase

    from tui_app.core.differences.row_differences import RowCollator
    from tui_app.core.differences.translated_rows import TranslatedRows
    from tui_app.core.exports.report import Remark
    from tui_app.core.extract import Changes
    from tui_app.core.facts.pair_character import PairCharacter

Letters = tuple[tuple[Span, ...], tuple[Span, ...]]


NO_CONSTRAINTS = Constraints()

MOST_ROWS = 5000
"""Rows whose differences ``to_dict`` works out without being asked."""

MOST_REMEMBERED = 2000
"""Rows whose differences are remembered, some megabytes; those of a book are not."""


@dataclass(frozen=True)
class Comparison:
    """Two aligned documents. Differences are worked out when first asked for.

    ``translation`` is ``None`` within one language.
    Those known already go with it to another process.
    """

    left: Document
    right: Document
    alignment: Alignment
    rows: Sequence[Row]
    _memory: dict[int, tuple[Difference, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _letters: dict[Difference, Letters] = field(
        default_factory=dict, repr=False, compare=False
    )
    _characters: list[PairCharacter] = field(
        default_factory=list, repr=False, compare=False
    )
    _worked_out: WorkedOut = field(default_factory=WorkedOut, repr=False, compare=False)
    translation: Translation | None = None

    def __getstate__(self) -> dict[str, object]:
        """Return what another process needs: a collator is quickly made anew."""
        return {
            name: value for name, value in self.__dict__.items() if name != "_collator"
        }

    @property
    def size(self) -> int:
        """How many characters both documents have."""
        return len(self.left.text) + len(self.right.text)

    @property
    def seem_unrelated(self) -> bool:
        """Tell whether no passage of a text was found in the other language."""
        units = self.left.units and self.right.units
        return bool(self.translation and units and not self.alignment.beads)

    def document(self, side: Side) -> Document:
        """Return the document of that side."""
        return self.left if side == "left" else self.right

    def may_differ(self, row: int) -> bool:
        """Tell whether the sides of a row may show differences.

        What is the same does not, unless it should be in another language.
        """
        relation = self.rows[row].relation
        across = self.translation is not None and relation is Relation.SAME
        return across or relation is Relation.CHANGED

    def differences(self, row: int) -> tuple[Difference, ...]:
        """Return the differences of the row, offsets into the documents' texts."""
        known = self._memory.get(row)
        if known is None:
            content = self.rows[row]
            if content.left and content.right:
                known = self._worked_out.of_row(row)
            if known is None:
                known = self._collator.differences(content)
            if len(self._memory) >= MOST_REMEMBERED:
                self._memory.clear()  # at once: other threads may be asking, too
                self._letters.clear()
            self._memory[row] = known
        return known

    def read_whole(self) -> None:
        """Read what the two texts tell as a whole, which else the first row waits for.

        Whoever hands rows to several processes has it read once.
        """
        self._collator.read_whole()

    @property
    def character(self) -> PairCharacter:
        """What kind of pair the documents are; some rows are read for it once.

        A text and its translation are of none: what is said of a pair is about words.
        """
        if self.translation is not None:
            from tui_app.core.facts.pair_character import EDITED

            return EDITED
        return _character(self._characters, self.left, self.right, self.rows)

    def stated(self, row: int) -> tuple[Difference, ...]:
        """Return the facts that the passage of a row with one side states.

        They are no differences: the other side has nothing to compare them with.
        """
        content = self.rows[row]
        known = None if content.left and content.right else self._worked_out.of_row(row)
        return self._collator.stated(content) if known is None else known

    def lacks(self, row: int, kinds: Container[Kind]) -> bool:
        """Tell whether it is known already that no such difference is in the row.

        Who looks for the few facts of a book need not look at every row.
        """
        return self._worked_out.lacks(row, kinds)

    def worked_out(self, row: int) -> tuple[Difference, ...] | None:
        """Return what ``know`` was told of the row, ``None`` for nothing."""
        return self._worked_out.of_row(row)

    @property
    def is_worked_out(self) -> bool:
        """Tell whether ``know`` was told of every row."""
        return self._worked_out.size >= len(self.rows)

    def know(self, rows: RowsWorkedOut) -> None:
        """Take in what was worked out of some rows elsewhere.

        Of rows with one side these are the facts stated.
        """
        self._worked_out.add(rows)

    def letters(self, difference: Difference) -> Letters:
        """Return the letters that differ, offsets into the left and the right text.

        Both are empty where the words are too unlike, or the kind has no such letters.
        """
        left, right = difference.left, difference.right
        if difference.kind not in LETTERED or left is None or right is None:
            return (), ()
        known = self._letters.get(difference)
        if known is not None:
            return known
        from tui_app.core.differences.letters import changed_letters

        ours, theirs = changed_letters(
            self.left.text[left.start : left.end],
            self.right.text[right.start : right.end],
        )
        found = _shifted(ours, left.start), _shifted(theirs, right.start)
        self._letters[difference] = found
        return found

    def forgetful(self) -> Comparison:
        """Return the same comparison with a memory of its own.

        Who walks over a whole book and drops this now and then keeps no differences.
        """
        return replace(self, _memory={}, _letters={})

    @cached_property
    def _collator(self) -> RowCollator | TranslatedRows:
        return self.collator()

    def collator(self) -> RowCollator | TranslatedRows:
        """Return what works out the differences of rows, and remembers none.

        Each thread needs one of its own.
        """
        texts = self.left, self.right
        if self.translation is not None:
            from tui_app.core.differences.translated_rows import TranslatedRows

            return TranslatedRows(*texts, self.translation.languages, self.rows)
        from tui_app.core.differences.row_differences import RowCollator

        # What knows this comparison itself would keep it from being given back.
        character = partial(_character, self._characters, *texts, self.rows)
        return RowCollator(*texts, character)

    def to_dict(self, *, differences: bool | None = None) -> dict[str, object]:
        """Return the JSON form, with the differences of every row.

        Those of a book take minutes: beyond ``MOST_ROWS`` rows they are left out
        unless ``differences`` asks for them.
        """
        from tui_app.core.json_form import comparison_form

        if differences is None:
            differences = len(self.rows) <= MOST_ROWS
        asked = self.differences if differences else None
        return comparison_form(
            self.left,
            self.right,
            self.alignment.links,
            self.rows,
            asked,
            self.translation,
        )

    def export(
        self,
        form: str,
        to: str | PathLike[str] | IO[bytes] | TextIOBase,
        *,
        facts: bool = False,
        kinds: Iterable[str] = (),
        rows: tuple[int, int] | None = None,
        remarks: Iterable[Remark] = (),
        author: str = "",
    ) -> None:
        """Write the comparison in a form of ``diptych export``, as "html" or "csv".

        ``to`` is a path, of which an existing file is replaced as a whole, or an open
        file. ``facts`` and ``kinds`` leave only rows with such differences, ``rows``
        only those from the first number to the last, from 1. ``remarks`` are notes to
        go with it, ``author`` who a redline is by. Raises ``UserError`` for an unknown
        form or kind and where the place cannot be written.
        """
        from tui_app.core.exports.report import Choice, Report, kinds_named
        from tui_app.core.exports.writing import write_to

        wanted = kinds_named(kinds, facts=facts)
        choice = Choice(
            wanted or ALL_KINDS,
            None if rows is None else range(rows[0] - 1, rows[1]),
            changed_only=bool(wanted),
        )
        report = Report(self, tuple(remarks), choice=choice, author=author)
        write_to(report.without_notes_left_behind(), form, to)


def _character(
    known: list[PairCharacter], left: Document, right: Document, rows: Sequence[Row]
) -> PairCharacter:
    """Return what kind of pair the documents are, kept in ``known``."""
    if not known:
        from tui_app.core.differences.row_differences import character_of

        known.append(character_of(left, right, rows))
    return known[0]


def _shifted(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple(Span(by + span.start, by + span.end) for span in spans)


def compare(
    left: Document,
    right: Document,
    constraints: Constraints = NO_CONSTRAINTS,
    report: Report | None = None,
    translation: Translation | None = None,
) -> Comparison:
    """Align two segmented documents, one language or a text and its translation.

    ``report`` is called now and then from the calling thread; what it raises
    ends the work and passes through.
    """
    from tui_app.core.align import align
    from tui_app.core.rows import build_rows

    alignment = align(left, right, constraints, report, translation)
    rows = build_rows(left, right, alignment)
    return Comparison(left, right, alignment, rows, translation=translation)


def compare_in_steps(
    left: Document,
    right: Document,
    constraints: Constraints = NO_CONSTRAINTS,
    report: Report | None = None,
    eye: int = 0,
    translation: Translation | None = None,
) -> Iterator[Comparison]:
    """Yield better and better comparisons; the last is that of ``compare``.

    Of a book the rows about the unit ``eye`` of the left come first.
    """
    from tui_app.core.align import align_in_steps
    from tui_app.core.rows import build_rows

    steps = align_in_steps(left, right, constraints, report, eye, translation)
    for alignment in steps:
        rows = build_rows(left, right, alignment)
        yield Comparison(left, right, alignment, rows, translation=translation)


def compare_again(
    found: Comparison, constraints: Constraints, report: Report | None = None
) -> Comparison:
    """Return the comparison under these constraints; ``found`` was made under others.

    It is the one that ``compare`` makes, by whatever way one came to it, so what is
    taken back brings the rows that there were. Of a book only the neighbourhood of
    what changed is aligned again.
    """
    from tui_app.core.align import realign
    from tui_app.core.rows import build_rows

    left, right, translation = found.left, found.right, found.translation
    alignment = realign(left, right, found.alignment, constraints, report, translation)
    rows = build_rows(left, right, alignment, found.rows)
    return Comparison(left, right, alignment, rows, translation=translation)


def compare_texts(
    left: str,
    right: str,
    unit: Granularity = "sentence",
    *,
    languages: tuple[str, str] | None = None,
    across: bool | None = None,
    words: Iterable[str | PathLike[str]] = (),
) -> Comparison:
    """Compare two strings.

    They may be a text and its translation: the strings tell, unless ``across`` does or
    two ``languages`` are named (ISO 639-1 codes). ``words`` are word lists for that:
    a word, a tab, its translation on each line, or an installed dictionary. Raises
    ``UserError`` where a list cannot be read.
    """
    from tui_app.core.segmentation import segment

    choice = LanguageChoice(across, languages, tuple(fspath(one) for one in words))
    return _compare_as(choice, segment(left, None, unit), segment(right, None, unit))


def compare_files(
    left: str | PathLike[str],
    right: str | PathLike[str],
    unit: Granularity = "sentence",
    changes: Changes = "accept",
    *,
    languages: tuple[str, str] | None = None,
    across: bool | None = None,
    words: Iterable[str | PathLike[str]] = (),
) -> Comparison:
    """Compare two files; ``changes`` tells what becomes of those tracked in them.

    The rest is as for ``compare_texts``. Raises ``UserError`` where a file cannot be
    read.
    """
    from tui_app.core.loading import load_document

    choice = LanguageChoice(across, languages, tuple(fspath(one) for one in words))
    documents = (
        load_document(left, unit, changes),
        load_document(right, unit, changes),
    )
    return _compare_as(choice, *documents)


def _compare_as(choice: LanguageChoice, left: Document, right: Document) -> Comparison:
    translation = find_translation(left, right, choice)
    return compare(left, right, translation=translation)
