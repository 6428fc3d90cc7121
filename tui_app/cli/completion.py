"""``diptych completion``: what lets a shell complete commands, options and files.

shtab writes it from one parser that holds all of them. What it cannot say, that the
first word may be a command or a text to read, is added here.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from tui_app.cli.parser import (
    COMMANDS,
    Parser,
    actions_of,
    add_arguments_of,
    reader_parser,
)

_PLACES = {
    "bash": "put it into ~/.local/share/bash-completion/completions/diptych",
    "zsh": "put it into a folder of $fpath as _diptych",
    "fish": "put it into ~/.config/fish/completions/diptych.fish",
}

_FILES = {
    "FILE",
    "LEFT",
    "RIGHT",
    "LEFT RIGHT",
    "OTHER",
}  # metavars of what names a file

_BASH = """\
_diptych_file_or_command() {
  compgen -f -- "$1"
  [ "$COMP_CWORD" -eq 1 ] && compgen -W "COMMANDS" -- "$1"
}"""

_ZSH = """
_diptych_texts() {
  if (( CURRENT == 2 )) || [[ $words[2] == (-*|COMMANDS) ]]; then
    _shtab_diptych "$@"
    (( CURRENT > 2 )) && [[ $words[2] == (COMMANDS) ]] && return
  fi
  [[ $words[CURRENT] == -* ]] || _files
}
compdef _diptych_texts diptych
"""

_FISH = """
complete -c diptych -n "_shtab_diptych_using" -ka "(__fish_complete_path (commandline -ct))"
"""  # noqa: E501 - one line of fish


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the name of the shell."""
    parser.add_argument(
        "shell", metavar="SHELL", choices=list(_PLACES), help="bash, zsh, fish"
    )
    places = (f"  {shell:<4}  {place}" for shell, place in _PLACES.items())
    parser.epilog = "\n".join(["where it goes:", *places])


def run(options: argparse.Namespace) -> int:
    """Print the script for the shell; return 0."""
    sys.stdout.write(_SCRIPTS[options.shell]())
    return 0


def _bash() -> str:
    import shtab

    whole = reader_parser()
    texts = next(one for one in whole.arguments if one.metavar == "LEFT RIGHT")
    script = _BASH.replace("COMMANDS", " ".join(COMMANDS))
    name = "_diptych_file_or_command"
    _complete(texts, {"bash": name, "preamble": {"bash": script}})
    return shtab.complete(_with_commands(whole), "bash") + "\n"


def _zsh() -> str:
    import shtab

    script = shtab.complete(_with_commands(_without_texts()), "zsh")
    return script + _ZSH.replace("COMMANDS", "|".join(COMMANDS))


def _fish() -> str:
    import shtab

    return shtab.complete(_with_commands(_without_texts()), "fish") + _FISH


_SCRIPTS: dict[str, Callable[[], str]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}


def _without_texts() -> Parser:
    """Return the reader's parser without the texts, which would hide commands."""
    parser = reader_parser()
    for one in parser.arguments:
        if not one.option_strings:
            one.help = argparse.SUPPRESS
    return parser


def _with_commands(whole: Parser) -> Parser:
    """Return the parser with all commands below it; files where files are meant."""
    _mark_files(whole)
    below = whole.add_subparsers(parser_class=Parser)
    for name, summary in COMMANDS.items():
        command = below.add_parser(name, help=summary)
        actions = actions_of(name)
        if not actions:
            add_arguments_of(command, name)
            _mark_files(command)
            continue
        inner = command.add_subparsers(parser_class=Parser)
        for action, done in actions.items():
            parser = inner.add_parser(action, help=done.summary)
            done.add_arguments(parser)
            _mark_files(parser)
    return whole


def _mark_files(parser: Parser) -> None:
    import shtab

    for one in parser.arguments:
        if one.metavar in _FILES and not hasattr(one, "complete"):
            _complete(one, shtab.FILE)
        if "--theme" in one.option_strings:
            from tui_app.ui.theme import theme_names

            one.choices = theme_names()


def _complete(argument: argparse.Action, what: object) -> None:
    """Say how a word is completed, in the attribute where shtab looks for it."""
    argument.complete = what  # type: ignore[attr-defined]
