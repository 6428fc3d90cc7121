"""How ``config.toml`` is read: sound entries hold, wrong ones are named.

Whatever the file holds, reading it never fails.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from tui_app.core.kinds import Kind
from tui_app.core.translation import ListsOfPair
from tui_app.disk.paths import config_file
from tui_app.errors import Problem, UserError
from tui_app.settings.keymap import Keymap, resolve, unknown_action
from tui_app.settings.keys import BY_ID
from tui_app.settings.preferences import OPTIONS, Option, Settings


class Configuration(NamedTuple):
    """The settings in force, the file they come from, and its wrong entries.

    ``given`` holds the entries the file sets soundly.
    """

    settings: Settings
    path: Path
    exists: bool
    problems: tuple[Problem, ...] = ()
    given: frozenset[str] = frozenset()

    @classmethod
    def unread(cls) -> Configuration:
        """Return the defaults, as if there were no file."""
        return cls(Settings(), Path("config.toml"), exists=False)


LARGEST_CONFIG = 1_000_000

MOST_PROBLEMS = 100
"""Wrong entries that are told one by one; nobody reads more."""

_LONG_KEY = re.compile(r"""(?<!["'\w-])(?:["'\w-]++[ \t]*+\.[ \t]*+){16}""")
"""A key of so many parts is none of ours, and to read it takes a minute or longer."""


class _UnreadError(Exception):
    """The whole file is passed over; the message says why."""


def read_configuration(path: Path | None = None) -> Configuration:
    """Read the user's ``config.toml``; whatever it holds, this never fails."""
    place = path or config_file()
    try:
        return _understood(_text(place), place)
    except FileNotFoundError:
        return Configuration(Settings(), place, exists=False)
    except _UnreadError as error:
        problem = Problem("the file", str(error))
        return Configuration(Settings(), place, exists=True, problems=(problem,))


def read_named_configuration(path: Path) -> Configuration:
    """Read a file of settings that was named.

    Raises ``UserError`` where there is none, or it cannot be read as a whole.
    """
    try:
        return _understood(_text(path), path)
    except FileNotFoundError as error:
        raise UserError(str(path), "there is no such file", "check the name") from error
    except _UnreadError as error:
        raise UserError(str(path), str(error), "mend it or name another") from error


def _text(path: Path) -> str:
    """Return what is in the file; raise ``FileNotFoundError`` where there is none."""
    try:
        if path.exists() and not path.is_file():
            raise _UnreadError("cannot be read: no regular file")
        with path.open("rb") as file:
            raw = file.read(LARGEST_CONFIG + 1)
        if len(raw) > LARGEST_CONFIG:
            raise _UnreadError(f"larger than {LARGEST_CONFIG} bytes, not read")
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        raise
    except OSError as error:
        raise _UnreadError(f"cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise _UnreadError("is not UTF-8, not read") from error


def _understood(text: str, path: Path) -> Configuration:
    # Most users have no such file: what reads one would only make them wait.
    import tomllib

    if _LONG_KEY.search(text):
        raise _UnreadError("holds a key of more parts than any entry has, not read")
    try:
        entries = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number may be too long to read
        raise _UnreadError(f"is not TOML, not read: {error}") from error
    return configuration_from(entries, path)


TABLES = {option.table for option in OPTIONS if option.table} | {"keys"}

WORDS = "words"
"""The table of word lists; its entries are named by two languages."""

_PAIR = re.compile(r"([a-z]{2,3})-([a-z]{2,3})")

BY_ENTRY = {option.entry: option for option in OPTIONS}


def configuration_from(entries: Mapping[str, object], path: Path) -> Configuration:
    """Return the settings that the file's entries make."""
    checked = _Checked(path.parent)
    for name, value in entries.items():
        _read_top(name, value, checked)
    keymap = resolve(checked.keys)
    return Configuration(
        _settings(checked.values, keymap),
        path,
        exists=True,
        problems=(*checked.told(), *keymap.problems),
        given=frozenset(checked.given),
    )


class _Checked:
    """What was found so far; files named are looked for from ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.values: dict[str, Any] = {}
        self.keys: dict[str, tuple[str, ...]] = {}
        self.given: set[str] = set()
        self._problems: list[Problem] = []
        self._more = 0

    def wrong(self, entry: str, why: Callable[[], str]) -> None:
        """Keep what is wrong with an entry; of very many only how many more."""
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(Problem(entry, why()))
        else:
            self._more += 1

    def told(self) -> list[Problem]:
        """Return what was wrong."""
        if not self._more:
            return self._problems
        return [
            *self._problems,
            Problem("the file", f"{self._more} more wrong entries"),
        ]


def _settings(values: dict[str, Any], keymap: Keymap) -> Settings:
    values = {**values, "keymap": keymap._replace(problems=())}
    if "show" in values:
        values["show"] = frozenset(Kind(word) for word in values["show"])
    return Settings(**values)


def _read_top(name: str, value: object, checked: _Checked) -> None:
    if name in TABLES:
        if not isinstance(value, Mapping):
            checked.wrong(
                name, lambda: f"is a table; write [{name}] on a line of its own"
            )
        elif name == "keys":
            _read_keys(value, checked)
        else:
            for key, inner in value.items():
                pair = _PAIR.fullmatch(key) if name == WORDS else None
                if pair is None:
                    _read_entry(f"{name}.{key}", inner, checked)
                else:
                    _read_lists((pair[1], pair[2]), inner, checked)
    else:
        _read_entry(name, value, checked)


def _read_entry(entry: str, value: object, checked: _Checked) -> None:
    option = BY_ENTRY.get(entry.replace("_", "-"))
    if option is None:
        checked.wrong(entry, lambda: _unknown(entry))
        return
    try:
        checked.values[option.field] = option.rule.read(value)
        checked.given.add(option.entry)
    except (ValueError, TypeError):
        checked.wrong(entry, lambda: _refusal(option, value))


def _read_lists(languages: tuple[str, str], value: object, checked: _Checked) -> None:
    entry = f"{WORDS}.{'-'.join(languages)}"
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(
        isinstance(name, str) and name.strip() for name in names
    ):
        checked.wrong(entry, lambda: f"write a list of files: {EXAMPLE_LISTS}")
        return
    lists = tuple(_from(checked.folder, name) for name in names)
    known = checked.values.get("word_lists", ())
    checked.values["word_lists"] = (*known, ListsOfPair(languages, lists))
    checked.given.add(entry)


EXAMPLE_LISTS = '["~/lists/de-fr.tsv", "freedict-deu-fra"]'


def _from(folder: Path, name: str) -> str:
    """Return the path of a word list; the name of a dictionary stays as it is."""
    if not re.search(r"[/\\.]", name):
        return name
    try:
        return str(folder / Path(name).expanduser())
    except RuntimeError:  # nobody of that name has a home
        return name


def _refusal(option: Option, value: object) -> str:
    return f"{_shown(value)} is not allowed; allowed: {option.rule.allowed}"


def _shown(value: object) -> str:
    try:
        shown = repr(value)
    except ValueError:  # Python writes no decimals of a number as long as that
        return "a number too long to write"
    return shown if len(shown) <= 40 else shown[:37] + "..."


def _unknown(entry: str) -> str:
    import difflib

    near = difflib.get_close_matches(entry.replace("_", "-"), BY_ENTRY, n=1)
    mean = f"did you mean {near[0]}? " if near else ""
    allowed = f"{', '.join(BY_ENTRY)}, {WORDS}.LANGUAGE-LANGUAGE, keys.…"
    return f"no such entry; {mean}allowed: {allowed}"


def _read_keys(table: Mapping[str, object], checked: _Checked) -> None:
    for name, value in table.items():
        keys = [value] if isinstance(value, str) else value
        if not isinstance(keys, list) or not all(isinstance(k, str) for k in keys):
            checked.wrong(
                f"keys.{name}", lambda: 'write a key or a list of keys: ["]", "ctrl+n"]'
            )
            continue
        action = name.replace("_", "-")
        if action not in BY_ID:
            checked.wrong(f"keys.{name}", partial(unknown_action, action))
            continue
        checked.keys[action] = tuple(keys)
        checked.given.add(f"keys.{name}")


_MOST_SHOWN = 4
"""Complaints that one message shows."""

_LINE = 66
"""Characters that stand on one of its lines."""


def complaints_in_short(file: Path, complaints: Sequence[str]) -> str:
    """Return what a message says of wrong entries in the user's file.

    One is told in full; of several as much as the message has lines for.
    """
    if len(complaints) < 2:
        return "".join(f"{file}: {complaint}" for complaint in complaints)
    beginning = (
        f"{file.name}: {len(complaints)} wrong entries; diptych config tells all"
    )
    shown = (
        one if len(one) <= _LINE else f"{one[: _LINE - 1]}…"
        for one in complaints[:_MOST_SHOWN]
    )
    return "\n".join([beginning, *shown])
