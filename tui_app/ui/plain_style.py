"""How screens look where nothing is drawn: no borders or bars, all in one column."""

from __future__ import annotations

PLAIN_CSS = """
BoxedScreen > #box {
    border: none; padding: 0; margin: 0; width: 100%; height: 100%;
    max-width: 100%; max-height: 100%;
}
* { scrollbar-size: 0 0; scrollbar-gutter: auto; }
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
