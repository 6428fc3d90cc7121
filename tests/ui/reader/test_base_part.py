"""The reader with a base: a sign for each row, what ``]`` goes to, counts, lists."""

import pytest

from tui_app.review.listed_rows import ListKind
from tui_app.ui.reader.list_keys import ListKeys
from tui_app.ui.screens.base_list import BaseListScreen
from tui_app.ui.screens.facts_list import FactsScreen

BASE = """The council met on Monday in the old hall by the river.

It voted for the plan by five to two, and the mayor wept.

The mayor said that the bridge must be mended before the winter.

Nobody spoke of the school that had lost its roof in the storm.

The clerk wrote all of it down in a thick green book.
"""
LEFT = """The council met on Tuesday in the old hall by the river.

It voted against the plan by five to two, and the mayor wept.

The mayor said that the bridge should be mended before the winter.

The clerk wrote all of it down in a thick green book.
"""
RIGHT = """The council met on Monday in the old hall by the river.

It voted against the plan by six to two, and the mayor wept.

The mayor said that the bridge may be mended before the winter.

The clerk wrote all of it down in a thick green book.

A lamp burned all night in the window above the bakery.
"""
COUNTS = "2 new, 1 taken back, 1 changed again, 2 kept"


@pytest.fixture
def with_base(open_reader):
    """Return a function that makes an App with a reader on three versions."""

    def make(*texts, base=BASE):
        return open_reader(*(texts or (LEFT, RIGHT)), base=base)

    return make


def lists_of(reader):
    return next(part for part in reader.parts if isinstance(part, ListKeys))


async def known(pilot, until):
    reader = pilot.app.screen
    await until(pilot, lambda: reader.review.since_base.counts is not None)
    await until(pilot, lambda: reader.counts.by_row is not None)
    await pilot.pause()
    return reader


async def test_each_row_has_signs_and_the_status_line_the_counts(
    with_base, until, screen_lines
):
    app = with_base()
    async with app.run_test(size=(160, 24)) as pilot:
        reader = await known(pilot, until)
        looks = [
            reader.review.row_look(row, None).signs[-2:]
            for row in range(len(reader.review.comparison.rows))
        ]
        signs = ["".join(sign for sign, _ in cells).strip() for cells in looks]
        assert signs == ["↶", "◆◦", "≠◦", "", "◆"]
        lines = screen_lines(app)
        assert any("Tuesday" in line and "↶" in line for line in lines)
        assert any("2 new, 1 back, 1 again, 2 kept" in line for line in lines) or any(
            COUNTS in line for line in lines
        )


async def test_the_key_goes_from_status_to_status_and_the_visits_follow(
    with_base, until
):
    app = with_base()
    async with app.run_test(size=(120, 30)) as pilot:
        reader = await known(pilot, until)
        found = []
        for _ in range(5):
            await pilot.press("B", "g")
            rows = []
            for _ in range(9):
                stop = reader.review.next_stop(forward=True)
                if stop is None:
                    break
                await pilot.press("]")
                rows.append(stop.row + 1)
            await pilot.pause()
            assert reader.status.info.to_go == 0
            found.append((reader.review.marks.since_base, rows))
        assert found == [
            ("new", [2, 5]),
            ("taken back", [1]),
            ("changed again", [3]),
            ("kept", [2, 3]),
            (None, [1, 2, 3, 5]),
        ]


async def test_details_tell_the_status_and_the_words_of_the_base(with_base, until):
    app = with_base()
    async with app.run_test(size=(120, 40)) as pilot:
        reader = await known(pilot, until)
        await pilot.press("i")
        await pilot.pause()
        (change,) = reader._details.details.changes
        assert change.since_base == (("taken back",), "Monday")
        await pilot.press("j")
        await pilot.pause()
        assert reader._details.details.kept == (("for", "against"),)
        shown = str(reader._details._text.content)
        assert "differs, new)" in shown
        assert "for → against" in shown


async def test_the_lists_have_a_kind_for_each_status(with_base, until, screen_lines):
    app = with_base()
    async with app.run_test(size=(140, 30)) as pilot:
        reader = await known(pilot, until)
        await pilot.press("I")
        await until(pilot, lambda: isinstance(app.screen, FactsScreen))
        await until(pilot, lambda: any("↶ Tuesday" in one for one in screen_lines(app)))
        await pilot.press("escape")
        lists_of(reader).open(ListKind.CHANGED_AGAIN)
        await until(pilot, lambda: isinstance(app.screen, BaseListScreen))
        await pilot.pause()
        lines = screen_lines(app)
        assert any("must → should → may" in line for line in lines)
        assert any("[changed again 1]" in line for line in lines)
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is reader)
        assert reader.review.row == 2
        assert reader.review.attention.stop is not None


async def test_what_is_kept_is_gone_to_though_no_words_differ_there(with_base, until):
    app = with_base()
    async with app.run_test(size=(140, 30)) as pilot:
        reader = await known(pilot, until)
        lists_of(reader).open(ListKind.KEPT)
        await until(pilot, lambda: isinstance(app.screen, BaseListScreen))
        await pilot.pause()
        assert len(app.screen.picks.entries) == 2
        await pilot.press("down", "enter")
        await until(pilot, lambda: app.screen is reader)
        assert reader.review.row == 2


async def test_without_a_base_the_key_says_how_to_name_one(open_reader):
    app = open_reader()
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press("B")
        assert "--base FILE" in app.screen.status.info.message
        assert len(app.screen.review.row_look(0, None).signs) == 5


async def test_other_units_are_compared_with_the_base_as_well(with_base, until):
    app = with_base()
    async with app.run_test(size=(120, 24)) as pilot:
        reader = await known(pilot, until)
        before = reader.review.since_base.changes
        await pilot.press("u")
        await until(
            pilot,
            lambda: (
                reader.review.since_base.changes not in (None, before)
                and reader.review.since_base.counts
            ),
        )
        assert reader.review.since_base.changes.pair is reader.review.comparison
        assert reader.review.comparison.left.granularity == "paragraph"
        totals = reader.review.since_base.counts.totals()
        assert sum(totals.values()) == 6


async def test_a_base_that_says_what_the_left_says_is_told(with_base, until):
    app = with_base(base=LEFT)
    async with app.run_test(size=(120, 24)) as pilot:
        reader = await known(pilot, until)
        assert "all changes are new" in reader.status.info.message
        assert {*reader.review.since_base.counts.totals().values()} == {4, 0}


@pytest.mark.parametrize("width", [60, 80])
async def test_narrow_screens_keep_room_for_a_sign(
    with_base, until, width, screen_lines
):
    app = with_base()
    async with app.run_test(size=(width, 24)) as pilot:
        await known(pilot, until)
        assert any("↶" in line for line in screen_lines(app))
