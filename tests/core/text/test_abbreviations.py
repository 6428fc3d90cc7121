"""A word that takes a full stop is one to everybody who asks."""

import pytest

from tui_app.core.collation.tokens import Tokens
from tui_app.core.segmentation.boundaries import is_no_boundary
from tui_app.core.text.abbreviations import COURTESY, NEVER_LAST, RANKS, TITLES
from tui_app.core.text.language import Writing

ENGLISH = Writing("en", capitals=True)


@pytest.mark.parametrize("title", [*COURTESY, *RANKS])
def test_a_title_keeps_its_stop_and_is_no_part_of_the_name(title):
    words = Tokens(f"{title}. Smith").words
    assert [word.text for word in words] == [f"{title}.", "Smith"]
    assert {title.lower(), f"{title.lower()}."} <= TITLES


@pytest.mark.parametrize("title", sorted(NEVER_LAST))
def test_a_title_ends_no_sentence(title):
    assert is_no_boundary(f"I met {title}.", "Smith came.", ENGLISH)


def test_a_stop_before_a_number_ends_no_sentence():
    assert is_no_boundary("See fig.", "7 below.", ENGLISH)
    assert not is_no_boundary("We ate a fig.", "It was ripe.", ENGLISH)
