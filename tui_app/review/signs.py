"""The signs between the columns: how the sides of a row stand to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui_app.core.model import Relation, Row

if TYPE_CHECKING:
    pass
if TYPE_CHECKING:
    pass


CERTAIN = 0.9

"""Scores of links are calibrated: of ten links with this one, nine are right."""


class Signs(NamedTuple):
    """One cell each."""

    same: str = "="
    close: str = "≈"
    loose: str = "~"
    weak: str = "?"
    left_only: str = "−"
    right_only: str = "+"
    moved_up: str = "↑"
    moved_down: str = "↓"
    note: str = "✎"
    reviewed: str = "✓"
    gap: str = "⋮"
    bar: str = "▌"
    apart: str = "▷"
    rule: str = "│"
    fold: str = "⋯"
    nothing: str = "╌"


ASCII = Signs(
    close="~",
    loose="~",
    left_only="-",
    moved_up="^",
    moved_down="v",
    note="*",
    reviewed="x",
    gap=":",
    bar="|",
    apart=">",
    rule=":",
    fold="..",
    nothing="-",
)


def relation_sign(row: Row, weak_below: float, signs: Signs) -> tuple[str, str]:
    """Return the sign of the row and the name of its style."""
    if row.relation is Relation.SAME:
        return signs.same, "mark--gutter-same"
    if row.relation is Relation.LEFT_ONLY:
        return signs.left_only, "mark--gutter-left-only"
    if row.relation is Relation.RIGHT_ONLY:
        return signs.right_only, "mark--gutter-right-only"
    if row.score is None:
        return " ", "mark--gutter"
    if row.score < weak_below:
        return signs.weak, "mark--gutter-weak"
    sign = signs.close if row.score >= CERTAIN else signs.loose
    return sign, "mark--gutter-changed"


def link_in_words(score: float, weak_below: float = 0.4) -> str:
    """Say how certain it is that the sides of a row belong together."""
    if score < weak_below:
        return "link weak"
    return "link certain" if score >= CERTAIN else "link likely"


class LineSigns(NamedTuple):
    """LineSigns the status line, the footer and the lists are made with."""

    between: str = " · "
    cut: str = "…"
    becomes: str = " → "
    pointer: str = "▸ "
    nothing: str = "—"
    locked: str = "⇅"


LINE_SIGNS = LineSigns()

LINE_ASCII = LineSigns(
    between=" | ", cut="~", becomes=" -> ", pointer="> ", nothing="--", locked="="
)


def signs(ascii_only: bool) -> LineSigns:
    """Return the signs to use."""
    return LINE_ASCII if ascii_only else LINE_SIGNS


_RELATIONS = {
    Relation.SAME: "the same on both sides",
    Relation.CHANGED: "changed",
    Relation.LEFT_ONLY: "only on the left",
    Relation.RIGHT_ONLY: "only on the right",
}
