"""The title of a web page: its heading, or its name without that of the site."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import islice
from typing import TYPE_CHECKING

from tui_app.core.formats.own_title import own_title
from tui_app.core.formats.xhtml_walk import words_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui_app.core.formats.page_claims import PageClaims

_TOLD = (
    *("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title"),
    *("parsely-title", "sailthru.title", "headline", "title"),
)
_BREAK = re.compile(
    r"\s*[|•·»›«‹|]\s*|\s+(?:[-–—:/~]|::)\s+|:\s+(?=\S+$)"
    r"|[-_](?=[\u3040-\u9fff]{2,12}$)"
)
_WEAK = frozenset({":", "-", "–", "—"})  # that stand in titles, too

_MOST_HEADINGS = 20  # that are compared with what the page calls itself
_LONGEST = 300  # characters of them
_LIKE = 0.5  # of two titles that are meant to be the same
_MUCH_LIKE = 0.7  # the same where the heading is a lower one


def page_title(claims: PageClaims, site: str) -> str:
    """Return the heading of the article, as the page shows it where that is clear."""
    told = _told(claims, site)
    main = _headings(claims.root, "h1")
    own = [one for one in main if title_key(one) != title_key(site)]
    lower = [*_headings(claims.root, "h2"), *_headings(claims.root, "h3")]
    heading = _most_like(own, told, _LIKE) or _most_like(lower, told, _MUCH_LIKE)
    if heading:
        return heading
    if told:
        return _without_site(told[0], site, [*own, *lower])
    return next(iter(own or main), "")


def title_key(title: str) -> str:
    """Return the words of a title, by which it is compared."""
    return " ".join(re.findall(r"\w+", title.casefold()))


def _told(claims: PageClaims, site: str) -> list[str]:
    """Return what the page calls itself where none sees it, the surest first."""
    names = [*claims.of_articles("headline"), *claims.of_meta(_TOLD)]
    head = claims.root.find(".//head/title")
    if head is not None:
        names.append(head.text_content())
    told = [*filter(None, (own_title(one[:_LONGEST]) for one in names))]
    return [one for one in told if title_key(one) != title_key(site)] or told


def _headings(root: HtmlElement, name: str) -> list[str]:
    headings = (words_of(one) for one in islice(root.iter(name), _MOST_HEADINGS))
    return [*filter(None, (" ".join(one.split()) for one in headings))]


def _most_like(headings: list[str], told: list[str], least: float) -> str:
    """Return the heading that is most like what the page calls itself, the first."""
    likeness = {
        one: max(_likeness(one, claim) for claim in told) for one in headings if told
    }
    best = max(likeness, key=likeness.__getitem__, default="")
    return best if likeness.get(best, 0.0) >= least else ""


def _likeness(heading: str, told: str) -> float:
    ours, theirs = title_key(heading)[:_LONGEST], title_key(told)[:_LONGEST]
    if not ours or not theirs:
        return 0.0
    if f" {ours} " in f" {theirs} ":
        return (1 + len(ours) / len(theirs)) / 2
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio()


def _without_site(title: str, site: str, headings: list[str]) -> str:
    """Return the title of a page without the site's name before or behind it."""
    breaks = [*_BREAK.finditer(title)]
    if not breaks:
        return title
    shorter = [title[: one.start()] for one in reversed(breaks)]
    shorter += [title[one.end() :] for one in breaks]
    known = {*map(title_key, headings)}
    for option in shorter:
        if title_key(option) in known:
            return option
    first, last = breaks[0], breaks[-1]
    if _is_site(title[last.end() :], site):
        return title[: last.start()]
    if _is_site(title[: first.start()], site):
        return title[first.end() :]
    return _without_end(title, last)


def _without_end(title: str, last: re.Match[str]) -> str:
    """Return what is before the last break where what follows is the lesser part."""
    before, behind = title[: last.start()], title[last.end() :]
    weak = last[0].strip() in _WEAK
    if weak and len(behind.split()) >= len(before.split()):
        return title
    return before if len(before) >= len(behind) else title


def _is_site(part: str, site: str) -> bool:
    ours, theirs = (title_key(one).replace(" ", "") for one in (part, site))
    return bool(ours and theirs) and (ours in theirs or theirs in ours)
