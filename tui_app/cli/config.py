"""``diptych config``: every setting, what it may hold, where it comes from.

The text is itself a sound ``config.toml``: defaults are commented out, so that it
can be written to the file and edited there.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import groupby

from tui_app.cli.shared_options import add_config, this_run
from tui_app.core.text.display import displayable
from tui_app.disk.paths import state_file
from tui_app.settings.config_file import EXAMPLE_LISTS, WORDS, Configuration
from tui_app.settings.keys import groups
from tui_app.settings.preferences import OPTIONS, Option, array


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the choice of another file, or of none."""
    add_config(parser)


def run(options: argparse.Namespace) -> int:
    """Print every setting with its meaning and where it comes from; return 0."""
    configuration = _with_theme_looked_up(this_run(options).configuration())
    sys.stdout.write(displayable(configuration_text(configuration)))
    return 0


def _with_theme_looked_up(configuration: Configuration) -> Configuration:
    """Add the problem of a theme that does not exist; the screen knows which do."""
    if "theme" not in configuration.given:
        return configuration
    from tui_app.ui.theme import theme_problem

    problem = theme_problem(configuration.settings.theme)
    if problem is None:
        return configuration
    return configuration._replace(problems=(*configuration.problems, problem))


def configuration_text(configuration: Configuration) -> str:
    """Return the settings in force as TOML with comments, ready to print."""
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
        if table == WORDS:
            yield from _word_lists(configuration)
        yield ""


def _option(option: Option, configuration: Configuration) -> Iterator[str]:
    value = option.rule.write(getattr(configuration.settings, option.field))
    mark = "" if option.entry in configuration.given else "# "
    yield f"# {option.help}; {option.rule.allowed}"
    yield f"{mark}{option.name} = {value}"


def _word_lists(configuration: Configuration) -> Iterator[str]:
    yield "# word lists by pairs of languages: files, or dictionaries of dictd"
    given = configuration.settings.word_lists
    for languages, lists in given:
        yield f"{'-'.join(languages)} = {array(lists)}"
    if not given:
        yield f"# de-fr = {EXAMPLE_LISTS}"


def _keys(configuration: Configuration) -> Iterator[str]:
    keymap = configuration.settings.keymap
    yield "[keys]"
    for group, actions in groups().items():
        yield f"# {group}"
        for action in actions:
            mark = "" if action.id in keymap.changed else "# "
            keys = array(keymap.of(action.id))
            yield f"{mark}{action.id} = {keys}  # {action.help}"
