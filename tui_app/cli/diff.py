"""``diptych diff``: the alignment with its differences, as diff(1) reports them."""

from __future__ import annotations

import argparse
import json
from collections.abc import Container, Generator, Iterable, Iterator
from contextlib import closing

from tui_app.cli.output import forget_remarks, write_export, write_json_pieces
from tui_app.cli.pair import changes_from_base, compare_pair, settings_of
from tui_app.cli.parser import exit_statuses
from tui_app.cli.shared_options import (
    add_ascii,
    add_base,
    add_color,
    add_config,
    add_links,
    add_pair,
)
from tui_app.cli.work_told import telling
from tui_app.core.by_processes import made_in_order, stretch_length
from tui_app.core.comparison import Comparison
from tui_app.core.freed_memory import all_is_needed
from tui_app.core.from_base.changes_from_base import ChangesFromBase
from tui_app.core.from_base.json_from_base import base_form, row_from_base_form
from tui_app.core.json_form import (
    rows_at_last,
    rows_with_differences,
    texts_and_links,
)
from tui_app.core.kinds import ALL_KINDS, FACTS, Kind
from tui_app.core.model import Difference, Progress, Relation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the texts, the choice of facts and the form of the output."""
    add_pair(parser, also_one=True)
    add_base(parser)
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
    with all_is_needed():
        return _run(options)


def _run(options: argparse.Namespace) -> int:
    comparison = compare_pair(options)
    from_base = changes_from_base(options, comparison)
    if options.quiet:
        forget_remarks()
    elif options.json:
        kinds = FACTS if options.facts else ALL_KINDS
        with closing(_json_pieces(comparison, kinds, from_base)) as pieces:
            write_json_pieces(pieces)
    elif options.html:
        _write_page(comparison, from_base, facts=options.facts)
    else:
        from tui_app.cli.tables import PageLook, print_differences

        look = PageLook(options.color, ascii_only=options.ascii)
        weak_below = settings_of(options).weak_links
        print_differences(comparison, weak_below, look, from_base, facts=options.facts)
    return int(differs(comparison, facts=options.facts))


def _write_page(
    comparison: Comparison, from_base: ChangesFromBase | None, *, facts: bool
) -> None:
    from tui_app.core.exports.forms import form_named, written
    from tui_app.core.exports.report import EVERYTHING_OUT, Report

    choice = EVERYTHING_OUT.facts() if facts else EVERYTHING_OUT
    report = Report(comparison, choice=choice, from_base=from_base)
    write_export(written(report, form_named("html")))


def _json_pieces(
    comparison: Comparison,
    kinds: Container[Kind],
    from_base: ChangesFromBase | None,
) -> Generator[str, None, None]:
    """Yield the JSON as it comes: rows of a book are made by several processes."""

    def differences(row: int) -> list[Difference]:
        return [one for one in comparison.differences(row) if one.kind in kinds]

    def made(numbers: range) -> bytes:
        if from_base:
            forms = (row_from_base_form(from_base, row, kinds) for row in numbers)
            return ", ".join(map(json.dumps, forms)).encode()
        return rows_with_differences(comparison.rows, numbers, differences).encode()

    left, right, links = comparison.left, comparison.right, comparison.alignment.links
    yield from texts_and_links(left, right, links, comparison.translation)
    if from_base:
        yield f', "base": {json.dumps(base_form(from_base.base))}'
    comparison.read_whole()
    yield from rows_at_last(
        _told(made_in_order(len(comparison.rows), made, comparison.size), comparison)
    )


def _told(pieces: Iterable[bytes], comparison: Comparison) -> Iterator[str]:
    """Yield the pieces, and tell how many rows are compared."""
    rows = len(comparison.rows)
    at_once = stretch_length(rows, comparison.size)
    report = telling("comparing the rows")
    for number, piece in enumerate(pieces, 1):
        report(Progress(min(number * at_once, rows), rows))
        yield piece.decode()


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
