"""Names of files typed in one line: which they are, and how the last may go on.

Words part at blanks, as in a shell: a backslash or quotation marks keep a blank within
a word, and ``~`` at its beginning is the home folder.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tui_app.core.source_names import is_address
from tui_app.core.text.display import displayable_line

MOST_LOOKED_AT = 20_000
"""Names of a folder that are looked through for what may follow."""

# On Windows it parts folders, and nothing can be escaped with it.
_ESCAPE = "\\" if os.sep == "/" else ""

_TO_ESCAPE = re.compile(r"[\s\\'\"]" if _ESCAPE else r"(?!)")


class TypedWord(NamedTuple):
    """A word of the line: where it begins, and what it says without its quoting."""

    start: int
    text: str


class PathCompletion(NamedTuple):
    """A name that may stand for what is begun: the whole word, and its last part."""

    word: str
    name: str
    is_folder: bool


def typed_words(line: str) -> tuple[TypedWord, ...]:
    """Return the words of the line; after a blank at its end comes an empty one."""
    words: list[TypedWord] = []
    start, text, quote, at = 0, "", "", 0
    while at < len(line):
        char = line[at]
        if char == quote:
            quote = ""
        elif not quote and char in "'\"":
            quote = char
        elif char == _ESCAPE and quote != "'":
            at += 1
            text += line[at : at + 1]
        elif char.isspace() and not quote:
            if text:
                words.append(TypedWord(start, text))
            start, text = at + 1, ""
        else:
            text += char
        at += 1
    return (*words, TypedWord(start, text))


def typed_names(line: str) -> tuple[str, ...]:
    """Return the names that the line says, the home folder written out."""
    return tuple(_expanded(word.text) for word in typed_words(line) if word.text)


def completions(line: str) -> tuple[PathCompletion, ...]:
    """Return what the last word of the line may become, in the order of names.

    Capitals matter only where one is typed; names that begin just so come first, and
    hidden names are offered to who types their dot. Names that cannot be typed as they
    are shown are left out.
    """
    begun = typed_words(line)[-1].text
    if is_address(begun):
        return ()
    if begun == "~":
        return (PathCompletion("~", "~", is_folder=True),)
    folder, _, name = begun.rpartition(os.sep)
    folder = begun[: len(begun) - len(name)]
    found = sorted(
        _names_in(_expanded(folder) or os.curdir, name),
        key=lambda one: (not one[0].startswith(name), one),
    )
    return tuple(PathCompletion(folder + one, one, is_it) for one, is_it in found)


def _names_in(folder: str, begun: str) -> Iterator[tuple[str, bool]]:
    exact = begun != begun.casefold()
    try:
        with os.scandir(folder) as entries:
            for number, entry in enumerate(entries):
                if number >= MOST_LOOKED_AT:
                    return
                name = entry.name if exact else entry.name.casefold()
                hidden = entry.name.startswith(".") and not begun.startswith(".")
                typeable = displayable_line(entry.name) == entry.name
                if name.startswith(begun) and typeable and not hidden:
                    yield entry.name, _is_folder(entry)
    except OSError:
        return


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def completed(line: str, found: tuple[PathCompletion, ...], chosen: int = 0) -> str:
    """Return the line with its last word as far as all completions agree.

    Where that is what is typed already, it becomes the one chosen: a folder with what
    parts it from what is within, a file with a blank behind it.
    """
    if not found:
        return line
    word = typed_words(line)[-1]
    common = _begun_alike([one.word for one in found])
    if len(found) > 1 and common > len(word.text):
        return line[: word.start] + _escaped(found[0].word[:common])
    one = found[chosen]
    return line[: word.start] + _escaped(one.word) + (os.sep if one.is_folder else " ")


def _begun_alike(words: Sequence[str]) -> int:
    """Return how many characters all words begin with, whatever their capitals."""
    folded = [word.casefold() for word in words]
    return next(
        (
            at
            for at, chars in enumerate(zip(*folded, strict=False))
            if len({*chars}) > 1
        ),
        min(map(len, folded)),
    )


def typed(name: str) -> str:
    """Return how the name is typed as one word."""
    return _escaped(name)


def _escaped(word: str) -> str:
    return _TO_ESCAPE.sub(lambda found: _ESCAPE + found[0], word)


def _expanded(word: str) -> str:
    if not word.startswith("~"):
        return word
    head, parted, rest = word.partition(os.sep)
    try:
        return str(Path(head).expanduser()) + parted + rest
    except RuntimeError:  # nobody is called so
        return word


def from_home(path: str) -> str:
    """Return the path as people write it, ``~`` for the home folder."""
    home = _expanded("~")
    if home not in {"~", os.sep} and path.startswith(home + os.sep):
        return "~" + path[len(home) :]
    return path


def told_apart(left: str, right: str) -> tuple[str, str]:
    """Return the names of two files, with as many folders as tell them apart."""
    parts = Path(left).parts, Path(right).parts
    for count in range(1, max(map(len, parts))):
        names = [str(Path(*one[-count:])) for one in parts]
        if names[0] != names[1]:
            return names[0], names[1]
    return left, right
