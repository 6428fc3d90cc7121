"""Nearly equal words refined to letters; differences that do not count."""

import pytest

from tui_app.core.differences import differences
from tui_app.core.differences.counting import Counting, Grade
from tui_app.core.differences.letters import changed_letters


def marked(left, right):
    return tuple(
        [text[span.start : span.end] for span in spans]
        for text, spans in zip((left, right), changed_letters(left, right), strict=True)
    )


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("politicise", "politicize", (["s"], ["z"])),
        ("achieve", "achieved", ([], ["d"])),
        ("deradicalization", "de-radicalization", ([], ["-"])),
        ("Human", "human", (["H"], ["h"])),
        ("interest", "concern", (["interest"], ["concern"])),
        ("naïve", "naive", (["ï"], ["i"])),
        ("cafe\u0301s", "cafes", (["e\u0301"], ["e"])),
        ("visited towns", "visits town", (["ed", "s"], ["s"])),
        ("one two", "three", (["one two"], ["three"])),
    ],
)
def test_the_letters_that_differ(left, right, expected):
    assert marked(left, right) == expected


def grades(left, right, counting):
    return [counting.grade(one, left, right) for one in differences(left, right)]


def test_everything_counts_unless_told_otherwise():
    left, right = "He Said “no”, cafe", 'He said "no" café'
    assert Grade.IGNORED not in grades(left, right, Counting())


@pytest.mark.parametrize(
    ("left", "right", "counting"),
    [
        ("The End", "the end", Counting(case=False)),
        ("came, saw", "came saw", Counting(punctuation=False)),
        ("came; saw", "came: saw", Counting(punctuation=False)),
        ("It’s “so” – well…", 'It\'s "so" - well...', Counting(typography=False)),
        ("a résumé", "a resume", Counting(accents=False)),
        ("a Résumé", "a resume", Counting(case=False, accents=False)),
        ("co\u00adoperation", "cooperation", Counting(typography=False)),
    ],
)
def test_what_does_not_count_is_graded_and_still_there(left, right, counting):
    found = grades(left, right, counting)
    assert found
    assert set(found) == {Grade.IGNORED}


def test_other_words_always_count():
    nothing = Counting(case=False, punctuation=False, typography=False, accents=False)
    assert grades("the report says so", "the paper says so", nothing) == [Grade.WORDS]
    assert grades("today the man left", "the man left today", nothing)[0] == Grade.WORDS


def test_writing_is_quieter_than_words_and_words_than_facts():
    assert Grade.WRITING < Grade.WORDS < Grade.FACT
    assert grades("The End", "the End", Counting()) == [Grade.WRITING]
