"""Where a text says it comes from: its date, and its agency or site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from tui_app.core.formats.written_day import day_of_a_year, first_day
from tui_app.core.model import Document, Role
from tui_app.core.segmentation.roles import without_dateline

_HEAD = 30  # units among which datelines are looked for
_BODY = 3  # first units of the body that may begin with one
_LONGEST_SITE = 40
_AGENCY = re.compile(rf"[(（]([^()（）\d:：]{{2,{_LONGEST_SITE}}})[)）]")
_PHOTO = re.compile(r"photo|image|file|editor|foto|图|圖|编辑", re.IGNORECASE)
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def stated_day(document: Document) -> str:
    """Return the date of the text: ``YYYY-MM-DD``, less where it states less.

    It is that of its metadata, else of its datelines; of these the day alone, as
    ``--MM-DD``, where they state no year. ``""`` where nothing tells.
    """
    told = document.metadata.date
    if _ISO.fullmatch(told):
        return told
    lines = [*_datelines(document)]
    days = filter(None, map(first_day, lines))
    return next(days, "") or next(filter(None, map(day_of_a_year, lines)), "")


def stated_site(document: Document) -> str:
    """Return the agency, publisher or site that the text says it is from, or ``""``.

    It is that of its metadata, else what stands in brackets in a dateline.
    """
    if document.metadata.site:
        return document.metadata.site
    for line in _datelines(document):
        for found in _AGENCY.finditer(line):
            if not _PHOTO.search(found[1]):
                return " ".join(found[1].split())
    return ""


def _datelines(document: Document) -> Iterator[str]:
    """Yield passages that say when and by whom, and such beginnings of the body."""
    texts = (
        (unit.role, document.text[unit.start : unit.end])
        for unit in islice(document.units, _HEAD)
    )
    body = 0
    for role, text in texts:
        if role is Role.DATELINE:
            yield text
        elif role is Role.BODY and body < _BODY:
            body += 1
            if beginning := text[: len(text) - len(without_dateline(text))]:
                yield beginning
