"""What holds for the facts of any two passages."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui_app.core.collation.collate import collate
from tui_app.core.facts.evidence import evidence_of
from tui_app.core.facts.fact_rules import find_facts
from tui_app.core.kinds import FACTS

VOCABULARY = (
    "five half a third of two thirds 1,000 1.000,5 3-1 1/0 -5 1990s 17th more than at "
    "least over million dozens all not few some per cent % $ € km degrees May 28 2022 "
    "late Monday yesterday last week p.m. half past noon the quarter century every day "
    "Ma Zhaoxu Bachelet Berlin German U.S. Jean-Claude Office (OFO) The said found "
    "believe must may allegedly expected to never no n't without unsafe safe failed "
    "\" “ ” ' ‘ ’ „ , . ; : — ( ) visit his sister minister foreign 中 国 день été 👍🏽"
)
passages = st.lists(st.sampled_from(VOCABULARY.split()), max_size=30).map(" ".join)
quick = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@quick
@given(passages, passages)
def test_facts_are_words_of_the_passages_and_never_overlap(left, right):
    collation = collate(left, right)
    taken = set()
    for fact in find_facts(collation, evidence_of(left, right)).facts:
        assert fact.kind in FACTS
        assert fact.left or fact.right
        for side, stretch, tokens in (
            ("left", fact.left, collation.left),
            ("right", fact.right, collation.right),
        ):
            if stretch is None:
                continue
            assert 0 <= stretch.start < stretch.end <= len(tokens)
            words = {(side, number) for number in range(*stretch)}
            assert taken.isdisjoint(words)
            taken |= words


@quick
@given(passages)
def test_a_passage_and_itself_have_no_facts(passage):
    collation = collate(passage, passage)
    assert find_facts(collation, evidence_of(passage, passage)).facts == []
