"""Which texts are related: found by what they share beyond chance, and no others."""

import random
from itertools import combinations

import numpy as np
import pytest

from tui_app.core.related import candidate_pairs
from tui_app.core.related.chance import Chance
from tui_app.core.related.fingerprints import Fingerprint, fingerprint
from tui_app.core.related.related_pairs import related_pairs
from tui_app.library.samples import sample_files

WORDS = 4000


class Writer:
    """Writes articles of words as frequent as a language's are."""

    def __init__(self, seed=1):
        self._random = random.Random(seed)  # noqa: S311 - texts, no secrets
        self._words = [f"w{number}" for number in range(WORDS)]
        self._weights = [1 / (number + 3) for number in range(WORDS)]

    def words(self, count):
        return self._random.choices(self._words, self._weights, k=count)

    def article(self, count=400):
        return " ".join(self.words(count))

    def reworded(self, text, share=0.25):
        return " ".join(
            self.words(1)[0] if self._random.random() < share else word
            for word in text.split()
        )


def found(texts, **options):
    return related_pairs([fingerprint(text) for text in texts], **options).pairs


def pairs_of(texts):
    return [(pair.left, pair.right) for pair in found(texts)]


def test_unrelated_texts_are_no_pair():
    writer = Writer()
    assert found([writer.article() for _ in range(60)]) == []


def test_versions_are_found_among_many_others():
    writer = Writer()
    texts = [writer.article() for _ in range(60)]
    texts[40] = writer.reworded(texts[3])
    assert pairs_of(texts) == [(3, 40)]


def test_what_is_shared_is_told_of_each_side():
    writer = Writer()
    short = writer.article(100)
    pair = found([short, f"{short} {writer.article(300)}"])[0]
    assert pair.shared_left == 1
    assert pair.shared_right == pytest.approx(0.25, abs=0.05)
    assert pair.score == pytest.approx(0.5, abs=0.05)


def test_the_same_text_scores_one():
    text = Writer().article()
    assert [pair[2:] for pair in found([text, text])] == [(1, 1, 1)]


def test_one_long_quotation_makes_a_pair():
    writer = Writer()
    texts = [writer.article() for _ in range(30)]
    quotation = writer.article(60)
    texts[1] += f" {quotation}"
    texts[2] = f"{quotation} {texts[2]}"
    assert pairs_of(texts) == [(1, 2)]


@pytest.mark.parametrize("count", [30, 200])
def test_a_footer_relates_nobody(count):
    writer = Writer()
    footer = writer.article(40)
    assert found([f"{writer.article()} {footer}" for _ in range(count)]) == []


def test_versions_are_found_in_spite_of_a_footer():
    writer = Writer()
    footer = writer.article(40)
    texts = [writer.article() for _ in range(40)]
    texts[5] = writer.reworded(texts[4])
    assert pairs_of([f"{text} {footer}" for text in texts]) == [(4, 5)]


def test_many_copies_of_one_report_are_all_found():
    writer = Writer()
    report = writer.article()
    texts = [writer.article() for _ in range(30)]
    copies = [f"{writer.article(30)} {report}" for _ in range(20)]
    assert {*pairs_of(texts + copies)} == {*combinations(range(30, 50), 2)}


def test_a_story_that_many_have_reworded_is_one_group():
    writer = Writer()
    story = writer.article()
    texts = [writer.article() for _ in range(60)]
    versions = [writer.reworded(story, 0.15) for _ in range(20)]
    assert {*pairs_of(texts + versions)} == {*combinations(range(60, 80), 2)}


def test_a_folder_of_versions_only_is_all_related():
    writer = Writer()
    story = writer.article()
    versions = [writer.reworded(story, 0.1) for _ in range(20)]
    assert {*pairs_of(versions)} == {*combinations(range(20), 2)}


def test_a_few_words_of_a_short_text_are_no_evidence():
    writer = Writer()
    long = writer.article(3000)
    assert found([" ".join(long.split()[50:54]), long]) == []


def test_texts_without_spaces():
    letters = [chr(0x4E00 + number) for number in range(600)]
    draw = random.Random(2)  # noqa: S311 - a text, no secret
    texts = ["".join(draw.choices(letters, k=500)) for _ in range(20)]
    texts[7] = texts[2][100:300] + texts[7][:200]
    assert pairs_of(texts) == [(2, 7)]


