"""What a web page tells programs of itself: ``meta``, links, JSON-LD of schema.org."""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Recipe|Book|Thesis|Chapter)$")
_INNER = ("@graph", "mainEntity", "mainEntityOfPage")
_MOST_OBJECTS = 1000  # of JSON-LD that are looked at
_TAG = re.compile(r"<[^<>]{1,40}>")


class PageClaims(NamedTuple):
    """The ``root`` of the page, its ``meta`` by name, the ``articles`` it describes."""

    root: HtmlElement
    meta: dict[str, list[str]]
    articles: list[dict[str, object]]

    def of_articles(self, *keys: str) -> list[str]:
        """Return the words that the articles have under the keys, key by key."""
        found = (words_in(one.get(key)) for key in keys for one in self.articles)
        return [*filter(None, found)]

    def of_meta(self, names: Iterable[str]) -> list[str]:
        """Return the first content of each name, in the order of the names."""
        return [self.meta[name][0] for name in names if name in self.meta]

    def addresses(self) -> list[str]:
        """Return the addresses that the page calls its own."""
        links = self.root.iter("link")
        own = [
            link.get("href", "")
            for link in links
            if "canonical" in link.get("rel", "").lower()
        ]
        return [*filter(None, own), *self.meta.get("og:url", [])]


def page_claims(root: HtmlElement) -> PageClaims:
    """Return what the page tells programs."""
    meta: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = " ".join(element.get("content", "").split())
        names = " ".join(
            element.get(key, "") for key in ("property", "name", "itemprop")
        )
        for name in dict.fromkeys(names.lower().split() if content else ()):
            meta.setdefault(name, []).append(content)
    return PageClaims(root, meta, [*_articles(root)])


def words_in(value: object) -> str:
    """Return the words, or the name, that a value of JSON-LD holds."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, map(_name, value))))
    return _name(value)


def _name(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("name")
    if not isinstance(value, str):
        return ""
    # Pages leave in there what they would write between tags.
    return " ".join(_TAG.sub("", html.unescape(value)).split())


def _articles(root: HtmlElement) -> Iterator[dict[str, object]]:
    for script in root.iter("script"):
        if "ld+json" not in script.get("type", ""):
            continue
        try:
            told = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from filter(_is_article, _objects(told))


def _objects(told: object) -> Iterator[dict[str, object]]:
    """Yield the objects at the top, in a list or a graph, or as the main thing."""
    waiting, seen = deque([told]), 0
    while waiting and seen < _MOST_OBJECTS:
        one = waiting.popleft()
        seen += 1
        if isinstance(one, list):
            waiting.extendleft(reversed(one))
        elif isinstance(one, dict):
            yield one
            waiting.extend(one[key] for key in _INNER if key in one)


def _is_article(one: dict[str, object]) -> bool:
    kinds = one.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and _ARTICLE.search(name) for name in names)
