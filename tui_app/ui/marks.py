"""The marks every widget that shows text shares: their names and how they look.

A widget that paints passages has ``COMPONENT_CLASSES = MARKS`` and the CSS class
``marks`` (``DEFAULT_CLASSES = "marks"``) and asks ``get_component_rich_style``.
Each mark has an attribute of its own beside its colour (bold, underline, strike,
italic, reverse), which carries the meaning under ``NO_COLOR`` and in 16 colours.

How loud a mark is follows what it says: a changed fact has a ground and is bold,
words that only one side has are underlined, rewording is set in italics, and
spelling, case and punctuation are only a little paler than the text.
"""

from __future__ import annotations

MARKS = frozenset(
    "mark--" + name
    for name in (
        "text",  # running text
        "title",  # titles and headings
        "aside",  # datelines, captions, boilerplate
        "cursor",  # background of the row under the cursor, the side that is active
        "cursor-other",  # the same row on the other side
        "left-only",  # text of a row that only the left has
        "right-only",
        "fact-left",  # a changed fact
        "fact-right",
        "added",  # words only the right has
        "removed",  # words only the left has
        "word-left",  # other words for the same
        "word-right",
        "moved-left",  # words that stand elsewhere in the passage
        "moved-right",
        "quiet",  # inflection, spelling, case, punctuation
        "letters",  # the letters that differ in two words nearly equal
        "merged-removed",  # merged view: words of the left
        "merged-added",  # merged view: words of the right
        "hit",  # a search hit
        "hit-current",
        "selection",
        "hidden",  # badge for invisible characters
        "paragraph",  # paragraph signs
        "empty",  # hatching of a side that has nothing
        "gutter",  # signs of the gutter, each by what it says
        "gutter-same",
        "gutter-changed",
        "gutter-fact",
        "gutter-left-only",
        "gutter-right-only",
        "gutter-moved",
        "gutter-note",
        "gutter-reviewed",
        "gutter-weak",  # a link of little certainty
        "fold",  # "12 rows the same"
        "map",  # the map at the edge, ground and signs
        "map-here",
        "map-changed",
        "map-fact",
        "map-only",
        "map-note",
        "map-hit",
    )
)

MARKS_CSS = """
.marks {
    & > .mark--text { color: $foreground; }
    & > .mark--title { color: $mark-title-text; text-style: bold; }
    & > .mark--aside { color: $mark-faint; }
    & > .mark--cursor { background: $mark-row; }
    & > .mark--cursor-other { background: $mark-row-other; }
    & > .mark--left-only { color: $mark-left; }
    & > .mark--right-only { color: $mark-right; }
    & > .mark--fact-left {
        color: $mark-left-strong; background: $mark-left-ground; text-style: bold;
    }
    & > .mark--fact-right {
        color: $mark-right-strong; background: $mark-right-ground; text-style: bold;
    }
    & > .mark--removed { color: $mark-left; text-style: underline; }
    & > .mark--added { color: $mark-right; text-style: underline; }
    & > .mark--word-left { color: $mark-left; text-style: italic; }
    & > .mark--word-right { color: $mark-right; text-style: italic; }
    & > .mark--moved-left { color: $mark-left; text-style: italic underline; }
    & > .mark--moved-right { color: $mark-right; text-style: italic underline; }
    & > .mark--quiet { color: $mark-quiet; }
    & > .mark--letters { text-style: underline; }
    & > .mark--merged-removed { color: $mark-left; text-style: strike; }
    & > .mark--merged-added { color: $mark-right; text-style: underline; }
    & > .mark--hit { color: $mark-hit-text; background: $mark-hit-ground; }
    & > .mark--hit-current {
        color: $mark-hit-text; background: $mark-hit-ground; text-style: bold reverse;
    }
    & > .mark--selection { background: $screen-selection-background; }
    & > .mark--hidden { color: $mark-note; text-style: italic; }
    & > .mark--paragraph { color: $mark-fainter; }
    & > .mark--empty { color: $mark-fainter; text-style: dim; }
    & > .mark--gutter { color: $mark-faint; }
    & > .mark--gutter-same { color: $mark-fainter; }
    & > .mark--gutter-changed { color: $mark-faint; }
    & > .mark--gutter-fact { color: $mark-left-strong; text-style: bold; }
    & > .mark--gutter-left-only { color: $mark-left; }
    & > .mark--gutter-right-only { color: $mark-right; }
    & > .mark--gutter-moved { color: $mark-right; text-style: italic; }
    & > .mark--gutter-note { color: $mark-note; text-style: bold; }
    & > .mark--gutter-reviewed { color: $mark-faint; }
    & > .mark--gutter-weak { color: $mark-faint; }
    & > .mark--fold { color: $mark-faint; text-style: italic; }
    & > .mark--map { color: $mark-fainter; }
    & > .mark--map-here { background: $mark-row; color: $foreground; }
    & > .mark--map-changed { color: $mark-faint; }
    & > .mark--map-fact { color: $mark-left-strong; text-style: bold; }
    & > .mark--map-only { color: $mark-right; }
    & > .mark--map-note { color: $mark-note; }
    & > .mark--map-hit { color: $mark-hit-text; background: $mark-hit-ground; }
}
.marks:ansi {
    & > .mark--fact-left, & > .mark--fact-right { text-style: bold reverse; }
    & > .mark--quiet, & > .mark--aside, & > .mark--fold { text-style: dim; }
    & > .mark--paragraph, & > .mark--gutter-same { text-style: dim; }
    & > .mark--hit-current { text-style: bold reverse; }
    & > .mark--selection { text-style: reverse; }
}
.marks:nocolor {
    & > .mark--fact-left, & > .mark--fact-right { text-style: bold reverse; }
    & > .mark--removed, & > .mark--added { text-style: bold; }
    & > .mark--word-left, & > .mark--word-right { text-style: underline; }
    & > .mark--quiet, & > .mark--aside, & > .mark--fold { text-style: dim; }
    & > .mark--paragraph, & > .mark--gutter-same { text-style: dim; }
    & > .mark--hit { text-style: reverse; }
    & > .mark--hit-current { text-style: bold underline reverse; }
    & > .mark--selection { text-style: reverse; }
}
"""
"""The style of the marks, for the CSS of the App."""
