"""A glance at a pair: the passage most alike, the changed facts, or why not."""

import pytest

from tui_app.core.translation import AS_THE_TEXTS_TELL
from tui_app.review import pair_glance
from tui_app.review.pair_glance import (
    ADDRESSES,
    TOO_LONG,
    differing_facts,
    glances_at,
)
from tui_app.settings.memory import Sources

LEFT = """Seven boats left the harbour in the first week of the year.

Yesterday the committee asked that the old quay be kept as it is for as long as anybody
can pay.

A dog barked.
"""
RIGHT = """Nine boats left the harbour in the first week of the year.

The committee asked that the old quay be kept as it is for as long as anybody
can pay.

Nobody was seen at the mill.
"""


@pytest.fixture
def glances(tmp_path):
    """Return a function that yields what is told of two texts."""

    def at(left, right, go_on=lambda: None):
        paths = tmp_path / "left.txt", tmp_path / "right.txt"
        for path, text in zip(paths, (left, right), strict=True):
            path.write_text(text, encoding="utf-8")
        return glances_at(Sources(*map(str, paths)), AS_THE_TEXTS_TELL, go_on)

    return at


def marked(side):
    return [side.words[start:end] for start, end in side.differing]


def test_the_passage_with_the_longest_same_words_comes_first_then_the_facts(glances):
    first, last = glances(LEFT, RIGHT)
    assert first.left.words.startswith("Yesterday the committee asked")
    assert "can pay." in " ".join(first.right.words.split())
    assert "committee" not in "".join(marked(first.right))
    assert first.all_facts is None
    assert last.left == first.left
    assert last.all_facts == len(last.facts) > 0
    assert "number" in {fact.kind for fact in last.facts}


def test_the_facts_alone_are_as_many_as_the_glance_tells(glances, tmp_path):
    *_, last = glances(LEFT, RIGHT)
    pair = Sources(str(tmp_path / "left.txt"), str(tmp_path / "right.txt"))
    assert differing_facts(pair, AS_THE_TEXTS_TELL) == last.all_facts
    (tmp_path / "right.txt").unlink()
    assert differing_facts(pair, AS_THE_TEXTS_TELL) is None


def test_what_is_the_same_on_both_sides_is_told_so(glances):
    *_, last = glances(LEFT, LEFT)
    assert last.is_same
    assert last.all_facts == 0
    assert marked(last.left) == []


def test_many_facts_are_counted_and_only_the_first_are_told(glances, monkeypatch):
    monkeypatch.setattr(pair_glance, "MOST_FACTS", 1)
    left = "Five boats left on Monday.\n\nTwelve men in green coats sang of home.\n"
    right = left.replace("Five", "Six").replace("Twelve", "Forty")
    *_, last = glances(left, right)
    assert len(last.facts) == 1
    assert last.all_facts == 2


def test_why_there_is_nothing_to_see_is_told(glances, tmp_path, monkeypatch):
    (alone,) = glances_at(
        Sources("https://example.org/a", "b.txt"), AS_THE_TEXTS_TELL, lambda: None
    )
    assert alone.remark == ADDRESSES
    gone = Sources(str(tmp_path / "gone.txt"), str(tmp_path / "gone.txt"))
    (alone,) = glances_at(gone, AS_THE_TEXTS_TELL, lambda: None)
    assert "no such file" in alone.remark
    monkeypatch.setattr(pair_glance, "MOST_CHARACTERS", 10)
    (alone,) = glances(LEFT, RIGHT)
    assert alone.remark == TOO_LONG


def test_it_ends_as_soon_as_nobody_wants_it(glances):
    class GivenUpError(Exception):
        pass

    def give_up():
        raise GivenUpError

    with pytest.raises(GivenUpError):
        next(glances(LEFT, RIGHT, give_up))
