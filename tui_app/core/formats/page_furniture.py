"""What stands around the article of a page, told by what pages call it.

The names are those that makers of pages use for classes and ids everywhere; none is of
one site.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tui_app.core.formats.xhtml_elements import HEADINGS, name_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NAMES = {
    "navigation": "nav navbar navigation menu submenu breadcrumb breadcrumbs pagination"
    " pager paginator skiplink sitemap",
    "related links": "related relatedposts relateds recommend recommended"
    " recommendations recommendation recirc recirculation outbrain taboola trending"
    " popular mostread readmore yarpp teaser teasers seealso morelinks upnext"
    " most-read read-more read-next up-next also-like more-from more-on more-stories",
    "buttons for sharing": "share shares sharing sharebar sharethis sharedaddy social"
    " socials socialmedia addthis addtoany follow followus",
    "comments section": "comments comment commentlist disqus respond livefyre"
    " discussion reactions",
    "newsletter or subscription": "newsletter newsletters subscribe subscription signup"
    " paywall regwall promo promos promotion sign-up",
    "advertisement": "ad ads advert adverts advertisement advertising adsbygoogle"
    " sponsor sponsored sponsors banner banners dfp",
    "cookie notice": "cookie cookies consent gdpr cookiebar cookiebanner",
    "footer": "footer copyright colophon",
    "sidebar": "sidebar sidebars widget widgets",
    "pictures of a gallery": "gallery slideshow carousel lightbox",
    "tags": "tags taglist tagcloud keywords",
    "about the author": "authorbox authorbio bio author-box author-info author-bio"
    " about-author",
}
_WHY = {name: why for why, names in _NAMES.items() for name in names.split()}

_ELEMENTS = {"nav": "navigation", "footer": "footer"}
_ROLES = {
    "navigation": "navigation",
    "contentinfo": "footer",
    "search": "search",
    "complementary": "sidebar",
    "banner": "head of the site",
}

_SAYS_OTHERWISE = frozenset(
    # What is quoted from elsewhere, and what tells of a page that it has a thing.
    ("embed", "embeds", "embedded", "oembed", "tweet", "no", "has", "with", "without")
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_LONGEST = 300  # characters of the names of an element

_NOTICES = frozenset({
    *("ad", "advert", "advertisement", "advertisements", "sponsored", "anzeige"),
    *("werbung", "publicité", "publicidad", "pubblicità", "publicidade"),
    *("advertentie", "reklama", "реклама", "广告", "広告"),
})  # fmt: skip
_LONGEST_NOTICE = max(map(len, _NOTICES))


def furniture(element: HtmlElement) -> str:
    """Return what the element is beside the article, ``""`` if nothing says so."""
    name = name_of(element)
    if name == "blockquote" or name in HEADINGS or name == "body":
        return ""
    why = is_furniture_element(element)
    if why or not element.attrib:
        return why
    names = [element.get("class", ""), element.get("id", "")]
    if len(element) and name_of(element[0]) in HEADINGS and names[1]:
        # Programs that write articles call sections by their headings.
        heading = element[0].text_content()[:_LONGEST]
        names[1] = "" if _slug(heading) == _slug(names[1]) else names[1]
    return _by_names(" ".join(names)[:_LONGEST])


def _slug(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def is_furniture_element(element: HtmlElement) -> str:
    """Return what the element is by its kind or its role, whatever its names are."""
    why = _ELEMENTS.get(name_of(element), "")
    return why or _ROLES.get(element.get("role", ""), "")


def is_notice(element: HtmlElement) -> bool:
    """Tell whether the element only says that an advertisement follows."""
    if len(element) > 1 or len(element.text or "") > 2 * _LONGEST_NOTICE:
        return False
    return element.text_content().strip().casefold() in _NOTICES


@lru_cache(maxsize=4096)
def _by_names(names: str) -> str:
    for name in names.split():
        words = [word.lower() for word in _WORD.findall(name)]
        if not _SAYS_OTHERWISE.isdisjoint(words):
            continue
        pairs = map("-".join, pairwise(words))
        for word in (*words, *pairs):
            if word in _WHY:
                return _WHY[word]
    return ""
