"""``diptych pairs``: which of many texts are related, those that share most first."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from tui_app.cli.output import mention, write_json
from tui_app.cli.printed_page import PrintedPage, signs_on_paper
from tui_app.cli.shared_options import add_ascii, add_color
from tui_app.core.text.display import displayable_line
from tui_app.core.text.plurals import counted
from tui_app.core.translation import AS_THE_TEXTS_TELL
from tui_app.disk.paths import texts_folder
from tui_app.errors import UserError
from tui_app.library.named_paths import refuse_elsewhere
from tui_app.library.shelf import Shelf, ShelfPair, ShelfText
from tui_app.library.shelf_reading import read_shelf
from tui_app.review.pair_glance import differing_facts
from tui_app.settings.memory import Sources

_COMPARED = 20
_MOST_SAID = 20  # files left out that are told one by one
_FEWEST_CELLS = 20  # of a title that is worth printing
_FEWEST_OF_NAME = 8
_PERCENT_CELLS = len("100 %")
_DATE_CELLS = len("2000-01-01")


class _ToldPair(NamedTuple):
    """A pair and how many of its facts differ, ``None`` where nobody compared them."""

    pair: ShelfPair
    facts: int | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the files and folders, how much is told, the form of the output."""
    parser.add_argument(
        "paths", metavar="PATH", nargs="+", help="a folder with texts, or a text file"
    )
    parser.add_argument("--json", action="store_true", help="write JSON")
    parser.add_argument(
        "--most", metavar="N", type=_number, help="no more than the N best pairs"
    )
    parser.add_argument(
        "--facts",
        metavar="N",
        type=_number,
        default=_COMPARED,
        help=f"count the facts that differ in the N best pairs (else {_COMPARED})",
    )
    parser.add_argument(
        "--no-cache", action="store_true", help="read every file, and keep nothing"
    )
    add_ascii(parser)
    add_color(parser)


def _number(given: str) -> int:
    if not re.fullmatch(r"\d{1,9}", given):
        raise argparse.ArgumentTypeError(f"{given!r} is no number up to 999999999")
    return int(given)


def run(options: argparse.Namespace) -> int:
    """Print the pairs; return 0, whether there are any or none.

    Raises ``UserError`` where a path is not there or fewer than two texts are.
    """
    shelf = _read(options)
    _mention(shelf)
    if len(shelf.texts) < 2:
        raise _too_few(shelf)
    told = _told(shelf, shelf.pairs[: options.most], options.facts)
    if options.json:
        write_json([_form(shelf.texts, one) for one in told])
    else:
        _Table(shelf, options).write(told)
    return 0


def _read(options: argparse.Namespace) -> Shelf:
    refuse_elsewhere(options.paths)
    shelf = Shelf()
    for shelf in read_shelf(
        options.paths, None if options.no_cache else texts_folder()
    ):
        if shelf.progress:
            done, total = shelf.progress
            _progress(f"{done} of {counted(total, 'file', 'files')} read")
    _progress("")
    return shelf


