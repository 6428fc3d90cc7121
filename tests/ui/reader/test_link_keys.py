"""Passages are linked and parted by hand, and the rows obey; tested without an app."""


def alone(rows, side):
    """Return the number of the first row without text on the other side."""
    return next(at for at, row in enumerate(rows) if not row[1 - side])


async def test_a_row_is_unlinked_and_linked_again_by_undo(writer):
    made = await writer()
    before = made.rows
    assert ((0,), (0,)) in before
    await made.do("unlink")
    assert ((0,), (0,)) not in made.rows
    await made.do("undo")
    assert made.rows == before
    assert made.reader.said[0] == "unlinked"
    assert made.reader.said[1].startswith("undone: ")
    await made.do("redo")
    assert ((0,), (0,)) not in made.rows


async def test_neither_side_has_a_counterpart_once_that_is_settled(writer):
    made = await writer()
    await made.do("no-counterpart")
    assert ((0,), ()) in made.rows
    assert ((), (0,)) in made.rows


async def test_rows_are_joined_and_split(writer):
    made = await writer()
    await made.do("join-rows")
    assert ((0, 1), (0, 1)) in made.rows
    await made.do("first-row", "split-row")
    assert ((0,), (0,)) in made.rows
    assert ((1,), (1,)) in made.rows


async def test_the_passages_under_the_two_cursors_are_linked(writer):
    made = await writer()
    left, right = alone(made.rows, 0), alone(made.rows, 1)
    units = made.rows[left][0], made.rows[right][1]
    await made.do(*["row-down"] * left, "other-side", *["row-down"] * (right - left))
    await made.do("link")
    assert units in made.rows
    assert made.reader.said == ["linked"]


async def test_what_cannot_be_done_is_said_and_nothing_changes(writer):
    made = await writer()
    before = made.rows
    await made.do("link", "split-row")
    made.reader.window.go_to(alone(before, 0))
    await made.do("unlink")
    assert made.reader.said == [
        "Put the two cursors on the passages first: tab, then j or k.",
        "There is only one passage on each side of the row.",
        "This row has one side only.",
    ]
    assert made.rows == before
    await made.do("last-row", "join-rows")
    assert made.rows == before


async def test_links_hold_in_the_next_run(writer):
    made = await writer()
    await made.do("unlink")
    again = await writer()
    assert again.rows == made.rows
