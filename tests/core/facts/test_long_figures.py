"""Numbers of any length: a changed figure is a fact, and none is too long to read."""

import pytest

from tui_app.core.differences.row_differences import differences
from tui_app.core.facts.across.pair_of_languages import pair_of_languages
from tui_app.core.facts.across.row_across import differences_across
from tui_app.core.facts.across.translated_row import TranslatedRow

KEYS = [
    "1234567890",  # floats tell them apart by less than a thousand-millionth
    "9007199254740993",  # and these not at all
    "12345678901234567890",
    "1,234,567,890,123,456",
    "4111-1111-1111-1111",
    "1234-5678",  # the first half alone would be a year
    "2012-3456",
    "9" * 400,
    "9" * 5000,
]


@pytest.mark.parametrize("key", KEYS)
def test_one_figure_more_or_less_is_a_fact_in_a_key_of_any_length(facts, key):
    other = f"{key[:-1]}{(int(key[-1]) + 1) % 10}"
    found = facts(f"The account {key} was closed.", f"The account {other} was closed.")
    assert found == [("number", key, other)]
    assert facts(f"The account {key} shut.", f"This account {key} was shut.") == []


def test_a_long_number_is_the_same_however_its_thousands_are_parted(facts):
    left, right = (
        "It has 1,234,567,890,123,456 parts.",
        "It has 1234567890123456 parts.",
    )
    assert facts(left, right) == []


AROUND = """
the {}th | {} o'clock | 5 {} | 1/{} | {}/2 | {}% | {} km | May {}, {} | on {} May | {}½
{}:{} h | minus {} | {}-{} | {}.{}.{} | {} million | {} in {} | ${}m | {}s | {} BC
{}年{}月{}日 | 第{}章 | {}万人 | um {}:{} Uhr | {} Millionen | {} г. | {}億円
"""
LONG = [
    "9" * 16,
    "9" * 400,
    "9" * 5000,
    "1" + "0" * 400,
    "九" * 500,
    "٣" * 400,
    "1'000" * 90,
]
LONG += ["亿" * 60, "million " * 60, "1" + ",000" * 200]


@pytest.mark.parametrize("long", LONG, ids=lambda long: f"{long[:3]}{len(long)}")
def test_numbers_longer_than_any_are_read_over(long):
    for around in AROUND.strip().replace("\n", "|").split("|"):
        left, right = around.replace("{}", long), around.replace("{}", f"{long}1")
        assert differences(left, right)
        for languages in (("en", "en"), ("de", "zh"), ("ru", "en")):
            row = TranslatedRow(left, right)
            pair = pair_of_languages([(left, right)], languages)
            assert all(one.kind for one in differences_across(row, pair))
