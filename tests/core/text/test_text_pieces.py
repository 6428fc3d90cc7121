"""What is made of a long text in pieces is what would be made of it as a whole.

And no piece is long: who waits for one of them waits some milliseconds.
"""

import re
import sys
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.extract import Extract
from tui_app.core.facts import pair_character as character
from tui_app.core.facts.pair_character import pair_character
from tui_app.core.segmentation import segment, segment_extract
from tui_app.core.text import characters, text_pieces
from tui_app.core.text.characters import fold_layout, same_but_for_space
from tui_app.core.text.text_pieces import pieces, same_joined, some_of, words_of
from tui_app.notes.identity import fingerprint
from tui_app.notes.identity.fingerprint import sketch

SMALL = 4
ANY = st.text(alphabet="ab Σσ1.,(—!’\u0301é漢字かハ\u3000\n\t 한", max_size=60)
WORD = re.compile(r"\w+")


@contextmanager
def small_pieces():
    """Have pieces of a few characters."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (text_pieces, characters):
            patch.setattr(module, "PIECE", SMALL)
        patch.setattr(text_pieces, "_SOME", SMALL)
        yield


@given(text=ANY)
def test_pieces_are_the_text(text):
    with small_pieces():
        assert "".join(pieces(text)) == text
        assert all(piece[:1].isspace() for piece in [*pieces(text)][1:])


@given(text=ANY)
def test_words_are_those_of_the_whole(text):
    with small_pieces():
        found = [word for some in words_of(text, WORD) for word in some]
        assert found == WORD.findall(text.lower())


@settings(max_examples=500)
@given(left=ANY, right=ANY)
def test_layout_is_folded_as_in_the_whole(left, right):
    with small_pieces():
        for text in (left, f"{left} {right}", f"{left}ab ab{right}"):
            assert fold_layout(text) == characters._fold(text)
        same = characters._fold(left) == characters._fold(right)
        assert same_but_for_space(left, right) == same
        assert same_but_for_space(f"a {left}", f"a  {left}")


@given(st.lists(st.text(alphabet="ab", max_size=3)), st.lists(st.text(max_size=3)))
def test_pieces_that_join_to_the_same_are_the_same(ours, theirs):
    assert same_joined(ours, theirs) == ("".join(ours) == "".join(theirs))
    assert same_joined(ours, ["".join(ours)])


def test_nothing_is_made_behind_the_first_difference():
    def never():
        yield "other"
        raise AssertionError

    assert not same_joined(["one", "more"], never())


@given(st.lists(st.integers(), max_size=20))
def test_some_and_some_more_are_all(numbers):
    with small_pieces():
        parts = list(some_of(numbers))
    assert [one for part in parts for one in part] == numbers
    assert all(0 < len(part) <= SMALL for part in parts)


WORDS = st.lists(st.sampled_from("abc"), max_size=30)


@given(left=WORDS, right=WORDS)
def test_triples_counted_by_numbers_are_those_of_the_words(left, right):
    assert character._counted_triples(left, right) == character._triples(left, right)


@given(text=ANY)
def test_a_sketch_is_that_of_the_whole(text):
    with small_pieces():
        here = sketch(text)
    assert here == sketch(text)


def long_line(words):
    return " ".join(
        f"word{number % 3001}, Other{number % 7}" for number in range(words)
    )


class Bounded:
    """A pattern that is not to see a long text."""

    def __init__(self, pattern):
        self._findall = re.compile(pattern).findall

    def findall(self, text):
        assert len(text) <= 2 * text_pieces.PIECE
        return self._findall(text)


def test_no_call_reads_a_whole_line_of_megabytes(monkeypatch):
    left, right = long_line(60_000), long_line(60_001)
    fold = characters._fold
    folded = []

    def noted(text):
        folded.append(len(text))
        return fold(text)

    monkeypatch.setattr(characters, "_fold", noted)
    monkeypatch.setattr(character, "_WORD", Bounded(character._WORD.pattern))
    monkeypatch.setattr(fingerprint, "_WORD", Bounded(fingerprint._WORD.pattern))
    assert not same_but_for_space(left, right)
    assert same_but_for_space(left, f"{left} ")
    assert len(folded) > 10
    assert max(folded) <= 2 * text_pieces.PIECE
    monkeypatch.setattr(character, "_triples", None)
    assert not pair_character(left, right, [(left, right)]).retelling
    assert sketch(left)


@pytest.mark.parametrize(
    "text",
    [
        long_line(60_000),
        "A first sentence that is long enough. " + long_line(60_000),
        "x" * 1_000_000,
        "A start," + " " * 5000 + "and its end: more words.",
    ],
)
def test_the_title_of_a_long_line_is_its_opening(text, monkeypatch):
    module = sys.modules[segment.__module__]
    monkeypatch.setattr(module, "_OPENING", len(text))
    whole = segment(text, None, "line").title
    monkeypatch.undo()
    read, one_line = [], module._one_line

    def noted(text, at):
        read.append(at[1] - at[0])
        return one_line(text, at)

    monkeypatch.setattr(module, "_one_line", noted)
    assert segment_extract(Extract(text), None, "line").title == whole
    assert read[0] <= 4000
