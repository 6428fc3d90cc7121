"""What the article engine promises for any two texts."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui_app.core.align import align
from tui_app.core.model import Alignment, Constraints
from tui_app.core.segmentation import segment

NONE = Constraints()
few = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
words = st.sampled_from(
    [
        "the",
        "a",
        "old",
        "king",
        "rode",
        "to",
        "town.",
        "Rain;",
        "fell",
        "1",
        "2",
        "日",
        "本",
        "¿",
        "—",
        "من",
    ]
)
line = st.lists(words, min_size=1, max_size=8).map(" ".join)
lines = st.lists(line, max_size=8)
seeds = st.integers(1, 10_000)


@few
@given(lines, lines)
def test_every_unit_is_in_one_bead_at_most(document, left, right):
    found = align(document(left), document(right), NONE)
    for side, count in (("left", len(left)), ("right", len(right))):
        units = [unit for bead in found.beads for unit in getattr(bead, side)]
        assert len(units) == len(set(units))
        assert set(units) <= set(range(count))


@few
@given(lines, lines)
def test_beads_hold_links_and_every_linked_pair_of_units_has_one_link(
    document, left, right
):
    found = align(document(left), document(right), NONE)
    links = [(link.left, link.right) for link in found.links]
    assert links == sorted(set(links))
    assert all(0 <= link.score <= 1 for link in found.links)
    for bead in found.beads:
        assert {i for i, j in links if j in bead.right} >= set(bead.left)
        assert {j for i, j in links if i in bead.left} >= set(bead.right)


@few
@given(lines, lines)
def test_swapping_the_texts_mirrors_the_alignment(document, left, right):
    one = align(document(left), document(right), NONE)
    other = align(document(right), document(left), NONE)
    assert {(link.left, link.right, link.score) for link in one.links} == {
        (link.right, link.left, link.score) for link in other.links
    }
    assert {(bead.left, bead.right) for bead in one.beads} == {
        (bead.right, bead.left) for bead in other.beads
    }


@few
@given(lines)
def test_identical_texts_give_the_identity(document, left):
    found = align(document(left), document(left), NONE)
    identity = [(number, number) for number in range(len(left))]
    assert [(link.left, link.right) for link in found.links] == identity
    assert [(bead.left, bead.right) for bead in found.beads] == [
        ((i,), (j,)) for i, j in identity
    ]


@few
@given(lines)
def test_a_text_against_nothing_gives_nothing(document, left):
    assert align(document(left), document([]), NONE) == Alignment((), ())
    assert align(document([]), document(left), NONE) == Alignment((), ())


@few
@given(seeds, st.integers(0, 30), st.integers(1, 8))
def test_dropping_a_passage_unlinks_just_it(story, links, seed, start, count):
    text = story(40, seed)
    kept = [n for n in range(40) if not start <= n < start + count]
    found = links(text, [text[n] for n in kept])
    assert found == [(left, right) for right, left in enumerate(kept)]


@few
@given(seeds, st.integers(0, 18), st.integers(2, 6), st.integers(0, 10))
def test_a_moved_passage_keeps_its_links(story, links, seed, start, count, target):
    text = story(40, seed)
    rest = [n for n in range(40) if not start <= n < start + count]
    at = min(len(rest), start + count + target)
    order = [*rest[:at], *range(start, start + count), *rest[at:]]
    found = links(text, [text[n] for n in order])
    assert found == sorted((left, right) for right, left in enumerate(order))


@few
@given(seeds, st.lists(st.integers(1, 3), min_size=8, max_size=12))
def test_sentences_run_together_are_linked_with_all_their_parts(
    story, links, seed, sizes
):
    text = story(sum(sizes), seed)
    joined, expected, at = [], [], 0
    for number, size in enumerate(sizes):
        joined.append(" ".join(text[at : at + size]))
        expected += [(left, number) for left in range(at, at + size)]
        at += size
    assert links(text, joined) == expected


def test_unrelated_texts_have_no_counterparts(story, links):
    assert links(story(30, 1), [line.upper()[::-1] for line in story(30, 2)]) == []


@pytest.mark.parametrize("seed", ["0", "1"])
def test_hash_order_changes_nothing(seed, story, links):
    program = (
        "import json, sys\n"
        "from tui_app.core.align import align\n"
        "from tui_app.core.model import Constraints\n"
        "from tui_app.core.segmentation import segment\n"
        "texts = json.loads(sys.argv[1])\n"
        "left, right = (segment(one, None, 'line') for one in texts)\n"
        "found = align(left, right, Constraints())\n"
        "print([(link.left, link.right) for link in found.links])"
    )
    text = story(30)
    texts = ["\n".join(text), "\n".join(text[20:] + text[:12] + story(6, 9))]
    found = subprocess.run(
        [sys.executable, "-c", program, json.dumps(texts)],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    here = links(*(segment(one, None, "line") for one in texts))
    assert found.stdout.strip() == str(here)


def test_what_the_report_raises_ends_the_work(story, document):
    class StopError(Exception):
        pass

    def report(progress):
        assert 0 < progress.done <= progress.total
        if progress.done == 2:
            raise StopError

    with pytest.raises(StopError):
        align(document(story(9)), document(story(9, 2)), NONE, report)


def test_an_article_needs_no_numpy():
    program = (
        "import sys, tui_app\n"
        "tui_app.compare_texts('One man came. He left.', 'A man came. Then he left.')\n"
        "print('numpy' in sys.modules)"
    )
    found = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "False"
