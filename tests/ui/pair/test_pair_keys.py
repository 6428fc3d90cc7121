"""What the pair's own keys do, without an app: move, step, lay out, select, copy."""

import pytest

from tui_app.core.comparison import Comparison, compare_texts
from tui_app.core.layout.scrolling import LinePlace
from tui_app.core.model import Alignment, Bead
from tui_app.core.rows import build_rows
from tui_app.core.segmentation import segment
from tui_app.notes.note import Note, NoteKind, PlacedNote, State, Status
from tui_app.review.alignments import recut

PASSAGES = [
    f"Witness {n} told the court on day {n} that nothing had been seen. "
    f"The clerk wrote down {n + 3} names in the book. It rained."
    for n in range(1, 41)
]
LEFT = "\n\n".join(PASSAGES)
RIGHT = LEFT.replace("nothing had been seen", "nothing was seen").replace(
    "writes 9 names", "writes 8 names"
)


def line_of(reader, row):
    """Return the line of the window that the row begins on, None out of sight."""
    page = reader.window.panes.page
    item = page.items.at(row)
    return reader.window.panes.line_of(LinePlace(item, page.first_line(item)))


# Moving


def test_the_cursor_is_always_in_sight(parts):
    reader = parts(LEFT, RIGHT, size=(100, 24))
    down, up = ["row-down"] * 9, ["row-up"] * 2
    pages = ["page-down", "page-down", "page-up", "half-down", "half-up"]
    for name in [*down, *pages, "last-row", *up, "first-row", "row-down"]:
        reader.do(name)
        assert line_of(reader, reader.row) is not None


def test_paging_to_the_end_reaches_the_last_row_and_stops(parts):
    reader = parts(LEFT, RIGHT, size=(100, 24))
    reader.do(*["page-down"] * 40)
    assert reader.row == len(reader.review.comparison.rows) - 1
    assert reader.window.panes.rows_in_sight()[1] == reader.row


def test_rows_and_sides_are_walked(parts):
    reader = parts(LEFT, RIGHT)
    reader.do("row-down", "row-down", "row-up", "other-side")
    assert (reader.review.cursor.side, reader.row) == ("right", 1)


def test_the_other_side_is_left_behind_for_linking_until_one_leaves_it(parts):
    reader = parts(LEFT, RIGHT)
    cursor = reader.review.cursor
    reader.do("row-down", "other-side", "row-down", "row-down")
    assert (cursor.left, cursor.right, cursor.side) == (1, 3, "right")
    reader.do("leave", "row-down")
    assert (cursor.left, cursor.right) == (4, 4)


def test_free_panes_scroll_by_themselves_and_lock_on_the_current_row(parts):
    reader = parts(LEFT, RIGHT)
    reader.do("unlock", "other-side", "page-down", "page-down")
    cursor, pages = reader.review.cursor, reader.window.panes.pages
    assert cursor.left == 0
    assert cursor.right > 5
    assert pages["left"].top != pages["right"].top
    reader.do("unlock")
    assert cursor.left == cursor.right > 5


def test_a_row_of_many_screens_is_walked_through_and_left(parts):
    long = "some words that go on and on " * 3000
    left, right = f"One.\n\n{long}\n\nThree.", f"One.\n\n{long[:40000]}\n\nThree."
    documents = [segment(text, None, "paragraph") for text in (left, right)]
    alignment = Alignment(tuple(Bead((n,), (n,), 0.8) for n in range(3)), ())
    rows = build_rows(*documents, alignment)
    reader = parts(made=Comparison(*documents, alignment, rows))
    panes = reader.window.panes
    assert len(panes.page.items) > 3
    reader.do(*["row-down"] * 3)
    assert reader.row == 1
    before = panes.page.top
    reader.do("row-down")
    assert panes.page.top > before
    reader.window.go_to(1, "left", 80_000)
    assert any("some words" in reader.line(y) for y in range(20))
    reader.window.resize(67, 21, 70)
    reader.do("last-row")
    assert reader.row == 2
    reader.do("row-up")
    assert reader.row == 1


# Layout


def test_a_resize_keeps_the_passage_at_the_top(parts):
    reader = parts(LEFT, RIGHT)
    reader.do(*["page-down"] * 3)
    first, _ = reader.window.panes.rows_in_sight()
    for width, height in ((60, 20), (200, 50), (91, 24), (120, 30)):
        reader.window.resize(width - 3, height - 3, width)
        seen, last = reader.window.panes.rows_in_sight()
        assert seen <= first <= last


