"""Reading ``config.toml``: sound entries hold, wrong ones are named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tui_app.core.model import Kind
from tui_app.settings.configuration import Configuration
from tui_app.settings.keymap import Keymap, resolve
from tui_app.settings.model import Settings
from tui_app.settings.options import OPTIONS, Option
from tui_app.settings.paths import config_file
from tui_app.settings.problem import Problem

TABLES = {option.table for option in OPTIONS if option.table} | {"keys"}
BY_ENTRY = {option.entry: option for option in OPTIONS}
MOST_BYTES = 1_000_000


@dataclass(slots=True)
class _Reading:
    values: dict[str, Any] = field(default_factory=dict)
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    given: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, entry: str, why: str) -> None:
        self.problems.append(Problem(entry, why))


def read_configuration(path: Path | None = None) -> Configuration:
    """Read the user's ``config.toml``; whatever it holds, this never fails."""
    place = path or config_file()
    reading = _Reading()
    entries, exists = _parse(place, reading)
    for name, value in entries.items():
        _read_top(name, value, reading)
    keymap = resolve(reading.keys)
    reading.problems.extend(keymap.problems)
    return Configuration(
        _settings(reading, keymap),
        place,
        exists,
        tuple(reading.problems),
        frozenset(reading.given),
    )


def _parse(path: Path, reading: _Reading) -> tuple[dict[str, Any], bool]:
    try:
        if path.exists() and not path.is_file():
            reading.wrong("the file", "cannot be read: no regular file")
            return {}, True
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
        if len(raw) > MOST_BYTES:
            reading.wrong("the file", f"larger than {MOST_BYTES} bytes, not read")
            return {}, True
        return _entries(raw.decode("utf-8-sig").replace("\r\n", "\n"), reading), True
    except FileNotFoundError:
        return {}, False
    except OSError as error:
        reading.wrong("the file", f"cannot be read: {error.strerror or error}")
    except UnicodeDecodeError:
        reading.wrong("the file", "is not UTF-8, not read")
    return {}, True


def _entries(text: str, reading: _Reading) -> dict[str, Any]:
    # Most users have no such file: what reads one would only make them wait.
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        reading.wrong("the file", f"is not TOML, not read: {error}")
        return {}


def _settings(reading: _Reading, keymap: Keymap) -> Settings:
    values = dict(reading.values)
    if "show" in values:
        values["show"] = frozenset(Kind(word) for word in values["show"])
    return replace(Settings(), **values, keymap=keymap)


def _read_top(name: str, value: object, reading: _Reading) -> None:
    if name in TABLES:
        if not isinstance(value, Mapping):
            reading.wrong(name, f"is a table; write [{name}] on a line of its own")
        elif name == "keys":
            _read_keys(value, reading)
        else:
            for key, inner in value.items():
                _read_entry(f"{name}.{key}", inner, reading)
    else:
        _read_entry(name, value, reading)


def _read_entry(entry: str, value: object, reading: _Reading) -> None:
    option = BY_ENTRY.get(entry.replace("_", "-"))
    if option is None:
        reading.wrong(entry, _unknown(entry))
        return
    try:
        reading.values[option.field] = option.rule.read(value)
        reading.given.add(option.entry)
    except (ValueError, TypeError):
        reading.wrong(entry, _refusal(option, value))


def _refusal(option: Option, value: object) -> str:
    shown = repr(value)
    shown = shown if len(shown) <= 40 else shown[:37] + "..."
    return f"{shown} is not allowed; allowed: {option.rule.allowed}"


def _unknown(entry: str) -> str:
    import difflib

    near = difflib.get_close_matches(entry.replace("_", "-"), BY_ENTRY, n=1)
    mean = f"did you mean {near[0]}? " if near else ""
    return f"no such entry; {mean}allowed: {', '.join(BY_ENTRY)}, keys.…"


def _read_keys(table: Mapping[str, object], reading: _Reading) -> None:
    for name, value in table.items():
        keys = [value] if isinstance(value, str) else value
        if not isinstance(keys, list) or not all(isinstance(k, str) for k in keys):
            reading.wrong(
                f"keys.{name}", 'write a key or a list of keys: ["]", "ctrl+n"]'
            )
            continue
        reading.keys[name.replace("_", "-")] = tuple(keys)
        reading.given.add(f"keys.{name}")
