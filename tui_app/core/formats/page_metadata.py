"""What a web page says of itself: title, author, date, site, language.

Nothing is made up: a page that names no author and no day has none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tui_app.core.extract import Metadata
from tui_app.core.formats.language_code import language_code
from tui_app.core.formats.page_claims import PageClaims, page_claims
from tui_app.core.formats.page_date import line_in, page_date, stands_aside
from tui_app.core.formats.page_title import page_title

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_AUTHORS = (
    *("citation_author", "author", "article:author", "dc.creator", "dcterms.creator"),
    *("parsely-author", "sailthru.author", "byl", "twitter:creator"),
)
_SITES = ("og:site_name", "application-name", "citation_publisher", "dc.publisher")

_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:author|byline|by-line|autor|writer)", re.IGNORECASE
)
_BY = re.compile(
    r"^\s*(?:by|von|par|por|di|da|door|text|author|autor|auteur)(?:\s*:\s*|\s+)",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"https?:|@|www\.|\d")
_LONGEST_NAME = 60  # of a person
_LONGEST_NAMES = 300  # of an element


def page_metadata(root: HtmlElement) -> Metadata:
    """Return what the page says of itself, the date as ``YYYY-MM-DD``."""
    claims = page_claims(root)
    site = _site(claims)
    return Metadata(
        title=page_title(claims, site),
        author=_author(claims),
        date=page_date(claims),
        site=site,
        language=_language(root),
    )


def _author(claims: PageClaims) -> str:
    told = claims.of_articles("author")
    told += [", ".join(dict.fromkeys(claims.meta.get(name, ()))) for name in _AUTHORS]
    names = (_BY.sub("", one) for one in told if not _NO_NAME.search(one))
    return next(filter(None, names), "") or _byline(claims.root)


def _byline(root: HtmlElement) -> str:
    """Return the name that stands where the page shows its author."""
    for element in root.iter("a", "span", "p", "div", "address", "li"):
        kinds = f"{element.get('class', '')} {element.get('id', '')}"[:_LONGEST_NAMES]
        named = "author" in {element.get("itemprop"), element.get("rel")}
        if not (named or _BYLINE.search(kinds)) or stands_aside(element):
            continue
        name = _BY.sub("", line_in(element)).strip(" :,|–-")
        if name and len(name) <= _LONGEST_NAME and not _NO_NAME.search(name):
            return name
    return ""


def _site(claims: PageClaims) -> str:
    told = claims.of_meta(_SITES) + claims.of_articles("publisher")
    hosts = (urlsplit(one).hostname or "" for one in claims.addresses() if "//" in one)
    told += [host.removeprefix("www.") for host in hosts]
    return next(filter(None, told), "")


def _language(root: HtmlElement) -> str:
    told = (
        element.get(name, "")
        for element in (root, *root.iterchildren("body"))
        for name in ("lang", "xml:lang")
    )
    return next(filter(None, map(language_code, told)), "")