def test_the_cursor_stays_in_sight_when_the_window_shrinks(parts):
    reader = parts(LEFT, RIGHT, size=(120, 40))
    reader.do(*["row-down"] * 8)
    for width, height in ((120, 14), (60, 20), (90, 12)):
        reader.window.resize(width - 3, height - 3, width)
        first, last = reader.window.panes.rows_in_sight()
        assert first <= reader.row <= last


LAYS_OUT = [
    "layout-side",
    "layout-stacked",
    "layout-merged",
    "fold-same",
    "unlock",
    "wider",
    "narrower",
    "facts-only",
    "word-marks",
]


@pytest.mark.parametrize("name", LAYS_OUT)
def test_another_layout_keeps_the_row_under_the_eye(parts, name):
    reader = parts(LEFT, RIGHT)
    reader.do("page-down", "page-down", "row-down", "row-down")
    row, line = reader.row, line_of(reader, reader.row)
    reader.do(name)
    now, items = line_of(reader, row), reader.window.panes.page.items
    assert reader.row == items[items.at(row)].start
    assert row in items[items.at(row)]
    assert now is not None
    assert abs(now - line) <= 1


def test_folding_leaves_one_line_for_a_run_of_same_rows(parts):
    reader = parts(LEFT, RIGHT)
    reader.do("fold-same")
    items = reader.window.panes.page.items
    runs = [items[item] for item in range(len(items))]
    assert any(len(run) > 1 for run in runs)
    assert sum(len(run) for run in runs) == len(reader.review.comparison.rows)
    assert any("rows the same" in reader.line(y) for y in range(26))


def test_wider_and_narrower_change_the_column_and_0_forgets_it(parts):
    reader = parts(LEFT, RIGHT, size=(240, 30))
    panes = reader.window.panes
    usual = panes.text_width
    reader.do("wider", "wider")
    assert panes.text_width > usual
    reader.do("narrower", "narrower", "narrower")
    assert panes.text_width < usual
    reader.do("layout-auto")
    assert panes.text_width == usual


def test_as_wide_as_there_is_room_is_as_wide_as_it_gets(parts):
    reader = parts(LEFT, RIGHT, size=(100, 30))
    reader.do(*["wider"] * 30)
    assert reader.rung
    before = reader.review.options
    reader.do("wider")
    assert reader.review.options == before


def test_the_cursor_stays_on_something_shown_when_rows_fold_or_hide(parts):
    reader = parts(LEFT, RIGHT)
    reader.do("row-down", "row-down", "row-down", "fold-same")
    items = reader.window.panes.page.items
    assert items[items.at(reader.row)].start == reader.row
    reader.do("fold-same")
    reader.window.take_notes((), frozenset(range(5)))
    reader.window.show_unreviewed_only(only=True)
    reader.do("first-row")
    assert reader.row == 5


def test_nothing_left_to_show_is_no_trouble(parts):
    reader = parts(LEFT, RIGHT)
    every = frozenset(range(len(reader.review.comparison.rows)))
    reader.window.take_notes((), every)
    reader.window.show_unreviewed_only(only=True)
    waits = {"search", "go-to", "facts-list"}
    for name in sorted(set(reader.acts) - waits):
        reader.do(name)
    reader.do("layout-side")
    reader.window.go_to(3)
    assert all(not reader.line(y).strip() for y in range(20))
    reader.window.show_unreviewed_only(only=False)
    assert reader.line(0).strip()


def placed_on(row: int) -> PlacedNote:
    note = Note("n", "v", NoteKind.NOTE, "", (), Status.OPEN, (), "", "", "")
    return PlacedNote(note, State.PLACED, (row,), (), (), (), ())


def test_signs_of_rows_that_are_gone_are_no_trouble(parts):
    reader = parts(LEFT, RIGHT)
    shown = reader.review.comparison
    last = len(shown.rows) - 1
    reader.window.take_notes([placed_on(last)], frozenset({last}))
    reader.do("unlock")
    left, right = (recut(one, "paragraph") for one in (shown.left, shown.right))
    reader.window.show(compare_texts(left.text, right.text, "paragraph"))
    assert reader.review.attention.noted == frozenset()
    reader.window.take_notes((), frozenset({0}))
    assert reader.review.attention.reviewed == {0}


