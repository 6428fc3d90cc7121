"""The window keeps what is read in sight, whatever is done; no app is needed."""

from functools import cache

import pytest

from tui_app.core.comparison import Comparison, compare
from tui_app.core.model import Alignment, Bead
from tui_app.core.provisional_rows import provisional
from tui_app.core.rows import build_rows
from tui_app.core.search import Query, QueryError
from tui_app.core.segmentation import segment
from tui_app.review import row_looks
from tui_app.review.journey import Stay
from tui_app.review.stops import Stop

PASSAGES = [
    f"Witness {n} told the court on day {n} that nothing had been seen. "
    f"The clerk wrote down {n + 3} names in the book. It rained."
    for n in range(1, 41)
]
LEFT = "\n\n".join(PASSAGES)
RIGHT = LEFT.replace("nothing had been seen", "nothing was seen")
LAST = 119
SIZES = [(20, 5), (40, 12), (80, 24), (120, 40), (400, 120), (3, 2), (1, 1)]


@cache
def in_unit(unit: str) -> Comparison:
    return compare(*(segment(text, None, unit) for text in (LEFT, RIGHT)))


def of_one_tall_row() -> Comparison:
    tall = "some words that go on and on " * 3000
    left, right = f"One.\n\n{tall}\n\nThree.", f"One.\n\n{tall[:40000]}\n\nThree."
    documents = [segment(text, None, "paragraph") for text in (left, right)]
    alignment = Alignment(tuple(Bead((n,), (n,), 0.8) for n in range(3)), ())
    return Comparison(*documents, alignment, build_rows(*documents, alignment))


@pytest.mark.parametrize("layout", ["side", "stacked", "merged"])
@pytest.mark.parametrize("forward", [True, False])
def test_at_a_change_both_sides_of_its_row_are_in_sight(eye, layout, forward):
    seen = eye(LEFT, RIGHT, (77, 21))
    seen.lay(layout=layout)
    seen.window.go_to_end(last=not forward)
    for _ in range(30):
        assert seen.window.step_difference(forward=forward)
        shown = seen.panes.row_in_sight(seen.window.review.row)
        assert shown is not None
        assert shown.whole


# -- the size ------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("layout", ["side", "stacked", "merged", "original", "free"])
def test_every_line_of_every_size_is_as_wide_as_the_window(eye, size, layout):
    seen = eye(LEFT, RIGHT, size)
    seen.lay(free=True) if layout == "free" else seen.lay(layout=layout)
    for act in (
        lambda: seen.window.step_rows(1),
        lambda: seen.window.to_side("right"),
        lambda: seen.window.turn(1),
        lambda: seen.window.turn(-1),
        lambda: seen.window.step_rows(-1),
    ):
        act()
        assert all(seen.panes.strip(y).cell_length == size[0] for y in range(size[1]))


@pytest.mark.parametrize(("width", "layout"), [(89, "stacked"), (90, "side")])
def test_the_width_of_the_terminal_decides_whether_to_stack(eye, width, layout):
    seen = eye(LEFT, RIGHT)
    seen.window.resize(60, 30, width)
    assert seen.panes.view == layout


def test_the_layout_is_known_before_there_is_a_window(eye):
    seen = eye(LEFT, RIGHT, (0, 0))
    seen.window.resize(0, 0, 120)
    assert seen.panes.view == "side"
    assert seen.panes.pages == {}


@pytest.mark.parametrize("row", [0, 4, 50, LAST])
def test_what_is_seen_first_is_the_place_of_the_last_reading(eye, row):
    offset = in_unit("sentence").left.units[row].start
    seen = eye(LEFT, RIGHT, begin=Stay("left", offset))
    assert seen.row == row
    assert seen.line_of(row) is not None
    assert seen.told == [None]


def test_a_resize_keeps_the_passage_at_the_top(eye):
    seen = eye(LEFT, RIGHT)
    for _ in range(3):
        seen.window.turn(1)
    first, _ = seen.panes.rows_in_sight()
    for size in ((60, 20), (200, 50), (91, 24), (120, 30)):
        seen.resize(*size)
        assert seen.sees(first)


def test_the_cursor_stays_in_sight_when_the_window_shrinks(eye):
    seen = eye(LEFT, RIGHT, (120, 40))
    for _ in range(8):
        seen.window.step_rows(1)
    for size in ((120, 14), (60, 20), (90, 12)):
        seen.resize(*size)
        assert seen.row == 8
        assert seen.sees(8)


