"""What stands alone but is a part of its neighbour's counterpart is joined to it."""

from __future__ import annotations

import pytest

from tui_app.core.model import Constraints

TRAIN = (
    "It was a long way to the station and the children were tired, so that when "
    "the train came at last nobody had any wish to sing."
)


@pytest.mark.parametrize("inside", ["57", "THE RAILWAY YEARS 57", "Photo: A. Berg"])
def test_what_stands_inside_a_sentence_does_not_tear_it(links, inside):
    at = TRAIN.index(" the train came")
    torn = [TRAIN[:at], inside, TRAIN[at + 1 :], "They slept until noon."]
    whole = [TRAIN, "They slept until noon."]
    assert links(torn, whole) == [(0, 0), (2, 0), (3, 1)]
    assert links(whole, torn) == [(0, 0), (0, 2), (1, 3)]


def test_a_page_number_before_a_name_or_within_a_word_does_not_tear_it(links):
    whole = "They had asked for the help of Captain Holm, who knew the reefs well."
    for end in ("help of", "Captain Ho", "knew the"):
        cut = whole.index(end) + len(end)
        hyphen = "-" if whole[cut].isalpha() else ""
        torn = [whole[:cut] + hyphen, "12", whole[cut:].strip(), "He came."]
        assert links(torn, [whole, "He came."]) == [(0, 0), (2, 0), (3, 1)]


def test_a_sentence_that_is_alone_is_not_joined_to_a_copy(story, links):
    left = story(12)
    right = left[:5] + left[6:]
    assert 5 not in {i for i, _ in links(left, right)}


def test_a_sentence_that_a_longer_counterpart_has_room_for_is_joined(story, links):
    left = story(40)
    right = [f"{line} {line.split()[0]}" for line in left]
    left[20:21] = [left[20], "So few."]
    right[20] = f"{left[20][:-1]}, as many as nobody could have counted in a year."
    assert (21, 20) in links(left, right)


def test_where_much_is_alone_a_short_sentence_stays_so(story, links):
    left = story(40)
    right = [line for n, line in enumerate(left) if n % 8]
    right[20] += " And as many as nobody could have counted in a year."
    assert not set(range(0, 40, 8)) & {i for i, _ in links(left, right)}


def test_what_is_parted_by_hand_is_not_joined(links):
    at = TRAIN.index(" the train came")
    torn = [TRAIN[:at], "57", TRAIN[at + 1 :], "They slept until noon."]
    whole = [TRAIN, "They slept until noon."]
    parted = Constraints(parted=frozenset({(2, 0)}))
    assert (2, 0) not in links(torn, whole, parted)
