"""Which names stand in a text, as numbers: enough to tell whether it names a site."""

from __future__ import annotations

import re
from functools import lru_cache
from zlib import crc32

import numpy as np

from tui_app.core.related.fingerprints import Hashes

_MOST_WORDS = 4
_WORD = r"[^\W_]+(?:[-'’.&][^\W_]+)*"
_NOT_OF_NAME = frozenset({"the", "www", "com", "org", "net", "agency", "news"})


def stated_names(text: str) -> Hashes:
    """Return the names in the text: every run of one to four words with capitals.

    Scripts without capitals have none.
    """
    found: set[int] = set()
    run: list[str] = []
    last = 0
    for match in _words().finditer(text):
        word = match[0]
        if text[last : match.start()].strip():
            run.clear()
        last = match.end()
        if not word[0].isupper():
            run.clear()
            continue
        run = [*run[1 - _MOST_WORDS :], word.casefold()]
        found.update(_key(run[start:]) for start in range(len(run)))
    return np.array(sorted(found), np.uint32)


def name_key(site: str) -> int | None:
    """Return the number of a site's name among stated names, ``None`` without one.

    Of an address the name is what stands before its last part: *xinhuanet*.com.
    """
    words = _words().findall(site.casefold())
    if len(words) == 1 and "." in words[0]:
        words = words[0].split(".")[:-1]
    words = [word for word in words if word not in _NOT_OF_NAME] or words
    return _key(words[:_MOST_WORDS]) if words else None


def _key(words: list[str]) -> int:
    return crc32(" ".join(words).encode("utf-8", "surrogatepass"))


@lru_cache(1)
def _words() -> re.Pattern[str]:
    return re.compile(_WORD)
