"""What is held of short lines is a few times their text, and little more on the way."""

import random
import tracemalloc
from collections.abc import Callable
from typing import NamedTuple

import pytest

from tui_app.core.align.books import book  # noqa: F401 - numpy is loaded before
from tui_app.core.comparison import Comparison, compare_texts
from tui_app.core.formats.markdown import read_markdown
from tui_app.core.formats.taking import Wanted
from tui_app.core.json_form import json_pieces

LINES = 4_000


class Held(NamedTuple):
    """How many bytes are held of what was made, and were at most on the way."""

    made: object
    after: int
    most: int


def held(make: Callable[[], object]) -> Held:
    tracemalloc.start()
    try:
        made = make()
        return Held(made, *tracemalloc.get_traced_memory())
    finally:
        tracemalloc.stop()


def short_lines(chance: random.Random) -> list[str]:
    return [f"{n} {chance.choice('abcdefgh') * 4} {n % 77}" for n in range(LINES)]


def written(comparison: Comparison) -> int:
    left, right, links = comparison.left, comparison.right, comparison.alignment.links
    return sum(map(len, json_pieces(left, right, links, comparison.rows)))


@pytest.fixture(scope="module")
def texts() -> tuple[str, str]:
    chance = random.Random(1611)  # noqa: S311 - texts, no secrets
    left, right = short_lines(chance), short_lines(chance)
    return "\n".join(left), "\n".join(
        one if chance.random() < 0.9 else other
        for one, other in zip(left, right, strict=True)
    )


def test_what_is_known_of_short_lines_takes_a_few_times_their_text(texts):
    compare_texts(*texts, "line")  # tables and memories of words are there by now
    found = held(lambda: compare_texts(*texts, "line"))
    assert found.after < 8 * sum(map(len, texts))


def test_walking_over_all_of_it_keeps_nothing(texts):
    comparison = compare_texts(*texts, "line")
    written(comparison)
    found = held(lambda: written(comparison))
    assert found.after < sum(map(len, texts)) / 4


def test_the_rows_of_a_table_take_little_more_than_their_words():
    rows = "".join(f"| Town | {row:06} | {row * 7} | 12.50 |\n" for row in range(LINES))
    table = "| a | b | c | d |\n|---|---|---|---|\n" + rows
    read_markdown(table, Wanted("a.md"))
    found = held(lambda: read_markdown(table, Wanted("a.md")))
    assert found.most < 20 * len(table)
    assert found.after < 4 * len(table)
