"""The two sides go together unless they are free, or one was left behind."""

import pytest

from tui_app.review.cursor import Cursor
from tui_app.review.journey import Stay


def rows(cursor):
    return cursor.left, cursor.right


def test_the_other_side_comes_along():
    cursor = Cursor()
    cursor.move(7, alone=False)
    assert rows(cursor) == (7, 7)
    assert cursor.row == cursor.other_row == 7


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_free_side_goes_alone(side):
    cursor = Cursor(side, left=3, right=5)
    cursor.move(9, alone=True)
    assert rows(cursor) == ((9, 5) if side == "left" else (3, 9))
    assert cursor.row == 9
    cursor.cross(alone=True)
    assert cursor.row == (5 if side == "left" else 3)
    assert cursor.other_row == 9


def test_who_crosses_leaves_the_side_behind_until_it_is_gathered():
    cursor = Cursor()
    cursor.move(4, alone=False)
    cursor.cross(alone=False)
    cursor.move(6, alone=False)
    assert (cursor.side, *rows(cursor)) == ("right", 4, 6)
    cursor.gather()
    assert rows(cursor) == (6, 6)
    cursor.move(8, alone=False)
    assert rows(cursor) == (8, 8)


def test_a_place_within_a_row_is_aimed_at_while_one_stays_in_it():
    cursor = Cursor(left=2, right=2, aim=Stay("left", 40))
    cursor.move(2, alone=False)
    assert cursor.aim == Stay("left", 40)
    cursor.move(3, alone=False)
    assert cursor.aim is None
