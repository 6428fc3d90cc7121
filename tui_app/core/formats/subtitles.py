"""The cues of subtitles (SubRip, WebVTT, Advanced SubStation), each with its time."""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING

from tui_app.core.extract import Extract, Format, Part
from tui_app.core.formats.refusals import CHECK_ORIGIN, SPLIT
from tui_app.core.formats.taking import COMMENT, LINE_END, Taking, Wanted
from tui_app.errors import UserError

if TYPE_CHECKING:
    from pysubs2 import SSAEvent, SSAFile

MOST_CUES = 50_000
"""A film has two thousand, one with much lettering ten times as many."""

_CUE = re.compile(r"-->|^(?:Dialogue|Comment):", re.MULTILINE)
_MOST_OPEN = 100  # marks of one cue that never end
_MARKS = (("<", ">"), ("{", "}"))
_CUE_END = re.compile(r"-->|\n(?=Dialogue:|Comment:)")
_BLANKS = re.compile(r"\n{3,}|[ \t]{2,}")
_TURN = re.compile(r"\n(?=[-–—‐] ?\S)")  # another speaker's words in one cue
_MARKUP = re.compile(r"</?[a-zA-Z][^<>\n]*>|<\d[\d:.]*>|\{\\[^{}\n]*\}")
_VTT_NOTE = re.compile(r"^NOTE(?:[ \t]+|\n)(.*?)(?=\n\n|\Z)", re.DOTALL | re.MULTILINE)


def read_subtitles(text: str, wanted: Wanted) -> Extract:
    """Return the cues in the order of their times, which are their places.

    Raises ``UserError`` for what no player could show either.
    """
    if sum(1 for _ in _CUE.finditer(text)) > MOST_CUES:
        why = f"has more than {MOST_CUES:,} cues"
        raise UserError(wanted.name, why, SPLIT)
    taking = Taking()
    for event in _events(_calmed(text, wanted.name), wanted.name):
        words = _words(event)
        if event.is_comment or event.is_drawing:
            taking.leave_out("" if event.is_drawing else words, COMMENT)
            continue
        taking.at(clock(event.start))
        taking.add(words, Part.CUE)
    if text.startswith("WEBVTT"):
        for note in _VTT_NOTE.finditer(text):
            taking.leave_out(note[1], COMMENT)
    return taking.extract(Format.SUBTITLES)


def _calmed(text: str, name: str) -> str:
    """Return the text without what the library takes the square of its length for.

    It looks for the end of every mark to the end of the cue, and so for white space.
    """
    for cue in _CUE_END.split(text):
        for begin, end in _MARKS:
            if cue.rpartition(end)[2].count(begin) > _MOST_OPEN:
                why = f"has a cue of more than {_MOST_OPEN} marks that never end"
                raise UserError(name, why, CHECK_ORIGIN)
    return _BLANKS.sub(lambda found: found[0][:2].replace("  ", " "), text)


def _events(text: str, name: str) -> list[SSAEvent]:
    from pysubs2 import Pysubs2Error, SSAFile

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles, which are not shown
            subtitles: SSAFile = SSAFile.from_string(text, format_=_kind(text))
    except (Pysubs2Error, ValueError, OverflowError) as error:
        why = "looks like subtitles, but its times cannot be read"
        raise UserError(
            name, why, "open it in a subtitle editor and save it"
        ) from error
    return sorted(subtitles.events, key=lambda event: event.start)


def _kind(text: str) -> str:
    """Return the kind; the library would ask for more than players do."""
    if text.startswith("WEBVTT"):
        return "vtt"
    if "[Script Info]" not in text[:200]:
        return "srt"
    return "ssa" if "[V4 Styles]" in text else "ass"


def _words(event: SSAEvent) -> str:
    """Return what is shown; its lines run on but where another speaker begins."""
    import html

    shown = html.unescape(_MARKUP.sub("", event.plaintext)).strip()
    return _TURN.sub(LINE_END, shown)


def clock(milliseconds: int) -> str:
    """Return a time as ``1:02:03``."""
    seconds = max(0, milliseconds) // 1000
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
