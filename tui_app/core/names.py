"""What people call the kinds of differences, wherever they are shown.

The interchange format and ``config.toml`` have the values of ``Kind`` instead.
"""

from __future__ import annotations

from tui_app.core.model import Kind

KINDS: dict[Kind, str] = {
    Kind.NUMBER: "number",
    Kind.DATE: "date",
    Kind.NAME: "name",
    Kind.QUOTE: "quotation",
    Kind.NEGATION: "negation",
    Kind.MODALITY: "strength",
    Kind.ADDED: "added",
    Kind.REMOVED: "removed",
    Kind.WORDING: "other words",
    Kind.INFLECTION: "inflection",
    Kind.SPELLING: "spelling",
    Kind.CASE: "case",
    Kind.PUNCTUATION: "punctuation",
    Kind.ORDER: "order",
}
"""Every kind as people call it, in the order of their weight: facts first."""

WEIGHT = {kind: place for place, kind in enumerate(KINDS)}
