"""A note is written in sight of what it is about, and listed with it."""

import re
from datetime import datetime

import pytest
from rich.cells import cell_len
from textual.geometry import Region

from tui_app.notes.note import Anchor
from tui_app.review.looks import Mark
from tui_app.ui.note_screens.note_box import NoteBox
from tui_app.ui.note_screens.note_lines import day_of
from tui_app.ui.note_screens.notes_list import NotesScreen
from tui_app.ui.note_screens.quoted_passage import QuotedPassage, quoted
from tui_app.ui.widgets.picklist import PickList

PASSAGE = "The keeper of lamp {n} counted {m} boats, and told nobody of them that year."
LEFT = "\n\n".join(PASSAGE.format(n=n, m="five") for n in range(40))
RIGHT = LEFT.replace("five", "seven")
LONG = " ".join(PASSAGE.format(n=n, m="five") for n in range(40))


def lines_of_row(app):
    """Return the lines of the screen that have words of the row under the cursor."""
    panes, row = app.screen_stack[-2].window.panes, app.screen_stack[-2].review.row
    top = app.screen_stack[-2].view.region.y
    items = panes.page.items
    return {
        top + y
        for y, place in enumerate(panes.in_sight())
        if items[place.item].start == row and panes.page.strip(place).text.strip()
    }


def lines_of(region: Region):
    return set(range(region.y, region.bottom))


@pytest.mark.parametrize("layout", ["1", "2", "3", "4", "s"])
@pytest.mark.parametrize("size", [(60, 24), (80, 24), (120, 40), (200, 50)])
async def test_the_box_never_covers_the_row_it_is_about(open_reader, size, layout):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=size) as pilot:
        await pilot.press(layout)
        for keys in ((), ("j",) * 3, ("j",) * 4, ("G",)):
            await pilot.press(*keys, "a")
            await pilot.pause()
            assert isinstance(app.screen, NoteBox)
            box, shown = app.screen.query_one("#box").region, lines_of_row(app)
            assert shown
            assert not shown & lines_of(box), keys
            assert box.bottom <= size[1]
            assert box.height >= 9
            assert not any(one.display for one in app.screen.query(QuotedPassage))
            await pilot.press("escape")


async def test_another_size_of_the_terminal_moves_the_box_away_again(open_reader):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"jjjjjjj", "a")
        for size in ((70, 30), (120, 24), (200, 60)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await pilot.pause()
            box = app.screen.query_one("#box").region
            assert not lines_of_row(app) & lines_of(box), size


async def quoted_of_the_only_row(app, pilot, until):
    """Begin a note on the one pair of paragraphs; return its quotes, line by line."""

    def is_aligned():
        review = app.screen.review
        return len(review.comparison.rows) == 1 and not review.provisional

    await pilot.press("u")
    await until(pilot, is_aligned)
    await pilot.press("a")
    await pilot.pause()
    quoted_here = []
    for passage in app.screen.query(QuotedPassage):
        lines = passage.render().plain.splitlines()
        assert 1 < len(lines) <= 6
        assert passage.region.height == len(lines)
        quoted_here.append(lines)
    return quoted_here


async def test_a_passage_too_long_to_stand_beside_is_quoted_with_what_differs(
    open_reader, until
):
    app = open_reader(f"{LONG}\n", f"{LONG.replace('lamp 0', 'lamp 77')}\n")
    async with app.run_test(size=(80, 24)) as pilot:
        both = await quoted_of_the_only_row(app, pilot, until)
        assert [lines[-1][-1] for lines in both] == ["…", "…"]
        right = app.screen.query(QuotedPassage).last()
        marked = {
            right.render().plain[one.start : one.end] for one in right.render().spans
        }
        assert "77" in marked


@pytest.mark.parametrize("lamp", [7, 20, 39])
async def test_where_it_differs_late_it_is_quoted_from_there(open_reader, until, lamp):
    long = " ".join(f"Beside the quay, lamp {n} was lit and" for n in range(40))
    other = long.replace(f"lamp {lamp} was", "lamp 777 was")
    app = open_reader(f"{long} that was all.\n", f"{other} that was all.\n")
    async with app.run_test(size=(80, 24)) as pilot:
        both = await quoted_of_the_only_row(app, pilot, until)
        width = app.screen.query(QuotedPassage).first().region.width
        for lines, said in zip(both, (f"lamp {lamp} was", "lamp 777 was"), strict=True):
            assert said in " ".join(lines)
            assert re.match("(left|right): “(…|Beside)", lines[0])
            assert all(cell_len(line) <= width for line in lines)


def test_the_words_that_differ_are_marked_in_a_quotation_on_one_line():
    anchor = Anchor("left", 10, 34, "In  May\n five boats came.", "", "", "")
    marks = [Mark(8, 19, "removed"), Mark(9, 13, "fact-left")]
    assert quoted(anchor, marks, "“”") == (
        ("left: “", ""),
        ("In May ", ""),
        ("five", "fact-left"),
        (" boats", "removed"),
        (" came.", ""),
        ("”", ""),
    )


async def test_the_list_has_tags_and_dates_and_shows_all_of_a_note(
    open_reader, screen_lines, until
):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "a", *("so much to say " * 6), "tab", *"tide", "ctrl+s")
        await until(pilot, lambda: app.screen.review.attention.noted)
        await pilot.press("@")
        await until(pilot, lambda: isinstance(app.screen, NotesScreen))
        await pilot.pause()
        lines = screen_lines(app)
        (entry,) = [line for line in lines if "▸" in line]
        assert "#tide" in entry
        written = datetime.fromisoformat(app.screen.picks.current.note.changed)
        assert entry.rstrip("│ ").endswith(f"{written.astimezone():%Y-%m-%d}")
        whole = app.screen.query_one("#whole")
        assert whole.max_scroll_y == 0
        assert app.screen.query_one(PickList).region.height >= 1
        assert any("right: “The keeper of lamp 1" in line for line in lines)


@pytest.mark.parametrize("time", ["", "yesterday", "99999-01-01", "\x1b[31m"])
def test_a_time_that_is_none_is_shown_as_it_is_and_steers_nothing(time):
    assert "\x1b" not in day_of(time)
    assert len(day_of(time)) <= 10
