"""What a text is called: its title only where it has one."""

import pytest

from tui_app.core.segmentation import segment

BODY = "It closed on Monday. Nobody was there to see it."
TITLED = f"The Mill Closes\n\n{BODY}\n\n{BODY}\n\n{BODY}"
UNTITLED = "the mill closed on Monday, and nobody was there to see it.\n\nIt was old."


@pytest.mark.parametrize(
    ("text", "source", "called"),
    [
        (TITLED, "a/mill.txt", "The Mill Closes"),
        (UNTITLED, "a/mill.txt", "mill.txt"),
        (UNTITLED, "https://example.org/mill", "mill"),
        (UNTITLED, "..", ".."),
    ],
)
def test_a_text_is_called_by_its_title_or_its_file(text, source, called):
    assert segment(text, source, "sentence").called == called


def test_a_text_that_is_no_file_is_called_by_its_beginning():
    called = segment(UNTITLED, None, "sentence").called
    assert called
    assert UNTITLED.startswith(called.rstrip("…"))
