"""What is asked for: two texts, and others that the left one is read beside."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tui_app.review.request import Request

NAMES = ("b", "c", "d", "e")


def test_a_request_alone_is_a_ring_of_one():
    request = Request("a", "b")
    assert request.ring == ("b",)
    assert request.beside(1) == request


@given(st.lists(st.integers(-9, 9)))
def test_the_ring_stays_what_it_is_however_one_goes_round_it(steps):
    request = Request("a", "b").against_others(NAMES[1:])
    for step in steps:
        request = request.beside(request.at + step)
        assert request.ring == NAMES
        assert request.right == NAMES[request.at]
        assert request.right not in request.against
        assert request.left == "a"


def test_the_texts_themselves_and_names_given_twice_are_left_out(tmp_path: Path):
    names = [str(tmp_path / name) for name in "abcd"]
    again = [*names, *names, str(tmp_path / "." / "c")]
    request = Request(names[0], names[1]).against_others(again)
    assert request.ring == tuple(names[1:])


def test_a_link_to_a_text_is_that_text(tmp_path: Path):
    (tmp_path / "b").write_text("b")
    (tmp_path / "link").symlink_to(tmp_path / "b")
    left, right = str(tmp_path / "a"), str(tmp_path / "b")
    assert Request(left, right).against_others([str(tmp_path / "link")]).ring == (
        right,
    )


def test_addresses_are_told_apart_as_they_are_written():
    request = Request("a", "http://x/1").against_others(["http://x/1", "http://x/2"])
    assert request.against == ("http://x/2",)
