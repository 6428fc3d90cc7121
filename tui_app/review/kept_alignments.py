"""Alignments of long texts kept in the user's cache: opened again, the rows are there.

Kept is what the texts alone say and what was aligned again about links by hand: numbers
of units and how likely links are, none of the words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui_app.core.comparison import Comparison, compare, compare_again, compare_in_steps
from tui_app.core.model import Alignment, Constraints, Document, Report, SomeUnits
from tui_app.core.translation import Translation
from tui_app.disk.kept_files import KeptFile
from tui_app.disk.paths import alignments_folder
from tui_app.review.alignment_bytes import alignment_from_bytes, alignment_to_bytes
from tui_app.review.pair_key import NotToldError, pair_key


def compare_as_kept(
    left: Document,
    right: Document,
    constraints: Constraints,
    translation: Translation | None,
    report: Report | None = None,
) -> Comparison:
    """Return what ``compare`` returns; what takes long is done once and kept."""
    kept = _Kept.of(left, right, translation)
    found = kept and kept.comparison(constraints, report)
    if found:
        return found
    made = compare(left, right, constraints, report, translation=translation)
    if kept:
        kept.keep(made.alignment)
    return made


def steps_as_kept(
    left: Document,
    right: Document,
    constraints: Constraints,
    report: Report,
    eye: int,
    translation: Translation | None,
) -> Iterator[Comparison]:
    """Yield what ``compare_in_steps`` yields; only the last where that is kept."""
    kept = _Kept.of(left, right, translation)
    found = kept and kept.comparison(constraints, report)
    if found:
        yield found
        return
    step: Comparison | None = None
    for step in compare_in_steps(left, right, constraints, report, eye, translation):
        yield step
    if kept and step:
        kept.keep(step.alignment)


class _Kept(NamedTuple):
    """Where the alignment of two texts is kept."""

    left: Document
    right: Document
    translation: Translation | None
    file: KeptFile

    @classmethod
    def of(
        cls, left: Document, right: Document, translation: Translation | None
    ) -> _Kept | None:
        """Return the place, ``None`` where aligning takes no time."""
        from tui_app.core.align import are_articles

        if translation is None and are_articles(left, right):
            return None
        try:
            key = pair_key(left, right, translation)
        except NotToldError:
            return None
        file = KeptFile(alignments_folder(), "alignment", key)
        return cls(left, right, translation, file)

    def comparison(
        self, constraints: Constraints, report: Report | None = None
    ) -> Comparison | None:
        """Return the comparison under these constraints, ``None`` if none is kept.

        What was settled when it was kept does not matter: it saves work if it still is.
        """
        found = self.file.read(alignment_from_bytes)
        if found is None:
            return None
        left, right, translation, _ = self
        before = Comparison(left, right, found, (), translation=translation)
        made = compare_again(before, constraints, report)
        if _aligned_again(made.alignment) - _aligned_again(found):
            self.keep(made.alignment)
        return made

    def keep(self, alignment: Alignment) -> None:
        """Keep the alignment in the place of the one before."""
        self.file.write(alignment_to_bytes(alignment))


def _aligned_again(alignment: Alignment) -> frozenset[SomeUnits]:
    """Return what was aligned again, about links by hand."""
    return frozenset(alignment.before.again if alignment.before else ())
