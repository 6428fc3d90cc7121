"""One text is read and the other covered: what is seen, and where one peeks."""

import pytest

from tui_app.core.comparison import Comparison
from tui_app.core.model import Alignment, Bead
from tui_app.core.rows import build_rows
from tui_app.core.search import Query
from tui_app.core.segmentation import segment
from tui_app.core.translation import Translation
from tui_app.review.journey import Stay
from tui_app.ui.pair.pointer import Pointer

ORIGINAL = [f"Der Satz {n} steht hier." for n in range(60)]
TRANSLATED = [f"Sentence number {n} stands here." for n in range(60)]
ADDED = ["A note begins.", "A note ends."]
AT = 30


def paired(left, right, pairs):
    """Return two texts of one passage a line; the pairs belong together."""
    texts = ("\n".join(lines) + "\n" for lines in (left, right))
    documents = [segment(text, None, "line") for text in texts]
    alignment = Alignment(tuple(Bead((i,), (j,), 0.9) for i, j in pairs), ())
    rows = build_rows(*documents, alignment)
    return Comparison(*documents, alignment, rows, translation=Translation(("", "")))


def translated(gap=True):
    """Return 60 sentences and their translation, which has two more in the middle."""
    right = TRANSLATED[:AT] + ADDED * gap + TRANSLATED[AT:]
    pairs = [(n, n + 2 * (gap and n >= AT)) for n in range(60)]
    return paired(ORIGINAL, right, pairs)


@pytest.fixture
def reading(eye):
    """Return a function that opens a window on the two texts, in a layout."""

    def opened(layout="original", size=(80, 24), **named):
        seen = eye(translated(), "", size, layout=layout, **named)
        seen.click = lambda x, y: press(seen, x, y)
        return seen

    return opened


def press(seen, x, y):
    pointer = Pointer(seen.window, lambda *_: None)
    pointer.press(x, y)
    pointer.release()


def text_of(seen):
    return "\n".join(seen.lines())


def line_with(seen, words):
    """Return the screen line with the words, None where they are not seen."""
    return next((y for y, line in enumerate(seen.lines()) if words in line), None)


# -- one text ------------------------------------------------------------------


def test_only_one_text_is_shown(reading):
    seen = reading()
    assert "Der Satz 3 " in text_of(seen)
    assert "Sentence" not in text_of(seen)


def test_the_other_side_is_read_from_the_same_row_on(reading):
    seen = reading()
    seen.window.go_to(7)
    line = line_with(seen, "Der Satz 7 ")
    seen.window.to_side("right")
    assert "Der Satz" not in text_of(seen)
    assert line_with(seen, "number 7 ") == line
    assert seen.row == 7


def test_a_peek_shows_the_other_words_below_and_hides_them_again(reading):
    seen = reading()
    seen.window.go_to(5)
    before = seen.lines()
    seen.window.peek()
    line = line_with(seen, "Der Satz 5 ")
    assert "number 5 " in seen.lines()[line + 1]
    assert text_of(seen).count("Sentence") == 1
    seen.window.peek()
    assert seen.lines() == before


def test_who_goes_on_leaves_the_peek_and_keeps_their_line(reading):
    seen = reading()
    seen.window.go_to(20)
    seen.window.scroll_lines(4)
    seen.window.peek()
    line = line_with(seen, "Der Satz 21 ")
    seen.window.step_rows(1)
    assert "Sentence" not in text_of(seen)
    assert line_with(seen, "Der Satz 21 ") == line
    assert seen.row == 21


@pytest.mark.parametrize(
    "leave",
    [
        lambda seen: seen.window.turn(1),
        lambda seen: seen.window.turn(-1),
        lambda seen: seen.window.go_to_end(last=True),
        lambda seen: seen.window.go_to(3),
        lambda seen: seen.window.scroll_lines(30),
    ],
)
def test_whoever_leaves_the_row_covers_it(reading, leave):
    seen = reading()
    seen.window.go_to(20)
    seen.window.peek()
    leave(seen)
    assert "Sentence" not in text_of(seen)
    assert seen.sees(seen.row)


def test_a_peek_at_the_last_line_of_the_window_is_seen_whole(reading):
    seen = reading(size=(80, 10))
    for _ in range(9):
        seen.window.step_rows(1)
    seen.window.peek()
    assert line_with(seen, "number 9 ") is not None


def test_who_peeks_at_a_row_that_is_parted_goes_on_where_they_read(eye):
    right = [*TRANSLATED, "A sentence that stands at the end."]
    straight = [(n, n) for n in range(60) if n != 5]
    moved = paired(ORIGINAL, right, [*straight, (5, 60)])
    seen = eye(moved, layout="original")
    seen.window.to_side("right")
    seen.window.go_to(next(n for n, row in enumerate(moved.rows) if row.moved))
    assert line_with(seen, "at the end") is not None
    seen.window.peek()
    seen.window.to_side("left")
    seen.window.show(paired(ORIGINAL, right, straight))
    assert seen.sees(seen.row)
    assert line_with(seen, "at the end") is not None


