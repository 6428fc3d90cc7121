"""With ``--plain`` no screen draws anything, and the cursor is on what is chosen.

On screens of texts in ASCII all is ASCII: no box, bar, arrow or ornament.
"""

import re

import pytest

from tui_app.ui.column_guard import ColumnGuard
from tui_app.ui.widgets.picklist import PickList

# For each screen the keys that lead to it from the one before, and words on it.
WALK = (
    ("reader", [], "Row 1, the same on both sides."),
    ("row", ["j", "j"], "row 3 of"),
    ("difference", ["g", "]", "]", "]"], "number: left 4, right 70, change 3 of 4"),
    ("details", ["i"], "4 versus 70"),
    ("facts", ["I"], "number, 4 versus 70"),
    ("lists", ["tab"], "Only on the left"),
    ("goto", ["escape", ":"], "words of a heading"),
    ("help", ["escape", "?"], "Row 12: which of all rows it is"),
    ("palette", ["escape", "ctrl+p"], "type what you want to do"),
    ("themes", ["escape", "T"], "Made for reading"),
    ("search", ["escape", "/", *"har"], "3 of 4"),
    ("hits", ["enter"], "har: 3 of 4"),
    ("merged", ["escape", "3"], "Merged: "),
    ("one text", ["4"], "text only"),
    ("covered", ["1", "P"], "words, covered."),
    ("folded", ["P", "z"], "rows the same on both sides."),
    ("free", ["z", "s"], "Both sides are one column"),
    ("unreviewed", ["r", "F"], "only rows not reviewed"),
    ("contents", ["F", "t"], "% alike, 3 facts, 11% reviewed"),
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


async def test_counts_are_told_above_once_all_are_known(open_reader, until):
    app = open_reader(LEFT, RIGHT, "plain = true\n")
    async with app.run_test(size=(120, 16)) as pilot:
        screen = app.screen
        await until(pilot, lambda: "3 facts differ" in screen.titles.told)
        screen.counts.outdate()
        screen.status.follow()
        assert screen.titles.told == ""


async def test_a_step_says_the_row_and_no_more(open_reader, screen_lines, until):
    app = open_reader(LEFT, RIGHT, "plain = true\n")
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "alike" in app.screen.titles.told)
        await until(pilot, lambda: app.screen.desk.notebook)
        before = screen_lines(app)
        await pilot.press("j", "j")
        pairs = zip(before, screen_lines(app), strict=True)
        changed = [new.strip() for old, new in pairs if new != old]
        assert changed == ["row 3 of 12"]


async def test_what_is_selected_is_said(open_reader, screen_lines, until):
    app = open_reader(LEFT, RIGHT, "plain = true\n")
    async with app.run_test(size=(80, 16)) as pilot:
        await until(pilot, lambda: "alike" in app.screen.titles.told)
        await pilot.press("j", "v", "l", "l")
        assert screen_lines(app)[-2].startswith("selected: The harbour was, row 2")
        x, y = app.cursor_position
        assert screen_lines(app)[y][x:].startswith("was closed")


async def test_the_search_is_typed_under_the_cursor(open_reader, until):
    app = open_reader(LEFT, RIGHT, "plain = true\n")
    async with app.run_test(size=(80, 16)) as pilot:
        await until(pilot, lambda: app.screen.counts.up_to_date)
        await pilot.press("/")
        await until(pilot, lambda: app.cursor_position in app.focused.region)
        await pilot.press(*"flood")
        assert app.cursor_position in app.focused.region
        assert app.cursor_position == app.focused.cursor_screen_offset


async def test_nothing_is_painted_while_one_listens(open_reader, until):
    app = open_reader(LEFT, RIGHT, "plain = true\n")
    async with app.run_test(size=(80, 16)) as pilot:
        await until(pilot, lambda: "alike" in app.screen.titles.told)
        await until(pilot, lambda: app.screen.desk.notebook)
        await pilot.press("j", "y")
        await pilot.pause(0.3)
        painted = []
        app.post_display_hook = lambda: painted.append(1)
        await pilot.pause(5)
        assert not painted


