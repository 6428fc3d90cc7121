import pytest
from textual.events import MouseScrollDown
from textual.geometry import Offset

from tui_app.core.comparison import Comparison, compare
from tui_app.core.layout.scrolling import LinePlace
from tui_app.core.model import Alignment, Bead, Progress
from tui_app.core.rows import build_rows
from tui_app.core.segmentation import segment
from tui_app.review.session import Session
from tui_app.settings.preferences import Settings
from tui_app.ui.app import DiptychApp

PASSAGES = [
    f"Witness {n} told the court on day {n} that nothing had been seen. "
    f"The clerk wrote down {n + 3} names in the book. It rained."
    for n in range(1, 41)
]
LEFT = "\n\n".join(PASSAGES)
RIGHT = LEFT.replace("nothing had been seen", "nothing was seen").replace(
    "writes 9 names", "writes 8 names"
)


def reader(left: str = LEFT, right: str = RIGHT, **settings) -> DiptychApp:
    documents = [segment(text, None, "sentence") for text in (left, right)]
    session = Session(*documents, compare(*documents), settings=Settings(**settings))
    return DiptychApp(session)


def top_text(view) -> str:
    return view.render_line(0).text.strip()


def row_line(view, row: int) -> int | None:
    page = view.page
    item = page.items.at(row)
    place = LinePlace(item, page.first_line(item))
    return page.scroller.distance(page.top, place, view.size.height - 1)


async def test_the_cursor_is_always_in_sight():
    app = reader()
    async with app.run_test(size=(100, 24)) as pilot:
        view = app.screen.view
        keys = ["j"] * 9 + ["space", "space", "b", "ctrl+d", "G", "k", "k", "g", "j"]
        for key in keys:
            await pilot.press(key)
            assert row_line(view, view.attention.cursor.row) is not None


async def test_paging_to_the_end_reaches_the_last_row_and_stops():
    app = reader()
    async with app.run_test(size=(100, 24)) as pilot:
        view = app.screen.view
        for _ in range(40):
            await pilot.press("space")
        assert view.attention.cursor.row == len(view.comparison.rows) - 1
        last = view.page.visible(view.size.height)[-1]
        assert last.item == len(view.page.items) - 1


