"""Reading ``config.toml``: sound entries hold, wrong ones are named."""

from __future__ import annotations

from pathlib import Path

from tui_app.settings.configuration import Configuration
from tui_app.settings.model import Settings
from tui_app.settings.paths import config_file
from tui_app.settings.problem import Problem

MOST_BYTES = 1_000_000


class _UnreadError(Exception):
    """The whole file is passed over; the message says why."""


def read_configuration(path: Path | None = None) -> Configuration:
    """Read the user's ``config.toml``; whatever it holds, this never fails."""
    place = path or config_file()
    try:
        return _understood(_text(place), place)
    except FileNotFoundError:
        return Configuration(Settings(), place, exists=False)
    except _UnreadError as error:
        problem = Problem("the file", str(error))
        return Configuration(Settings(), place, exists=True, problems=(problem,))


def _text(path: Path) -> str:
    """Return what is in the file; raise ``FileNotFoundError`` where there is none."""
    try:
        if path.exists() and not path.is_file():
            raise _UnreadError("cannot be read: no regular file")
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
        if len(raw) > MOST_BYTES:
            raise _UnreadError(f"larger than {MOST_BYTES} bytes, not read")
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        raise
    except OSError as error:
        raise _UnreadError(f"cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise _UnreadError("is not UTF-8, not read") from error


def _understood(text: str, path: Path) -> Configuration:
    # Most users have no such file: what reads one would only make them wait.
    import tomllib

    from tui_app.settings.entries import configuration_from

    try:
        entries = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _UnreadError(f"is not TOML, not read: {error}") from error
    return configuration_from(entries, path)
