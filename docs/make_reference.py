"""Make the tables of ``docs/reference/`` from the code, so that they say what it does.

    .venv/bin/python docs/make_reference.py

A page holds ``<!-- made: NAME -->`` and ``<!-- end -->``; what stands between is made.
"""

from __future__ import annotations

import ast
import contextlib
import io
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from unittest import mock

from tui_app.cli.parser import all_parsers, parse
from tui_app.core.kinds import KINDS
from tui_app.review.looks import LOOKS, MEANINGS
from tui_app.review.signs import MAP_SIGNS, ROW_SIGNS, Sign
from tui_app.settings.keymap import key_shown
from tui_app.settings.keys import groups
from tui_app.settings.preferences import OPTIONS, Settings

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference"
_BLOCK = re.compile(r"(<!-- made: (\w+) -->\n)(.*?)(<!-- end -->\n)", re.DOTALL)


def keys() -> Iterator[str]:
    """Tell every key by its group, and the name under which it can be changed."""
    for group, actions in groups().items():
        yield f"## {group}\n"
        yield "| key | does | name |"
        yield "|---|---|---|"
        for action in actions:
            names = " ".join(f"`{key_shown(key)}`" for key in action.keys)
            yield f"| {names} | {action.help} | `{action.id}` |"
        yield ""


def settings() -> Iterator[str]:
    """Tell every entry of ``config.toml``."""
    yield "| entry | default | may hold | does |"
    yield "|---|---|---|---|"
    for option in OPTIONS:
        default = option.rule.write(getattr(Settings(), option.field))
        default = "all of them" if default.startswith("[") else default
        allowed = option.rule.allowed
        yield f"| `{option.entry}` | {default} | {allowed} | {option.help} |"


def row_signs() -> Iterator[str]:
    """Tell the signs between the columns and in tables of commands."""
    return _signs(one for cell in ROW_SIGNS for one in cell)


def map_signs() -> Iterator[str]:
    """Tell the shades of the map."""
    return _signs(MAP_SIGNS)


def _signs(told: Iterable[Sign]) -> Iterator[str]:
    yield "| sign | ASCII | says |"
    yield "|---|---|---|"
    for sign in told:
        yield f"| `{sign.sign}` | `{sign.ascii}` | {sign.word} |"


def looks() -> Iterator[str]:
    """Tell how each kind of mark looks, with colours and without."""
    yield "| mark | for example | look | without colours |"
    yield "|---|---|---|---|"
    for one in MEANINGS:
        look = LOOKS[one.look.left]
        colour = "its colour, paler" if look.colour.endswith("soft") else "its colour"
        words = f"{look.style} in its colour" if look.style else colour
        ground = f", on a {look.ground.rpartition('-')[2]}" if look.ground else ""
        plain = look.style if look.plain is None else look.plain
        example = f"{one.left} / {one.right}"
        yield f"| {one.meaning} | {example} | {words}{ground} | {plain} |"


def kinds() -> Iterator[str]:
    """Tell every kind of difference: its name, what it counts as, why it is marked."""
    yield "| kind | called | counts as | marked because | where one side alone has it |"
    yield "|---|---|---|---|---|"
    for kind, traits in KINDS.items():
        both, alone = traits.reasons or ("", "")
        why = f"{both} | {alone.format(side='left')}"
        yield f"| `{kind}` | {traits.name} | {traits.family} | {why} |"


def commands() -> Iterator[str]:
    """Tell what each command says of itself with ``--help``."""
    for parser in all_parsers():
        words = parser.name.split()
        yield f"## `{parser.prog}`\n"
        yield "```"
        yield _help([*words, "--help"])
        yield "```\n"


def _help(words: list[str]) -> str:
    """Return the help, set for a page and not for whatever terminal this runs in."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), mock.patch.dict(os.environ, COLUMNS="90"):
        parse(words)
    return printed.getvalue().rstrip()


def modules() -> Iterator[str]:
    """Tell every module by its room, and what its docstring says that it answers."""
    package = ROOT / "tui_app"
    rooms = sorted({path.parent for path in package.rglob("*.py")})
    for room in rooms:
        face = room / "__init__.py"
        paths = sorted(path for path in room.glob("*.py") if path != face)
        yield f"## `{room.relative_to(ROOT)}/`\n"
        yield f"{_first_line(face)}\n"
        if paths:
            yield "| module | answers |"
            yield "|---|---|"
            yield from (f"| `{path.stem}` | {_first_line(path)} |" for path in paths)
            yield ""


def _first_line(path: Path) -> str:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n")[0].replace("|", "\\|")


BLOCKS = {
    made.__name__: made
    for made in (keys, settings, row_signs, map_signs, looks, kinds, commands, modules)
}


def page(text: str) -> str:
    """Return the page with every made block made anew."""

    def made(block: re.Match[str]) -> str:
        lines = "\n".join(BLOCKS[block[2]]()).rstrip()
        return f"{block[1]}\n{lines}\n\n{block[4]}"

    return _BLOCK.sub(made, text)


def main() -> None:
    """Write every page of the reference anew."""
    for path in sorted(REFERENCE.glob("*.md")):
        path.write_text(page(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
