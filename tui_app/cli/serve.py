"""``diptych serve``: the reader in a browser on this machine."""

from __future__ import annotations

import argparse
import re
import shlex
import sys
from importlib.util import find_spec

from tui_app.cli.parser import COMMANDS
from tui_app.cli.shared_options import (
    add_ascii,
    add_config,
    add_notes_file,
    add_pair,
    add_theme_and_layout,
    asked_changes,
)
from tui_app.core.file_stamp import stamp_of
from tui_app.core.loading import load_both, look_at, refuse_without_changes
from tui_app.core.source_names import CLIPBOARD, READ_ONCE, is_address
from tui_app.errors import UserError

_PACKAGES = ("aiohttp", "textual_serve")

_LAST_PORT = 65535


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the texts, the port, and what the reader can be started with."""
    add_pair(parser, also_one=True)
    parser.add_argument(
        "--port", metavar="N", type=_port, default=0, help="where (else any free port)"
    )
    add_notes_file(parser)
    add_ascii(parser)
    add_config(parser)
    add_theme_and_layout(parser)
    parser.epilog = (
        "The address that is printed opens the reader, on this machine alone and for "
        "whoever\nknows it; each page that shows it is a reader of its own. ctrl+c "
        "ends the server."
    )


def run(options: argparse.Namespace) -> int:
    """Serve until ctrl+c; return 0.

    Raises ``UserError`` before anything is served.
    """
    _need_the_extra()
    title = _title(options)
    from tui_app.serving.reader_process import shell_command
    from tui_app.serving.server import serve

    serve(shell_command(_reader(options)), title, options.port, _say)
    return 0


def _port(given: str) -> int:
    number = int(given) if re.fullmatch("[0-9]{1,5}", given) else 0
    if not 1 <= number <= _LAST_PORT:
        raise argparse.ArgumentTypeError(f"'{given}' is no port (1 to {_LAST_PORT})")
    return number


def _need_the_extra() -> None:
    if any(find_spec(package) is None for package in _PACKAGES):
        python = shlex.quote(sys.executable)  # another pip would install elsewhere
        command = f"{python} -m pip install 'diptych[serve]'"
        why = "needs the extra 'serve', which is not installed"
        raise UserError("serve", why, f"run: {command}")


def _title(options: argparse.Namespace) -> str:
    """Return the titles of both documents, which each page will load for itself."""
    alone = options.right is None
    left, right = options.left, options.left if alone else options.right
    for name in (left, right):
        _refuse_read_once(name)
    for name in options.words:
        if stamp_of(name).is_there:  # else it may name a dictionary
            _refuse_read_once(name)
    if alone:
        refuse_without_changes(left)
    changes = asked_changes(options.changes, alone=alone)
    documents = load_both(left, right, "paragraph", changes)
    return " | ".join(dict.fromkeys(document.called for document in documents))


def _refuse_read_once(name: str) -> None:
    """Raise ``UserError`` for what no second page, and no page loaded again, can read.

    Raises it, too, for what no page can.
    """
    look_at(name)
    here = name not in READ_ONCE
    if here and (is_address(name) or stamp_of(name).is_plain):
        return
    said = "the clipboard" if name == CLIPBOARD else "-" if not here else name
    why = "can be read only once, and each page in the browser reads it"
    raise UserError(said, why, "save it to a file")


def _reader(options: argparse.Namespace) -> list[str]:
    """Return the words that start the reader for a page."""
    words = [sys.executable, "-P", "-m", "tui_app"]  # no module beside the texts
    for name in ("unit", "changes", "notes", "config", "theme", "layout"):
        if getattr(options, name):
            words += [f"--{name}={getattr(options, name)}"]
    if options.languages:
        words += [f"--languages={','.join(options.languages)}"]
    if options.across is not None:
        words += ["--across" if options.across else "--within"]
    words += [f"--words={name}" for name in options.words]
    words += ["--ascii"] if options.ascii else []
    words += ["--no-config"] if options.no_config else []
    return words + [_no_command(text) for text in (options.left, options.right) if text]


def _no_command(name: str) -> str:
    taken = name in COMMANDS or name.startswith("-")
    return f"./{name}" if taken else name


def _say(address: str) -> None:
    print("Open this in a browser on this machine; ctrl+c ends it.")
    print(address, flush=True)
