"""Cut into paragraphs first and into sentences later, a text is cut the same."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.segmentation import in_sentences, segment

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))
PIECES = st.sampled_from(
    [
        "A b. C d.",
        "Mr. X said: “Go. Now.”",
        "1. One",
        "他说。好。",
        "(a. B)",
        "\n",
        "\n\n",
        "  ",
    ]
)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_an_article_is_cut_the_same(path):
    text = path.read_text(encoding="utf-8")
    paragraphs = segment(text, path.name, "paragraph")
    assert in_sentences(paragraphs) == segment(text, path.name, "sentence")


@given(st.lists(PIECES, max_size=12).map("".join))
def test_any_text_is_cut_the_same(text):
    assert in_sentences(segment(text, None, "paragraph")) == segment(
        text, None, "sentence"
    )
