"""Promises of the pieces that differences are put together from."""

from tui_app.core.collation.collate import collate
from tui_app.core.collation.collation import Stretch
from tui_app.core.differences.pieces import ChangePiece, grouped
from tui_app.core.differences.row_differences import differences
from tui_app.core.kinds import Kind
from tui_app.core.model import Difference

QUOTED = ChangePiece(Kind.REMOVED, Stretch(1, 2), None, quotation=3)


def test_a_piece_that_is_tied_keeps_what_else_is_known_of_it():
    other = ChangePiece(Kind.ADDED, None, Stretch(1, 3), quotation=3)
    tied = grouped(collate("a b c", "a x y c"), [], [QUOTED, other], [])
    assert [piece.group for piece in tied] == [0, 0]
    assert [piece.quotation for piece in tied] == [3, 3]


def test_a_piece_with_its_sides_exchanged_keeps_its_quotation():
    assert QUOTED.mirrored() == (Kind.ADDED, None, Stretch(1, 2), None, 3)


def test_every_difference_has_all_the_fields_of_a_difference():
    found = differences(
        "Ann Lee sold 12 red boats, they say.", "They said Ben Lee sold 13 old ships."
    )
    assert {len(one) for one in found} == {len(Difference._fields)}
