"""How often the rules are right, on sentences written for them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from tui_app.core.differences.row_differences import differences
from tui_app.core.kinds import FACTS, Kind

SENTENCES = Path(__file__).with_name("sentences")
CHOICE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")


def lines(name: str) -> Iterator[str]:
    for line in (SENTENCES / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def changed() -> Iterator[tuple[list[Kind], str, str]]:
    for line in lines("changed.txt"):
        kinds, text = line.split(" : ", 1)
        if " ||| " in text:
            left, right = text.split(" ||| ")
        else:
            left, right = (CHOICE.sub(rf"\{side}", text) for side in (1, 2))
        yield [Kind(kind) for kind in kinds.split("/")], left, right


def fact_kinds(left: str, right: str) -> set[Kind]:
    return {one.kind for one in differences(left, right) if one.kind in FACTS}


def test_a_changed_fact_carries_its_kind_and_no_other_fact_is_claimed():
    right: Counter[Kind] = Counter()
    total: Counter[Kind] = Counter()
    for kinds, one, other in changed():
        found = fact_kinds(one, other)
        total[kinds[0]] += 1
        right[kinds[0]] += bool(found) and found <= set(kinds)
    assert set(total) == FACTS
    assert {
        kind: right[kind] / total[kind]
        for kind in total
        if right[kind] / total[kind] < 0.93
    } == {}


def test_rewording_carries_no_fact():
    pairs = [line.split(" ||| ") for line in lines("reworded.txt")]
    alarms = [pair for pair in pairs if fact_kinds(*pair)]
    assert len(alarms) <= 0.04 * len(pairs), alarms


@pytest.mark.parametrize("name", ["changed", "reworded"])
def test_a_sentence_and_itself_have_no_facts(name):
    for line in islice(lines(f"{name}.txt"), 0, None, 5):
        sentence = line.split(" ||| ")[0]
        assert fact_kinds(sentence, sentence) == set()


def test_exchanging_the_sides_exchanges_the_facts():
    for _, left, right in islice(changed(), 0, None, 5):
        facts = {(one.kind, one.left, one.right) for one in differences(left, right)}
        mirror = {(one.kind, one.right, one.left) for one in differences(right, left)}
        assert {one for one in facts if one[0] in FACTS} == {
            one for one in mirror if one[0] in FACTS
        }