async def test_trouble_is_said_in_the_status_line_whole(
    open_reader, screen_lines, until
):
    app = open_reader(LEFT, RIGHT, "plain = true\n")
    trouble = "notes.jsonl: the disk is full, make room " * 4
    async with app.run_test(size=(60, 16), notifications=True) as pilot:
        await until(pilot, lambda: "alike" in app.screen.titles.told)
        app.screen.say(trouble, trouble=True)
        await pilot.pause()
        said = " ".join(line.strip() for line in screen_lines(app)[-5:-1])
        assert said.count("the disk is full") == 4
        await pilot.press("j")
        assert screen_lines(app)[-2].startswith("row 2 of")


async def test_a_message_stands_until_the_next_key_on_lines_of_its_own(
    open_reader, screen_lines, until, tmp_path
):
    app = open_reader(LEFT, RIGHT, 'plain = true\ntheme = "none"\n')
    async with app.run_test(size=(60, 16), notifications=True) as pilot:
        await until(pilot, lambda: "no theme" in "".join(screen_lines(app)))
        begun = str(tmp_path)[:20]
        assert any(line.startswith(begun) for line in screen_lines(app))
        (notice,) = app._notifications
        assert notice.time_left > 3600
        await pilot.press("j")
        await pilot.pause()
        assert "no theme" not in "".join(screen_lines(app))


BESIDE = LEFT.replace("theatre was", "theatre has been")


@pytest.mark.parametrize("width", [60, 120])
async def test_a_table_says_what_each_text_has(open_reader, screen_lines, until, width):
    app = open_reader(LEFT, RIGHT, "plain = true\n", against=[BESIDE])
    async with app.run_test(size=(width, 24)) as pilot:
        await until(pilot, lambda: app.screen.counts.up_to_date)
        await pilot.press("M")
        said = re.compile("5, 1 changed [0-9]+% alike 1 fact, 2 there: The mill")
        await until(pilot, lambda: said.search("\n".join(screen_lines(app))))
        assert "".join(screen_lines(app)).isascii()
        assert_cursor_is_on_what_is_chosen(app, "table")


async def test_a_base_is_told_in_words(open_reader, screen_lines, until):
    app = open_reader(LEFT, RIGHT, "plain = true\n", base=LEFT)
    async with app.run_test(size=(100, 24)) as pilot:
        said = "Row 5, changed, fact differs: modality, new: base and left agree."
        await until(pilot, lambda: said in "\n".join(screen_lines(app)))
        await pilot.press("I")
        said = "5, modality, new, "
        await until(pilot, lambda: said in "\n".join(screen_lines(app)))
        assert "".join(screen_lines(app)).isascii()


@pytest.mark.parametrize("width", [40, 80, 160])
async def test_a_library_is_one_column_and_the_cursor_on_its_pair(
    open_library, tmp_path, screen_lines, until, width
):
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in (("a", LEFT), ("b", RIGHT), ("c", BESIDE)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    app = open_library(folder, config="plain = true\n")

    def shown():
        return "\n".join(line.rstrip() for line in screen_lines(app))

    async with app.run_test(size=(width, 30), notifications=True) as pilot:
        await until(pilot, lambda: "1 of 3" in shown())
        assert_cursor_is_on_what_is_chosen(app, "library")
        await pilot.press("down")
        await until(pilot, lambda: "2 of 3" in shown())
        for keys in ((), ("i",), ("/", "b"), ("escape", "o"), (":", "/"), ("escape",)):
            await pilot.press(*keys)
            await pilot.pause()
            assert shown().isascii(), keys
            assert "|" not in shown(), keys
        await until(pilot, lambda: "in both" in shown())
        (passage,) = [line for line in shown().split("\n") if "in both" in line]
        assert passage.startswith("in both")


async def test_no_sign_is_added_to_what_is_read_from_the_right(
    open_reader, screen_lines, until
):
    app = open_reader("שלום לכל בני האדם.", "שלום לכל הבריות.", "plain = true\n")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "הבריות" in "\n".join(screen_lines(app)))
        assert not any(isinstance(one, ColumnGuard) for one in app.get_line_filters())
        hebrew = [line for line in screen_lines(app) if "בני" in line or "לכל" in line]
        assert hebrew
        assert all(line.startswith(("Left: ", "Right: ", "שלום")) for line in hebrew)
