"""Small differences count or not as the user says; facts always do."""

import pytest

from tui_app.core.counting import EVERYTHING, Counting
from tui_app.core.kinds import Kind
from tui_app.core.model import Difference, Document, Span

OFF = Counting(case=False, punctuation=False, typographic_quotes=False, accents=False)


def counted(counting, left, right, kind=Kind.SPELLING):
    documents = [Document(t, None, "", "sentence", ()) for t in (left, right)]
    spans = [Span(0, len(text)) if text else None for text in (left, right)]
    return counting.counts(Difference(kind, *spans), *documents)


PAIRS = [
    ("case", "Human", "human", Kind.CASE),
    ("punctuation", "well, then", "well then", Kind.PUNCTUATION),
    ("punctuation", "", ",", Kind.PUNCTUATION),
    ("typographic_quotes", "“said”", '"said"', Kind.PUNCTUATION),
    ("typographic_quotes", "China’s", "China's", Kind.SPELLING),
    ("accents", "café", "cafe", Kind.SPELLING),
    ("accents", "Ü", "U\u0308", Kind.SPELLING),
]


@pytest.mark.parametrize(("switch", "left", "right", "kind"), PAIRS)
def test_each_switch_takes_its_own_differences_out_of_the_count(
    switch, left, right, kind
):
    assert counted(EVERYTHING, left, right, kind)
    assert not counted(Counting(**{switch: False}), left, right, kind)
    assert not counted(OFF, left, right, kind)


@pytest.mark.parametrize(("switch", "left", "right", "kind"), PAIRS)
def test_no_switch_takes_more_than_its_own(switch, left, right, kind):
    others = {"case", "accents"} - {switch}
    assert counted(Counting(**dict.fromkeys(others, False)), left, right, kind)


def test_other_words_always_count():
    assert counted(OFF, "said", "noted", Kind.WORDING)
    assert counted(OFF, "", "more", Kind.ADDED)


def test_words_that_moved_count_and_marks_that_moved_do_not():
    assert counted(OFF, "In May", "in May", Kind.ORDER)
    assert counted(Counting(case=False), "visit", "visit", Kind.ORDER)
    assert not counted(OFF, ",", ",", Kind.ORDER)


def test_facts_always_count():
    assert counted(OFF, "Polish", "polish", Kind.NAME)


HUSHED = Counting(silenced=frozenset({("few", "many"), ("", "the"), Kind.DATE}))


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("few", "many", Kind.NUMBER),
        ("many", "few", Kind.NUMBER),
        ("MANY", "Few", Kind.WORDING),
        ("The", "", Kind.REMOVED),
        ("", "the", Kind.ADDED),
        ("Monday", "Tuesday", Kind.DATE),
    ],
)
def test_a_silenced_pair_and_kind_do_not_count_whichever_side_they_stand_on(
    left, right, kind
):
    assert counted(EVERYTHING, left, right, kind)
    assert not counted(HUSHED, left, right, kind)


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("few", "most", Kind.NUMBER),
        ("few boats", "many boats", Kind.NUMBER),
        ("", "few", Kind.NUMBER),
        ("Human", "human", Kind.CASE),
        ("", ",", Kind.PUNCTUATION),
    ],
)
def test_other_words_and_kinds_count_though_some_are_silenced(left, right, kind):
    assert counted(HUSHED, left, right, kind)


def test_what_is_switched_off_stays_off_beside_silences():
    hushed = OFF._replace(silenced=HUSHED.silenced)
    assert not counted(hushed, "Human", "human", Kind.CASE)
    assert counted(hushed, "Human", "Inhuman", Kind.WORDING)
