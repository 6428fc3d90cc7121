"""With ``--plain`` no screen draws anything, and the cursor is on what is chosen.

On screens of texts in ASCII all is ASCII: no box, bar, arrow or ornament.
"""

import pytest

from tui_app.ui.widgets.picklist import PickList

# For each screen the keys that lead to it from the one before, and words on it.
WALK = (
    ("reader", [], "Row 1, the same on both sides."),
    ("row", ["j", "j"], "row 3 of"),
    ("difference", ["g", "]", "]", "]"], "number: left 4, right 70"),
    ("details", ["i"], "4 versus 70"),
    ("facts", ["I"], "number, 4 versus 70"),
    ("lists", ["tab"], "Only on the left"),
    ("goto", ["escape", ":"], "words of a heading"),
    ("help", ["escape", "?"], "Next row, j or down arrow"),
    ("palette", ["escape", "ctrl+p"], "type what you want to do"),
    ("themes", ["escape", "T"], "Made for reading"),
    ("search", ["escape", "/", *"har"], "3/4"),
    ("hits", ["enter"], "har: 3 of 4"),
    ("merged", ["escape", "3"], "Merged: "),
    ("one text", ["4"], "text only"),
    ("covered", ["1", "P"], "words, covered."),
    ("folded", ["P", "z"], "rows the same on both sides."),
    ("free", ["z", "s"], "Both sides are one column"),
    ("unreviewed", ["r", "F"], "only rows not reviewed"),
    ("contents", ["F", "t"], "Contents"),
    ("concordance", ["escape", "C", *"years"], "years"),
    ("export", ["escape", "escape", "E"], "Export"),
    ("silence", ["escape", "]", "H"], "never"),
    ("left out", ["escape", "o"], "Nothing was left out"),
    ("note", ["a"], "Note on row"),
    ("long note", [*"so", *["enter"] * 30], "Note on row"),
    ("notes", ["ctrl+s", "@"], "Notes: 1"),
)
PLACES = ("harbour", "market", "school", "mill", "church", "theatre", "library", "bank")
PASSAGES = [
    f"The {place} was closed for {number} years after the flood, as people say."
    for number, place in enumerate(PLACES)
]
LEFT = "\n\n".join(["Chapter 1", *PASSAGES, "Chapter 2", *PASSAGES[:2]])
RIGHT = (
    LEFT.replace("mill was", "mill is said to have been")
    .replace("for 4 years", "for 70 years")
    .replace("for 7 years", "for 71 years")
)


@pytest.mark.parametrize("width", [40, 80, 160])
async def test_every_screen_is_words_alone(open_reader, screen_lines, until, width):
    app = open_reader(LEFT, RIGHT, "plain = true\n")

    def shown():
        return "\n".join(line.rstrip() for line in screen_lines(app))

    async with app.run_test(size=(width, 24), notifications=True) as pilot:
        await until(pilot, lambda: app.screen.desk.notebook)
        for name, keys, words in WALK:
            await pilot.press(*keys)
            if width >= 80:
                await until(pilot, lambda: words in shown())  # noqa: B023
            else:
                await pilot.pause()
            strange = {char for char in shown() if not char.isascii()}
            assert not strange, (name, strange)
            assert "|" not in shown(), name
            assert_cursor_is_on_what_is_chosen(app, name)


def assert_cursor_is_on_what_is_chosen(app, name):
    x, y = app.cursor_position
    lists = [one for one in app.screen.query(PickList) if one.display]
    if lists and lists[0]._cursor is not None and not lists[0]._query:
        here = lists[0].region.y + lists[0]._cursor - lists[0].scroll_offset.y
        assert (x, y) == (lists[0].region.x, here), name
    else:
        assert app.size.region.contains(x, y)


async def test_each_row_gone_to_begins_under_the_cursor(
    open_reader, screen_lines, until
):
    app = open_reader(LEFT, RIGHT, "plain = true\n")
    async with app.run_test(size=(60, 16)) as pilot:
        await until(pilot, lambda: app.screen.counts.up_to_date)
        for key in ("j", "j", "space", "G", "k", "g", "j"):
            await pilot.press(key)
            x, y = app.cursor_position
            row = app.screen.review.row + 1
            assert screen_lines(app)[y][x:].startswith(f"Row {row}, "), key


async def test_a_difference_gone_to_begins_under_the_cursor(
    open_reader, screen_lines, until
):
    app = open_reader(LEFT, RIGHT, "plain = true\n")
    async with app.run_test(size=(60, 16)) as pilot:
        await until(pilot, lambda: app.screen.counts.up_to_date)
        await pilot.press("g", *"]]]")
        x, y = app.cursor_position
        assert screen_lines(app)[y][x:].startswith("4] years")
        await pilot.press("tab")
        x, y = app.cursor_position
        assert screen_lines(app)[y][x:].startswith("70] years")
        await pilot.press("/", *"flood", "enter")
        x, y = app.cursor_position
        assert screen_lines(app)[y][x:].startswith("flood")


async def test_the_cursor_comes_back_to_the_row_from_a_list(open_reader, until):
    app = open_reader(LEFT, RIGHT, "plain = true\n")
    async with app.run_test(size=(60, 16)) as pilot:
        await until(pilot, lambda: app.screen.counts.up_to_date)
        await pilot.press("j", "j")
        before = app.cursor_position
        await pilot.press("?", "down", "down", "escape")
        await pilot.pause()
        assert app.cursor_position == before


async def test_what_is_said_stands_until_one_goes_on(open_reader, screen_lines, until):
    app = open_reader(LEFT, RIGHT, "plain = true\n")
    async with app.run_test(size=(80, 16)) as pilot:
        await until(pilot, lambda: app.screen.counts.up_to_date)
        await pilot.press("y")
        assert "Copied" in screen_lines(app)[-2]
        app.screen.status.follow()
        assert "Copied" in screen_lines(app)[-2]
        await pilot.press("j")
        assert screen_lines(app)[-2].startswith("row 2 of")


async def test_counts_are_said_once_when_all_are_known(open_reader, until):
    app = open_reader(LEFT, RIGHT, "plain = true\n")
    async with app.run_test(size=(120, 16)) as pilot:
        screen = app.screen
        await until(pilot, lambda: "alike" in screen.status.line)
        screen.counts.outdate()
        screen.status.follow()
        assert "alike" not in screen.status.line