def test_of_a_row_taller_than_the_window_a_peek_shows_where_the_other_begins(eye):
    tall = paired(["Ein langer Satz " * 60], ["A long sentence " * 60], [(0, 0)])
    seen = eye(tall, "", (40, 8), layout="original")
    seen.window.peek()
    assert "A long sentence" in text_of(seen)


def test_a_gap_is_one_line_and_a_peek_opens_all_of_it(reading):
    seen = reading()
    seen.window.go_to(AT)
    assert "2 passages only on the right" in text_of(seen)
    seen.window.peek()
    assert all(words in text_of(seen) for words in ADDED)
    seen.window.step_rows(1)
    assert seen.row == AT + 1
    assert ADDED[0] in text_of(seen)
    seen.window.step_rows(1)
    assert ADDED[0] not in text_of(seen)
    assert "2 passages" in text_of(seen)


def test_other_rows_come_while_one_peeks(reading):
    seen = reading()
    seen.window.go_to(40)
    seen.window.peek()
    seen.window.show(translated(gap=False))
    assert seen.row == 38
    assert text_of(seen).count("Sentence") == 1
    assert line_with(seen, "number 38 ") is not None


def test_a_wider_column_and_another_size_keep_the_peek(reading):
    seen = reading()
    seen.window.go_to(5)
    seen.window.peek()
    seen.lay(width=40)
    seen.resize(60, 12)
    assert line_with(seen, "number 5 ") is not None


def test_another_layout_and_back_begins_covered(reading):
    seen = reading()
    seen.window.peek()
    seen.lay(layout="side")
    assert "number 3 " in text_of(seen)
    seen.lay(layout="original")
    assert "Sentence" not in text_of(seen)


def test_turning_to_the_other_text_leaves_nothing_behind(reading):
    seen = reading()
    seen.window.to_side("right")
    seen.window.step_rows(1)
    assert not seen.review.cursor.apart
    seen.window.to_side("left")
    assert (seen.row, seen.review.cursor.side) == (1, "left")


def test_a_side_left_behind_comes_along_into_one_text(reading):
    seen = reading("side")
    seen.window.to_side("right")
    seen.window.step_rows(1)
    seen.lay(layout="original")
    assert not seen.review.cursor.apart
    assert seen.review.peeking.cover.reads == "right"


# -- covered -------------------------------------------------------------------


@pytest.mark.parametrize("layout", ["side", "stacked"])
def test_covered_words_leave_each_line_where_it_is(reading, layout):
    seen = reading(layout)
    before = seen.lines()
    seen.lay(covered=True)
    assert "Sentence" not in text_of(seen)
    for line, was in zip(seen.lines(), before, strict=True):
        assert len(line) == len(was)
        assert ("Der Satz" in line) == ("Der Satz" in was)
    seen.window.peek()
    assert "number 0 " in text_of(seen)
    assert text_of(seen).count("Sentence") == 1


def test_the_cover_is_as_long_as_the_words(reading):
    seen = reading("stacked", covered=True)
    covers = [line.count("·") for line in seen.lines() if "··" in line]
    assert covers == [len(words) for words in TRANSLATED[: len(covers)]]


def test_the_text_that_is_not_read_is_covered(reading):
    seen = reading("side", covered=True)
    seen.window.to_side("right")
    assert "Der Satz" not in text_of(seen)
    assert "Sentence" in text_of(seen)


def test_what_both_say_is_shown_once_and_not_covered(eye):
    seen = eye("One line.\n", "One line.\n", (60, 10), layout="stacked", covered=True)
    seen.window.to_side("right")
    assert "One line." in text_of(seen)


def test_free_panes_show_both_texts_and_locked_ones_cover_again(reading):
    seen = reading("side", covered=True)
    seen.lay(free=True)
    assert "Sentence" in text_of(seen)
    seen.lay(free=False)
    assert "Sentence" not in text_of(seen)


# -- being led to covered words ------------------------------------------------

MODES = [("original", False), ("side", True), ("stacked", True)]


@pytest.mark.parametrize(("layout", "covered"), MODES)
def test_a_hit_in_covered_words_is_uncovered_on_going_there(reading, layout, covered):
    seen = reading(layout, covered=covered)
    hits = seen.window.find(Query("number 50"), None)
    assert hits.at.side == "right"
    assert line_with(seen, "number 50 ") is not None
    assert seen.review.cursor.chosen == "left"
    seen.window.step_rows(1)
    assert "Sentence" not in text_of(seen)
    assert seen.review.cursor.side == "left"