async def test_a_resize_keeps_the_passage_at_the_top():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("space", "space", "space")
        view = app.screen.view
        first, _ = view.rows_in_sight()
        for size in ((60, 20), (200, 50), (91, 24), (120, 30)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            seen, last = view.rows_in_sight()
            assert seen <= first <= last


@pytest.mark.parametrize("key", ["1", "2", "3", "z", "s", "+", "-", "f", "w"])
async def test_another_layout_keeps_the_row_under_the_eye(key):
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("space", "space", "j", "j")
        view = app.screen.view
        row, line = view.attention.cursor.row, row_line(view, view.attention.cursor.row)
        await pilot.press(key)
        await pilot.pause()
        now = row_line(view, row)
        run = view.page.items[view.page.items.at(row)]
        assert view.attention.cursor.row == run.start
        assert row in run
        assert now is not None
        assert abs(now - line) <= 1


async def until(pilot, done) -> None:
    for _ in range(400):
        if done():
            return
        await pilot.pause(0.02)
    raise AssertionError


async def test_another_unit_keeps_the_passage_and_comes_back():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        for _ in range(30):
            await pilot.press("j")
        view = app.screen.view
        passage = app.screen.here
        await pilot.press("u")
        await until(pilot, lambda: view.comparison.left.granularity == "paragraph")
        row = view.comparison.rows[view.attention.cursor.row]
        unit = view.comparison.left.units[row.left[0]]
        assert unit.start <= passage.offset < unit.end
        for unit in ("line", "sentence"):
            await pilot.press("u")
            await until(pilot, lambda u=unit: view.comparison.left.granularity == u)


async def test_verse_can_be_read_by_its_lines():
    stanza = (
        "Over all the hilltops is now a quiet peace,\n"
        "and in all the treetops you hear scarcely a breath,\n"
        "and the little birds are silent in the deep wood,\n"
        "wait only, and soon you too will rest in there."
    )
    verse = f"{stanza}\n\n{stanza.replace('all', 'most of')}"
    app = reader(verse, verse.replace("silent", "asleep"))
    async with app.run_test(size=(120, 30)) as pilot:
        view = app.screen.view
        assert len(view.comparison.rows) == 2
        await pilot.press("u")
        await until(pilot, lambda: view.comparison.left.granularity == "paragraph")
        await pilot.press("u")
        await until(pilot, lambda: len(view.comparison.rows) == 8)
        assert "line" in "".join(app.screen.status.info.modes)


async def test_the_texts_are_there_before_the_alignment_and_the_place_stays():
    documents = [segment(text, None, "sentence") for text in (LEFT, RIGHT)]
    app = DiptychApp(Session(*documents))
    async with app.run_test(size=(120, 30)) as pilot:
        view = app.screen.view
        assert view.render_line(0).text.strip()
        await until(pilot, lambda: not view.provisional)
        assert view.comparison.alignment.beads
        assert row_line(view, view.attention.cursor.row) is not None


async def test_differences_are_visited_one_by_one_and_back():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        view = app.screen.view
        seen = []
        for _ in range(5):
            await pilot.press("right_square_bracket")
            seen.append(view.attention.stop)
        assert len(set(seen)) == 5
        assert seen == sorted(seen)
        for stop in reversed(seen[:-1]):
            await pilot.press("left_square_bracket")
            assert view.attention.stop == stop


async def test_facts_only_visits_facts_only():
    right = LEFT.replace("told the court", "said to the court").replace(
        "wrote down 12 names", "wrote down 11 names"
    )
    app = reader(LEFT, right)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("f", "right_square_bracket")
        view = app.screen.view
        left, right_spans = view.looks.stops.spans(view.attention.stop)
        assert "12" in view.comparison.left.text[left[0].start : left[0].end]
        assert right_spans
        before = view.attention.stop
        await pilot.press("right_square_bracket")
        assert view.attention.stop == before


async def test_a_jump_leads_back_and_forth_again():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        view = app.screen.view
        await pilot.press("j", "j", "G")
        end = view.attention.cursor.row
        await pilot.press("ctrl+o")
        assert view.attention.cursor.row == 2
        await pilot.press("O")
        assert view.attention.cursor.row == end


async def test_folding_leaves_one_line_for_a_run_of_same_rows():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        view = app.screen.view
        await pilot.press("z")
        runs = [view.page.items[item] for item in range(len(view.page.items))]
        assert any(len(run) > 1 for run in runs)
        assert sum(len(run) for run in runs) == len(view.comparison.rows)
        assert any("rows the same" in view.render_line(y).text for y in range(28))


async def test_tab_leaves_the_other_side_behind_for_linking():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        cursor = app.screen.view.attention.cursor
        await pilot.press("j", "tab", "j", "j")
        assert (cursor.left, cursor.right, cursor.side) == (1, 3, "right")
        await pilot.press("escape", "j")
        assert (cursor.left, cursor.right) == (4, 4)


async def test_free_panes_scroll_by_themselves_and_lock_on_the_current_row():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        view = app.screen.view
        await pilot.press("s", "tab", "space", "space")
        cursor = view.attention.cursor
        assert cursor.left == 0
        assert cursor.right > 5
        assert view.pages["left"].top != view.pages["right"].top
        await pilot.press("s")
        assert cursor.left == cursor.right > 5


def with_a_move() -> Comparison:
    left = segment("One is here. Two is. Three is. Four is.", None, "sentence")
    right = segment("Two was. Three was. Four was. One was here.", None, "sentence")
    pairs = [(0, 3), (1, 0), (2, 1), (3, 2)]
    beads = tuple(Bead((one,), (other,), 0.8) for one, other in pairs)
    alignment = Alignment(beads, ())
    return Comparison(left, right, alignment, build_rows(left, right, alignment))


async def test_a_moved_passage_leads_to_its_place_and_back():
    comparison = with_a_move()
    app = DiptychApp(Session(comparison.left, comparison.right, comparison))
    async with app.run_test(size=(120, 30)) as pilot:
        view = app.screen.view
        await pilot.press("m")
        assert view.attention.cursor.row == 3
        await pilot.press("m")
        assert view.attention.cursor.row == 0


async def test_a_moved_passage_is_brought_beside_in_free_panes():
    comparison = with_a_move()
    app = DiptychApp(Session(comparison.left, comparison.right, comparison))
    async with app.run_test(size=(120, 30)) as pilot:
        cursor = app.screen.view.attention.cursor
        await pilot.press("s", "j", "m")
        assert (cursor.side, cursor.left, cursor.right) == ("left", 1, 1)


async def test_a_click_on_the_map_goes_there():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        view = app.screen.view
        height = app.screen.map.size.height
        await pilot.click(app.screen.map, offset=Offset(1, height - 1))
        assert view.attention.cursor.row == len(view.comparison.rows) - 1
        await pilot.click(app.screen.map, offset=Offset(1, 0))
        assert view.attention.cursor.row == 0


async def test_a_quit_does_not_wait_for_the_alignment():
    documents = [segment(text, None, "sentence") for text in (LEFT, RIGHT)]
    app = DiptychApp(Session(*documents))
    async with app.run_test(size=(120, 30)) as pilot:

        def endless(report):
            while True:
                report(Progress("align", 0, 0))

        app.screen.background.align(endless)
        await pilot.press("q")
    assert app._exit


async def test_the_cursor_stays_on_something_shown_when_rows_fold_or_hide():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        view = app.screen.view
        await pilot.press("j", "j", "j", "z")
        run = view.page.items[view.page.items.at(view.attention.cursor.row)]
        assert run.start == view.attention.cursor.row
        await pilot.press("z")
        view.set_hidden({0, 1, 2, 3, 4}.__contains__)
        await pilot.press("g")
        assert view.attention.cursor.row == 5


async def test_nothing_left_to_show_is_no_trouble():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        view = app.screen.view
        view.set_hidden(lambda _: True)
        keys = [
            "j",
            "k",
            "space",
            "g",
            "G",
            "m",
            "tab",
            "s",
            "s",
            "u",
            "z",
            "v",
            "y",
            "[",
            "]",
            "3",
            "1",
        ]
        named = {"[": "left_square_bracket", "]": "right_square_bracket"}
        await pilot.press(*(named.get(key, key) for key in keys))
        view.go_to(3)
        view.set_hidden(None)
        await pilot.pause()
        assert view.render_line(0).text.strip()


async def test_a_row_of_many_screens_is_walked_through_and_left():
    long = "some words that go on and on " * 3000
    left, right = f"One.\n\n{long}\n\nThree.", f"One.\n\n{long[:40000]}\n\nThree."
    documents = [segment(text, None, "paragraph") for text in (left, right)]
    beads = tuple(Bead((n,), (n,), 0.8) for n in range(3))
    alignment = Alignment(beads, ())
    rows = build_rows(*documents, alignment)
    app = DiptychApp(Session(*documents, Comparison(*documents, alignment, rows)))
    async with app.run_test(size=(120, 30)) as pilot:
        view = app.screen.view
        assert len(view.page.items) > 3
        await pilot.press("j", "j", "j")
        assert view.attention.cursor.row == 1
        before = view.page.top
        await pilot.press("j")
        assert view.page.top > before
        view.go_to(1, "left", 80_000)
        assert any("some words" in view.render_line(y).text for y in range(20))
        await pilot.resize_terminal(70, 24)
        await pilot.pause()
        await pilot.press("G")
        assert view.attention.cursor.row == 2
        await pilot.press("k")
        assert view.attention.cursor.row == 1


async def test_wider_and_narrower_change_the_column_and_0_forgets_it():
    app = reader()
    async with app.run_test(size=(240, 30)) as pilot:
        view = app.screen.view
        usual = view.text_width
        await pilot.press("plus", "plus")
        assert view.text_width > usual
        await pilot.press("minus", "minus", "minus")
        assert view.text_width < usual
        await pilot.press("0")
        assert view.text_width == usual


async def test_the_wheel_scrolls_the_pane_it_is_over():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        view = app.screen.view
        wheel = {"delta_x": 0, "delta_y": 1, "button": 0}
        keys = {"shift": False, "meta": False, "ctrl": False}
        await pilot.press("s")
        view.post_message(MouseScrollDown(view, 100, 5, **wheel, **keys))
        await pilot.pause()
        assert view.pages["right"].top > view.pages["left"].top
        assert view.attention.cursor.side == "right"


async def test_signs_of_rows_that_are_gone_are_no_trouble():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        view = app.screen.view
        last = len(view.comparison.rows) - 1
        view.set_signs(frozenset({last}), frozenset({last}))
        await pilot.press("s", "u")
        await until(pilot, lambda: view.comparison.left.granularity == "paragraph")
        view.set_signs(frozenset(), frozenset({0}))
        assert view.attention.noted == frozenset()


async def test_the_cursor_stays_in_sight_when_the_window_shrinks():
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        view = app.screen.view
        await pilot.press(*"j" * 8)
        for size in ((120, 14), (60, 20), (90, 12)):
            await pilot.resize_terminal(*size)
            await pilot.pause(0.1)
            first, last = view.rows_in_sight()
            assert first <= view.attention.cursor.row <= last
