"""What the status line says: where one is, how much is alike, what is left to see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import IntEnum, auto
from functools import partial
from typing import NamedTuple

from tui_app.core.from_base.told_from_base import FromBase
from tui_app.core.layout.typesetting import View
from tui_app.core.text.plurals import counted
from tui_app.core.translation import Translation
from tui_app.review.counts import Counts, RowCounts
from tui_app.review.options import LayoutOptions, Visits
from tui_app.review.review import Review
from tui_app.review.signs import signs


class StatusInfo(NamedTuple):
    """What the status line says; ``None`` leaves a part out.

    ``row`` counts from 1, ``alike`` is the share of the texts that is the same, 0
    to 1, ``estimated`` tells that it and the counts are not exact. ``to_go`` are the
    differences that ``]`` will still stop at; ``one_sided`` are passages that one text
    only has, and ``too_long`` rows whose facts and wordings are not known.
    ``modes`` are the mode slots from left to right, each padded to its own fixed width
    by ``slots``; ``long_modes`` are the same in whole words. ``message`` (progress, a
    search) stands first while there is one. ``ring`` tells which of several texts the
    right one is, as "2 of 4". ``languages`` are those of a text and its
    translation, nothing within one; there ``alike`` is the share that is paired.
    ``since_base`` are how many changes stand how to the base.
    """

    row: int = 0
    rows: int = 0
    alike: float | None = None
    to_go: int | None = None
    facts: int | None = None
    wordings: int | None = None
    one_sided: int | None = None
    notes: int = 0
    reviewed: int | None = None
    modes: tuple[str, ...] = ()
    message: str = ""
    estimated: bool = False
    too_long: int = 0
    long_modes: tuple[str, ...] = ()
    languages: str = ""
    unrelated: bool = False
    ring: str = ""
    since_base: Mapping[FromBase, int] | None = None


def status_of(
    review: Review, counts: Counts, view: View, message: str = "", ring: str = ""
) -> StatusInfo:
    """Return what is to be said by now; ``view`` is the one locked panes are in."""
    rows, options = len(review.comparison.rows), review.options
    mode_slots = partial(
        slots,
        _layout_told(options, view),
        review.comparison.left.granularity,
        locked=not options.free,
        facts_only=review.marks.facts_only,
        visits=review.marks.visits,
        folded=options.folded,
        since_base=review.marks.since_base,
        unreviewed_only=review.unreviewed_only,
        ascii_only=review.signs.ascii_only,
    )
    base = review.since_base and review.since_base.counts
    said = StatusInfo(
        row=review.row + 1 if rows else 0,
        rows=rows,
        notes=len(review.placed),
        reviewed=review.reviewed_count or None,
        modes=mode_slots(),
        long_modes=mode_slots(in_full=True),
        message=message,
        ring=ring,
        languages=languages_in_short(review.comparison.translation),
        since_base=base.totals() if base else None,
        unrelated=review.comparison.seem_unrelated and not review.provisional,
    )
    return _with_counts(said, review, counts)


def languages_in_short(translation: Translation | None) -> str:
    """Return the two languages as the status line has them, ``""`` within one."""
    if translation is None:
        return ""
    return "/".join(language or "?" for language in translation.languages)


def _layout_told(options: LayoutOptions, view: View) -> str:
    if options.free:
        return "free"
    return f"{view} covered" if options.covers and view != "original" else view


def _with_counts(said: StatusInfo, review: Review, counts: Counts) -> StatusInfo:
    """Add the counts; while others are being made, those of before as estimates."""
    known, facts_only = counts.known, review.marks.facts_only
    if known is None:
        return said._replace(alike=counts.estimate, estimated=True)
    return said._replace(
        alike=known.alike,
        estimated=not counts.up_to_date,
        facts=known.facts,
        too_long=known.too_long,
        wordings=None if facts_only else known.wordings,
        one_sided=None if facts_only else known.one_sided,
        to_go=_to_go(known, review) if counts.up_to_date else None,
    )


def _to_go(counts: RowCounts, review: Review) -> int | None:
    stop, status = review.attention.stop, review.marks.since_base
    if status is not None:
        known = review.since_base and review.since_base.counts
        return known.to_go(status, review.row, stop, review.hidden) if known else None
    return counts.to_go(review.row, stop, review.marks, review.hidden)


def slots(
    layout: str = "",
    unit: str = "",
    *,
    locked: bool = True,
    facts_only: bool = False,
    visits: Visits = "all",
    since_base: FromBase | None = None,
    folded: bool = False,
    unreviewed_only: bool = False,
    ascii_only: bool = False,
    in_full: bool = False,
) -> tuple[str, ...]:
    """Return the mode slots: words of fixed width, blank when the mode is off.

    The first may be wider: it grows away from the others. What is stopped at has no
    width kept for it, as it is long and seldom.
    """
    lock = signs(ascii_only).locked
    stops: list[str] = [visits] if visits != "all" else []
    stops += [since_base] if since_base else []
    marks = [f"stops: {', '.join(stops)}"] if stops else []
    marks += ["facts"] if facts_only else []
    return (
        f"{layout:7}",
        f"{unit:9.9}" if in_full else f"{unit:4.4}",
        lock if locked else " ",
        f"{' '.join(marks):5}",
        "fold" if folded else " " * 4,
        "unreviewed" if unreviewed_only else " " * 10,
    )


class Rank(IntEnum):
    """What is said longest as the line gets narrow, that first."""

    ROW = auto()
    RING = auto()
    UNRELATED = auto()
    TOO_LONG = auto()
    FACTS = auto()
    SINCE_BASE = auto()
    NOTES = auto()
    ALIKE = auto()
    LANGUAGES = auto()
    TO_GO = auto()
    REVIEWED = auto()
    WORDINGS = auto()
    ONE_SIDED = auto()


_SHORT = {
    FromBase.NEW: "new",
    FromBase.TAKEN_BACK: "back",
    FromBase.CHANGED_AGAIN: "again",
    FromBase.KEPT: "kept",
}


class StatusPart(NamedTuple):
    """Something that the line says, how long it is said, and in full with room."""

    rank: Rank
    text: str
    long: str = ""


def left_parts(info: StatusInfo) -> list[StatusPart]:
    """Return the parts of the left in their order on the line."""
    return [StatusPart(*said) for said in _said(info)]


def _said(info: StatusInfo) -> Iterator[tuple[Rank, str] | tuple[Rank, str, str]]:
    about, more = "~" * info.estimated, "+" if info.too_long else ""
    if info.rows:
        yield Rank.ROW, f"row {info.row}/{info.rows}"
    if info.ring:
        yield Rank.RING, info.ring, f"right text {info.ring}"
    yield from _how_alike(info, about)
    if info.too_long:
        rows = counted(info.too_long, "row", "rows")
        yield Rank.TOO_LONG, f"{rows} too long to mark"
    if info.facts is not None:
        yield Rank.FACTS, about + counted(info.facts, "fact", "facts", more)
    if info.wordings is not None:
        names = ("other", "others") if info.languages else ("rewording", "wordings")
        wordings = counted(info.wordings, *names, more)
        yield Rank.WORDINGS, about + wordings
    if info.one_sided:
        number = info.one_sided
        yield Rank.ONE_SIDED, f"{number} one-sided", f"{number} on one side only"
    yield from _since_base(info)
    if info.to_go is not None:
        to_go = counted(info.to_go, "difference", "differences")
        yield Rank.TO_GO, f"{info.to_go} to go", f"{to_go} to go"
    if info.notes:
        yield Rank.NOTES, counted(info.notes, "note", "notes")
    if info.reviewed is not None:
        yield Rank.REVIEWED, f"{info.reviewed} reviewed"


def _since_base(info: StatusInfo) -> Iterator[tuple[Rank, str, str]]:
    """Yield how many changes there are of each status, if that is known."""
    if info.since_base is not None:
        found = info.since_base
        short = (f"{found[one]} {_SHORT[one]}" for one in FromBase)
        long = (f"{found[one]} {one}" for one in FromBase)
        yield Rank.SINCE_BASE, ", ".join(short), ", ".join(long)


def _how_alike(
    info: StatusInfo, about: str
) -> Iterator[tuple[Rank, str] | tuple[Rank, str, str]]:
    if info.languages:
        long = info.languages.replace("/", " beside ")
        yield Rank.LANGUAGES, info.languages, long
    if info.unrelated:
        yield Rank.UNRELATED, "seem unrelated", "the texts seem unrelated"
    elif info.alike is not None:
        word = "paired" if info.languages else "alike"
        yield Rank.ALIKE, f"{about}{share(info.alike)} {word}"


def share(part: float) -> str:
    """Return a share in per cent; only what is whole is called 100%."""
    return f"{int(part * 100)}%"
