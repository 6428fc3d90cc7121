"""``diptych git-setup``: what lets git show documents as text, and open the reader.

git asks a *textconv* for the text of a document before it compares two versions, and a
*difftool* to show both. Which documents: a line each in a file of attributes.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from tui_app.core.text.display import displayable_line
from tui_app.disk.durable import write_file
from tui_app.disk.reasons import not_written
from tui_app.errors import UserError

DRIVER = "diptych"
"""The name under which git knows the program."""

DOCUMENTS = ("docx", "odt", "epub", "pdf", "md", "markdown")
"""Endings of what git compares by the text in it, however that is packed or wrapped."""


class _Entry(NamedTuple):
    """A line of git's configuration, in a section that may be the program's own."""

    section: str
    key: str
    value: str
    own: bool = True

    @property
    def head(self) -> str:
        """The line above it in git's files."""
        return f'[{self.section} "{DRIVER}"]' if self.own else f"[{self.section}]"

    @property
    def name(self) -> str:
        """The name by which ``git config`` sets it."""
        return ".".join([self.section, *([DRIVER] if self.own else []), self.key])


ENTRIES = (
    # Where one file had no text, git would show no difference of any other.
    _Entry("diff", "textconv", "diptych text --anyway"),
    _Entry("difftool", "cmd", 'diptych "$LOCAL" "$REMOTE"'),
    _Entry("difftool", "prompt", "false", own=False),
)


_AFTERWARDS = """\
afterwards:
  git diff --word-diff report.docx    changed words of a Word file
  git difftool -t diptych HEAD~1      the reader on each changed file
  git diff --no-textconv README.md    what stands in the file
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add where the lines go."""
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--write", action="store_true", help="write them for this repository"
    )
    where.add_argument(
        "--global",
        action="store_true",
        dest="everywhere",
        help="write them for all your repositories",
    )
    parser.epilog = _AFTERWARDS


def run(options: argparse.Namespace) -> int:
    """Print the lines, or have git keep them; return 0."""
    if not (options.write or options.everywhere):
        print("\n".join(_printed()))
        return 0
    scope = "--global" if options.everywhere else "--local"
    attributes = _attributes_file(everywhere=options.everywhere)
    for entry in ENTRIES:
        # What holds for other tools, too, is left as the user has it.
        if entry.own or not _git("config", entry.name, ok=(0, 1)):
            _git("config", scope, entry.name, entry.value)
    new = _add_lines(attributes)
    what = "written" if new else "there already"
    print(f"git config {scope}: diff.{DRIVER}, difftool.{DRIVER} written")
    print(displayable_line(f"{attributes}: {what}"))
    return 0


def _printed() -> Iterator[str]:
    """Yield what belongs into git's files."""
    yield "# .git/config, or ~/.gitconfig for all repositories"
    for head, entries in groupby(ENTRIES, key=lambda entry: entry.head):
        yield head
        yield from (f"\t{one.key} = {_quoted(one.value)}" for one in entries)
    yield ""
    yield "# .gitattributes, or ~/.config/git/attributes for all repositories"
    yield from _attribute_lines()


def _quoted(value: str) -> str:
    """Return a value as git's files have it."""
    if '"' not in value:
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _attribute_lines() -> list[str]:
    return [f"*.{ending} diff={DRIVER}" for ending in DOCUMENTS]


def _attributes_file(*, everywhere: bool) -> Path:
    """Return the file of attributes: the user's, or that of this repository."""
    if not everywhere:
        return Path(_git("rev-parse", "--show-toplevel")) / ".gitattributes"
    set_already = _git("config", "--global", "--path", "core.attributesFile", ok=(0, 1))
    if set_already:
        return Path(set_already)
    home = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(home) / "git" / "attributes"


def _add_lines(path: Path) -> bool:
    """Add the lines that are not in the file; tell whether there were any."""
    try:
        there = path.read_bytes() if path.exists() else b""
        known = there.splitlines()
        lines = [one for one in map(str.encode, _attribute_lines()) if one not in known]
        if lines:
            between = b"\n" if there and not there.endswith(b"\n") else b""
            path.parent.mkdir(parents=True, exist_ok=True)
            # What is there stands as it is, the ends of its lines as well.
            write_file(path, there + between + b"\n".join([*lines, b""]))
    except OSError as error:
        raise not_written(path, error) from error
    return bool(lines)


def _git(*words: str, ok: Sequence[int] = (0,)) -> str:
    """Return what git prints.

    Raises ``UserError`` where it is not there, or says that something is wrong.
    """
    git = shutil.which("git")
    if git is None:
        raise UserError("git", "cannot be found", "print the lines without --write")
    # git is the user's own, started without a shell.
    done = subprocess.run(  # noqa: S603
        [git, *words], check=False, capture_output=True, text=True, errors="replace"
    )
    if done.returncode not in ok:
        said = done.stderr.strip().splitlines()
        why = said[-1].removeprefix("fatal: ") if said else "it failed"
        raise UserError("git", why, "print the lines without --write")
    return done.stdout.rstrip("\n")
