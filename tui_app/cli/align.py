"""``diptych align``: which passages belong together."""

from __future__ import annotations

import argparse

from tui_app.cli.output import write_json_pieces
from tui_app.cli.pair import compare_pair, settings_of
from tui_app.cli.shared_options import (
    add_ascii,
    add_color,
    add_config,
    add_links,
    add_pair,
)
from tui_app.core.comparison import Comparison
from tui_app.core.freed_memory import all_is_needed
from tui_app.core.json_form import json_pieces


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the texts and the form of the output."""
    add_pair(parser, also_one=True)
    add_links(parser)
    parser.add_argument("--json", action="store_true", help="write JSON")
    add_ascii(parser)
    add_color(parser)
    add_config(parser)


def run(options: argparse.Namespace) -> int:
    """Print the alignment; return 0."""
    with all_is_needed():
        _print(compare_pair(options), options)
    return 0


def _print(comparison: Comparison, options: argparse.Namespace) -> None:
    if options.json:
        links = comparison.alignment.links
        write_json_pieces(
            json_pieces(
                comparison.left,
                comparison.right,
                links,
                comparison.rows,
                comparison.translation,
            )
        )
    else:
        from tui_app.cli.tables import PageLook, print_alignment

        look = PageLook(options.color, ascii_only=options.ascii)
        weak_below = settings_of(options).weak_links
        print_alignment(comparison, weak_below, look)
