"""What ``diptych config`` and the pages of docs say of settings and keys.

``python -m tui_app.settings.reference`` prints the table of ``docs/config.md``, with
``keys`` after it ``docs/keys.md``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby

from tui_app.disk.paths import state_file
from tui_app.settings.config_file import Configuration
from tui_app.settings.keymap import key_shown
from tui_app.settings.keys import Action, groups
from tui_app.settings.preferences import OPTIONS, Option, Settings, array


def configuration_text(configuration: Configuration) -> str:
    """Return the settings in force as TOML with comments, ready to print.

    The text is itself a sound ``config.toml``: defaults are commented out, so that it
    can be written to the file and edited there.
    """
    return (
        "\n".join(
            [*_head(configuration), *_options(configuration), *_keys(configuration)]
        )
        + "\n"
    )


def _head(configuration: Configuration) -> Iterator[str]:
    there = "" if configuration.exists else " (not there yet)"
    yield f"# settings: {configuration.path}{there}"
    yield f"# state:    {state_file()}"
    for problem in configuration.problems:
        yield f"# wrong:    {' '.join(str(problem).split())}"
    yield "# A line that begins with # shows a default; take the # away to change it."
    yield ""


def _options(configuration: Configuration) -> Iterator[str]:
    for table, options in groupby(OPTIONS, key=lambda option: option.table):
        if table:
            yield f"[{table}]"
        for option in options:
            yield from _option(option, configuration)
        yield ""


def _option(option: Option, configuration: Configuration) -> Iterator[str]:
    value = option.rule.write(getattr(configuration.settings, option.field))
    mark = "" if option.entry in configuration.given else "# "
    yield f"# {option.help}; {option.rule.allowed}"
    yield f"{mark}{option.name} = {value}"


def _keys(configuration: Configuration) -> Iterator[str]:
    keymap = configuration.settings.keymap
    yield "[keys]"
    for group, actions in groups().items():
        yield f"# {group}"
        for action in actions:
            mark = "" if action.id in keymap.changed else "# "
            keys = array(keymap.of(action.id))
            yield f"{mark}{action.id} = {keys}  # {action.help}"


KEYS_HEAD = """# Keys

Every key can be changed under `[keys]` in `config.toml` by the name in the last
column (see [config.md](config.md)). `?` in the reader lists the keys in force and
searches them; `ctrl+p` finds everything by its name.
"""


def keys_page() -> str:
    """Return ``docs/keys.md``."""
    return "\n".join([KEYS_HEAD, *_key_tables()]).rstrip() + "\n"


def _key_tables() -> Iterator[str]:
    for group, actions in groups().items():
        yield f"## {group}\n"
        yield "| key | does | name |"
        yield "|---|---|---|"
        yield from (_key_row(action) for action in actions)
        yield ""


def _key_row(action: Action) -> str:
    keys = " ".join(f"`{key_shown(key)}`" for key in action.keys)
    return f"| {keys} | {action.help} | `{action.id}` |"


def entries_table() -> str:
    """Return the table of the settings for ``docs/config.md``."""
    head = "| entry | default | may hold | does |\n|---|---|---|---|\n"
    return head + "".join(_entry_row(option) for option in OPTIONS)


def _entry_row(option: Option) -> str:
    default = option.rule.write(getattr(Settings(), option.field))
    if default.startswith("["):
        default = "all of them"
    return f"| `{option.entry}` | {default} | {option.rule.allowed} | {option.help} |\n"


if __name__ == "__main__":
    page = keys_page() if sys.argv[1:] == ["keys"] else entries_table()
    sys.stdout.write(page)
