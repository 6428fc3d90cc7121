"""What the pair's own keys do, without an app: move, step, lay out, select, copy."""

from dataclasses import replace

import pytest

from tui_app.core.comparison import compare_texts
from tui_app.core.layout.scrolling import LinePlace
from tui_app.core.translation import Translation
from tui_app.notes.note import Note, NoteKind, PlacedNote, State, Status
from tui_app.review.new_rows import recut

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


# Layout


LAYS_OUT = [
    "layout-side",
    "layout-stacked",
    "layout-merged",
    "layout-original",
    "cover",
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
    reader.do("next-difference", "word-marks", "word-marks")
    stop = reader.review.attention.stop
    assert stop is not None
    assert reader.said == ["Marks: all, down to letters", "Marks: off"]
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


def test_where_a_row_is_too_long_to_mark_no_more_differences_is_not_all(parts):
    words = "".join(f"Word number {n} of the passage, " for n in range(2_000))
    reader = parts(f"{words}five.", f"{words}seven.")
    reader.do("next-difference", "next-difference")
    assert reader.said[-1].startswith("No other differences. 1 row is too long to mark")


# One text covered


def test_peeking_needs_something_covered(parts):
    reader = parts(LEFT, RIGHT)
    reader.do("peek")
    assert reader.said.pop() == "Both texts are shown; 4 leaves one, P covers one."
    reader.do("layout-original", "peek")
    assert not reader.said
    assert reader.review.peeking.cover.lifted == range(1)


def test_where_there_is_nothing_to_peek_at_it_is_said(parts):
    reader = parts("The same.\n\nOnly here, of all.", "The same.")
    reader.do("layout-original", "peek", "row-down", "peek")
    assert reader.said == [
        "Both texts say the same here.",
        "The right has nothing for this.",
    ]


def test_peeking_in_empty_texts_rings(parts):
    reader = parts("", "")
    reader.do("layout-original", "peek")
    assert reader.rung == 1


def test_the_cover_goes_on_and_off_and_comes_along(parts):
    reader = parts(LEFT, RIGHT)
    reader.do("cover")
    assert reader.review.options.covers
    reader.do("layout-stacked")
    assert reader.review.options.covers
    reader.do("cover")
    assert not reader.review.options.covers


def test_in_one_text_there_is_nothing_more_to_cover(parts):
    reader = parts(LEFT, RIGHT)
    reader.do("layout-original", "cover")
    assert reader.said == ["One text is shown; p shows the other's words here."]
    assert not reader.review.options.covered


@pytest.mark.parametrize("before", ["unlock", "layout-merged"])
def test_covering_leaves_a_layout_that_shows_both_texts(parts, before):
    reader = parts(LEFT, RIGHT)
    reader.do(before, "cover")
    options = reader.review.options
    assert (options.layout, options.free, options.covers) == ("auto", False, True)


def test_words_one_peeks_at_are_selected_and_copied(parts):
    reader = parts(LEFT, RIGHT)
    reader.do("layout-original", "peek", "other-side", "select", "side-right", "copy")
    assert reader.copied == ["Witness 1"]
    selection = reader.review.attention.selection
    assert (selection.side, reader.review.cursor.chosen) == ("right", "left")


def test_two_languages_are_not_merged(parts):
    made = compare_texts("Der Hund schläft.", "The dog sleeps.")
    reader = parts(made=replace(made, translation=Translation(("de", "en"))))
    reader.do("layout-stacked", "layout-merged")
    assert reader.review.options.layout == "stacked"
    assert reader.said == ["Two languages do not merge; other layouts: 1, 2, 4."]


def test_the_keys_can_go_to_one_kind_of_difference_only(parts):
    left = "It rained at 5.\n\nThe clerk left early.\n\nA lamp was lit upstairs."
    right = "It rained at 6.\n\nThe clerk left early."
    made = parts(left, right)
    review = made.review
    made.do("visits")
    assert made.said[-1] == "] and [ go to changed facts."
    made.do("visits", "next-difference")
    assert made.row == 2
    made.do("next-difference")
    assert made.said[-1] == "No other passages of one side."
    made.do("visits", "next-difference")
    assert "moved passages" in made.said[-1]
    made.do("facts-only")
    assert (review.marks.facts_only, review.marks.visits) == (True, "all")
    made.do("previous-difference")
    assert made.row == 0
