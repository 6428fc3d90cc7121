"""What the status line says: where one is, how much is alike, what is left to see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import IntEnum, auto
from typing import NamedTuple

from tui_app.core.from_base.told_from_base import FromBase
from tui_app.core.layout.typesetting import View
from tui_app.core.text.plurals import counted
from tui_app.core.translation import Translation
from tui_app.review.counts import Counts, RowCounts
from tui_app.review.options import MarkOptions
from tui_app.review.review import Review


class StatusMode(NamedTuple):
    """How the pair is shown; one that goes without saying gives way to the rest.

    ``in_words`` is how it is said where there are no columns to be seen, nothing for
    what is always so there; ``None``: in the same words.
    """

    text: str
    goes_without_saying: bool = False
    in_words: str | None = None


class StatusInfo(NamedTuple):
    """What the status line says; ``None`` leaves a part out.

    ``row`` counts from 1, ``alike`` is the share of the texts that is the same, 0
    to 1, ``estimated`` tells that it and the counts are not exact. ``to_go`` are the
    changes that ``]`` will still stop at, of as many ``stops``, each of which is called
    ``stop``; ``at_stop`` tells whether one is at one of them. ``one_sided`` are
    passages that one text only has, ``too_long`` rows whose facts and wordings are not
    known. ``modes`` say how the pair is shown, those
    that are always said last, so that they keep their place. ``message`` (progress, a
    search) stands first while there is one. ``ring`` tells which of several texts the
    right one is, as "2 of 4". ``languages`` are those of a text and its translation,
    nothing within one; there ``alike`` is the share that is paired.
    ``since_base`` are how many changes stand how to the base.
    """

    row: int = 0
    rows: int = 0
    alike: float | None = None
    to_go: int | None = None
    stops: int | None = None
    stop: str = "change"
    at_stop: bool = True
    facts: int | None = None
    wordings: int | None = None
    one_sided: int | None = None
    notes: int = 0
    reviewed: int | None = None
    modes: tuple[StatusMode, ...] = ()
    message: str = ""
    estimated: bool = False
    too_long: int = 0
    languages: str = ""
    unrelated: bool = False
    ring: str = ""
    since_base: Mapping[FromBase, int] | None = None


def status_of(
    review: Review, counts: Counts, view: View, message: str = "", ring: str = ""
) -> StatusInfo:
    """Return what is to be said by now; ``view`` is the one locked panes are in."""
    rows = len(review.comparison.rows)
    base = review.since_base and review.since_base.counts
    stop = review.attention.stop
    said = StatusInfo(
        row=review.row + 1 if rows else 0,
        rows=rows,
        notes=len(review.placed),
        reviewed=review.reviewed_count or None,
        modes=tuple(_modes(review, view)),
        message=message,
        ring=ring,
        languages=languages_in_short(review.comparison.translation),
        since_base=base.totals() if base else None,
        unrelated=review.comparison.seem_unrelated and not review.provisional,
        at_stop=stop is not None and stop.row == review.row,
    )
    return _with_counts(said, review, counts)


def languages_in_short(translation: Translation | None) -> str:
    """Return the two languages as the status line has them, ``""`` within one."""
    if translation is None:
        return ""
    return "/".join(language or "?" for language in translation.languages)


_VIEWS: Mapping[View, str] = {
    "side": "side by side",
    "stacked": "stacked",
    "merged": "merged",
    "original": "one text",
}


def _modes(review: Review, view: View) -> Iterator[StatusMode]:
    """Yield what is on, then what is always said."""
    options, marks = review.options, review.marks
    if review.unreviewed_only:
        yield StatusMode("unreviewed only", in_words="only rows not reviewed")
    if options.folded:
        yield StatusMode("same rows folded")
    if marks.facts_only:
        yield StatusMode("facts only")
    stops: list[str] = [marks.visits] if marks.visits != "all" else []
    stops += [marks.since_base] if marks.since_base else []
    if stops:
        told = ", ".join(stops)
        yield StatusMode(f"stops: {told}", in_words=f"stops at {told}")
    if not options.free and view == "side":
        yield StatusMode("scrolling together", goes_without_saying=True, in_words="")
    yield _layout_told(review, view)
    yield StatusMode(f"by {review.comparison.left.granularity}", in_words="")


def _layout_told(review: Review, view: View) -> StatusMode:
    options = review.options
    if options.free:
        return StatusMode("scrolling apart", in_words="")
    covered = ("covered",) if options.covers and view != "original" else ()
    in_words = {
        "merged": ("merged",),
        "original": (f"the {review.cursor.chosen} text only",),
    }
    return StatusMode(
        ", ".join((_VIEWS.get(view, view), *covered)),
        in_words=", ".join((*in_words.get(view, ()), *covered)),
    )


def _with_counts(said: StatusInfo, review: Review, counts: Counts) -> StatusInfo:
    """Add the counts; while others are being made, those of before as estimates."""
    known, facts_only = counts.known, review.marks.facts_only
    if known is None:
        return said._replace(alike=counts.estimate, estimated=True)
    told = said._replace(
        alike=known.alike,
        estimated=not counts.up_to_date,
        facts=known.facts,
        too_long=known.too_long,
        wordings=None if facts_only else known.wordings,
        one_sided=None if facts_only else known.one_sided,
    )
    if not counts.up_to_date:
        return told
    going = _going(known, review)
    return told._replace(to_go=going.to_go, stops=going.stops, stop=going.stop)


class _Going(NamedTuple):
    """How far one has come."""

    to_go: int | None = None
    stops: int | None = None
    stop: str = ""


def _going(counts: RowCounts, review: Review) -> _Going:
    marks, hidden = review.marks, review.hidden
    place = review.row, review.attention.stop
    status = marks.since_base
    if status is None:
        stops, called = counts.stops(marks), _stop_called(marks)
    elif known := review.since_base and review.since_base.counts:
        stops, called = known.stops(status), status
    else:
        return _Going()
    return _Going(stops.to_go(*place, hidden), stops.all(hidden), called)


def _stop_called(marks: MarkOptions) -> str:
    if marks.visits_facts:
        return "fact"
    return "change" if marks.visits == "all" else marks.visits


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
    """Something that the line says, how long it is said, and in full with room.

    Where it has no ``text`` it is only said in full.
    """

    rank: Rank
    text: str
    long: str = ""

    @property
    def in_full(self) -> StatusPart:
        """Return the same, said in full."""
        return self._replace(text=self.long or self.text)


def left_parts(info: StatusInfo) -> list[StatusPart]:
    """Return the parts of the left in their order on the line."""
    return [StatusPart(*said) for said in _said(info)]


def _said(info: StatusInfo) -> Iterator[tuple[Rank, str] | tuple[Rank, str, str]]:
    about, more = "~" * info.estimated, "+" if info.too_long else ""
    if info.rows:
        yield Rank.ROW, f"row {info.row}/{info.rows}"
    if info.ring:
        yield Rank.RING, f"text {info.ring}", f"right text {info.ring}"
    yield from _how_alike(info, about)
    if info.too_long:
        rows = counted(info.too_long, "row", "rows")
        yield Rank.TOO_LONG, f"{rows} too long to mark"
    if info.facts is not None and not (info.stop == "fact" and info.stops):
        facts = about + counted(info.facts, "fact", "facts", more)
        one = info.facts == 1 and not more
        yield Rank.FACTS, facts, facts + (" differs" if one else " differ")
    if info.wordings is not None:
        what = "others" if info.languages else "reworded"
        yield Rank.WORDINGS, "", f"{about}{info.wordings}{more} {what}"
    if info.one_sided:
        number = info.one_sided
        yield Rank.ONE_SIDED, f"{number} one-sided", f"{number} on one side only"
    yield from _since_base(info)
    yield from _how_far(info)
    if info.notes:
        yield Rank.NOTES, counted(info.notes, "note", "notes")
    if info.reviewed is not None:
        rows = counted(info.reviewed, "row", "rows")
        yield Rank.REVIEWED, f"{info.reviewed} reviewed", f"{rows} reviewed"


def _how_far(info: StatusInfo) -> Iterator[tuple[Rank, str, str]]:
    """Yield which of the stops one is at, else how many one has passed."""
    if info.to_go is None or not info.stops:
        return
    passed = info.stops - info.to_go
    many = f"{info.stop}s" if info.stop in {"change", "fact"} else info.stop
    all_of_them = counted(info.stops, info.stop, many)
    if info.at_stop and passed:
        short, long = f"{passed}/{info.stops}", f"{passed} of {info.stops}"
        yield Rank.TO_GO, f"{info.stop} {short}", f"{info.stop} {long}"
    elif passed:
        yield Rank.TO_GO, f"{passed}/{all_of_them}", f"{passed} of {all_of_them} passed"
    else:
        yield Rank.TO_GO, all_of_them, all_of_them


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
