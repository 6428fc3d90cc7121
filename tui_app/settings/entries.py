"""The entries of ``config.toml``, one by one: sound ones hold, wrong ones are named."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tui_app.core.model import Kind
from tui_app.settings.configuration import Configuration
from tui_app.settings.keymap import Keymap, resolve
from tui_app.settings.model import Settings
from tui_app.settings.options import OPTIONS, Option
from tui_app.settings.problem import Problem

TABLES = {option.table for option in OPTIONS if option.table} | {"keys"}
BY_ENTRY = {option.entry: option for option in OPTIONS}


class _Checked:
    """What was found so far."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.keys: dict[str, tuple[str, ...]] = {}
        self.given: set[str] = set()
        self.problems: list[Problem] = []

    def wrong(self, entry: str, why: str) -> None:
        self.problems.append(Problem(entry, why))


def configuration_from(entries: Mapping[str, object], path: Path) -> Configuration:
    """Return the settings that the file's entries make."""
    checked = _Checked()
    for name, value in entries.items():
        _read_top(name, value, checked)
    keymap = resolve(checked.keys)
    return Configuration(
        _settings(checked.values, keymap),
        path,
        exists=True,
        problems=(*checked.problems, *keymap.problems),
        given=frozenset(checked.given),
    )


def _settings(values: dict[str, Any], keymap: Keymap) -> Settings:
    values = {**values, "keymap": keymap._replace(problems=())}
    if "show" in values:
        values["show"] = frozenset(Kind(word) for word in values["show"])
    return Settings(**values)


def _read_top(name: str, value: object, checked: _Checked) -> None:
    if name in TABLES:
        if not isinstance(value, Mapping):
            checked.wrong(name, f"is a table; write [{name}] on a line of its own")
        elif name == "keys":
            _read_keys(value, checked)
        else:
            for key, inner in value.items():
                _read_entry(f"{name}.{key}", inner, checked)
    else:
        _read_entry(name, value, checked)


def _read_entry(entry: str, value: object, checked: _Checked) -> None:
    option = BY_ENTRY.get(entry.replace("_", "-"))
    if option is None:
        checked.wrong(entry, _unknown(entry))
        return
    try:
        checked.values[option.field] = option.rule.read(value)
        checked.given.add(option.entry)
    except (ValueError, TypeError):
        checked.wrong(entry, _refusal(option, value))


def _refusal(option: Option, value: object) -> str:
    shown = repr(value)
    shown = shown if len(shown) <= 40 else shown[:37] + "..."
    return f"{shown} is not allowed; allowed: {option.rule.allowed}"


def _unknown(entry: str) -> str:
    import difflib

    near = difflib.get_close_matches(entry.replace("_", "-"), BY_ENTRY, n=1)
    mean = f"did you mean {near[0]}? " if near else ""
    return f"no such entry; {mean}allowed: {', '.join(BY_ENTRY)}, keys.…"


def _read_keys(table: Mapping[str, object], checked: _Checked) -> None:
    for name, value in table.items():
        keys = [value] if isinstance(value, str) else value
        if not isinstance(keys, list) or not all(isinstance(k, str) for k in keys):
            checked.wrong(
                f"keys.{name}", 'write a key or a list of keys: ["]", "ctrl+n"]'
            )
            continue
        checked.keys[name.replace("_", "-")] = tuple(keys)
        checked.given.add(f"keys.{name}")
