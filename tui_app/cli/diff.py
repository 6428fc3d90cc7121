"""``diptych diff``: the alignment with its differences, as diff(1) reports them."""

from __future__ import annotations

import argparse

from tui_app.cli.output import write_json
from tui_app.cli.parser import add_ascii, add_pair, load_pair
from tui_app.core.comparison import Comparison, compare
from tui_app.core.json_form import comparison_as_json
from tui_app.core.kinds import ALL_KINDS, FACTS
from tui_app.core.model import Relation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the texts, the choice of facts and the form of the output."""
    add_pair(parser)
    parser.add_argument(
        "--facts",
        action="store_true",
        help="only facts: numbers, dates, names, quotations, negation, modality",
    )
    parser.add_argument("--json", action="store_true", help="write JSON")
    add_ascii(parser)
    parser.epilog = "exit status: 0 no difference, 1 differences, 2 trouble"


def run(options: argparse.Namespace) -> int:
    """Print the differences; return 0 where there are none, else 1."""
    comparison = compare(*load_pair(options))
    if options.json:
        kinds = FACTS if options.facts else ALL_KINDS
        write_json(comparison_as_json(comparison, kinds))
    else:
        from tui_app.cli.tables import print_differences

        print_differences(comparison, facts=options.facts, ascii_only=options.ascii)
    return int(differs(comparison, facts=options.facts))


def differs(comparison: Comparison, *, facts: bool) -> bool:
    """Tell whether the texts differ: at all, or in a fact."""
    if facts:
        return any(
            difference.kind in FACTS
            for number in range(len(comparison.rows))
            for difference in comparison.differences(number)
        )
    return any(
        row.moved or row.relation is not Relation.SAME for row in comparison.rows
    )
