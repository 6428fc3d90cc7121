"""Values cancel and are paired as a look at every pair would, but without it."""

import random
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.collation.collate import collate
from tui_app.core.differences.row_differences import differences
from tui_app.core.facts.cancelling import MOST_COMPARED, cancel, paired
from tui_app.core.facts.names import unmatched_names as names
from tui_app.core.facts.passage import Mention, Sides, passages_of
from tui_app.core.facts.quotations import quotations

MANY = 1_500


@st.composite
def laid_out(draw):
    """Two passages, who answers whom, the gaps, and mentions on both sides."""
    sizes = draw(st.integers(1, 9)), draw(st.integers(1, 9))
    partner = [-1] * sizes[0]
    for left, right in draw(
        st.lists(st.tuples(*(st.integers(0, size - 1) for size in sizes)), max_size=6)
    ):
        if partner[left] < 0 and right not in partner:
            partner[left] = right
    sides = Sides(
        *(
            SimpleNamespace(
                words=("word",) * size,
                written=[SimpleNamespace(content=draw(st.booleans()))] * size,
                gap=draw(st.lists(st.integers(-1, 2), min_size=size, max_size=size)),
                partner=partner,
            )
            for size in sizes
        )
    )
    return sides, draw(mentions(sizes[0])), draw(mentions(sizes[1]))


@st.composite
def mentions(draw, size):
    found, at = [], 0
    while at < size:
        end = draw(st.integers(at, size))
        if end > at:
            found.append(Mention(at, end, draw(st.integers(0, 4)), draw(st.booleans())))
        at = end + 1
    return found


def by_looking_at_all(left, right, near, same):
    """Take for each mention the first that is near and the same."""
    rest, others, pairs = [], list(right), []
    for one in left:
        other = next(
            (o for o in others if near(one, o) and same(one.value, o.value)), 0
        )
        if other:
            others.remove(other)
            pairs.append((one, other))
        else:
            rest.append(one)
    return rest, others, pairs


def same_gap(sides, one, other):
    gaps = set(sides.left.gap[one.start : one.end]) - {-1}
    return not gaps.isdisjoint(sides.right.gap[other.start : other.end])


def close(one, other):
    return abs(one - other) <= 1


@given(laid_out())
def test_the_first_that_fits_cancels(given_):
    sides, left, right = given_

    def same_place(one, other):
        return same_gap(sides, one, other) or sides.same_frame(one, other)

    rest, others = left, right
    for near in (sides.linked, same_place, lambda *_: True):
        rest, others, _ = by_looking_at_all(rest, others, near, close)
    assert cancel(sides, left, right, close, lambda value: value) == (rest, others)


@given(laid_out())
def test_the_first_in_one_place_is_paired(given_):
    sides, left, right = given_

    def in_one_gap(one, other):
        return same_gap(sides, one, other)

    rest, others, expected = left, right, []
    for near in (sides.linked, in_one_gap, sides.same_frame):
        rest, others, found = by_looking_at_all(rest, others, near, lambda *_: True)
        expected += found
    assert paired(sides, left, right, lambda *_: False) == expected


def in_one_gap(values):
    """Return as many mentions of one word each, nothing of them answered."""
    passage = SimpleNamespace(
        words=("word",) * len(values),
        written=[SimpleNamespace(content=True)] * len(values),
        gap=[0] * len(values),
        partner=[-1] * len(values),
    )
    return passage, [Mention(at, at + 1, value) for at, value in enumerate(values)]


def test_of_very_many_values_few_are_compared():
    asked = []
    left, here = in_one_gap(range(MANY))
    right, there = in_one_gap(range(MANY, 2 * MANY))
    rest, others = cancel(
        Sides(left, right), here, there, lambda *both: asked.append(both), lambda v: v
    )
    assert (rest, others) == (here, there)
    assert len(asked) <= MOST_COMPARED


def test_very_many_values_cancel_where_they_are_given_alike():
    left, here = in_one_gap(range(MANY))
    right, there = in_one_gap(range(MANY)[::-1])
    found = cancel(Sides(left, right), here, there, int.__eq__, lambda value: value)
    assert found == ([], [])


def syllables(number):
    """Spell a number below 676 in letters, no two alike."""
    return "".join(chr(97 + part) for part in divmod(number, 26))


def shuffled(words):
    return random.Random(1).sample(words, len(words))  # noqa: S311  # no secret


@pytest.mark.parametrize(
    "words",
    [
        [str(number) for number in range(1_000, 1_000 + MANY)],
        [
            f"Nam{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}a{n // 676}"
            for n in range(400)
        ],
        [f"1{n:03}-{1 + n % 12:02}-{1 + n % 28:02}" for n in range(600)],
    ],
    ids=["numbers", "names", "dates"],
)
def test_a_long_list_in_another_order_holds_no_fact(facts, words):
    assert facts(" ".join(words), " ".join(shuffled(words))) == []


def test_of_very_many_names_few_are_compared(monkeypatch):
    asked = []
    monkeypatch.setattr(names, "same_name", lambda *both: asked.append(both))
    sides = [
        ", ".join(f"{start}{syllables(n)}ing" for n in range(500))
        for start in ("Wolf", "Wolk")
    ]
    differences("We saw " + sides[0], "We saw " + sides[1])
    assert 0 < len(asked) <= 2 * MOST_COMPARED


def test_a_negator_in_a_place_told_all_anew_is_no_fact(facts):
    ours = " ".join(f"wort{n}" for n in range(300))
    theirs = " ".join(f"glas{n}" for n in range(300))
    left = f"They did not sign {ours}. It was late."
    right = f"He {theirs} to sign. It was late."
    assert facts(left, right) == []
    assert facts("They did not sign. It was late.", "They did sign. It was late.")


def test_quotations_that_only_end_are_few():
    """Each would reach back to the beginning: their words would be read again."""
    marked = "so they all went home” " * MANY
    passage = passages_of(collate(marked, marked + "too"))[0]
    assert sum(one.end - one.start for one in quotations(passage)) < len(marked)
