"""``diptych words``: the word list that a text and its translation teach."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui_app.cli.output import mention, write_export
from tui_app.cli.pair import compare_pair
from tui_app.cli.shared_options import add_config, add_links, add_pair
from tui_app.core.comparison import Comparison
from tui_app.core.exports.writing import refuse_existing, refuse_own
from tui_app.core.text.display import displayable_line
from tui_app.core.text.plurals import counted
from tui_app.disk.durable import write_pieces
from tui_app.disk.reasons import not_written
from tui_app.errors import UserError
from tui_app.notes.journal.archive import refuse_notes

if TYPE_CHECKING:
    from tui_app.core.align.translations.translation_lexicon import WordEntry

_STANDARD_OUTPUT = "-"

_LEAST_OFTEN = 2
"""Times that two words stand in passages that belong together; once may be chance."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the texts and where the list goes."""
    add_pair(parser)
    parser.add_argument(
        "-o",
        metavar="FILE",
        dest="output",
        default=_STANDARD_OUTPUT,
        help="the file (else standard output)",
    )
    parser.add_argument(
        "--force", action="store_true", help="replace a file that is there"
    )
    add_links(parser)
    add_config(parser)
    parser.epilog = (
        "Each line holds a word, a tab, its translation, a tab, how often both stand\n"
        "in passages that belong together, a tab, and how sure that is (0 to 1).\n"
        "--words FILE takes such a list for other texts of these languages."
    )


def run(options: argparse.Namespace) -> int:
    """Write the words that the pair teaches; return 0."""
    place = _place(options)
    comparison = compare_pair(options)
    learnt = _learnt(comparison)
    pieces = _lines(comparison, learnt)
    if place is None:
        write_export(pieces)
        return 0
    try:
        write_pieces(place, pieces)
    except OSError as error:
        raise not_written(place, error) from error
    mention(f"{counted(len(learnt), 'word', 'words')} written to {place}")
    return 0


def _place(options: argparse.Namespace) -> Path | None:
    """Return the file to write, ``None`` for standard output."""
    if options.output == _STANDARD_OUTPUT:
        return None
    if not options.output:
        raise UserError("-o", "no file is named", "name one, or - for standard output")
    place = Path(options.output)
    refuse_own(place, options.left, options.right, options.notes, *options.words)
    refuse_notes(place)
    if not options.force:
        refuse_existing(place)
    return place


def _learnt(comparison: Comparison) -> Sequence[WordEntry]:
    """Return what is learnt; raise ``UserError`` where that is nothing."""
    translation = comparison.translation
    if translation is None:
        why = "both texts are in one language"
        raise UserError("words", why, "--across compares them as a translation")
    if comparison.seem_unrelated:
        why = "the two texts seem unrelated"
        raise UserError("words", why, "name a text and its translation")
    from tui_app.core.align.translations.translation_lexicon import learn

    left, right = comparison.left, comparison.right
    lexicon = learn(left, right, comparison.alignment, translation)
    learnt = [one for one in lexicon.entries() if _is_worth_keeping(one)]
    if not learnt:
        why = "no word has the same translation twice"
        raise UserError("words", why, "take longer texts of one content")
    return sorted(learnt, key=lambda one: (one.word.casefold(), -one.often, one))


def _is_worth_keeping(entry: WordEntry) -> bool:
    """Tell whether another pair would learn from it: figures and names are alike."""
    same = entry.word.casefold() == entry.translation.casefold()
    return entry.often >= _LEAST_OFTEN and not same


def _lines(comparison: Comparison, learnt: Sequence[WordEntry]) -> Iterator[bytes]:
    names = " beside ".join(
        displayable_line(document.name)
        for document in (comparison.left, comparison.right)
    )
    yield f"# learnt from {names}\n# word\ttranslation\thow often\thow sure\n".encode()
    for one in learnt:
        line = f"{one.word}\t{one.translation}\t{one.often}\t{one.strength:.2f}\n"
        yield line.encode()
