"""Notes are found by words and by conditions."""

import pytest

from tui_app.notes.filter import parse_filter
from tui_app.notes.note import Anchor, Note, NoteKind, PlacedNote, State, Status


def _placed(state=State.PLACED, status=Status.OPEN) -> PlacedNote:
    anchor = Anchor("right", 0, 6, "fifteen", "by ", " percent", "sha256-0")
    note = Note(
        "1",
        "1",
        NoteKind.QUESTION,
        "Left says twelve",
        ("numbers",),
        status,
        (anchor,),
        "",
        "",
        "ana",
    )
    return PlacedNote(note, state, (3,), (), (), (), ())


@pytest.mark.parametrize(
    "query",
    [
        "",
        "TWELVE",
        "fifteen",
        "numbers",
        "tag:num",
        "kind:question",
        "side:right",
        "side:R",
        "is:open",
        "tag:numbers twelve side:r is:open",
    ],
)
def test_a_note_that_meets_the_query_is_let_through(query):
    assert parse_filter(query).matches(_placed())


@pytest.mark.parametrize(
    "query",
    ["thirteen", "tag:names", "kind:highlight", "side:left", "is:resolved", "orphan"],
)
def test_a_note_that_misses_one_condition_is_not(query):
    assert not parse_filter(query).matches(_placed())


def test_the_state_of_the_place_is_a_condition():
    assert parse_filter("orphan").matches(_placed(State.ORPHAN))
    assert parse_filter("is:resolved").matches(_placed(status=Status.RESOLVED))


def test_an_unknown_condition_is_a_word():
    assert parse_filter("10:12").words == ("10:12",)
