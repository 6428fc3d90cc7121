"""``diptych export``: the comparison and its notes in a file to send or to keep."""

from __future__ import annotations

import argparse
import re
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import FrameType

from tui_app.cli.output import mention, write_export
from tui_app.cli.pair import changes_from_base, compared, load_pair, opened_notes
from tui_app.cli.shared_options import add_base, add_config, add_links, add_pair
from tui_app.cli.work_told import tell
from tui_app.core.comparison import Comparison
from tui_app.core.exports.forms import BY_NAME, FORMS, Form, form_of_file, written
from tui_app.core.exports.report import Choice, Report, kinds_named
from tui_app.core.exports.writing import refuse_existing, refuse_own, write_report
from tui_app.core.kinds import ALL_KINDS, Kind
from tui_app.core.model import Progress
from tui_app.errors import UserError
from tui_app.notes.journal.archive import refuse_notes
from tui_app.notes.notebook import Notebook
from tui_app.notes.report_with_notes import report_with_notes

_STANDARD_OUTPUT = "-"

_ROWS = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?\Z")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the texts, where the file goes, its form, and what of the pair it holds."""
    add_pair(parser, also_one=True)
    add_base(parser)
    _add_where(parser)
    _add_what(parser)
    add_links(parser, "notes and links made by hand")
    add_config(parser)
    forms = (
        f"  {one.name:<7} {' '.join(one.endings):<14} {one.about}" for one in FORMS
    )
    parser.epilog = "\n".join(["forms and the endings that name them:", *forms])


def _add_where(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o", metavar="FILE", dest="output", help="the file (- for standard output)"
    )
    parser.add_argument(
        "--format",
        type=_name_of_form,
        choices=list(BY_NAME),
        help="its form, where the ending of its name does not tell",
    )
    parser.add_argument(
        "--force", action="store_true", help="replace a file that is there"
    )


def _add_what(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--facts",
        action="store_true",
        help="only rows with changed facts, and these facts",
    )
    parser.add_argument(
        "--kind",
        action="append",
        default=[],
        choices=[str(kind) for kind in Kind],
        help="only rows with differences of this kind, and these; repeatable",
    )
    parser.add_argument(
        "--rows", metavar="A-B", help="only these rows, as the reader counts them"
    )
    parser.add_argument(
        "--notes-only", action="store_true", help="only rows with notes"
    )
    parser.add_argument(
        "--author", default="", metavar="NAME", help="who the tracked changes are by"
    )


def _name_of_form(given: str) -> str:
    """Return the name of the form that files of this ending have, if it is one."""
    ending = f".{given.lower()}"
    return next((form.name for form in FORMS if ending in form.endings), given)


def run(options: argparse.Namespace) -> int:
    """Write the comparison out; return 0."""
    place = _place(options)
    form = _form(options)
    if options.notes_only and options.no_notes:
        why = "there are no rows with notes without notes"
        raise UserError("--notes-only", why, "leave out --no-notes")
    if place is not None:
        own = options.left, options.right, options.notes, options.base
        refuse_own(place, *own)
        refuse_notes(place)
        if not options.force:
            refuse_existing(place)
    elif form.binary and sys.stdout.isatty():
        why = f"{form.name} is nothing for a terminal"
        raise UserError("standard output", why, "name a file with -o")
    report = _report(options, place)
    if place is None:
        write_export(written(report, form))
    else:
        with _cleared_away_when_ended():
            write_report(report, form, place, replace=options.force)
    return 0


@contextmanager
def _cleared_away_when_ended() -> Iterator[None]:
    """Let signals that end the program leave no half-written file behind.

    One that is ignored, as ``nohup`` asks, stays so.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread can hear signals
        return
    known = (getattr(signal, name, None) for name in ("SIGTERM", "SIGHUP"))
    ending = [one for one in known if one and signal.getsignal(one) == signal.SIG_DFL]
    for one in ending:
        signal.signal(one, _leave)
    try:
        yield
    finally:
        for one in ending:
            signal.signal(one, signal.SIG_DFL)


def _leave(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # a closed terminal may tell it twice
    raise SystemExit(128 + number)


def _form(options: argparse.Namespace) -> Form:
    if options.format:
        return BY_NAME[options.format]
    if options.output in (None, _STANDARD_OUTPUT):
        why = "neither a file nor a form is named"
        raise UserError("export", why, "name it with -o FILE or --format NAME")
    return form_of_file(options.output)


def _place(options: argparse.Namespace) -> Path | None:
    """Return the file to write, ``None`` for standard output."""
    if options.output in (None, _STANDARD_OUTPUT):
        return None
    if not options.output:
        raise UserError("-o", "no file is named", "name one, or - for standard output")
    return Path(options.output)


def _report(options: argparse.Namespace, place: Path | None) -> Report:
    """Return what goes out; ``place`` may not be the file of the notes."""
    rows = None if options.rows is None else _rows(options.rows)
    left, right = load_pair(options)
    notebook = None if options.no_notes else opened_notes(options, left, right)
    if notebook is None:
        return _report_of(options, rows, compared(options, left, right), None)
    try:
        if place is not None:
            refuse_own(place, notebook.where)
        for remark in notebook.remarks:
            mention(f"notes: {remark}")
        # The reader's rows, hand-made links included: both count them alike.
        links = notebook.marks.constraints(left, right)
        comparison = compared(options, left, right, links)
        return _report_of(options, rows, comparison, notebook)
    finally:
        notebook.close()


def _report_of(
    options: argparse.Namespace,
    rows: range | None,
    comparison: Comparison,
    notebook: Notebook | None,
) -> Report:
    choice = _choice(options, rows, comparison)
    report = report_with_notes(comparison, notebook, choice, options.author)
    return replace(
        report,
        from_base=changes_from_base(options, comparison),
        watch=partial(_tell_row, len(comparison.rows)),
    )


def _tell_row(rows: int, row: int) -> None:
    tell("writing", Progress(row, rows))


def _rows(given: str) -> range:
    found = _ROWS.match(given)
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
    if not 1 <= first <= last:
        raise UserError(f"--rows {given}", "no range of rows", "write 12-40, or 12")
    return range(first - 1, last)


def _choice(
    options: argparse.Namespace, rows: range | None, comparison: Comparison
) -> Choice:
    count = len(comparison.rows)
    if rows is not None and rows.start >= count:
        why = "there are no such rows"
        raise UserError(f"--rows {options.rows}", why, f"rows are 1 to {count}")
    kinds = kinds_named(options.kind, facts=options.facts)
    return Choice(
        kinds or ALL_KINDS,
        None if rows is None else range(rows.start, min(rows.stop, count)),
        changed_only=bool(kinds),
        noted_only=options.notes_only,
    )