def test_the_same_size_again_changes_nothing(eye):
    seen = eye(LEFT, RIGHT)
    pages = dict(seen.panes.pages)
    seen.resize(120, 30)
    assert seen.panes.pages == pages
    assert len(seen.told) == 1


# -- the layout ----------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        {"layout": "side"},
        {"layout": "stacked"},
        {"layout": "merged"},
        {"width": 30},
        {"spacing": 2},
        {"free": True},
    ],
)
def test_another_layout_keeps_the_row_under_the_eye(eye, change):
    seen = eye(LEFT, RIGHT)
    for act in (seen.window.turn, seen.window.turn, seen.window.step_rows):
        act(1)
    row, line = seen.row, seen.line_of(seen.row)
    seen.lay(**change)
    assert seen.row == row
    assert abs(seen.line_of(row) - line) <= 1


def test_other_marks_move_nothing(eye):
    seen = eye(LEFT, RIGHT)
    seen.window.turn(1)
    top, row = seen.panes.page.top, seen.row
    seen.mark(words="off", facts_only=True)
    assert (seen.panes.page.top, seen.row) == (top, row)
    assert seen.told[-1] is None


def test_other_marks_leave_both_free_panes_where_they_are(eye):
    seen = eye(LEFT, RIGHT)
    seen.lay(layout="merged", free=True)
    seen.window.to_side("right")
    seen.window.turn(1)
    tops = {side: page.top for side, page in seen.panes.pages.items()}
    seen.window.to_side("left")
    seen.mark(words="off")
    assert {side: page.top for side, page in seen.panes.pages.items()} == tops


def test_folding_leaves_one_line_for_a_run_of_same_rows(eye):
    seen = eye(LEFT, RIGHT)
    seen.lay(folded=True)
    items = seen.panes.page.items
    runs = [items[item] for item in range(len(items))]
    assert any(len(run) > 1 for run in runs)
    assert sum(len(run) for run in runs) == len(seen.review.comparison.rows)
    assert any("rows the same" in line for line in seen.lines())


def test_the_cursor_stays_on_something_shown_when_rows_fold_or_hide(eye):
    seen = eye(LEFT, RIGHT)
    seen.window.go_to(2)
    seen.lay(folded=True)
    items = seen.panes.page.items
    assert items[items.at(seen.row)].start == seen.row
    seen.lay(folded=False)
    seen.window.take_notes((), frozenset(range(5)))
    seen.window.show_unreviewed_only(only=True)
    seen.window.go_to_end(last=False)
    assert seen.row == 5


def test_a_row_reviewed_while_reviewed_ones_are_hidden_goes_at_once(eye):
    seen = eye(LEFT, RIGHT)
    seen.window.show_unreviewed_only(only=True)
    assert len(seen.panes.page.items) == LAST + 1
    seen.window.go_to(1)
    seen.window.take_notes((), frozenset({1, 2}))
    assert len(seen.panes.page.items) == LAST - 1
    assert seen.row in {0, 3}
    seen.window.show_unreviewed_only(only=False)
    assert len(seen.panes.page.items) == LAST + 1


@pytest.mark.parametrize("empty", ["all reviewed", "no texts", "no window"])
def test_nothing_to_be_on_is_no_trouble(eye, empty):
    seen = eye(
        *(("", "") if empty == "no texts" else (LEFT, RIGHT)),
        (0, 0) if empty == "no window" else (120, 30),
    )
    if empty == "all reviewed":
        seen.window.take_notes((), frozenset(range(LAST + 1)))
        seen.window.show_unreviewed_only(only=True)
    window = seen.window
    for act in (
        lambda: window.step_rows(1),
        lambda: window.step_rows(-1),
        lambda: window.turn(1),
        lambda: window.turn(-1),
        lambda: window.scroll_lines(3),
        lambda: window.go_to_end(last=False),
        lambda: window.go_to_end(last=True),
        lambda: window.go_to(3),
        lambda: window.go_to(0, "right", 0),
        lambda: window.to_side("right"),
        window.bring_counterpart,
        window.gather,
        lambda: window.step_difference(forward=True),
        lambda: window.step_difference(forward=False),
        lambda: window.find(Query("court"), None),
        lambda: window.step_hit(1),
        window.end_search,
        window.prepare_next,
        lambda: seen.lay(free=True),
        lambda: window.step_rows(1),
        window.bring_counterpart,
        lambda: seen.lay(free=False, layout="merged"),
        lambda: seen.lay(folded=True),
        lambda: seen.resize(60, 20),
        lambda: window.step_rows(1),
    ):
        act()
    window.show_unreviewed_only(only=False)
    if empty != "no texts":
        assert any(line.strip() for line in seen.lines())