# Differences


def test_differences_are_visited_one_by_one_and_back(parts):
    reader = parts(LEFT, RIGHT)
    seen = []
    for _ in range(5):
        reader.do("next-difference")
        seen.append(reader.review.attention.stop)
    assert len(set(seen)) == 5
    assert seen == sorted(seen)
    for stop in reversed(seen[:-1]):
        reader.do("previous-difference")
        assert reader.review.attention.stop == stop


def test_facts_only_visits_facts_only(parts):
    right = LEFT.replace("told the court", "said to the court").replace(
        "wrote down 12 names", "wrote down 11 names"
    )
    reader = parts(LEFT, right)
    reader.do("facts-only", "next-difference")
    review = reader.review
    left, right_spans = review.looks.stops.spans(review.attention.stop)
    assert "12" in review.comparison.left.text[left[0].start : left[0].end]
    assert right_spans
    before = review.attention.stop
    reader.do("next-difference")
    assert review.attention.stop == before


SAME = "The bridge was opened.\n\nIt rained.\n\nThe guests went home."
OTHER = SAME.replace("rained", "snowed")


@pytest.mark.parametrize(
    ("right", "names", "told"),
    [
        (SAME, ["next-difference"], "No differences."),
        (SAME, ["previous-difference"], "No differences."),
        (SAME, ["facts-only", "next-difference"], "No changed facts."),
        (SAME, ["next-hit"], "No differences."),
        (OTHER, ["last-row", "next-difference"], "No more differences below."),
        (OTHER, ["previous-difference"], "No more differences above."),
        (OTHER, ["next-difference", "next-difference"], "No other differences."),
    ],
)
def test_that_there_is_no_difference_is_said(parts, right, names, told):
    reader = parts(made=compare_texts(SAME, right))
    reader.do(*names)
    assert reader.said == [told]
    assert reader.rung == 1


def test_a_difference_found_says_nothing(parts):
    reader = parts(made=compare_texts(SAME, OTHER))
    reader.do("next-difference")
    assert not reader.said
    assert not reader.rung


def test_other_word_marks_do_not_lose_the_difference(parts):
    changed = SAME.replace("opened", "closed").replace("rained", "snowed")
    reader = parts(made=compare_texts(SAME, changed))
    reader.do("next-difference", "word-marks")
    stop = reader.review.attention.stop
    assert stop is not None
    assert reader.said == ["Word marks: off"]
    reader.do("next-difference")
    assert reader.review.attention.stop.row > stop.row


# Selecting and copying

COURT = "The first witness spoke. The second kept silent.\n\nNobody wrote it down."
STREET = "The first witness talked. The second was silent.\n\nNobody wrote it down."


def test_select_takes_word_sentence_paragraph_and_nothing(parts):
    reader, found = parts(COURT, STREET), []
    for _ in range(4):
        reader.do("select")
        found.append(reader.pair_keys.selected_text())
    assert found == [
        "The",
        "The first witness spoke.",
        "The first witness spoke. The second kept silent.",
        "",
    ]


def test_sides_draw_by_words_and_rows_by_sentences(parts):
    reader = parts(COURT, STREET)
    chosen = reader.pair_keys.selected_text
    reader.do("select", "side-right", "side-right")
    assert chosen() == "The first witness"
    reader.do("side-left")
    assert chosen() == "The first"
    reader.do("row-down", "row-down")
    assert chosen() == "The first witness spoke. The second kept silent."
    reader.do("leave")
    assert chosen() == ""


def test_the_selection_is_copied_or_else_the_passage_as_plain_text(parts):
    reader = parts(COURT, STREET)
    reader.do("copy", "other-side", "select", "side-right", "copy")
    assert reader.copied == ["The first witness spoke.", "The first"]
    assert reader.said == ["Copied 4 words.", "Copied 2 words."]


def test_before_the_alignment_differences_are_not_looked_for_and_that_is_said(parts):
    reader = parts(LEFT, RIGHT, aligned=False)
    reader.do("next-difference", "counterpart", "facts-list")
    assert reader.said == ["The texts are still being aligned."] * 3
    assert not reader.opened
    assert reader.review.attention.stop is None
