"""What is taken out of subtitles."""

from __future__ import annotations

import pytest

from tui_app.core.extract import Extract, Format, Part
from tui_app.core.formats.recognise import recognise_text
from tui_app.core.formats.subtitles import read_subtitles
from tui_app.core.formats.taking import Wanted
from tui_app.core.segmentation import segment_extract
from tui_app.errors import UserError

SRT = """1
00:00:01,000 --> 00:00:02,500
<i>The mill</i> stood
by the river.

2
01:02:03,000 --> 01:02:04,000
- Who is there?
- Nobody.
"""

VTT = """WEBVTT

NOTE made by hand

first
00:01.000 --> 00:02.500 align:start
<v Ann>The mill stood
by the river.

01:02:03.000 --> 01:02:04.000
{\\an8}- Who is there? &amp; so
- Nobody.
"""

ASS = """[Script Info]
Title: x

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,to be checked
Dialogue: 0,0:00:01.00,0:00:02.50,D,,0,0,0,,{\\i1}The mill{\\i0} stood\\Nby the river.
Dialogue: 0,1:02:03.00,1:02:04.00,Default,,0,0,0,,- Who is there?\\N- Nobody.
"""


def taken(text: str) -> Extract:
    return read_subtitles(text, Wanted("a.srt"))


@pytest.mark.parametrize("text", [SRT, ASS])
def test_a_cue_is_a_passage_without_markup_whose_lines_run_on(text):
    extract = taken(text)
    assert extract.text == (
        "The mill stood by the river.\n\n- Who is there?\n- Nobody."
    )
    assert {one.part for one in extract.passages} == {Part.CUE}


def test_webvtt_gives_its_words_and_leaves_out_its_notes():
    extract = taken(VTT)
    assert extract.text == (
        "The mill stood by the river.\n\n- Who is there? & so\n- Nobody."
    )
    assert [one.text for one in extract.left_out] == ["made by hand"]


@pytest.mark.parametrize("text", [SRT, VTT, ASS])
def test_the_place_of_a_cue_is_its_time(text):
    extract = taken(text)
    places = [extract.place_at(one.start) for one in extract.passages]
    assert places == ["0:00:01", "1:02:03"]


@pytest.mark.parametrize("text", [SRT, VTT, ASS])
def test_subtitles_are_told_by_what_they_hold(text):
    assert recognise_text(text, "notes.txt") is Format.SUBTITLES


def test_a_cue_is_one_unit_whatever_its_sentences():
    document = segment_extract(taken(SRT), "a.srt", "sentence")
    assert len(document.units) == 2
    assert len(segment_extract(taken(SRT), "a.srt", "line").units) == 2


def test_comments_are_left_out_and_said():
    assert [one.text for one in taken(ASS).left_out] == ["to be checked"]


def test_broken_subtitles_are_refused_in_one_line():
    with pytest.raises(UserError, match="times cannot be read"):
        taken(ASS.replace("0:00:01.00", "soon"))


def test_more_cues_than_any_film_has_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tui_app.core.formats.subtitles.MOST_CUES", 1)
    for text in (SRT, VTT):
        with pytest.raises(UserError, match=r"^a: has more than 1 cues, split"):
            read_subtitles(text, Wanted("a"))


@pytest.mark.parametrize("mark", ["<b", "{", "</a", "< b\n", "{\\"])
def test_marks_that_never_end_are_refused_before_they_are_looked_for(mark: str):
    with pytest.raises(UserError, match=r"^a\.srt: .* marks that never end"):
        taken(SRT + mark * 300_000)


@pytest.mark.parametrize("blanks", ["<" + " " * 100_000, "\n" * 300_000])
def test_white_space_without_end_is_passed_over(blanks: str):
    assert "Who is there?" in taken(SRT + blanks + "x").text


def test_a_few_marks_that_never_end_are_text():
    assert "1 < 2" in taken(SRT.replace("Nobody.", "1 < 2")).text