@pytest.mark.parametrize("texts", [("One.", ""), ("", "Two.")])
def test_an_empty_side_is_no_trouble(eye, texts):
    seen = eye(*texts)
    for free in (False, True):
        seen.lay(free=free)
        for side in ("right", "left"):
            seen.window.to_side(side)
            seen.window.step_rows(1)
            seen.window.turn(1)
            seen.window.step_rows(-1)
    assert any("One." in line or "Two." in line for line in seen.lines())


# -- other rows ----------------------------------------------------------------


def test_other_rows_keep_the_passage_on_its_line(eye):
    seen = eye(LEFT, RIGHT)
    seen.window.turn(1)
    seen.window.go_to(16)
    line, here = seen.line_of(16), seen.review.here
    seen.window.show(in_unit("paragraph"))
    unit = seen.review.comparison.left.units[
        seen.review.comparison.rows[seen.row].left[0]
    ]
    assert unit.start <= here.offset < unit.end
    assert seen.sees(seen.row)
    seen.window.show(in_unit("sentence"))
    assert (seen.row, seen.line_of(16)) == (16, line)


def test_rows_that_come_before_the_first_paint_are_shown_at_the_same_place(eye):
    rows = in_unit("sentence")
    rough = provisional(rows.left, rows.right)
    begin = Stay("left", rows.left.units[70].start)
    seen = eye(rough, size=(0, 0), begin=begin)
    seen.window.show(rows)
    seen.resize(120, 30)
    assert seen.row == 70
    assert seen.sees(70)


def test_of_a_tall_row_what_is_seen_stays_in_sight_among_finer_rows(eye):
    seen = eye(in_unit("paragraph"), size=(24, 5))
    seen.window.go_to(3)
    seen.window.scroll_lines(7)
    held = seen.panes.hold_top()
    seen.window.show(in_unit("sentence"))
    assert seen.review.row_at(held.stay) == seen.row
    assert seen.sees(seen.row)


# -- going ---------------------------------------------------------------------


def test_the_cursor_is_always_in_sight(eye):
    seen = eye(LEFT, RIGHT, (100, 24))
    window = seen.window
    for act in (
        *[lambda: window.step_rows(1)] * 9,
        lambda: window.turn(1),
        lambda: window.turn(1),
        lambda: window.turn(-1),
        lambda: window.turn(0.5),
        lambda: window.scroll_lines(5),
        lambda: window.go_to_end(last=True),
        lambda: window.step_rows(-1),
        lambda: window.go_to(60),
        lambda: window.scroll_lines(-5),
        lambda: window.go_to_end(last=False),
    ):
        act()
        assert seen.line_of(seen.row) is not None


def test_a_place_in_sight_is_gone_to_without_scrolling(eye):
    seen = eye(LEFT, RIGHT)
    seen.window.go_to(50)
    top = seen.panes.page.top
    seen.window.go_to(52)
    assert (seen.row, seen.panes.page.top) == (52, top)
    assert None not in seen.told[-1:]


def test_turning_to_the_end_reaches_the_last_row_and_stops(eye):
    seen = eye(LEFT, RIGHT, (100, 24))
    for _ in range(40):
        seen.window.turn(1)
    assert seen.row == LAST
    assert seen.panes.in_sight()[-1].item == len(seen.panes.page.items) - 1
    for _ in range(40):
        seen.window.turn(-1)
    assert seen.row == 0


def test_lines_of_a_page_are_seen_on_the_next_one_too(eye):
    seen = eye(LEFT, RIGHT, (100, 24))
    before = seen.panes.in_sight()
    seen.window.turn(1)
    assert seen.panes.in_sight()[:2] == before[-2:]


