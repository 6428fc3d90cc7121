"""``diptych config``: the settings in force, ready to be saved and edited."""

from __future__ import annotations

import argparse
import sys

from tui_app.core.display import displayable
from tui_app.settings import configuration_text, read_configuration


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Add nothing: the command has no options."""


def run(_options: argparse.Namespace) -> int:
    """Print every setting with its meaning and where it comes from; return 0."""
    sys.stdout.write(displayable(configuration_text(read_configuration())))
    return 0
