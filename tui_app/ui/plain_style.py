"""How screens look where nothing is drawn: no borders or bars, all in one column.

A screen reader says what is written. So what one comes to is written again, though it
may stand there already, and what one leaves is not: it looks the same as before.
"""

from __future__ import annotations

from typing import Final

from rich.style import Style

SAID_STYLE: Final = Style.from_meta({"said": True})
"""The style, beside others, of a line that is written again when it begins to have it.
"""


def is_said(style: Style | None) -> bool:
    """Tell whether a style is that of what one is at."""
    return style is not None and style._meta == SAID_STYLE._meta  # noqa: SLF001 - else it is unpickled


PLAIN_CSS = """
BoxedScreen > #box {
    border: none; padding: 0; margin: 0; width: 100%; height: 100%;
    max-width: 100%; max-height: 100%; align-horizontal: left;
}
BoxedScreen > #box > * { max-width: 100%; }
* { scrollbar-size: 0 0; scrollbar-gutter: auto; }
Input > .input--cursor, TextArea .text-area--cursor {
    color: $foreground; background: $surface; text-style: none;
}
HintLine, LibraryTitle, LibraryScreen > #about, LibraryScreen > QueryInput,
PickScreen QueryInput, DetailsPanel, GlancePanel { padding: 0; }
DetailsPanel, GlancePanel, NotesScreen #whole { border: none; }
LibraryScreen.-beside #both { layout: vertical; }
LibraryScreen.-beside PairList { width: 100%; height: 3fr; }
LibraryScreen.-beside GlancePanel { width: 100%; height: 2fr; border: none; }
Screen > ToastRack { margin: 0; width: 100%; }
ToastRack > ToastHolder { width: 100%; max-width: 100%; }
ToastHolder > Toast { width: 100%; max-width: 100%; padding: 0; }
"""
"""Added to the style sheets of the App where it is plain."""
