"""A text and its translation: whether two documents are that, in which languages."""

from __future__ import annotations

from typing import NamedTuple

from tui_app.core.model import Document
from tui_app.core.text.two_languages import named_languages, told_apart


class Translation(NamedTuple):
    """That two texts say the same in two languages.

    ``languages`` are ISO 639-1 codes, empty where one cannot be told; ``words`` what
    word lists say of words that both texts hold (the left's, the right's); ``lists``
    the names of these lists, for people; ``remarks`` sentences for the user about
    lists that said nothing.
    """

    languages: tuple[str, str]
    words: tuple[tuple[str, str], ...] = ()
    lists: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    def mirrored(self) -> Translation:
        """Return the same with the sides changed."""
        ours, theirs = self.languages
        words = tuple((there, here) for here, there in self.words)
        return self._replace(languages=(theirs, ours), words=words)


def languages_in_words(translation: Translation) -> str:
    """Return a sentence part: the two languages, and the word lists that helped."""
    names = (code or "a language not told" for code in translation.languages)
    told = "a text and its translation: " + " beside ".join(names)
    lists = ", ".join(translation.lists)
    return f"{told}, words of {lists}" if lists else told


class ListsOfPair(NamedTuple):
    """The word lists that a user has for two languages, either way round."""

    languages: tuple[str, str]
    lists: tuple[str, ...]


class LanguageChoice(NamedTuple):
    """What a user says of the languages of a pair.

    ``across`` tells whether they are two, ``None`` lets the texts tell; ``languages``
    are their codes, ``words`` the paths or names of word lists. ``usual`` are lists for
    whatever pair they fit, and so are dictionaries that are ``installed``.
    """

    across: bool | None = None
    languages: tuple[str, str] | None = None
    words: tuple[str, ...] = ()
    usual: tuple[ListsOfPair, ...] = ()
    installed: bool = True

    def usual_lists(self, languages: tuple[str, str]) -> tuple[str, ...]:
        """Return the lists that the user has for two languages."""
        fitting = (one for one in self.usual if set(one.languages) == set(languages))
        return tuple(name for one in fitting for name in one.lists)


AS_THE_TEXTS_TELL = LanguageChoice()


def find_translation(
    left: Document, right: Document, choice: LanguageChoice = AS_THE_TEXTS_TELL
) -> Translation | None:
    """Return in which two languages the documents are, ``None`` within one.

    Languages given are believed; two of the same are one language, unless the choice
    says that the documents are compared across languages all the same. Raises
    ``UserError`` where a word list that is named cannot be read.
    """
    languages = _languages(left, right, choice)
    if languages is None:
        return None
    from tui_app.core.dictionaries import read_lists

    found = read_lists(
        choice.words,
        languages if choice.installed else None,
        (left.text, right.text),
        choice.usual_lists(languages),
    )
    return Translation(languages, *found)


def _languages(
    left: Document, right: Document, choice: LanguageChoice
) -> tuple[str, str] | None:
    if choice.across is False:
        return None
    given = choice.languages
    if given is not None:
        return given if choice.across or given[0] != given[1] else None
    if choice.across:
        return named_languages(left.text, right.text)
    return told_apart(left.text, right.text)
