"""What is remembered of a pair of texts may be asked for by two threads at once.

An alignment nobody waits for any more runs on until its next report, beside the
next one of the same texts.
"""

from __future__ import annotations

import random
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from tui_app.core.align import align
from tui_app.core.align.articles.weighed_texts import weigh_texts
from tui_app.core.model import Constraints


@pytest.fixture
def pair():
    return weigh_texts(["The king rode."], ["The king rode away."])


@pytest.fixture
def _many_switches():
    """Let threads take turns as often as they can."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def test_what_is_known_at_a_cost_asked_for_again_and_again_is_kept(pair):
    first = pair.steps_at(0.7)
    for cost in (0.5, 0.6, 0.8, 0.9, 1.0):
        pair.steps_at(cost)
        assert pair.steps_at(0.7) is first


def test_what_is_known_at_costs_not_asked_for_any_more_is_forgotten(pair):
    first = pair.steps_at(0.7)
    for cost in (0.5, 0.6, 0.8):
        pair.steps_at(cost)
    assert pair.steps_at(0.7) is not first


@pytest.mark.usefixtures("_many_switches")
def test_threads_may_ask_at_other_costs_at_once(pair):
    def ask(seed):
        dice = random.Random(seed)  # noqa: S311  # costs, not secrets
        return [type(pair.steps_at(dice.randrange(9))) for _ in range(50_000)]

    with ThreadPoolExecutor(4) as threads:
        for found in threads.map(ask, range(4)):
            assert set(found) == {dict}


@pytest.mark.usefixtures("_many_switches")
def test_two_alignments_at_once_find_what_each_would_alone(story, document):
    text = [" ".join(story(2, seed)) for seed in range(30)]
    halves = [half for unit in text[6:] for half in (unit[:60], unit[60:])]
    left, right = document(text), document([*halves, *text[:6]])
    settled = [
        Constraints((((n,), (2 * n + 5,)),), frozenset({(n + 9, 2 * n + 6)}))
        for n in range(8)
    ]

    def alone(constraints):
        align(document(story(4, 4)), document(story(4, 5)), Constraints())  # forgets
        return align(left, right, constraints)

    expected = [alone(constraints) for constraints in settled]
    with ThreadPoolExecutor(4) as threads:
        found = threads.map(lambda n: align(left, right, settled[n % 8]), range(32))
        assert list(found) == expected * 4
