"""What stands before a Markdown text between ``---`` (YAML) or ``+++`` (TOML) lines.

Only plain fields are read, ``name: value`` and lists of values: all that says who
wrote a text, when, and what it is called. Nested YAML is passed over.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

_YAML = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\+\+\+[ \t]*\n(.*?\n)\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"([\w-]+)[ \t]*:(?:[ \t]+(.*))?\Z")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)\Z")
_INNER = re.compile(r"[ \t]+\S|#|\s*\Z")  # deeper, a comment, blank
_LONGEST = 20_000  # characters that are looked at


def split_front_matter(text: str) -> tuple[Mapping[str, str], str]:
    """Return the fields, names in small letters, and the text behind them.

    Several values of one field are joined by commas. A text that only begins with a
    rule has no fields.
    """
    if toml := _TOML.match(text, 0, _LONGEST):
        try:
            fields = tomllib.loads(toml[1])
        except (ValueError, RecursionError):  # numbers without end, deep nesting
            return {}, text
        return {name.lower(): _joined(value) for name, value in fields.items()}, text[
            toml.end() :
        ]
    if yaml := _YAML.match(text, 0, _LONGEST):
        known = _yaml_fields(yaml[1].split("\n"))
        if known is not None:
            return known, text[yaml.end() :]
    return {}, text


def _joined(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if isinstance(value, dict) else str(value)


def _yaml_fields(lines: list[str]) -> dict[str, str] | None:
    """Return the fields, ``None`` where a line is none and belongs to none."""
    fields: dict[str, str] = {}
    name = ""
    for line in lines:
        if item := _ITEM.match(line):
            value = _plain(item[1])
            fields[name] = f"{fields[name]}, {value}" if fields.get(name) else value
        elif field := _FIELD.match(line):
            name = field[1].lower()
            fields[name] = _plain(field[2] or "")
        elif not _INNER.match(line):
            return None
    fields.pop("", None)
    return fields or None


def _plain(value: str) -> str:
    """Return a YAML value without its quotation marks, brackets or comment."""
    bare = value.strip()
    if bare[:1] in {"[", "{"}:
        inner = bare.strip("[]{} ")
        return ", ".join(_plain(one) for one in inner.split(",")) if inner else ""
    if len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "\"'":
        return bare[1:-1].replace("''", "'") if bare[0] == "'" else bare[1:-1]
    if bare in {"|", ">", "|-", ">-"}:
        return ""
    return bare.partition(" #")[0].strip()
