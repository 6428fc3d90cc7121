"""The two documents a command is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_app.cli.output import mention_remarks
from tui_app.errors import UserError

if TYPE_CHECKING:
    import argparse

    from tui_app.core.model import Document, Granularity


def load_pair(options: argparse.Namespace) -> tuple[Document, Document]:
    """Return both documents; what is odd about them is said in the end.

    Raises ``UserError`` where one cannot be read.
    """
    from tui_app.core.loading import load_document

    refuse_twice_standard_input(options.left, options.right)
    unit: Granularity = options.unit or "sentence"
    left = load_document(options.left, unit)
    right = load_document(options.right, unit)
    mention_remarks(left, right)
    return left, right


def refuse_twice_standard_input(left: str, right: str) -> None:
    """Raise ``UserError`` where both texts are to come from standard input."""
    if left == right == "-":
        raise UserError("-", "only one text can be standard input", "name a file")
