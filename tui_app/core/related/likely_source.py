"""Who of two related texts is likely the source of what they share, and why.

Only what the texts say tells: dates, and who names whom. What tells nothing, or two
ways, makes no source.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tui_app.core.model import Side, opposite
from tui_app.core.related.fingerprints import Hashes
from tui_app.core.related.related_pairs import RelatedPair
from tui_app.core.related.stated_names import name_key

_WHOLE = 0.8
_PART = 0.5
_HALF_A_YEAR = 183  # days
_NO_YEAR = "--"
_LEAP_YEAR = 2000


class Origin(NamedTuple):
    """What a text says of where it comes from; what it does not say is empty.

    ``date`` is ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``; ``--MM-DD`` without its year.
    ``names`` are those that stand in the text (``stated_names``).
    """

    date: str
    site: str
    names: Hashes


class LikelySource(NamedTuple):
    """The side that is likely the source, ``None`` for neither; what tells so.

    ``why`` is a clause about the source, or about the pair where there is none; it is
    empty where nothing was noticed.
    """

    side: Side | None
    why: str


_NOTHING = LikelySource(None, "")


def likely_source(left: Origin, right: Origin, pair: RelatedPair) -> LikelySource:
    """Return who is likely the source of what both texts of the ``pair`` share.

    It is the one whose agency or site the other names and not the other way round, and
    the one of the earlier date. Where these two disagree neither is. That one text is
    a part of the other is told, but makes no source: the longer may be what the shorter
    was cut from, or what was made of it.
    """
    named, dated = _named(left, right), _dated(left.date, right.date)
    if named.side and dated.side and named.side != dated.side:
        return LikelySource(None, "the earlier one names the other")
    why = "; ".join(filter(None, (named.why, dated.why)))
    side = named.side or dated.side
    return LikelySource(side, why) if side else LikelySource(None, _extent(pair))


def _named(left: Origin, right: Origin) -> LikelySource:
    """Return the side whose site the other names, if only one does."""
    keys = name_key(left.site), name_key(right.site)
    if keys[0] == keys[1]:
        return _NOTHING
    is_named = keys[0] in _all(right), keys[1] in _all(left)
    if is_named[0] == is_named[1]:
        return _NOTHING
    side: Side = "left" if is_named[0] else "right"
    site = left.site if is_named[0] else right.site
    return LikelySource(side, f"named by the other ({site})")


def _all(origin: Origin) -> set[int]:
    return set(origin.names.tolist())


def _dated(left: str, right: str) -> LikelySource:
    """Return the side of the earlier date, as far as both dates tell."""
    days = _days(left, right)
    if days is None or days[0] == days[1]:
        return _NOTHING
    side: Side = "left" if days[0] < days[1] else "right"
    dates = {"left": left, "right": right}
    earlier, later = (_told(dates[one]) for one in (side, opposite(side)))
    return LikelySource(side, f"dated {earlier}, the other {later}")


def _days(left: str, right: str) -> tuple[str, str] | None:
    """Return both dates in a form that compares, ``None`` where they do not.

    What only one of them states is left out. A day without its year is taken for the
    one next to the other date, unless that is half a year away.
    """
    if not (left and right):
        return None
    if left.startswith(_NO_YEAR) or right.startswith(_NO_YEAR):
        return _without_year(left, right)
    known = min(len(left), len(right))
    return left[:known], right[:known]


def _without_year(left: str, right: str) -> tuple[str, str] | None:
    if min(map(len, (left, right))) < len("--MM-DD"):
        return None
    ours, theirs = _in_one_year(left), _in_one_year(right)
    if ours is None or theirs is None or abs((ours - theirs).days) > _HALF_A_YEAR:
        return None
    return ours.isoformat(), theirs.isoformat()


def _in_one_year(day: str) -> date | None:
    try:
        return date.fromisoformat(f"{_LEAP_YEAR}-{day[-5:]}")
    except ValueError:
        return None


def _told(day: str) -> str:
    return day.removeprefix(_NO_YEAR)


def _extent(pair: RelatedPair) -> str:
    """Return what is to be said of how much of each is in the other, if anything."""
    ours, theirs = pair.shared_left, pair.shared_right
    if ours == theirs == 1:
        return "the same wording throughout"
    if ours >= _WHOLE and theirs < _PART:
        return "nearly all of the left stands in the right"
    if theirs >= _WHOLE and ours < _PART:
        return "nearly all of the right stands in the left"
    return ""
