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


async def put_cursors(made, left, right):
    """Put the left cursor on one row and the right one on a later one."""
    await made.do("first-row", *["row-down"] * left, "other-side")
    await made.do(*["row-down"] * (right - left))


async def test_a_link_takes_the_place_of_the_one_that_was_wrong(writer):
    made = await writer()
    at = next(n for n, row in enumerate(made.rows) if row == ((2,), (2,)))
    lone = alone(made.rows, 1)
    assert lone > at
    (theirs,) = made.rows[lone][1]
    await put_cursors(made, at, lone)
    await made.do("link")
    assert ((2,), (theirs,)) in made.rows
    assert all(row[0] != (2,) or row[1] == (theirs,) for row in made.rows)
    assert made.reader.said == ["linked, no longer with what was linked before"]
    await made.do("undo")
    assert ((2,), (2,)) in made.rows


async def test_a_link_is_added_to_the_one_there_is_and_taken_out_again(writer):
    made = await writer()
    before = made.rows
    at = next(n for n, row in enumerate(before) if row == ((2,), (2,)))
    lone = alone(before, 1)
    await put_cursors(made, at, lone)
    await made.do("link-as-well")
    both = ((2,), (2, *before[lone][1]))
    assert both in made.rows
    made.reader.window.go_to(made.rows.index(both))
    await made.do("take-out")
    assert made.rows == before
    assert made.reader.said[-1] == "one passage of the right taken out"
    await made.do("undo")
    assert both in made.rows


async def test_the_passage_at_the_difference_is_the_one_taken_out(writer):
    made = await writer()
    made.reader.window.go_to(made.rows.index(((1,), (1,))))
    await made.do("join-rows", "other-side")
    joined = made.rows.index(((1, 2), (1, 2)))
    made.reader.window.go_to(joined)
    await made.do("next-difference")  # "must" and "should": in the first of the two
    await made.do("take-out")
    parted = [row for row in made.rows if 1 in row[1] or 2 in row[1]]
    assert ((1, 2), (2,)) in parted


async def test_of_a_row_with_one_passage_a_side_nothing_is_taken_out(writer):
    made = await writer()
    before = made.rows
    await made.do("take-out")
    assert made.reader.said == ["This row has one passage a side; x unlinks them."]
    assert made.rows == before


async def test_what_cannot_be_done_is_said_and_nothing_changes(writer):
    made = await writer()
    before = made.rows
    await made.do("link", "split-row")
    made.reader.window.go_to(alone(before, 0))
    await made.do("unlink")
    assert made.reader.said == [
        "Put the two cursors on the passages first: Tab, then j or k.",
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