@pytest.mark.parametrize(("layout", "covered"), MODES)
def test_from_hit_to_hit_only_the_one_is_uncovered(reading, layout, covered):
    seen = reading(layout, covered=covered)
    seen.window.find(Query("stands"), None)
    for number in range(1, 5):
        seen.window.step_hit(1)
        assert line_with(seen, f"number {number} ") is not None
        assert text_of(seen).count("Sentence") == 1


def test_a_hit_in_a_gap_opens_the_gap(reading):
    seen = reading()
    seen.window.find(Query("note ends"), None)
    assert seen.row == AT + 1
    assert line_with(seen, "A note ends.") is not None


def test_a_hit_shows_on_the_cover_over_it(reading):
    seen = reading("side", covered=True)
    seen.window.find(Query("number"), None)
    styled = seen.lines_with_styles()[3]
    hits = [text for text, style in styled if "hit" in style]
    assert hits == ["·" * len("number")]


@pytest.mark.parametrize(("layout", "covered"), MODES)
def test_a_difference_in_covered_words_alone_is_uncovered(reading, layout, covered):
    seen = reading(layout, covered=covered)
    seen.window.go_to(AT - 1)
    while seen.row < AT:
        assert seen.window.step_difference(forward=True)
    assert seen.row == AT
    assert line_with(seen, ADDED[0]) is not None


@pytest.mark.parametrize("layout", ["side", "stacked"])
def test_a_click_on_the_cover_uncovers_the_row(reading, layout):
    seen = reading(layout, covered=True)
    y = line_with(seen, "Der Satz 3 ") + (layout == "stacked")
    seen.click(seen.panes.columns.right + 2, y)
    assert seen.row == 3
    assert line_with(seen, "number 3 ") == y
    assert text_of(seen).count("Sentence") == 1
    seen.click(seen.panes.columns.left + 2, line_with(seen, "Der Satz 4 "))
    assert "Sentence" not in text_of(seen)
    assert (seen.row, seen.review.cursor.side) == (4, "left")


def test_a_click_on_words_one_peeks_at_stays_with_them(reading):
    seen = reading()
    seen.window.go_to(5)
    seen.window.peek()
    y = line_with(seen, "number 5 ")
    seen.click(seen.panes.columns.left + 2, y)
    assert (seen.row, seen.review.cursor.side) == (5, "right")
    assert line_with(seen, "number 5 ") == y
    assert "Der Satz" in text_of(seen)


def test_while_one_peeks_the_other_side_is_that_of_the_row(reading):
    seen = reading()
    seen.window.go_to(5)
    seen.window.peek()
    seen.window.to_side("right")
    assert seen.review.here == Stay("right", seen.review.beginning(5, "right").offset)
    assert "Der Satz 6 " in text_of(seen)
    seen.window.to_side("left")
    seen.window.step_rows(1)
    assert (seen.row, seen.review.cursor.side) == (6, "left")


def test_who_hides_the_row_they_peek_at_is_back_in_the_text_read(reading):
    seen = reading()
    seen.window.show_unreviewed_only(only=True)
    seen.window.go_to(5)
    seen.window.peek()
    seen.window.to_side("right")
    seen.window.take_notes((), frozenset({5}))
    assert (seen.row, seen.review.cursor.side) == (4, "left")
    seen.window.tell()
    seen.window.step_rows(1)
    assert "Sentence" not in text_of(seen)


def test_from_a_gap_to_a_hit_in_another_row_the_hit_is_seen(reading):
    seen = reading()
    seen.window.find(Query("note ends"), None)
    seen.window.find(Query("number 2 "), None)
    assert seen.row == 2
    assert line_with(seen, "number 2 ") is not None
    assert seen.review.cursor.chosen == "left"


# -- any size ------------------------------------------------------------------


@pytest.mark.parametrize(
    "size", [(20, 20), (20, 5), (40, 12), (200, 60), (3, 2), (1, 1)]
)
@pytest.mark.parametrize(("layout", "covered"), MODES)
def test_every_line_is_as_wide_as_the_window(reading, layout, covered, size):
    seen = reading(layout, size, covered=covered)
    for act in (
        seen.window.peek,
        lambda: seen.window.step_rows(1),
        lambda: seen.window.to_side("right"),
        seen.window.peek,
        lambda: seen.window.turn(1),
        lambda: seen.window.go_to(AT),
        seen.window.peek,
        lambda: seen.window.to_side("left"),
        lambda: seen.window.step_rows(-1),
    ):
        act()
        assert {seen.panes.strip(y).cell_length for y in range(size[1])} == {size[0]}
        assert seen.sees(seen.row)