def _progress(words: str) -> None:
    """Show in a terminal how far it is, in the place of what was shown before."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{words}")
        sys.stderr.flush()


def _told(shelf: Shelf, pairs: Sequence[ShelfPair], most: int) -> list[_ToldPair]:
    """Return the pairs, so many of them compared."""
    told: list[_ToldPair] = []
    for number, pair in enumerate(pairs, 1):
        facts = None
        if number <= most:
            _progress(f"comparing pair {number} of {min(most, len(pairs))}")
            both = Sources(shelf.texts[pair.left].path, shelf.texts[pair.right].path)
            facts = differing_facts(both, AS_THE_TEXTS_TELL)
        told.append(_ToldPair(pair, facts))
    _progress("")
    return told


def _mention(shelf: Shelf) -> None:
    """Say in the end which files were left out, and what is odd about the cache."""
    for path, why in shelf.left_out[:_MOST_SAID]:
        mention(f"{path}: {why}")
    more = len(shelf.left_out) - _MOST_SAID
    if more > 0:
        mention(f"{counted(more, 'more file', 'more files')} left out")
    if shelf.remark:
        mention(shelf.remark)


def _too_few(shelf: Shelf) -> UserError:
    """Return the error where there are no two texts, and why if one file tells it."""
    hint = "name a folder with texts, or two files"
    if shelf.left_out and not shelf.texts:
        path, why = shelf.left_out[0]
        return UserError(path, why, hint)
    what = shelf.texts[0].path if shelf.texts else "pairs"
    why = "is the only text" if shelf.texts else "there are no texts"
    return UserError(what, why, hint)


# As JSON -----------------------------------------------------------------------


def _form(texts: Sequence[ShelfText], told: _ToldPair) -> dict[str, object]:
    pair = told.pair
    return {
        "left": texts[pair.left].path,
        "right": texts[pair.right].path,
        "score": round(pair.score, 4),
        "shared_left": round(pair.shared_left, 4),
        "shared_right": round(pair.shared_right, 4),
        "facts": told.facts,
        "left_date": texts[pair.left].date or None,
        "right_date": texts[pair.right].date or None,
        "source": pair.source,
        "why_source": pair.why_source or None,
    }


# As a table --------------------------------------------------------------------


class _Table:
    """Pairs on a page, three lines each; in a pipe nothing is cut."""

    def __init__(self, shelf: Shelf, options: argparse.Namespace) -> None:
        self._shelf = shelf
        self._page = PrintedPage(0, options.color)
        self._signs = signs_on_paper(ascii_only=options.ascii)
        self._is_cut = _is_a_screen()

    def write(self, told: Sequence[_ToldPair]) -> None:
        """Write the pairs and how many there are."""
        texts = self._shelf.texts
        digits = len(str(len(told)))
        shown = {one for row in told for one in (row.pair.left, row.pair.right)}
        names = {one: self._name(texts[one].path, digits) for one in shown}
        cells = max(map(cell_len, names.values()), default=0)
        if told:
            head = f"{'':{digits}}  score  share  {'file':<{cells}}  "
            head += f"{'date':<{_DATE_CELLS}}  title"
            self._page.write([self._page.paint(self._fitting(head), "aside")])
        for number, one in enumerate(told, 1):
            pair = one.pair
            head = f"{number:>{digits}}  {_percent(pair.score)}"
            rest = " " * len(head)
            left, right = (
                self._text(texts[text], share, _padded(names[text], cells), len(head))
                for text, share in (
                    (pair.left, pair.shared_left),
                    (pair.right, pair.shared_right),
                )
            )
            self._page.write([self._page.paint(head, "title") + left, rest + right])
            if remarks := ", ".join(_remarks(one)):
                wrapped = self._page.wrapped(remarks, len(head) + 2)
                lines = wrapped if self._is_cut else [f"{rest}  {_shown(remarks)}"]
                self._page.write(self._page.paint(line, "aside") for line in lines)
        self._page.write([*([""] if told else []), self._summary(len(told))])

    def _name(self, path: str, digits: int) -> str:
        """Return the name of a file, on a screen the end of it that has room."""
        if not self._is_cut:
            return _shown(path)
        others = digits + 2 * (2 + _PERCENT_CELLS) + 2 + 2 + _DATE_CELLS
        room = max(_FEWEST_OF_NAME, self._page.width - others)
        return self._page.cut_start(path, room, self._signs.left_out)

    def _fitting(self, line: str) -> str:
        return line[: self._page.width] if self._is_cut else line

    def _text(self, text: ShelfText, share: float, name: str, before: int) -> str:
        """Return the line of one text: how much of it, its file, date and title."""
        date = text.date.removeprefix("--")
        start = f"  {_percent(share)}  {name}"
        start += f"  {_shown(date):<{_DATE_CELLS}}  "
        title = _shown(text.title)
        if self._is_cut:
            room = self._page.width - before - cell_len(start)
            cut = self._signs.left_out
            title = self._page.cut(title, room, cut) if room > _FEWEST_CELLS else ""
        return start + self._page.paint(title, "aside") if title else start.rstrip()

    def _summary(self, told: int) -> str:
        shelf = self._shelf
        parts = [
            counted(len(shelf.pairs), "related pair", "related pairs"),
            f"among {counted(len(shelf.texts), 'text', 'texts')}",
        ]
        if shelf.groups:
            parts.append(f"in {counted(len(shelf.groups), 'group', 'groups')}")
        if told < len(shelf.pairs):
            parts.append(f"({told} shown)")
        return self._page.paint(" ".join(parts), "aside")


def _remarks(told: _ToldPair) -> Iterable[str]:
    """Yield what is to be said below a pair."""
    if told.facts is not None:
        yield counted(told.facts, "fact differs", "facts differ")
    pair = told.pair
    if pair.source:
        which = "first" if pair.source == "left" else "second"
        yield f"the {which} is likely the source: {pair.why_source}"
    elif pair.why_source:
        yield pair.why_source


def _is_a_screen() -> bool:
    return sys.stdout.isatty()


def _padded(name: str, cells: int) -> str:
    return name + " " * (cells - cell_len(name))


def _percent(share: float) -> str:
    return f"{100 * share:3.0f} %"


def _shown(text: str) -> str:
    return displayable_line(" ".join(text.split()))
