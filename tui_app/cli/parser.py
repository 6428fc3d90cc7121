"""How a command line is understood: the commands, their actions, their parsers."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from types import ModuleType
from typing import Any, NamedTuple, NoReturn

from tui_app import __version__
from tui_app.errors import UserError

COMMANDS = {
    "align": "print which passages belong together",
    "diff": "print the differences; exit status 1 where there are any",
    "pairs": "print which of many texts are related, those that share most first",
    "table": "print what each passage of a text has in each of several others",
    "contents": "print the sections of both texts and how each of them stands",
    "text": "print what is taken out of a document of any format",
    "export": "write the comparison to a file: page, report, table, redline",
    "serve": "read in a browser on this machine",
    "words": "write the list of words that a text and its translation teach",
    "notes": "list, add, export and import notes without the reader",
    "import": "open what a text-reuse engine found in a large archive",
    "config": "print the settings in force",
    "git-setup": "print the lines that let git compare documents with this program",
    "completion": "print what lets a shell complete commands and options",
}

_NAMED = re.compile(r"argument (\S+): ")  # how argparse begins about one argument
_UNKNOWN = "unrecognized arguments: "  # and about what no parser takes

CommandFunction = Callable[[argparse.Namespace], int]


class Action(NamedTuple):
    """What a command with several does by one name, with arguments of its own."""

    summary: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: CommandFunction


Actions = Mapping[str, Action]
"""The actions of a command by their names; its module holds them as ``ACTIONS``."""


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are one line, as all others are.

    ``others`` are the parsers beside it, which may take what this one does not.
    """

    def __init__(
        self, prog: str, description: str = "", epilog: str = "", **options: Any
    ) -> None:
        options["formatter_class"] = argparse.RawDescriptionHelpFormatter
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            allow_abbrev=False,
            **options,
        )
        self.others: Callable[[], Iterator[Parser]] = lambda: iter(())

    @property
    def name(self) -> str:
        """The words after ``diptych`` that ask for this parser."""
        return self.prog.removeprefix("diptych").strip()

    @property
    def arguments(self) -> Sequence[argparse.Action]:
        """All arguments, options first, as they were added."""
        return sorted(self._actions, key=lambda one: not one.option_strings)

    def takes(self, option: str) -> bool:
        """Tell whether it has this option."""
        return option in self._option_string_actions

    def error(self, message: str) -> NoReturn:
        """Raise ``UserError``; argparse would print the usage and end the program."""
        named = _NAMED.match(message)
        what = named[1] if named else self.name
        why = message[named.end() :] if named else message
        hint = f"see '{self.prog} --help'"
        if message.startswith(_UNKNOWN):
            option = message.removeprefix(_UNKNOWN).partition(" ")[0].partition("=")[0]
            takers = [other.name for other in self.others() if other.takes(option)]
            if takers:
                why = f"{self.name} does not take it"
                raise UserError(option, why, f"it goes with {' or '.join(takers)}")
            hint = _meant(option, self._option_string_actions) or hint
        raise UserError(what or "arguments", why, hint)


def parse(words: Sequence[str]) -> tuple[CommandFunction, argparse.Namespace] | None:
    """Return the command that ``words`` ask for and its options.

    ``None`` where only help or the version was wanted, which has been printed.
    Raises ``UserError`` for wrong usage.
    """
    name = words[0] if words else ""
    try:
        if name in COMMANDS:
            return _parse_command(name, words[1:])
        if not name.startswith("-"):
            _refuse_misspelt(name)
        # Options of the reader may also stand between the two texts.
        options = reader_parser().parse_intermixed_args(_valued(words))
        return _module("read").run, options
    except SystemExit:  # argparse ends the program after help and version
        return None


def _parse_command(
    name: str, words: Sequence[str]
) -> tuple[CommandFunction, argparse.Namespace]:
    actions = actions_of(name)
    if not actions:
        return _module(name).run, command_parser(name).parse_args(words)
    action = words[0] if words else ""
    if action not in actions:
        _refuse_action(name, action, actions)
    parser = action_parser(name, action)
    parser.others = lambda: (action_parser(name, other) for other in actions)
    return actions[action].run, parser.parse_args(words[1:])


def _refuse_action(name: str, given: str, actions: Actions) -> NoReturn:
    """Print the help of a command with actions, or raise what is wrong."""
    known = ", ".join(actions)
    if given in {"-h", "--help"}:
        command_parser(name).parse_args([given])
    if not given:
        raise UserError(name, "no action given", f"use one of {known}")
    if given.startswith("-"):
        why = "an action comes before its options"
        raise UserError(given, why, f"write 'diptych {name} ACTION …', one of {known}")
    hint = _meant(given, actions, f"diptych {name} ") or f"use one of {known}"
    raise UserError(f"{name} {given}", "no such action", hint)


