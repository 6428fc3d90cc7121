"""Which word answers which."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.collation.collate import collate
from tui_app.core.collation.collation import How
from tui_app.core.differences.row_differences import differences

IN_SEQUENCE = (How.EQUAL, How.NEAR)
WORDS = ["the", "of", ",", ".", "he", "him", "visit", "visits", "five", "5", "中", "国"]
passages = st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join)


def answers(left, right):
    """Pairs of words that answer each other, and how."""
    found = collate(left, right)
    return [
        (found.left.words[one.left].text, found.right.words[one.right].text, one.how)
        for one in found.matches
    ]


@given(passages, passages)
@settings(deadline=None, max_examples=80)
def test_every_token_is_in_a_gap_or_matched_in_sequence(left, right):
    found = collate(left, right)
    for tokens, side in ((found.left, "left"), (found.right, "right")):
        gaps = {n for gap in found.gaps for n in range(*getattr(gap, side))}
        steady = {getattr(m, side) for m in found.matches if m.how in IN_SEQUENCE}
        assert gaps | steady == set(range(len(tokens)))
        assert not gaps & steady


@given(passages, passages)
@settings(deadline=None, max_examples=80)
def test_matches_are_one_to_one_and_those_in_sequence_never_cross(left, right):
    found = collate(left, right)
    assert len({one.left for one in found.matches}) == len(found.matches)
    assert len({one.right for one in found.matches}) == len(found.matches)
    steady = [one.right for one in found.matches if one.how in IN_SEQUENCE]
    assert steady == sorted(steady)
    partners = {one.left: one.right for one in found.matches}
    others = {one.right: one.left for one in found.matches}
    ways = {one.left: one.how for one in found.matches}
    left_numbers, right_numbers = range(len(found.left)), range(len(found.right))
    assert list(found.of_left) == [partners.get(i, -1) for i in left_numbers]
    assert list(found.of_right) == [others.get(j, -1) for j in right_numbers]
    assert list(found.how) == [ways.get(i) for i in left_numbers]


def test_a_long_run_beats_scattered_words():
    found = answers(
        "he met the head of the office and of the court and left",
        "the head of the office and of the court met the others",
    )
    kept = " ".join(left for left, _, how in found if how is How.EQUAL)
    assert kept.startswith("the head of the office and of the court")


def test_what_moved_is_found_with_its_neighbours():
    found = answers(
        "Last week in Geneva the two ministers signed the long awaited treaty.",
        "The two ministers signed the long awaited treaty last week in Geneva.",
    )
    assert [left for left, _, how in found if how is How.MOVED] == [
        "Last",
        "week",
        "in",
        "Geneva",
    ]


def test_forms_and_figures_and_synonyms_find_each_other_out_of_order():
    found = answers(
        "five delegates told reporters that the visits had begun well enough",
        "that the trip began rather badly was stated by 5 delegates at home",
    )
    pairs = {(left, right) for left, right, _ in found}
    assert {("five", "5"), ("visits", "trip"), ("begun", "began")} <= pairs
    assert ("told", "stated") in pairs


def test_in_a_long_change_only_its_ends_are_paired_if_they_fit_very_well():
    found = answers(
        "We met quickly under old trees behind our red barn there.",
        "We met slowly, without umbrellas, amid heavy rain, hail, storms there.",
    )
    paired = [one for one in found if one[2] is How.PAIRED]
    assert paired == [("quickly", "slowly", How.PAIRED)]


def test_a_pronoun_stands_for_a_name_but_an_article_for_no_noun():
    assert ("He", "Li", How.PAIRED) in answers("He came home.", "Li came home.")
    found = answers("They saw the old houses there.", "They saw houses of stone there.")
    assert ("the", "stone") not in {(left, right) for left, right, _ in found}


def test_long_and_hopeless_passages_are_answered():
    chance = random.Random(7)  # noqa: S311  # made-up words, no secrets
    letters = "abcdefghij"
    one, other = (
        " ".join("".join(chance.sample(letters, 3)) for _ in range(3_000))
        for _ in range(2)
    )
    assert differences(one, other)
    one, other = (" ".join(chance.choices(WORDS[:6], k=3_000)) for _ in range(2))
    assert differences(one, other)


def test_a_word_repeated_endlessly_is_matched_in_step():
    found = differences("x " + "的" * 3_000, "的" * 3_000 + " y")
    assert len(found) <= 2
