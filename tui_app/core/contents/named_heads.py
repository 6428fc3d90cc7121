"""Heads that name a part of a book: ``CHAPTER I.``, ``第一章``, *Preface*."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui_app.core.contents.alone_lines import AloneLine, PlainLines
from tui_app.core.contents.heading import Heading
from tui_app.core.text.chapter_words import ChapterHead, chapter_head
from tui_app.core.text.punctuation import STOPS

_LIST = 3  # heads with nothing between them are a table of contents
_TITLE = 80  # characters of a line below that is the title of a part
_STOPPED = 50  # of one that ends with a stop
_MANY = 0.5  # of the parts have one, or it is no title but how the text begins


class _Named(NamedTuple):
    line: AloneLine
    head: ChapterHead


def named_heads(lines: PlainLines) -> tuple[Heading, ...]:
    """Return the parts that the text names, those of its table of contents left out.

    The level of each is ten times its rank.
    """
    found = list(_without_lone_words(list(_all_named(lines))))
    kept = list(_without_tables(found, lines))
    titles = _titles_below(kept, lines)
    return tuple(
        Heading(one.line.start, 10 * one.head.rank, _words(one, titles.get(number, "")))
        for number, one in enumerate(kept)
    )


def _all_named(lines: PlainLines) -> Iterator[_Named]:
    at = -1
    for line in lines.alone:
        one: AloneLine | None = line
        while one is not None and one.number > at:
            head = chapter_head(one.words)
            if head is None or (head.is_alone and one is not line):
                break  # below a head, the name of a part is its title
            at = one.number
            yield _Named(one, head)
            one = lines.next_in_block(one) if lines.parted else None


def _without_lone_words(found: Sequence[_Named]) -> Iterator[_Named]:
    """Leave out what is told by a word that names one part only."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for one in found:
        if one.head.told_by:
            told[one.head.told_by].add(one.line.words.casefold())
    ranks = {one.head.rank for one in found if not one.head.told_by}
    for one in found:
        word = one.head.told_by
        if not word or len(told[word]) > 1 or one.head.rank in ranks:
            yield one


def _without_tables(found: Sequence[_Named], lines: PlainLines) -> Iterator[_Named]:
    """Leave out lists of heads that stand again before their parts."""
    times = Counter(_key(one) for one in found)
    for run in _runs(found, lines):
        again = sum(times[_key(one)] > 1 for one in run)
        if len(run) < _LIST or 2 * again < len(run):
            yield from run


def _key(one: _Named) -> str:
    return "".join(filter(str.isalnum, one.line.words.casefold()))


def _runs(found: Sequence[_Named], lines: PlainLines) -> Iterator[list[_Named]]:
    """Yield different heads together that have no other line between them."""
    run: list[_Named] = []
    for one in found:
        again = _key(one) in map(_key, run)  # a list, and the first part behind it
        if run and (again or not _comes_next(run[-1].line, one.line, lines)):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _comes_next(line: AloneLine, later: AloneLine, lines: PlainLines) -> bool:
    if later.number == line.number + 1:
        return True
    below = lines.first_below(line._replace(block=line.block[:1]))
    return below is not None and below.number == later.number


def _titles_below(found: Sequence[_Named], lines: PlainLines) -> dict[int, str]:
    """Return the titles that stand on a line of their own below bare heads."""
    bare = [number for number, one in enumerate(found) if _is_bare(one)]
    titles = {number: _title_below(found[number].line, lines) for number in bare}
    titled = sum(map(bool, titles.values()))
    return titles if titled > _MANY * len(bare) else {}


def _is_bare(one: _Named) -> bool:
    return not one.head.title and len(one.line.block) == 1


def _title_below(line: AloneLine, lines: PlainLines) -> str:
    below = lines.first_below(line)
    if below is None or len(below.words) > _TITLE or chapter_head(below.words):
        return ""
    stopped = below.words[-1] in STOPS
    if stopped and (len(below.words) > _STOPPED or not lines.parted):
        return ""
    return below.words if len(below.block) == 1 else ""


def _words(one: _Named, title: str) -> str:
    words = " ".join([one.line.whole or one.line.words, title])
    return " ".join(words.split())
