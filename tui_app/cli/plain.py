"""The plain command line: two texts and the reader's options, nothing to complain of.

It is understood without argparse, which would make the first screen wait. Whatever
else is asked for, help and wrong usage among it, is left to ``parser``, which reads
plain ones the same way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, get_args

from tui_app.cli.parser import COMMANDS, NOT_YET
from tui_app.cli.read import Wanted

if TYPE_CHECKING:
    from tui_app.core.model import Granularity


def plain(words: Sequence[str]) -> Wanted | None:
    """Return what to open, ``None`` where ``parser`` must say what is meant."""
    if words and (words[0] in COMMANDS or words[0] in NOT_YET):
        return None
    wanted: Wanted | None = Wanted()
    rest = iter(words)
    for word in rest:
        if wanted is None:
            break
        if _is_text(word):
            wanted = wanted._replace(texts=(*wanted.texts, word))
        else:
            wanted = _with_option(wanted, word, rest)
    return wanted


def _is_text(word: str) -> bool:
    return word == "-" or not word.startswith("-")


def _with_option(wanted: Wanted, name: str, rest: Iterator[str]) -> Wanted | None:
    if name == "--ascii":
        return wanted._replace(ascii=True)
    if name not in {"--unit", "--notes"}:
        return None
    value = next(rest, "-")
    if value.startswith("-"):
        return None
    if name == "--notes":
        return wanted._replace(notes=value)
    unit = _unit(value)
    return wanted._replace(unit=unit) if unit else None


def _unit(word: str) -> Granularity | None:
    from tui_app.core.model import Granularity

    return next((unit for unit in get_args(Granularity) if unit == word), None)
