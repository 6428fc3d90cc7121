"""Passages too long to be compared at once."""

import random

import pytest

from tui_app.core.differences import long_passages
from tui_app.core.differences.row_differences import (
    READ_WHOLE,
    RowCollator,
    differences,
)
from tui_app.core.kinds import Kind
from tui_app.core.model import Document, Relation, Row, Unit

WORDS = ["the", "of", "and", "to", "in", "not", "must", "five", "China", "reports"]


def text_of(words, seed, extra=4000):
    """Words of grammar and names in a steady mixture."""
    chance = random.Random(seed)  # noqa: S311  # made-up texts, no secrets
    names = [f"name{number}" for number in range(extra)]
    return [chance.choice(WORDS if n % 2 else names) for n in range(words)]


def changed(words, share, seed=3):
    chance = random.Random(seed)  # noqa: S311  # made-up texts, no secrets
    return [chance.choice(WORDS) if chance.random() < share else w for w in words]


def outside(text, spans):
    rest, at = [], 0
    for span in sorted((one for one in spans if one), key=lambda one: one.start):
        assert span.start >= at
        rest.append(text[at : span.start])
        at = span.end
    return "".join("".join([*rest, text[at:]]).split())


def assert_right(left, right, found):
    assert outside(left, [one.left for one in found]) == outside(
        right, [one.right for one in found]
    )


@pytest.mark.parametrize("share", [0.0005, 0.05, 0.9])
def test_outside_the_differences_long_passages_are_equal(share):
    words = text_of(20_000, 1)
    left, right = " ".join(words), " ".join(changed(words, share))
    assert len(left) + len(right) > READ_WHOLE
    assert_right(left, right, differences(left, right))


def test_few_changes_in_a_long_passage_are_found_as_in_a_short_one():
    words = text_of(20_000, 1)
    other = list(words)
    words[5001], other[5001] = "five", "seven"
    found = differences(" ".join(words), " ".join(other))
    assert [one.kind for one in found] == [Kind.NUMBER]


AGAIN = "The mill was by the river, and the house had a garden. "
CHANGES = [
    ("Brown paid 5 euros", "Brown paid 7 euros", Kind.NUMBER),
    ("Mr. Brown paid", "Mr. Green paid", Kind.NAME),
    ("in May 1998", "in June 1998", Kind.DATE),
    ("The bell did not ring", "The bell did ring", Kind.NEGATION),
    ("They must leave", "They may leave", Kind.MODALITY),
]


@pytest.mark.parametrize(("left", "right", "kind"), CHANGES)
@pytest.mark.parametrize("before", [5, 360, 700])
def test_one_changed_fact_is_one_in_a_passage_that_repeats_itself(
    left, right, kind, before
):
    around = AGAIN * before, AGAIN * (720 - before)
    assert len(AGAIN) * 1440 > READ_WHOLE
    texts = [f"{around[0]}So. {one}. {around[1]}" for one in (left, right)]
    assert [one.kind for one in differences(*texts)] == [kind]


def test_all_changed_facts_are_in_a_passage_that_repeats_itself():
    texts = [
        "".join(f"{AGAIN * 200}{one[side]}. " for one in CHANGES) for side in (0, 1)
    ]
    assert len("".join(texts)) > READ_WHOLE
    found = differences(*texts)
    assert [one.kind for one in found] == [kind for _, _, kind in CHANGES]
    there = {(one.left, one.right) for one in found}
    back = {(one.right, one.left) for one in differences(*reversed(texts))}
    assert there == back


def test_exchanging_the_sides_mirrors_long_passages():
    words = text_of(20_000, 1)
    left, right = " ".join(words), " ".join(changed(words[300:], 0.2))
    there = {(one.left, one.right) for one in differences(left, right)}
    back = {(one.right, one.left) for one in differences(right, left)}
    assert there == back


def test_a_passage_without_words_to_hold_on_to_is_one_difference():
    left, right = "yes " * 12_000 + "no", "yes " * 13_000 + "maybe"
    found = differences(left, right)
    assert_right(left, right, found)
    assert len(found) == 1


@pytest.mark.parametrize("bound", ["_MOST_SEARCHED", "_BITS"])
def test_a_passage_of_more_than_can_be_searched_is_one_difference(bound, monkeypatch):
    monkeypatch.setattr(long_passages, bound, 10)
    words = text_of(20_000, 1)
    left, right = " ".join(words), " ".join(changed(words, 0.1))
    found = differences(left, right)
    assert_right(left, right, found)
    assert len(found) == 1


def test_a_line_of_megabytes_is_told_word_by_word():
    words = text_of(150_000, 1)
    left, right = " ".join(words), " ".join(changed(words, 0.1))
    found = differences(left, right)
    assert_right(left, right, found)
    assert max(one.left.end - one.left.start for one in found if one.left) < 500


def test_groups_of_pieces_are_kept_apart():
    towns = [f"Town{number}" for number in range(900)]
    left = " ".join(
        f"After the long voyage he came to {one} and stayed." for one in towns
    )
    right = " ".join(
        f"He came to {one} and stayed after the long voyage." for one in towns
    )
    found = differences(left, right)
    assert_right(left, right, found)
    tied = {}
    for one in found:
        if one.group is not None:
            tied.setdefault(one.group, []).append(one)
    assert tied
    assert max(len(ends) for ends in tied.values()) == 2


def test_text_without_spaces_is_held_by_its_characters():
    chance = random.Random(5)  # noqa: S311  # made-up texts, no secrets
    left = [chr(0x4E00 + chance.randrange(3000)) for _ in range(40_000)]
    right = list(left)
    right[9000] = "\u4e8c" if left[9000] != "\u4e8c" else "\u4e09"
    found = differences("".join(left), "".join(right))
    assert sum(one.left.end - one.left.start for one in found if one.left) <= 3


def test_a_long_row_has_its_differences_at_the_places_of_the_documents():
    words = text_of(20_000, 1)
    texts = ["Before. " + " ".join(words), " ".join(changed(words, 0.01))]
    left, right = (
        Document(text, None, "", "line", (Unit(start, len(text), 0),))
        for text, start in zip(texts, (8, 0), strict=True)
    )
    row = Row((0,), (0,), Relation.CHANGED, 0.9, moved=False)
    found = RowCollator(left, right).differences(row)
    assert outside(texts[0], [one.left for one in found]).removeprefix(
        "Before."
    ) == outside(texts[1], [one.right for one in found])
