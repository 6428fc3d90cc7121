"""In which order the place of an anchor is looked for; the first answer wins.

Known words at a known place, what an edit left of them, the quote elsewhere. The
texts that notes were made on are kept for it.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from tui_app.core.model import Document, Side, Span
from tui_app.disk.durable import make_directory, replace_file
from tui_app.notes.anchoring.follow import Follower
from tui_app.notes.anchoring.quote_search import QuoteSearch
from tui_app.notes.anchoring.word_map import CLEAR, EqualEnds
from tui_app.notes.note import Anchor, FoundAnchor, State, text_hash


class Finder:
    """Finds anchors in two documents; remembers what it found.

    ``kept`` returns an older text by its hash, ``None`` if it is not kept.
    """

    def __init__(
        self, left: Document, right: Document, kept: Callable[[str], str | None]
    ) -> None:
        self._texts: dict[Side, str] = {"left": left.text, "right": right.text}
        self._kept = kept
        self._locators: dict[tuple[Side, str], Locator] = {}
        self._found: dict[Anchor, FoundAnchor] = {}

    def find(self, anchor: Anchor) -> FoundAnchor:
        """Return where the anchor stands now."""
        found = self._found.get(anchor)
        if found is None:
            found = self._locator(anchor).locate(anchor)
            self._found[anchor] = found
        return found

    def _locator(self, anchor: Anchor) -> Locator:
        key = anchor.side, anchor.text
        if key not in self._locators:
            new = self._texts[anchor.side]
            same = text_hash(new) == anchor.text
            old = new if same else self._kept(anchor.text)
            self._locators[key] = Locator(old, new)
        return self._locators[key]


class Locator:
    """Finds anchors made on one text in another.

    ``old`` is the text the anchors were made on, ``None`` if it is not known.
    """

    def __init__(self, old: str | None, new: str) -> None:
        self._old = old
        self._new = new

    def locate(self, anchor: Anchor) -> FoundAnchor:
        """Return where the anchor stands in the new text."""
        span = Span(anchor.start, anchor.end)
        old = self._old
        if old is None or anchor.end > len(old):
            return self._by_quote(anchor)
        if old[anchor.start : anchor.end] != anchor.quote:
            return self._by_quote(anchor)
        unmoved = span if old == self._new else self._ends.unmoved(span)
        if unmoved:
            return FoundAnchor(anchor, State.PLACED, unmoved, 1.0)
        found = self._follower.follow(anchor)
        return found or self._elsewhere(anchor)

    def _by_quote(self, anchor: Anchor) -> FoundAnchor:
        """Find an anchor of an unknown text."""
        if self._stands(anchor):
            # the end of an anchor that came from elsewhere may be any number
            span = Span(anchor.start, anchor.start + len(anchor.quote))
            return FoundAnchor(anchor, State.PLACED, span, 1.0)
        found = self._search.find(anchor, lambda _: True)
        return found or FoundAnchor(anchor, State.ORPHAN, None, 0.0)

    def _stands(self, anchor: Anchor) -> bool:
        """Whether quote and surroundings stand where they stood."""
        around = self._new[max(0, anchor.start - len(anchor.prefix)) :][
            : len(anchor.prefix) + len(anchor.quote) + len(anchor.suffix)
        ]
        long = len(anchor.prefix) + len(anchor.suffix) >= CLEAR // 4
        return long and around == anchor.prefix + anchor.quote + anchor.suffix

    def _elsewhere(self, anchor: Anchor) -> FoundAnchor:
        """Look for what was lost where the new text has what the old one had not."""
        found = self._search.find(anchor, self._follower.is_new)
        return found or FoundAnchor(anchor, State.ORPHAN, None, 0.0)

    @cached_property
    def _ends(self) -> EqualEnds:
        return EqualEnds.of(self._old or "", self._new)

    @cached_property
    def _follower(self) -> Follower:
        return Follower(self._old or "", self._new, self._ends)

    @cached_property
    def _search(self) -> QuoteSearch:
        return QuoteSearch(self._new)


_LARGEST = 256 << 20

_NAME = re.compile(r"sha256-[0-9a-f]{64}\Z")


class KeptTexts:
    """A directory of compressed texts, each under its hash."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def keep(self, text: str) -> None:
        """Keep a text, once. Raises ``OSError``."""
        path = self._path(text_hash(text))
        if not path.exists():
            make_directory(self._directory)
            raw = text.encode("utf-8", "surrogatepass")
            replace_file(path, gzip.compress(raw, compresslevel=6, mtime=0))

    def get(self, name: str) -> str | None:
        """Return the text with this hash; ``None`` if it is not there unharmed."""
        if not _NAME.match(name):
            return None
        try:
            with gzip.open(self._path(name)) as file:
                raw = file.read(_LARGEST)
            text = raw.decode("utf-8", "surrogatepass")
        except (OSError, EOFError, ValueError, zlib.error):
            return None
        return text if text_hash(text) == name else None

    def _path(self, name: str) -> Path:
        return self._directory / f"{name}.txt.gz"
