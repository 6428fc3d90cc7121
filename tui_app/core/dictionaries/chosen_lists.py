"""What word lists say of the words of two texts: those named, and those installed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tui_app.core.dictionaries.dictd import dictionary_at, entries_of_dictionary
from tui_app.core.dictionaries.entries import Entry, TwoTexts, WordPair
from tui_app.core.dictionaries.held_words import HeldWords
from tui_app.core.dictionaries.installed import installed_dictionary, installed_lists
from tui_app.core.dictionaries.line_list import entries_of_lines
from tui_app.errors import UserError


class ReadLists(NamedTuple):
    """Pairs of words that both texts hold, the names of the lists that have them.

    ``remarks`` are sentences for the user about lists that gave nothing.
    """

    words: tuple[WordPair, ...] = ()
    lists: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


_LONG = 1_000_000
"""Characters of two texts that teach more words of each other than a dictionary has."""


class _Named(NamedTuple):
    """A word list: a dictionary where ``dictionary`` is a path, else a file."""

    name: str
    dictionary: Path | None

    @property
    def for_people(self) -> str:
        return Path(self.dictionary or self.name).name

    def entries(self, texts: TwoTexts) -> Iterator[Entry]:
        if self.dictionary is not None:
            return entries_of_dictionary(self.dictionary, texts)
        path = Path(self.name)
        if not (path.suffix or path.exists()):
            why = "there is no such file, and no dictionary of that name is installed"
            raise UserError(self.name, why, "check the name")
        return entries_of_lines(self.name, texts)


def read_lists(
    named: Iterable[str],
    languages: tuple[str, str] | None,
    texts: tuple[str, str],
    usual: Iterable[str] = (),
) -> ReadLists:
    """Return what lists say of the words of two texts.

    ``named`` are paths of lists or dictionaries, or names of dictionaries that are
    installed, and so are the ``usual`` ones, of which one that cannot be read is
    passed over. Installed ones for the ``languages`` are read, too, but for books.
    Raises ``UserError`` where a list that is named cannot be read.
    """
    asked = [_found(name) for name in named]
    more = [_found(name) for name in usual]
    if languages is not None and sum(map(len, texts)) <= _LONG:
        more += [_Named(str(path), path) for path in installed_lists(languages)]
    if not (asked or more):
        return ReadLists()
    held = TwoTexts(*map(HeldWords.of_text, texts))
    words, lists, remarks = dict[WordPair, None](), list[str](), list[str]()
    for one in _each_once([*asked, *more]):
        try:
            found = held.pairs_of(one.entries(held))
        except UserError as error:
            if one in asked:
                raise
            remarks.append(str(error))
            continue
        words.update(dict.fromkeys(found))
        if found:
            lists.append(one.for_people)
        elif one in asked:
            remarks.append(f"{one.name}: none of its words are in both texts")
    return ReadLists(tuple(words), tuple(dict.fromkeys(lists)), tuple(remarks))


def _each_once(lists: Iterable[_Named]) -> Iterable[_Named]:
    """Return the lists without those that come a second time."""
    known = dict[Path | str, _Named]()
    for one in lists:
        known.setdefault(one.dictionary or one.name, one)
    return known.values()


def _found(name: str) -> _Named:
    """Return the list of that name; a file goes before what is installed."""
    if not name:
        raise UserError("--words", "no file is named", "name a word list")
    dictionary = dictionary_at(name)
    if dictionary is None and not Path(name).exists():
        dictionary = installed_dictionary(name)
    return _Named(name, dictionary)
