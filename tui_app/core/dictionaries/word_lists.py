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
        return entries_of_lines(self.name, texts)


def read_lists(
    named: Iterable[str], languages: tuple[str, str], left: str, right: str
) -> ReadLists:
    """Return what lists say of the words of two texts in these languages.

    ``named`` are paths of lists or dictionaries, or names of dictionaries that are
    installed; installed ones for the languages are read, too, but for books. Raises
    ``UserError`` where a list that is named cannot be read.
    """
    asked = [_found(name) for name in named]
    more = [] if len(left) + len(right) > _LONG else _installed(languages, asked)
    if not (asked or more):
        return ReadLists()
    texts = TwoTexts(HeldWords.of_text(left), HeldWords.of_text(right))
    words, lists, remarks = dict[WordPair, None](), list[str](), list[str]()
    for one in (*asked, *more):
        try:
            found = texts.pairs_of(one.entries(texts))
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


def _installed(languages: tuple[str, str], asked: Iterable[_Named]) -> list[_Named]:
    """Return the dictionaries that are installed and not asked for."""
    known = {one.dictionary for one in asked}
    paths = installed_lists(languages)
    return [_Named(str(path), path) for path in paths if path not in known]


def _found(name: str) -> _Named:
    """Return the list of that name; a file goes before what is installed."""
    if not name:
        raise UserError("--words", "no file is named", "name a word list")
    dictionary = dictionary_at(name)
    if dictionary is None and not Path(name).exists():
        dictionary = installed_dictionary(name)
    return _Named(name, dictionary)
