"""What names of files ask for: two texts beside each other, or a library of many."""

from __future__ import annotations

from collections.abc import Sequence

from tui_app.core.file_stamp import stamp_of
from tui_app.core.source_names import READ_ONCE, is_address, is_read_once
from tui_app.errors import UserError


def make_a_library(names: Sequence[str]) -> bool:
    """Tell whether these are the files of a library: three or more, or a folder."""
    return len(names) > 2 or any(map(_is_folder, names))


def _is_folder(name: str) -> bool:
    return not is_address(name) and stamp_of(name).is_folder


def refuse_for_library(names: Sequence[str]) -> None:
    """Raise ``UserError`` where a name is of no file or folder on this machine."""
    from tui_app.core.loading import look_at

    for name in names:
        if is_read_once(name):
            raise _no_file(name)
        refuse_elsewhere([name])
        if not _is_folder(name):
            look_at(name)


def refuse_elsewhere(names: Sequence[str]) -> None:
    """Raise ``UserError`` for addresses, standard input and the clipboard."""
    for name in names:
        if is_address(name) or name in READ_ONCE:
            raise _no_file(name)


def _no_file(name: str) -> UserError:
    why = "a library is made of files and folders"
    return UserError(name, why, "save the text and name its file")


def refuse_unopenable_names(names: Sequence[str]) -> None:
    """Raise ``UserError`` where it is plain that the names cannot be opened.

    One document alone is opened before and after its tracked changes.
    """
    from tui_app.core.loading import look_at, refuse_without_changes

    if not names:
        raise UserError("nothing", "is named", "type the names of two files")
    if make_a_library(names):
        refuse_for_library(names)
        return
    for name in names:
        look_at(name)
    if len(names) == 1:
        refuse_without_changes(names[0])
