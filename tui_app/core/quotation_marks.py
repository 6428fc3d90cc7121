"""The quotation marks of all scripts, by form and by what they usually do.

Usually: „so“ closes with a mark that opens elsewhere, »so« with both. Who needs
certainty looks at the spaces about a mark as well.
"""

from __future__ import annotations

DOUBLE_OPENING, DOUBLE_CLOSING = "“„‟«", "”»"
SINGLE_OPENING, SINGLE_CLOSING = "‘‚‛‹", "’›"
CORNER_OPENING, CORNER_CLOSING = "「『〝", "」』〞〟"

DOUBLE = DOUBLE_OPENING + DOUBLE_CLOSING
SINGLE = SINGLE_OPENING + SINGLE_CLOSING
CORNERS = CORNER_OPENING + CORNER_CLOSING
