"""Nearly equal words refined to letters."""

import pytest

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
        ("interest", "concern", ([], [])),
        ("naïve", "naive", (["ï"], ["i"])),
        ("cafe\u0301s", "cafes", (["e\u0301"], ["e"])),
        ("visited towns", "visits town", (["ed", "s"], ["s"])),
        ("one two", "three", ([], [])),
    ],
)
def test_the_letters_that_differ(left, right, expected):
    assert marked(left, right) == expected
