"""A comparison of two languages tells what differs in a row by other rules."""

from __future__ import annotations

import pickle
from itertools import pairwise

import tui_app
from tui_app.core.comparison import Comparison
from tui_app.core.kinds import Kind
from tui_app.core.model import Alignment, Relation, Row
from tui_app.core.segmentation import segment
from tui_app.core.translation import Translation

LEFT = """\
Der Berg ist 8481 m hoch.
Wir waren zu sechst unterwegs.
Es regnete.
Am 18. Mai kam Nachricht aus Bern.
"""

RIGHT = """\
La montagne a 8418 m.
Nous étions six en route.
Le 18 mai des nouvelles arrivèrent de Berne.
Il y en avait 300.
"""


def translated() -> tui_app.Comparison:
    """Return the comparison of both texts with rows as a reader would have them."""
    made = tui_app.compare_texts(LEFT, RIGHT, "line", across=False)
    rows = [
        Row((0,), (0,), Relation.CHANGED, 0.9, moved=False),
        Row((1,), (1,), Relation.CHANGED, 0.9, moved=False),
        Row((2,), (), Relation.LEFT_ONLY, None, moved=False),
        Row((3,), (2,), Relation.CHANGED, 0.9, moved=False),
        Row((), (3,), Relation.RIGHT_ONLY, None, moved=False),
    ]
    languages = Translation(("de", "fr"))
    return tui_app.Comparison(
        made.left, made.right, made.alignment, rows, translation=languages
    )


def test_values_are_told_and_wording_is_not() -> None:
    comparison = translated()
    (number,) = comparison.differences(0)
    assert number.kind is Kind.NUMBER
    assert number.left is not None
    assert number.right is not None
    assert LEFT[slice(*number.left)] == "8481"
    assert RIGHT[slice(*number.right)] == "8418"
    assert comparison.differences(1) == comparison.differences(3) == ()


def test_a_row_with_one_side_states_its_facts_and_differs_in_nothing() -> None:
    comparison = translated()
    assert comparison.differences(4) == ()
    (stated,) = comparison.stated(4)
    assert stated.right is not None
    assert RIGHT[slice(*stated.right)] == "300"


def test_units_that_are_no_neighbours_are_one_row() -> None:
    comparison = translated()
    row = Row((0, 3), (0, 2), Relation.CHANGED, 0.9, moved=False)
    joined = tui_app.Comparison(
        comparison.left,
        comparison.right,
        comparison.alignment,
        [row],
        translation=comparison.translation,
    )
    assert [one.kind for one in joined.differences(0)] == [Kind.NUMBER]


def test_what_is_told_goes_with_the_comparison_to_another_process() -> None:
    comparison = translated()
    told = [comparison.differences(row) for row in range(5)]
    there = pickle.loads(pickle.dumps(comparison))  # noqa: S301
    assert [there.differences(row) for row in range(5)] == told


def test_rows_are_told_in_reading_order() -> None:
    left = "Die 8481 Meter und die 7422 Meter und die 6300 Meter."
    right = "8418 mètres, 7242 mètres et 6200 mètres."
    made = tui_app.compare_texts(left, right, "line", across=False)
    row = Row((0,), (0,), Relation.CHANGED, 0.9, moved=False)
    comparison = tui_app.Comparison(
        made.left,
        made.right,
        made.alignment,
        [row],
        translation=Translation(("de", "fr")),
    )
    found = comparison.differences(0)
    assert len(found) == 3
    for one, other in pairwise(found):
        assert one.left is not None
        assert other.left is not None
        assert one.left.end <= other.left.start


def test_a_passage_left_untranslated_as_a_whole_is_told_though_both_are_the_same():
    said = "Der Müller ging in der Nacht durch den Wald und sah das Licht."
    left = segment(f"{said}\nAm Morgen kam er zurück.", None, "line")
    right = segment(f"{said}\nIn the morning he came back.", None, "line")
    translation = Translation(("de", "en"))
    rows = (
        Row((0,), (0,), Relation.SAME, 1.0, moved=False),
        Row((1,), (1,), Relation.CHANGED, 1.0, moved=False),
    )
    made = Comparison(left, right, Alignment((), ()), rows, translation=translation)
    assert [one.kind for one in made.differences(0)] == [Kind.UNTRANSLATED]
    assert made.may_differ(0)
    within = Comparison(left, right, Alignment((), ()), rows)
    assert not within.may_differ(0)
