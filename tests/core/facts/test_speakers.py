"""Who speaks, where it can be read off."""

import pytest

from tui_app.core.facts.speakers import (
    Speech,
    SpeechChange,
    attribution,
    speech_changes,
    speech_of,
)
from tui_app.core.segmentation import segment


@pytest.mark.parametrize(
    ("passage", "speaker"),
    [
        ("Ma said that it was late.", "Ma"),
        ('"We will win," said the captain of the team.', "the captain of the team"),
        ("The mayor, John Smith, told reporters it was over.", "The mayor"),
        ("According to officials in Paris, the ship sank.", "officials in Paris"),
        ("The ship sank, according to officials.", "officials"),
        ("The ship sank, the president also noted.", "the president"),
        ("Mr. Brown finally admitted that he was wrong.", "Mr. Brown"),
        ("The house was said to be old.", None),
        ("The ship sank.", None),
        ('"He said no," was all we heard.', None),
    ],
)
def test_the_speaker_stands_beside_a_verb_of_saying(passage, speaker):
    found = attribution(passage)
    assert (found and passage[found.start : found.end]) == speaker


def speeches(text):
    document = segment(text, None, "line")
    return [speech_of(document, (unit,)) for unit in range(len(document.units))]


def test_a_pronoun_is_the_last_speaker_who_was_named():
    first, second = speeches("Anna Berg said it was late.\nShe added that it rained.\n")
    assert first.speaker == second.speaker == "Anna Berg"


def test_a_quotation_that_goes_on_has_the_speaker_it_began_with():
    first, second = speeches("“It is late,” said Anna Berg.\n“And it rains.”\n")
    assert first.direct
    assert second == Speech("Anna Berg", None, direct=True)


def test_a_quoted_word_does_not_make_a_passage_direct_speech():
    (found,) = speeches(
        "They spoke of “naming” and left the room before it was late.\n"
    )
    assert not found.direct


def test_the_same_words_of_another_speaker_are_told():
    ma, xi = speeches("Ma said so.\nXi said so.\n")
    assert speech_changes(ma, xi) == (SpeechChange.OTHER_SPEAKER,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ma", "Ma Zhaoxu"),
        ("Ma", "the Chinese side"),
        ("President Xi", "Xi"),
        ("Ma", None),
    ],
)
def test_a_speaker_shortened_described_or_unknown_is_no_other(one, other):
    left, right = Speech(one, None, direct=False), Speech(other, None, direct=False)
    assert speech_changes(left, right) == ()


def test_a_quotation_become_plain_is_told_from_either_side():
    quoted, plain = speeches(
        "“It is late and it rains,” he said.\nIt is late, it rains.\n"
    )
    assert speech_changes(quoted, plain) == (SpeechChange.NO_LONGER_QUOTED,)
    assert speech_changes(plain, quoted) == (SpeechChange.NOW_QUOTED,)
