"""What the documentation says of keys and settings, made from their tables.

``python -m tui_app.settings.pages keys > docs/keys.md`` writes that page anew; with
``entries`` the table that stands in ``docs/config.md`` is printed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from tui_app.settings.keymap import shown
from tui_app.settings.keys import Action, groups
from tui_app.settings.model import Settings
from tui_app.settings.options import OPTIONS, Option

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
    keys = " ".join(f"`{shown(key)}`" for key in action.keys)
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