def test_of_a_tall_row_only_what_is_near_is_set(eye, monkeypatch):
    seen = eye(of_one_tall_row())
    seen.window.step_rows(1)
    setter = type(seen.panes.page._setter)
    set_row, portions = setter.set_row, []

    def noted(self, row, view, portion):
        portions.append(portion)
        return set_row(self, row, view, portion)

    monkeypatch.setattr(setter, "set_row", noted)
    seen.resize(71, 24)
    shown = seen.panes.row_in_sight(1)
    assert shown is not None
    assert not shown.whole
    assert len(set(portions)) <= 3 < len(seen.panes.page.items)


def test_what_is_hidden_in_a_row_is_looked_for_once(eye, monkeypatch):
    left = "A\u202eB said so. " * 10
    seen = eye(left, left.replace("said", "told"))
    looked = []
    hidden = row_looks.hidden
    monkeypatch.setattr(
        row_looks, "hidden", lambda *place: looked.append(place) or hidden(*place)
    )
    for _ in range(5):
        seen.window.step_rows(1)
        seen.window.step_rows(-1)
        seen.lines()
    assert looked
    assert len(looked) == len(set(looked))


def test_a_row_of_many_screens_is_walked_through_and_left(eye):
    seen = eye(of_one_tall_row())
    assert len(seen.panes.page.items) > 3
    for _ in range(3):
        seen.window.step_rows(1)
    assert seen.row == 1
    before = seen.panes.page.top
    seen.window.step_rows(1)
    assert seen.panes.page.top > before
    seen.window.go_to(1, "left", 80_000)
    assert any("some words" in line for line in seen.lines())
    seen.resize(70, 24)
    seen.window.go_to_end(last=True)
    assert seen.row == 2
    seen.window.step_rows(-1)
    assert seen.row == 1


def test_a_side_left_behind_stays_on_its_row_until_both_are_gathered(eye):
    seen = eye(LEFT, RIGHT)
    cursor = seen.review.cursor
    seen.window.step_rows(1)
    seen.window.to_side("right")
    for _ in range(2):
        seen.window.step_rows(1)
    assert (cursor.left, cursor.right, cursor.side) == (1, 3, "right")
    seen.window.gather()
    seen.window.step_rows(1)
    assert (cursor.left, cursor.right) == (4, 4)


def test_free_panes_scroll_by_themselves_and_lock_on_the_current_row(eye):
    seen = eye(LEFT, RIGHT)
    cursor = seen.review.cursor
    seen.lay(free=True)
    seen.window.to_side("right")
    seen.window.turn(1)
    seen.window.turn(1)
    assert cursor.left == 0
    assert cursor.right > 5
    assert seen.panes.pages["left"].top != seen.panes.pages["right"].top
    seen.lay(free=False)
    assert cursor.left == cursor.right > 5


def test_a_free_pane_is_brought_to_the_row_of_the_other(eye):
    seen = eye(LEFT, RIGHT)
    seen.lay(free=True)
    seen.window.go_to(60)
    assert seen.panes.pages["right"].top.item == 0
    seen.window.bring_counterpart()
    assert seen.review.cursor.side == "left"
    right = seen.panes.pages["right"]
    assert any(place.item == 60 for place in right.visible(30))


# -- differences and hits ------------------------------------------------------


def test_differences_are_visited_one_by_one_and_back(eye):
    seen = eye(LEFT, RIGHT)
    visited = []
    for _ in range(5):
        assert seen.window.step_difference(forward=True)
        visited.append(seen.review.attention.stop)
        assert seen.sees(seen.row)
    assert visited == sorted(set(visited))
    for stop in reversed(visited[:-1]):
        assert seen.window.step_difference(forward=False)
        assert seen.review.attention.stop == stop
    assert not seen.window.step_difference(forward=False)


def test_a_difference_is_gone_to_from_a_list_of_them(eye):
    seen = eye(LEFT, RIGHT)
    difference = seen.review.comparison.differences(90)[0]
    seen.window.stop_at(90, difference)
    assert seen.review.attention.stop == Stop(90, 0)
    assert seen.sees(90)
    seen.mark(facts_only=True)
    seen.window.stop_at(60, seen.review.comparison.differences(60)[0])
    assert (seen.row, seen.review.attention.stop) == (60, None)


def test_hits_are_gone_through_on_and_round(eye):
    seen = eye(LEFT, LEFT.replace("Witness", "A man"))
    hits = seen.window.find(Query("witness"), seen.review.here)
    assert (hits.place, seen.row) == ("1/40", 0)
    places = []
    for _ in range(40):
        assert seen.window.step_hit(1)
        places.append((hits.place, seen.row))
        assert seen.sees(seen.row)
    assert places[0] == ("2/40", 3)
    assert places[-1] == ("1/40", 0)
    assert seen.window.step_hit(-1)
    assert seen.row == 117


