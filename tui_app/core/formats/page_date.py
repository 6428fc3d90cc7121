"""The day a web page was published, where the page says so.

Asked in this order: what the page tells programs, a line at the article that is called
a date or a ``time``, the address, a line with a day near the heading. Days of change,
of comments and of other articles are none.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from tui_app.core.formats.page_tree import is_unseen
from tui_app.core.formats.written_day import day_in_address, first_day
from tui_app.core.formats.xhtml_elements import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from tui_app.core.formats.page_claims import PageClaims

_TOLD = (
    *("article:published_time", "datepublished", "og:published_time"),
    *("citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued"),
    *("dc.date.created", "dcterms.created", "dc.date", "dcterms.date"),
    *("parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date"),
    *("publish_date", "publication_date", "article_date_original", "date"),
)
_IN_LINE = (
    *("time", "span", "p", "div", "li", "abbr", "small", "em", "td", "dd", "i", "b"),
    *("strong", "a"),
)
_CALLED_DATE = re.compile(
    r"date|time|publish|posted|pub-|byline|meta|info|datum|fecha|erstellt|stand"
    r"|submitted",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"comment|related|sidebar|widget|teaser|recommend|footer|promo|popular|more-|latest"
    r"|event|copyright|modif|update|expire",
    re.IGNORECASE,
)
_LONGEST_LINE = 120  # characters of a line that is called a date
_LONGEST_NAMES = 300  # characters of the names of an element
_MOST_DAYS = 500  # that are looked at, on pages full of them
_MOST_PIECES = 100  # of which such a line is made
_SHORTEST_PROSE = 60  # characters; a shorter line with a day is a date
_BEFORE, _BEHIND = 20, 60  # elements around the heading that are looked at


def page_date(claims: PageClaims) -> str:
    """Return the day as ``YYYY-MM-DD``, ``""`` where the page says none."""
    return (
        _told_day(claims)
        or _shown_day(claims.root)
        or next(filter(None, map(day_in_address, claims.addresses())), "")
        or _day_at_heading(claims.root)
    )


def line_in(element: HtmlElement) -> str:
    """Return the words of the element, ``""`` if they are more than a line."""
    pieces: list[str] = []
    size = 0
    for piece in islice(element.itertext(), _MOST_PIECES):
        pieces.append(piece)
        size += len(piece.strip())
        if size > _LONGEST_LINE:
            return ""
    return " ".join(" ".join(pieces).split())


def stands_aside(element: HtmlElement) -> bool:
    """Tell whether the element is in something that is not the article."""
    for one in (element, *element.iterancestors()):
        if name_of(one) in {"aside", "footer", "nav"}:
            return True
        if name_of(one) == "body":
            return False
        if _OF_OTHERS.search(_names(one)):
            return True
    return False


def _told_day(claims: PageClaims) -> str:
    told = claims.of_articles("datePublished", "dateCreated") + claims.of_meta(_TOLD)
    days = (first_day(one[:_LONGEST_LINE]) for one in told)
    return next(filter(None, days), "")


def _shown_day(root: HtmlElement) -> str:
    """Return the first day in an element that is called a date."""
    for element, day in islice(_dated(root), _MOST_DAYS):
        if not stands_aside(element):
            return day
    return ""


def _dated(root: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Yield the elements that are called a date and name a day."""
    for element in root.iter(*_IN_LINE):
        is_time = name_of(element) == "time"
        if not is_time and not _CALLED_DATE.search(_names(element)):
            continue
        words = (element.get("datetime") if is_time else "") or line_in(element)
        day = first_day(words[:_LONGEST_LINE])
        if day:
            yield element, day


def _names(element: HtmlElement) -> str:
    told = (element.get(key, "") for key in ("class", "id", "itemprop"))
    return " ".join(told)[:_LONGEST_NAMES]


def _day_at_heading(root: HtmlElement) -> str:
    """Return the day on a line of its own, behind the main heading or before it."""
    elements = [one for one in root.iter() if not is_unseen(one)]
    names = map(name_of, elements)
    at = next((at for at, name in enumerate(names) if name == "h1"), None)
    if at is None:
        return ""
    before = reversed(elements[max(0, at - _BEFORE) : at])
    for element in (*elements[at : at + _BEHIND], *before):
        days = filter(None, map(first_day, _short_lines(element)))
        day = next(days, "")
        if day and not stands_aside(element):
            return day
    return ""


def _short_lines(element: HtmlElement) -> Iterator[str]:
    for words in (element.text, element.tail):
        line = words.strip() if words else ""
        if line and len(line) <= _SHORTEST_PROSE:
            yield line