def test_texts_without_words_are_no_trouble():
    assert found([]) == []
    assert found([""]) == []
    assert found(["", "", "one"]) == []


def test_the_order_of_texts_does_not_matter():
    writer = Writer()
    texts = [writer.article() for _ in range(30)]
    texts[9] = writer.reworded(texts[1], 0.3)
    texts[8] = writer.reworded(texts[2], 0.1)
    there = {(one.left, one.right): one.score for one in found(texts)}
    back = {(29 - one.right, 29 - one.left): one.score for one in found(texts[::-1])}
    assert there == back
    assert [*there] == [(2, 8), (1, 9)]


def test_slices_find_what_one_piece_finds(monkeypatch):
    writer = Writer()
    texts = [writer.article() for _ in range(30)]
    texts[9] = writer.reworded(texts[1])
    whole = found(texts)
    monkeypatch.setattr(candidate_pairs, "_AT_ONCE", 500)
    assert found(texts) == whole


def test_where_pairs_are_too_many_the_poorest_go(monkeypatch):
    writer = Writer()
    texts = [writer.article() for _ in range(40)]
    texts[9] = writer.reworded(texts[1])
    monkeypatch.setattr(candidate_pairs, "_AT_ONCE", 2000)
    monkeypatch.setattr(candidate_pairs, "_MOST_PAIRS", 50)
    assert pairs_of(texts) == [(1, 9)]


def test_no_more_pairs_are_told_than_asked_for():
    text = Writer().article()
    assert len(found([text] * 10, most=7)) == 7


@pytest.mark.parametrize(("most", "more"), [(45, False), (44, True)])
def test_where_not_all_are_weighed_that_is_told(most, more):
    prints = [fingerprint(Writer().article())] * 10
    assert related_pairs(prints, most).more_seemed is more


def test_it_can_be_ended():
    class EndedError(Exception):
        pass

    def tick():
        raise EndedError

    with pytest.raises(EndedError):
        found(["one two three"] * 3, tick=tick)


def test_candidates_are_what_sets_of_words_say():
    """Shared runs, counted by sorting, are those that sets have in common."""
    draw = np.random.default_rng(3)
    prints = [
        Fingerprint(80, draw.integers(0, 400, 80).astype(np.uint32)) for _ in range(25)
    ]
    found = candidate_pairs.candidate_pairs(prints, lambda: None)
    pairs = [*zip(found.left.tolist(), found.right.tolist(), strict=True)]
    for common, counted in ((set(), found.shared), ({*found.common}, found.rare)):
        sets = [{*one.runs} - common for one in prints]
        assert dict(zip(pairs, counted.tolist(), strict=True)) == {
            (one, other): len(sets[one] & sets[other])
            for one, other in combinations(range(25), 2)
            if {*prints[one].runs} & {*prints[other].runs}
        }


def test_the_two_versions_of_the_briefing_come_first():
    texts = [path.read_text("utf-8") for path in sample_files()]
    best = found(texts)[0]
    assert (best.left, best.right) == (1, 4)


def test_chance_is_less_sure_the_more_pairs_there_are():
    assert Chance.among(3).level < 0.01
    assert Chance.among(2000).level < 1e-6
    few, many = Chance.among(10), Chance.among(5000)
    assert few.are_beyond(1.0, 12)
    assert not many.are_beyond(1.0, 12)
    assert not few.are_beyond(1.0, 2)
    assert few.is_beyond(1.0, 12)
    assert not many.is_beyond(1.0, 12)
    assert not few.is_beyond(1.0, 0)


@pytest.mark.parametrize("expected", [1e-9, 0.1, 3.0, 500.0])
def test_what_is_not_worth_a_look_is_not_beyond_chance(expected):
    chance = Chance.among(100)
    counts = np.arange(0, 3000, 7.0)
    worth = chance.worth_a_look(np.full(len(counts), expected), counts)
    for count in counts[~worth].astype(int).tolist():
        assert not chance.are_beyond(expected, count)
        assert not chance.is_beyond(expected, count)


def test_short_stretches_do_not_count_in_a_book():
    assert Chance.among(2).fewest(500) == 1
    assert Chance.among(2).fewest(100_000) > 3