def test_a_search_goes_to_the_first_hit_from_where_it_began(eye):
    seen = eye(LEFT, RIGHT)
    began = Stay("left", LEFT.index("Witness 20 "))
    seen.window.find(Query("clerk"), began)
    assert seen.row == 58


def test_the_next_hit_is_looked_for_from_where_one_went_meanwhile(eye):
    seen = eye(LEFT, LEFT)
    seen.window.find(Query("witness"), None)
    seen.window.go_to(61)
    seen.window.step_hit(1)
    assert seen.row == 63
    seen.window.step_rows(1)
    seen.window.step_hit(-1)
    assert seen.row == 63
    seen.window.go_to_end(last=True)
    seen.window.step_hit(1)
    assert seen.row == 0


def test_hits_within_a_fold_are_gone_through_one_after_the_other(eye):
    seen = eye(LEFT, LEFT)
    seen.lay(folded=True)
    hits = seen.window.find(Query("clerk"), None)
    for number in range(2, 5):
        seen.window.step_hit(1)
        assert hits.place == f"{number}/80"


def test_without_hits_there_is_none_to_go_to(eye):
    seen = eye(LEFT, RIGHT)
    assert not seen.window.step_hit(1)
    assert seen.window.find(Query("nowhere"), None).place == "not found"
    assert not seen.window.step_hit(1)
    with pytest.raises(QueryError):
        seen.window.find(Query("(", regex=True), None)
    assert seen.review.attention.hits is None
    assert seen.told[-1] is None


# -- what is painted anew ------------------------------------------------------


def test_only_the_lines_of_the_rows_that_look_different_are_painted_anew(eye):
    seen = eye(LEFT, RIGHT)
    seen.window.step_rows(1)
    begun = {seen.line_of(0), seen.line_of(1)}
    assert begun <= set(seen.told[-1])
    assert len(seen.told[-1]) < 8
    seen.window.take_notes((), frozenset({2}))
    assert seen.told[-1][0] == seen.line_of(2)


def test_each_act_tells_once_when_it_is_done(eye):
    seen = eye(LEFT, RIGHT)
    window = seen.window
    for act in (
        lambda: window.turn(1),
        lambda: window.go_to(80),
        lambda: window.step_difference(forward=True),
        lambda: window.scroll_lines(2),
        lambda: window.step_rows(1),
        lambda: window.go_to_end(last=True),
        lambda: seen.lay(layout="merged"),
        lambda: window.take_notes((), frozenset({3})),
    ):
        seen.told.clear()
        act()
        assert len(seen.told) == 1


def test_what_is_painted_line_by_line_is_what_is_painted_as_a_whole(eye):
    """The lines that are told suffice: those not painted anew are still right."""
    seen = eye(LEFT, RIGHT)
    window = seen.window
    screen = seen.lines_with_styles()
    for act in (
        lambda: window.step_rows(1),
        lambda: window.step_difference(forward=True),
        lambda: window.step_difference(forward=True),
        lambda: window.take_notes((), frozenset({1, 3})),
        lambda: window.to_side("right"),
        lambda: window.step_rows(1),
        window.gather,
        lambda: window.find(Query("clerk"), None),
        lambda: window.step_hit(1),
        window.end_search,
        lambda: window.turn(1),
        lambda: seen.mark(words="off"),
        lambda: window.put_cursor(seen.row + 1),
    ):
        seen.told.clear()
        act()
        for lines in seen.told:
            painted = seen.lines_with_styles()
            for y in range(len(screen)) if lines is None else lines:
                screen[y] = painted[y]
        seen.panes.forget(None)
        assert screen == seen.lines_with_styles()


def test_in_a_pause_the_next_page_is_worked_out_row_by_row(eye):
    seen = eye(LEFT, RIGHT)
    seen.lines()
    worked_out = 0
    while seen.window.prepare_next():
        worked_out += 1
    first, last = seen.panes.rows_in_sight()
    assert 0 < worked_out <= last - first + 2
    seen.window.turn(1)
    assert not seen.panes.page.prepare(range(last + 1, last + worked_out))
