r"""The merged text in CriticMarkup, and both texts read from it again.

``{--gone--}``, ``{++come++}``, ``{~~old~>new~~}``; a note stands behind its words as
``{>>note<<}``, one on the whole in front. All characters of both texts are there.

Braces of the texts that could be taken for markup are parted from it by a backslash:
``{\-`` for ``{-``, ``-\}`` for ``-}``, and so with ``+ ~ = < >`` and at either end of
what goes, comes or stays. Backslashes of the texts behind ``{`` or before ``}`` get
one more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui_app.core.exports.chosen_walk import Closing, Omission, Opening, chosen_walk
from tui_app.core.exports.merged_walk import Piece
from tui_app.core.exports.report import Remark, Report
from tui_app.core.text.display import displayable

_PARTED = "\n\n"
"""Where rows are left out."""

_SIGN = "[-+~=<>]"
_TO_PART = re.compile(
    r"(?<=\{)\\+|\\+(?=\})"  # backslashes beside a brace
    rf"|(?<=\{{)(?={_SIGN}|\Z)"
    rf"|(?:(?<={_SIGN})|\A)(?=\}})"
)
_PARTING = re.compile(r"(?<=\{)\\+|\\+(?=\})")


def critic_markup(report: Report) -> Iterator[str]:
    """Yield the merged text piece by piece. Lazy, as ``merged_walk`` is.

    Where rows are left out there is a blank line, which is in neither text.
    """
    yield from map(_note, report.remarks_nowhere)
    for stretch in _stretches(report):
        yield from _written(stretch)


class _Stretch(NamedTuple):
    """What stays at one place, or else what goes and what comes, of one row.

    ``notes`` end behind it.
    """

    both: str = ""
    gone: str = ""
    come: str = ""
    row: int | None = None
    notes: tuple[Remark, ...] = ()


def _stretches(report: Report) -> Iterator[_Stretch]:
    left, right = report.comparison.left.text, report.comparison.right.text
    stretch = _Stretch()
    for step in chosen_walk(report):
        if isinstance(step, Opening):
            continue
        if isinstance(step, Closing):
            stretch = stretch._replace(notes=(*stretch.notes, step.remark))
            continue
        added = _added(step, left, right)
        if _belongs(stretch, added):
            stretch = _joined(stretch, added)
        else:
            yield stretch
            stretch = added
    yield stretch


def _added(step: Piece | Omission, left: str, right: str) -> _Stretch:
    if isinstance(step, Omission):
        return _Stretch(both=_PARTED)
    gone = left[step.left.start : step.left.end] if step.left else ""
    come = right[step.right.start : step.right.end] if step.right else ""
    if step.left and step.right:
        return _Stretch(both=gone)
    return _Stretch(gone=gone, come=come, row=step.row)


def _belongs(stretch: _Stretch, added: _Stretch) -> bool:
    """Tell whether what is added goes on with the stretch; a line of both ends one."""
    if stretch.notes or bool(stretch.both) != bool(added.both):
        return False
    if stretch.both:
        return not stretch.both.endswith("\n")
    return None in {stretch.row, added.row} or stretch.row == added.row


def _joined(stretch: _Stretch, added: _Stretch) -> _Stretch:
    return _Stretch(
        stretch.both + added.both,
        stretch.gone + added.gone,
        stretch.come + added.come,
        added.row if stretch.row is None else stretch.row,
    )


def _written(stretch: _Stretch) -> Iterator[str]:
    both, gone, come = map(_parted, stretch[:3])
    if both or gone == come:
        yield both or gone
    elif gone and come and "~>" not in gone:
        yield f"{{~~{gone}~>{come}~~}}"
    else:
        yield f"{{--{gone}--}}" if gone else ""
        yield f"{{++{come}++}}" if come else ""
    yield from map(_note, stretch.notes)


def _parted(text: str) -> str:
    """Return the text with its braces parted from what would make them markup."""
    return _TO_PART.sub(r"\\\g<0>", text) if "{" in text or "}" in text else text


def _together(text: str) -> str:
    return _PARTING.sub(lambda run: run[0][1:], text)


def _note(remark: Remark) -> str:
    """Return a note with who made it and when."""
    made = ", ".join(filter(None, (remark.by, remark.created[:10])))
    told = displayable(f"{made}: {remark.told}" if made else remark.told)
    return f"{{>>{_parted(told)}<<}}"


_MARKUP = re.compile(
    r"\{--(?P<gone>.*?)--\}|\{\+\+(?P<come>.*?)\+\+\}"
    r"|\{~~(?P<old>.*?)~>(?P<new>.*?)~~\}|\{>>.*?<<\}",
    re.DOTALL,
)


class BothTexts(NamedTuple):
    """The left and the right text, as a merged text gives them back."""

    left: str
    right: str


def read_critic_markup(merged: str) -> BothTexts:
    """Return the texts that ``critic_markup`` has merged, to the last character.

    Notes are left out.
    """
    left: list[str] = []
    right: list[str] = []
    at = 0
    for match in _MARKUP.finditer(merged):
        both = _together(merged[at : match.start()])
        left += both, _together(match["gone"] or match["old"] or "")
        right += both, _together(match["come"] or match["new"] or "")
        at = match.end()
    rest = _together(merged[at:])
    return BothTexts("".join([*left, rest]), "".join([*right, rest]))
