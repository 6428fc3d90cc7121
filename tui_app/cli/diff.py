"""``diptych diff``: the alignment with its differences, as diff(1) reports them."""

from __future__ import annotations

import argparse
from collections.abc import Container

from tui_app.cli.output import forget_remarks, write_export, write_json
from tui_app.cli.pair import compare_pair, settings_of
from tui_app.cli.parser import exit_statuses
from tui_app.cli.shared_options import (
    add_ascii,
    add_color,
    add_config,
    add_links,
    add_pair,
)
from tui_app.core.comparison import Comparison
from tui_app.core.json_form import comparison_form
from tui_app.core.kinds import ALL_KINDS, FACTS, Kind
from tui_app.core.model import Difference, Relation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the texts, the choice of facts and the form of the output."""
    add_pair(parser, also_one=True)
    add_links(parser)
    parser.add_argument(
        "--facts",
        action="store_true",
        help="only facts: numbers, dates, names, quotations, negation, modality",
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="write JSON")
    form.add_argument(
        "--html", action="store_true", help="write a page, as export does with notes"
    )
    form.add_argument(
        "-q", "--quiet", action="store_true", help="print nothing: the status tells"
    )
    add_ascii(parser)
    add_color(parser)
    add_config(parser)
    parser.epilog = exit_statuses("differences", none="no difference")


def run(options: argparse.Namespace) -> int:
    """Print the differences; return 0 where there are none, else 1."""
    comparison = compare_pair(options)
    if options.quiet:
        forget_remarks()
    elif options.json:
        write_json(_form(comparison, FACTS if options.facts else ALL_KINDS))
    elif options.html:
        _write_page(comparison, facts=options.facts)
    else:
        from tui_app.cli.tables import PageLook, print_differences

        look = PageLook(options.color, ascii_only=options.ascii)
        weak_below = settings_of(options).weak_links
        print_differences(comparison, weak_below, look, facts=options.facts)
    return int(differs(comparison, facts=options.facts))


def _write_page(comparison: Comparison, *, facts: bool) -> None:
    from tui_app.core.exports.forms import form_named, written
    from tui_app.core.exports.report import EVERYTHING_OUT, Report

    choice = EVERYTHING_OUT.facts() if facts else EVERYTHING_OUT
    write_export(written(Report(comparison, choice=choice), form_named("html")))


def _form(comparison: Comparison, kinds: Container[Kind]) -> dict[str, object]:
    def differences(row: int) -> list[Difference]:
        return [one for one in comparison.differences(row) if one.kind in kinds]

    left, right = comparison.left, comparison.right
    links, rows = comparison.alignment.links, comparison.rows
    translation = comparison.translation
    return comparison_form(left, right, links, rows, differences, translation)


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
