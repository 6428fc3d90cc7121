"""``diptych config``: the settings in force, ready to be saved and edited."""

from __future__ import annotations

import argparse
import sys

from tui_app.core.text.display import displayable
from tui_app.settings.config_file import Configuration, read_configuration
from tui_app.settings.config_text import configuration_text


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Add nothing: the command has no options."""


def run(_options: argparse.Namespace) -> int:
    """Print every setting with its meaning and where it comes from; return 0."""
    configuration = _with_theme_looked_up(read_configuration())
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
