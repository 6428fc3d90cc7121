"""Make the man page ``docs/diptych.1`` from the parsers of the command line.

    .venv/bin/python docs/make_man_page.py

It is installed with the package, into ``share/man/man1``.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from tui_app import __version__
from tui_app.cli.parser import Parser, all_parsers

PAGE = Path(__file__).resolve().parent / "diptych.1"

_FILES = (
    ("~/.config/diptych/config.toml", "settings; 'diptych config' prints them"),
    ("~/.local/share/diptych", "notes; 'diptych notes where' tells the file of a pair"),
    ("~/.local/state/diptych", "recent comparisons, places, drafts"),
)

_ENVIRONMENT = (
    ("NO_COLOR", "no colours where it is set"),
    ("XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME", "where the files are"),
    ("VISUAL, EDITOR", "the editor for a note (ctrl+e)"),
)


def page() -> str:
    """Return the page in the macros of man(7)."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    reader, *commands = all_parsers()
    yield r".\" made by docs/make_man_page.py"
    yield f'.TH DIPTYCH 1 "" "diptych {__version__}" "User Commands"'
    yield ".SH NAME"
    yield r"diptych \- read two texts side by side"
    yield ".SH SYNOPSIS"
    for parser in (reader, *commands):
        yield from _synopsis(parser)
    yield ".SH DESCRIPTION"
    yield from _paragraphs(reader.description or "")
    yield ".PP"
    yield _plain("In the reader ? lists all keys, q leaves it.")
    yield ".SH OPTIONS"
    yield from _arguments(reader)
    yield ".SH COMMANDS"
    for parser in commands:
        yield f'.SS "{_plain(parser.name)}"'
        yield from _paragraphs(parser.description or "")
        yield from _arguments(parser)
        yield from _verbatim(_without_statuses(parser))
    yield ".SH EXIT STATUS"
    yield from _exit_statuses((reader, *commands))
    yield ".SH FILES"
    yield from _table(_FILES)
    yield ".SH ENVIRONMENT"
    yield from _table(_ENVIRONMENT)
    yield ".SH SEE ALSO"
    yield ".BR diff (1),"
    yield ".BR git-difftool (1)"


def _synopsis(parser: Parser) -> Iterator[str]:
    given = [one for one in parser.arguments if not one.option_strings]
    places = " ".join(f"[{_name(one)}]" if _optional(one) else _name(one)
                      for one in given)  # fmt: skip
    taken = "ACTION …" if parser.usage else f"[OPTION …] {places}".rstrip()
    yield f".B {_plain(parser.prog)}"
    yield _plain(taken)
    yield ".br"


def _optional(argument: argparse.Action) -> bool:
    return argument.nargs in {"?", "*"}


def _name(argument: argparse.Action) -> str:
    return str(argument.metavar or argument.dest)


def _arguments(parser: Parser) -> Iterator[str]:
    """Yield what a parser takes; the help option is that of all."""
    for one in parser.arguments:
        if one.dest != "help":
            yield ".TP"
            yield _head(one)
            yield _plain((one.help or "").replace("%%", "%"))


def _head(argument: argparse.Action) -> str:
    if not argument.option_strings:
        return rf"\fI{_plain(_name(argument))}\fR"
    names = ", ".join(rf"\fB{_plain(one)}\fR" for one in argument.option_strings)
    if argument.nargs == 0:
        return names
    value = "|".join(map(str, argument.choices or ())) or _name(argument)
    if argument.metavar:
        value = _name(argument)
    return names + _plain(f"[={value}]" if argument.nargs == "?" else f" {value}")


def _without_statuses(parser: Parser) -> str:
    lines = (parser.epilog or "").split("\n")
    return "\n".join(one for one in lines if not one.startswith("exit status"))


def _exit_statuses(parsers: tuple[Parser, ...]) -> Iterator[str]:
    """Yield what each command says of its statuses, those that say the same as one."""
    said: dict[str, list[str]] = {}
    for parser in parsers:
        for line in (parser.epilog or "").split("\n"):
            if line.startswith("exit status: "):
                said.setdefault(line.removeprefix("exit status: "), []).append(
                    parser.prog
                )
    yield from _table((", ".join(names), line) for line, names in said.items())


def _table(
    rows: Iterator[tuple[str, str]] | tuple[tuple[str, str], ...],
) -> Iterator[str]:
    for head, text in rows:
        yield ".TP"
        yield rf"\fB{_plain(head)}\fR"
        yield _plain(text)


def _paragraphs(text: str) -> Iterator[str]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield ".PP"
        yield _plain(line)


def _verbatim(text: str) -> Iterator[str]:
    if text.strip():
        yield ".PP"
        yield ".nf"
        yield from (_plain(line) for line in text.strip("\n").split("\n"))
        yield ".fi"


def _plain(text: str) -> str:
    r"""Return text that troff takes as it is, and hyphens that can be copied."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace("…", "...")
    return rf"\&{escaped}" if escaped[:1] in {".", "'"} else escaped


def main() -> None:
    """Write the page anew."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
