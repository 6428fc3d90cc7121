"""Three versions: each change is told as new, taken back, changed again or kept."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.comparison import compare_texts
from tui_app.core.from_base.base_text import remark_on_base
from tui_app.core.from_base.changes_from_base import ChangesFromBase
from tui_app.core.from_base.told_from_base import FromBase, words_told

NEW, BACK = FromBase.NEW, FromBase.TAKEN_BACK
AGAIN, KEPT = FromBase.CHANGED_AGAIN, FromBase.KEPT

HEAD = "The council met on Monday in the old hall by the river. "
TAIL = " Nobody in the gallery said a word until the lights went out."


def changes(base, left, right):
    return ChangesFromBase(
        compare_texts(left, right),
        compare_texts(base, left),
        compare_texts(base, right),
    )


def told(base, left, right):
    """Return (status, words of B, words of C, words of A) of each change, and kept."""
    found = changes(base, left, right)
    pair, a = found.pair, found.base.text
    for number, row in enumerate(pair.rows):
        of_row = found.of_row(number)
        differences = pair.differences(number) if row.left and row.right else ()
        for one, its in zip(differences, of_row.differences, strict=True):
            left_words = left[slice(*one.left)] if one.left else ""
            right_words = right[slice(*one.right)] if one.right else ""
            yield its.status, left_words, right_words, words_told(a, its.base)
        for kept in of_row.kept:
            three = (left, kept.left), (right, kept.right), (a, kept.base)
            yield KEPT, *(text[slice(*span)].strip() for text, span in three)
        if of_row.whole:
            words = words_told(a, of_row.whole.base)
            yield of_row.whole.status, "left" * bool(row.left), "", words


def in_hall(words):
    return HEAD + f"It voted {words} the plan for the bridge." + TAIL


def test_a_change_where_both_versions_before_agree_is_new():
    assert [*told(in_hall("for"), in_hall("for"), in_hall("against"))] == [
        (NEW, "for", "against", "")
    ]


def test_words_of_the_base_again_are_taken_back():
    assert [*told(in_hall("for"), in_hall("against"), in_hall("for"))] == [
        (BACK, "against", "for", "for")
    ]


def test_words_that_none_of_the_two_has_are_changed_again():
    assert [*told(in_hall("for"), in_hall("against"), in_hall("about"))] == [
        (AGAIN, "against", "about", "for")
    ]


def test_what_stays_as_it_was_changed_is_kept_with_its_places():
    assert [*told(in_hall("for"), in_hall("against"), in_hall("against"))] == [
        (KEPT, "against", "against", "for")
    ]


def test_words_left_out_and_put_in_again_are_taken_back():
    without = HEAD + "It voted for the bridge." + TAIL
    whole = HEAD + "It voted for the new steel bridge." + TAIL
    assert [one[0] for one in told(whole, without, whole)] == [BACK]
    assert [one[0] for one in told(without, whole, without)] == [BACK]
    assert [one[0] for one in told(whole, without, without)] == [KEPT]


def test_neighbours_are_told_apart():
    base = HEAD + "The small dog ran home." + TAIL
    left = HEAD + "The large dog ran home." + TAIL
    right = HEAD + "The large dog walked home." + TAIL
    assert sorted(told(base, left, right)) == sorted(
        [(NEW, "ran", "walked", ""), (KEPT, "large", "large", "small")]
    )


def test_a_word_beside_one_that_is_kept_is_new():
    base, left, right = (
        in_hall(words) for words in ("for", "against", "against, loudly,")
    )
    statuses = [one[0] for one in told(base, left, right)]
    assert set(statuses) == {NEW, KEPT}


def test_of_two_equal_words_either_may_be_the_one_that_went():
    base = HEAD + "It was very very cold in the hall that day." + TAIL
    left = HEAD + "It was very cold in the hall that day." + TAIL
    assert [one[0] for one in told(base, left, base)] == [BACK]


LONE = " A heron watched all of it from the weir without moving a feather."


def test_whole_passages_are_told_by_what_the_base_has():
    with_it, without = in_hall("for") + LONE, in_hall("for")
    assert [one[0] for one in told(without, without, with_it)] == [NEW]
    assert [one[0] for one in told(with_it, without, with_it)] == [BACK]
    assert [one[0] for one in told(with_it, with_it, without)] == [NEW]
    assert [one[0] for one in told(without, with_it, without)] == [BACK]
    assert [one[0] for one in told(with_it, without, without)] == [KEPT]
    assert [one[0] for one in told(without, with_it, with_it)] == [KEPT]


def test_a_passage_that_was_changed_and_is_gone_was_changed_again():
    changed = LONE.replace("from the weir", "from the bridge")
    base, left = in_hall("for") + LONE, in_hall("for") + changed
    assert [one[0] for one in told(base, left, in_hall("for"))] == [AGAIN]


def test_a_passage_that_comes_back_in_other_words_was_changed_again():
    other = LONE.replace("from the weir", "from the bridge")
    base, right = in_hall("for") + LONE, in_hall("for") + other
    found = [*told(base, in_hall("for"), right)]
    assert [one[0] for one in found] == [AGAIN]
    assert "from the weir" in found[0][3]


MOVING = [
    "The mayor opened the meeting with a long report on the flood.",
    "Farmers from the valley asked for money to mend their dikes.",
    "A teacher spoke about the school that had lost its roof.",
    "The treasurer warned that the coffers were nearly empty.",
    "At midnight the members agreed to meet again in a week.",
    "Snow had begun to fall when the last of them went home.",
]


def test_a_move_is_told_like_any_other_change():
    base = " ".join(MOVING)
    moved = " ".join([*MOVING[2:], *MOVING[:1], *MOVING[1:2]])

    def moves(*texts):
        found = changes(*texts)
        told = (found.of_row(row).moved for row in range(len(found.pair.rows)))
        return {one for one in told if one}

    assert moves(base, base, moved) == {NEW}
    assert moves(base, moved, base) == {BACK}
    assert moves(base, moved, moved) == {KEPT}


def test_it_is_said_where_the_base_tells_nothing():
    base, other = in_hall("for"), in_hall("against")
    assert "all changes are new" in remark_on_base(changes(base, base, other))
    assert "all changes are taken back" in remark_on_base(changes(base, other, base))
    unlike = "Pears and plums grow well behind the house of my aunt in Kent."
    assert "only 0% of the left" in remark_on_base(changes(unlike, base, other))
    assert not remark_on_base(changes(base, other, in_hall("about")))


def test_nothing_is_told_of_empty_texts():
    assert not [*told("", "", "")]
    assert [one[0] for one in told("", "", "A line.")] == [NEW]
    assert [one[0] for one in told("A line.", "", "A line.")] == [BACK]


WORDS = ["the", "a", "cat", "dog", "ran", "to", "of", "house", "five", "six", "green"]
WORDS += ["sun", "river", "paper", "said", "never", "London", "Ann", "must", "may"]
OTHERS = ["bread", "moon", "seven", "Peter", "often", "hill"]
sentences = st.lists(st.sampled_from(WORDS), min_size=4, max_size=12).map(
    lambda words: " ".join(words).capitalize() + "."
)
texts = st.lists(sentences, min_size=1, max_size=5)


@st.composite
def edited(draw, text):
    rng = random.Random(draw(st.integers(0, 10**6)))  # noqa: S311
    found = [" ".join(edited_words(one.rstrip(".").split(), rng)) for one in text]
    found = [one + "." for one in found]
    if len(found) > 1 and rng.random() < 0.3:
        del found[rng.randrange(len(found))]
    if rng.random() < 0.3:
        found.insert(rng.randrange(len(found) + 1), LONE.strip())
    return found


def edited_words(words, rng):
    for _ in range(rng.randint(0, 2)):
        at, other = rng.randrange(len(words)), rng.choice(OTHERS)
        way = rng.choice(["other", "more", "less"])
        if way == "other":
            words[at] = other
        elif way == "more":
            words.insert(at, other)
        elif len(words) > 2:
            del words[at]
    return words


def statuses(found):
    for number in range(len(found.pair.rows)):
        of_row = found.of_row(number)
        yield from (one.status for one in of_row.differences)
        yield from (one.status for one in [of_row.whole] if one)
        yield from (one for one in [of_row.moved] if one)
        yield from (KEPT for _ in of_row.kept)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_two_versions_that_are_one_leave_one_status(data):
    first = data.draw(texts)
    one, other = " ".join(first), " ".join(data.draw(edited(first)))
    assert set(statuses(changes(one, one, other))) <= {NEW}
    assert set(statuses(changes(one, other, one))) <= {BACK}
    assert set(statuses(changes(one, other, other))) <= {KEPT}


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_difference_is_told_and_its_words_are_in_the_base(data):
    first = data.draw(texts)
    second = data.draw(edited(first))
    third = data.draw(edited(second))
    found = changes(*(" ".join(text) for text in (first, second, third)))
    base = found.base.text
    for number, row in enumerate(found.pair.rows):
        of_row = found.of_row(number)
        both = row.left and row.right
        count = len(found.pair.differences(number)) if both else 0
        assert len(of_row.differences) == count
        assert (of_row.whole is None) == bool(both)
        spans = [span for one in of_row.differences for span in one.base]
        spans += [span for kept in of_row.kept for span in [kept.base]]
        assert all(0 <= start <= end <= len(base) for start, end in spans)
