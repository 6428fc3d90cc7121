"""Tables hold their words as lemmas are spelled too, though that is not worked out."""

import pytest

from tui_app.core.english import verbs_of_saying
from tui_app.core.english.inflections import spelling_key
from tui_app.core.facts.negation import negators, opposites


@pytest.mark.parametrize(
    "table",
    [
        negators.NEGATIVE,
        negators.ONLY_OPPOSITE,
        negators.NOT_TURNED,
        negators.TURNED,
        frozenset(opposites.OPPOSED),
        frozenset(verbs_of_saying.REPORTING),
    ],
)
def test_every_word_of_a_table_is_there_as_lemmas_are_spelled(table):
    assert {spelling_key(word) for word in table} <= table


def test_opposites_hold_on_either_side_as_lemmas_are_spelled():
    for word in opposites.OPPOSED:
        found = opposites.opposites_of([word])
        assert {spelling_key(one) for one in found} <= found
        assert all(word in opposites.opposites_of([one]) for one in found)
