"""What the mouse does in the pair, without an app: place, select, scroll."""

import pytest

from tui_app.ui.pair.pointer import Pointer

LEFT = "The first witness spoke. The second kept silent.\n\nNobody wrote it down."
RIGHT = "The first witness talked. The second was silent.\n\nNobody wrote it down."


class Hand:
    """A mouse over a window; ``run`` is what is to be called again and again."""

    def __init__(self, seen):
        self.seen, self.review, self.run = seen, seen.review, None
        self.pointer = Pointer(seen.window, self._every)

    def _every(self, _seconds, function):
        self.run = function
        return self

    def stop(self):
        self.run = None

    def over(self, words, side="left"):
        """Return the cell of the first of the words on a side."""
        columns = self.seen.panes.columns
        start = columns.left if side == "left" else columns.right
        for y, line in enumerate(self.seen.lines()):
            if (x := line.find(words, start)) >= 0:
                return x, y
        raise AssertionError(words)

    def click(self, x, y, times=1):
        for clicks in range(1, times + 1):
            self.pointer.press(x, y)
            self.pointer.release()
            self.pointer.choose(x, y, clicks)

    @property
    def chosen(self):
        return [
            one.text(self.review.comparison.document(one.side))
            for one in self.review.selected
        ]


@pytest.fixture
def hand(eye):
    return lambda *texts, **layout: Hand(eye(*(texts or (LEFT, RIGHT)), **layout))


def test_a_click_puts_the_cursor_on_the_row_and_side(hand):
    mouse = hand()
    mouse.click(*mouse.over("second was", "right"))
    assert (mouse.review.row, mouse.review.cursor.side) == (1, "right")
    mouse.click(*mouse.over("Nobody"))
    assert (mouse.review.row, mouse.review.cursor.side) == (2, "left")


def test_a_click_beside_the_text_puts_the_cursor_on_the_nearest_row(hand):
    mouse = hand()
    mouse.click(5, 29)
    assert mouse.review.row == 2
    assert mouse.chosen == []


@pytest.mark.parametrize(
    ("clicks", "words"),
    [
        (2, "witness"),
        (3, "The first witness spoke."),
        (4, "The first witness spoke. The second kept silent."),
        (5, "The first witness spoke. The second kept silent."),
    ],
)
def test_more_clicks_select_more_and_one_lets_go(hand, clicks, words):
    mouse = hand()
    x, y = mouse.over("witness")
    mouse.click(x + 2, y, clicks)
    assert mouse.chosen == [words]
    mouse.click(x, y)
    assert mouse.chosen == []


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_drag_selects_on_the_side_where_it_began(hand, side):
    mouse = hand()
    x, y = mouse.over("first", side)
    other = mouse.over("witness", "right" if side == "left" else "left")
    mouse.pointer.press(x, y)
    assert mouse.pointer.dragging
    mouse.pointer.drag(*other)
    assert [one.side for one in mouse.review.selected] == [side]
    mouse.pointer.drag(x + len("first wit") - 1, y)
    mouse.pointer.release()
    assert not mouse.pointer.dragging
    assert mouse.chosen == ["first wit"]


def test_a_drag_may_go_back_before_where_it_began(hand):
    mouse = hand()
    x, y = mouse.over("witness")
    mouse.pointer.press(x, y)
    mouse.pointer.drag(x - len("first "), y)
    assert mouse.chosen == ["first w"]


def test_a_drag_in_a_free_pane_stays_in_it(hand):
    mouse = hand(free=True)
    y = next(y for y, line in enumerate(mouse.seen.lines()) if "witness" in line)
    x = mouse.seen.lines()[y].index("witness", 60)
    mouse.pointer.press(x, y)
    mouse.pointer.drag(3, y)
    (selection,) = mouse.review.selected
    assert selection.side == "right"
    assert mouse.review.cursor.side == "right"


def test_a_click_beside_the_words_of_a_free_pane_is_in_that_pane(hand):
    mouse = hand(LEFT * 20, RIGHT * 20, free=True)
    mouse.pointer.scroll(100, 9)
    mouse.seen.window.to_side("left")
    blank = next(
        y for y, line in enumerate(mouse.seen.lines()) if not line[60:].strip()
    )
    left = mouse.review.cursor.row_on("left")
    mouse.click(100, blank)
    assert mouse.review.cursor.side == "right"
    assert mouse.review.cursor.row_on("left") == left
    assert mouse.seen.sees(mouse.review.row)


def test_the_window_creeps_while_the_mouse_is_held_beyond_its_edge(hand):
    mouse = hand(LEFT * 20, RIGHT * 20)
    top = mouse.seen.panes.page.top
    mouse.pointer.press(*mouse.over("first"))
    mouse.pointer.drag(8, 30)
    for _ in range(5):
        mouse.run()
    assert mouse.seen.panes.page.top > top
    assert "\n" in mouse.chosen[0]
    mouse.pointer.drag(8, -1)
    for _ in range(5):
        mouse.run()
    assert mouse.seen.panes.page.top == top
    mouse.pointer.drag(8, 5)
    assert mouse.run is None
    mouse.pointer.drag(8, 30)
    mouse.pointer.release()
    assert mouse.run is None


def test_the_wheel_scrolls_the_pane_it_is_over(hand):
    mouse = hand(LEFT * 20, RIGHT * 20, free=True)
    mouse.pointer.scroll(100, 3)
    pages = mouse.seen.panes.pages
    assert pages["right"].top > pages["left"].top
    assert mouse.review.cursor.side == "right"
    mouse.pointer.scroll(5, 3)
    assert pages["right"].top == pages["left"].top


def test_where_nothing_is_shown_the_mouse_does_nothing(eye):
    mouse = Hand(eye(LEFT, RIGHT, (0, 0)))
    mouse.click(3, 3, 3)
    mouse.pointer.scroll(3, 3)
    assert (mouse.review.row, mouse.chosen) == (0, [])


def test_a_click_finds_the_word_in_a_line_set_from_the_right(hand):
    mouse = hand("שלום לכל בני האדם באשר הם", "שלום לכל הבריות באשר הן")
    for side, words in (("left", "האדם"), ("right", "הבריות")):
        x, y = mouse.over(words, side)
        mouse.click(x + 1, y, times=2)
        assert mouse.chosen == [words]
        assert mouse.review.cursor.side == side
    line = mouse.seen.lines()[y]
    right = mouse.seen.panes.columns
    assert line[: right.left + right.text].endswith("באשר הם")
