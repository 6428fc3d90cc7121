"""What is kept of one file of a shelf: what it says it is, and its fingerprint."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from tui_app.core.related.fingerprints import Fingerprint, Hashes, fingerprint
from tui_app.core.related.likely_source import Origin
from tui_app.core.related.stated_names import stated_names
from tui_app.errors import UserError
from tui_app.library.shelf import ShelfText


class TextCard(NamedTuple):
    """What was found in a file; ``why`` tells why there is no text, else empty.

    ``runs`` and ``names`` are the numbers of a fingerprint and of stated names, four
    bytes each in the order of this machine.
    """

    why: str = ""
    title: str = ""
    date: str = ""
    site: str = ""
    words: int = 0
    reach: int = 1
    runs: bytes = b""
    names: bytes = b""

    def text(self, path: str) -> ShelfText:
        """Return the text as the shelf shows it."""
        return ShelfText(path, self.title, self.date, self.site, self.words)

    def fingerprint(self) -> Fingerprint:
        """Return the fingerprint of the text."""
        return Fingerprint(self.words, _numbers(self.runs), self.reach)

    def origin(self) -> Origin:
        """Return what the text says of where it comes from."""
        return Origin(self.date, self.site, _numbers(self.names))


def _numbers(data: bytes) -> Hashes:
    return np.frombuffer(data, np.uint32)


def card_of(data: bytes, name: str) -> TextCard:
    """Return the card of the document in ``data``, of the file ``name``."""
    from tui_app.core.formats import take
    from tui_app.core.formats.taking import Wanted
    from tui_app.core.segmentation import segment_extract
    from tui_app.library.text_origin import stated_day, stated_site

    try:
        document = segment_extract(take(data, Wanted(name)), name, "paragraph")
    except UserError as error:
        return TextCard(why=error.why)
    made = fingerprint(document.text)
    if not made.words:
        return TextCard(why="has no words")
    return TextCard(
        "",
        document.title if document.has_title else "",
        stated_day(document),
        stated_site(document),
        made.words,
        made.reach,
        made.runs.tobytes(),
        stated_names(document.text).tobytes(),
    )
