"""A book's worth of review marks: the same as a few, and no more steps for one more."""

from __future__ import annotations

import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui_app.core.comparison import compare_texts
from tui_app.core.model import Span
from tui_app.notes.anchoring.new_anchors import row_anchors, span_anchor
from tui_app.notes.journal.ledger import compacted, pays
from tui_app.notes.note import MarkKind
from tui_app.notes.notebook import Notebook


def opened(comparison):
    return Notebook.open(comparison.left, comparison.right)


TEXTS = (
    "One came. Two went.\n\nThree sat. Four stood.\n\nFive slept.",
    "One came. Two left.\n\nFour stood. Three sat.\n\nSix woke. Five slept.",
)
SENTENCES = compare_texts(*TEXTS)
PARAGRAPHS = compare_texts(*TEXTS, unit="paragraph")
rows = st.lists(st.integers(0, 4), min_size=1, max_size=3)
acts = st.one_of(
    st.tuples(st.sampled_from(["mark", "unmark"]), st.booleans(), rows),
    st.tuples(st.sampled_from(["undo", "redo"]), st.just(False), st.just([])),
)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(acts, max_size=12))
def test_what_is_kept_in_step_is_what_is_found_by_whoever_opens_them(
    tmp_path_factory, monkeypatch, steps
):
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    notebook = opened(SENTENCES)
    for act, by_paragraph, numbers in steps:
        shown = PARAGRAPHS if by_paragraph else SENTENCES
        wanted = [number % len(shown.rows) for number in numbers]
        if act in {"undo", "redo"}:
            getattr(notebook, act)()
        else:
            notebook.marks.review(shown, wanted, reviewed=act == "mark")
            found = notebook.marks.reviewed(shown)
            assert found.issuperset(wanted) if act == "mark" else not found & {*wanted}
        for one in (SENTENCES, PARAGRAPHS):
            assert notebook.marks.reviewed(one) == opened(one).marks.reviewed(one)


def test_another_readers_marks_are_seen(comparison):
    mine, theirs = opened(comparison), opened(comparison)
    assert mine.marks.reviewed(comparison) == frozenset()
    theirs.marks.review(comparison, [1, 2])
    assert mine.poll()
    assert mine.marks.reviewed(comparison) == {1, 2}
    theirs.undo()
    assert mine.poll()
    assert mine.marks.reviewed(comparison) == frozenset()


def test_marks_are_known_by_either_side(comparison, turned):
    opened(comparison).marks.review(comparison, [0])
    notebook = opened(turned)
    assert notebook.marks.reviewed(turned) == {0}
    notebook.marks.review(turned, [0], reviewed=False)
    assert opened(comparison).marks.reviewed(comparison) == frozenset()


def test_white_space_between_two_marks_of_one_unit_parts_nothing(comparison):
    """Words reviewed one by one, as by another program, are reviewed together."""
    notebook = opened(comparison)
    left, right = row_anchors(comparison, 0)
    middle = left.start + len("The bridge")
    halves = [Span(left.start, middle), Span(middle + 1, left.end)]
    changes = notebook._changes
    for anchors in (
        [right],
        *([span_anchor(comparison.left, "left", one)] for one in halves),
    ):
        assert notebook.marks.reviewed(comparison) == frozenset()
        changes.commit(lambda made=anchors: [changes.new(MarkKind.REVIEWED, made)])
    assert notebook.marks.reviewed(comparison) == {0}


def calls(work):
    """Return how many Python functions are called."""
    count = 0

    def called(_frame, event, _argument):
        nonlocal count
        count += event == "call"

    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def book_of(lines):
    text = "".join(f"In year {number} they came.\n" for number in range(lines))
    return compare_texts(text, text.replace("came", "went"), "line")


def reviewed_one_by_one(book):
    notebook = opened(book)
    for row in range(len(book.rows) - 1):
        notebook.marks.review(book, [row])
    return notebook


def steps_of_each_key(lines):
    """Return what marking, undo, redo and unmarking call in a book of so many rows."""
    book = book_of(lines)
    notebook = reviewed_one_by_one(book)
    last = lines - 1

    def settled(work):
        work()
        notebook.marks.constraints(book.left, book.right)
        notebook.placed(book)
        return notebook.marks.reviewed(book), notebook.silences.all()

    keys = (
        lambda: notebook.marks.review(book, [last]),
        notebook.undo,
        notebook.redo,
        lambda: notebook.marks.review(book, [last], reviewed=False),
    )
    for key in keys:  # what is found out once and kept
        settled(key)
    found = [calls(lambda key=key: settled(key)) for key in keys]
    assert len(notebook.marks.reviewed(book)) == lines - 1
    notebook.close()
    return found


def test_a_key_takes_as_many_steps_after_many_marks_as_after_a_few():
    few, many = steps_of_each_key(10), steps_of_each_key(300)
    assert many == pytest.approx(few, abs=3)


def steps_of_opening(marks):
    """Return what opening and tidying call after so many marks, all done again."""
    book = book_of(marks + 1)
    notebook = reviewed_one_by_one(book)
    for _ in range(marks):
        notebook.undo()
        notebook.redo()
    ledger, journal = notebook._pair_archive.ledger, notebook.where.read_bytes()
    again = []
    works = (
        lambda: again.append(opened(book)),
        lambda: again[0].marks.reviewed(book),
        lambda: again[0].notes,
        lambda: pays(ledger, len(journal)),
        lambda: compacted(ledger, journal),
    )
    return sum(map(calls, works))


def test_twice_the_journal_takes_twice_the_steps_to_open_and_to_tidy():
    few, some, many = map(steps_of_opening, (25, 50, 100))
    assert many - some <= 2.1 * (some - few)