def reader_parser() -> Parser:
    """Return the parser of the reader, which tells of the commands as well."""
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {summary}" for name, summary in COMMANDS.items()]
    parser = Parser(
        "diptych",
        "Read two texts side by side: passages aligned, differences marked, notes "
        "kept.\nOne Word or OpenDocument file: before and after its tracked changes.\n"
        "A folder, or three files or more: which of them share wording.\n"
        "Without arguments: what was opened before, and sample articles.",
        "commands (a file of such a name is opened as ./align):\n"
        + "\n".join(lines)
        + "\n\n'diptych COMMAND --help' tells more.\n\n"
        + exit_statuses(more="128 and its number: ended by a signal"),
    )
    parser.add_argument("--version", action="version", version=f"diptych {__version__}")
    add_arguments_of(parser, "read")
    return parser


def command_parser(name: str) -> Parser:
    """Return the parser of a command; of one with actions, it only tells of them."""
    parser = Parser(f"diptych {name}", f"{_sentence(COMMANDS[name])}.")
    actions = actions_of(name)
    if not actions:
        add_arguments_of(parser, name)
        return parser
    parser.usage = f"{parser.prog} [-h] ACTION …"
    width = max(map(len, actions))
    lines = [f"  {one:<{width}}  {action.summary}" for one, action in actions.items()]
    hint = f"'{parser.prog} ACTION --help' tells more."
    parser.epilog = "\n".join(["actions:", *lines, "", hint, "", exit_statuses()])
    return parser


def action_parser(name: str, action: str) -> Parser:
    """Return the parser of one action of a command."""
    done = actions_of(name)[action]
    parser = Parser(f"diptych {name} {action}", f"{_sentence(done.summary)}.")
    done.add_arguments(parser)
    _tell_statuses(parser)
    return parser


def actions_of(name: str) -> Actions:
    """Return the actions of a command, none where it has none."""
    found: Actions = getattr(_module(name), "ACTIONS", {})
    return found


def add_arguments_of(parser: Parser, name: str) -> None:
    """Add the arguments of a command, or of the reader (``read``), and its statuses."""
    _module(name).add_arguments(parser)
    _tell_statuses(parser)


def all_parsers() -> Iterator[Parser]:
    """Yield every parser there is: the reader's, then each command's, its actions'."""
    yield reader_parser()
    for name in COMMANDS:
        yield command_parser(name)
        yield from (action_parser(name, action) for action in actions_of(name))


def _tell_statuses(parser: Parser) -> None:
    """Tell the usual exit statuses, unless those of a command are told already."""
    told = parser.epilog or ""
    if "exit status: " not in told:
        parser.epilog = "\n\n".join(filter(None, [told.strip("\n"), exit_statuses()]))


def _sentence(summary: str) -> str:
    return summary[0].upper() + summary[1:]


def exit_statuses(one: str = "", more: str = "", none: str = "all went well") -> str:
    """Return what a help says of exit statuses; ``one``: what the status 1 means."""
    parts = [f"0 {none}", one and f"1 {one}", "2 trouble", more]
    return "exit status: " + ", ".join(filter(None, parts))


def _module(name: str) -> ModuleType:
    # No module can have the name of a statement.
    module = "import_passim" if name == "import" else name.replace("-", "_")
    return import_module(f"tui_app.cli.{module}")


def _valued(words: Sequence[str]) -> list[str]:
    """Return the words; an option that may stand alone takes no text for its value."""
    return [f"{one}=markdown" if one == "--print-notes" else one for one in words]


def _meant(given: str, known: Iterable[str], before: str = "") -> str:
    """Return the question whether one of ``known`` was meant, if any is near."""
    from difflib import get_close_matches

    near = get_close_matches(given, known, n=1)
    return f"did you mean '{before}{near[0]}'?" if near else ""


def _refuse_misspelt(name: str) -> None:
    """Raise ``UserError`` where a command was meant: there is no file of the name."""
    from tui_app.core.file_stamp import stamp_of

    if not name.replace("-", "").isalpha() or stamp_of(name).is_there:
        return
    hint = _meant(name, COMMANDS, "diptych ")
    if hint:
        raise UserError(name, "there is no such command and no such file", hint)
